export const texts = {
  says: {
    zh: '时限 75% 提醒、100% 社区、150% 中心发督办单、200% 报区；每一步都留痕并通知。',
    en: 'Reminder at 75 % of the term, community at 100 %, an order of the centre at 150 %, the district at 200 %; every step is logged and told.',
  },
  open: { zh: '状态', en: 'State' },
  empty: { zh: '没有这样的督办。', en: 'No such orders.' },
} as const;

export const views = {
  yes: { zh: '待答复', en: 'Waiting' },
  no: { zh: '全部', en: 'All' },
} as const;
