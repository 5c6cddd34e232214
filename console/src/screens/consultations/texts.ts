export const texts = {
  says: {
    zh: '限 4 个工作小时表态；到时未表态视为同意并留痕。达成即分拨，未达成转领导指定。',
    en: 'Four working hours to answer; silence is consent, and logged. Agreement dispatches, failure goes to a leader.',
  },
  state: { zh: '状态', en: 'State' },
  empty: { zh: '没有这样的商定。', en: 'No such consultations.' },
} as const;

export const views = {
  open: { zh: '进行中', en: 'Open' },
  agreed: { zh: '已商定', en: 'Agreed' },
  failed: { zh: '未达成', en: 'No agreement' },
} as const;
