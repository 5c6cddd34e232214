export const texts = {
  says: {
    zh: '本单位的任务由本单位自己填写；由他人认可后才算完成。',
    en: 'A unit writes its own task; it counts once somebody else accepts it.',
  },
  state: { zh: '状态', en: 'State' },
  empty: { zh: '没有这样的任务。', en: 'No such tasks.' },
  due: { zh: '{at} 前', en: 'by {at}' },
} as const;

export const views = {
  all: { zh: '全部', en: 'All' },
  open: { zh: '办理中', en: 'Open' },
  reported: { zh: '待认可', en: 'Reported' },
  rejected: { zh: '已退回', en: 'Sent back' },
  accepted: { zh: '已认可', en: 'Accepted' },
} as const;
