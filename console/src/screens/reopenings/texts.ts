export const texts = {
  says: {
    zh: '居民说没解决、对不予受理有异议、抽查不合格，都在此答复；同意即开始新一轮，原时钟和逾期保留。',
    en: 'Not solved, objections, failed samples: each is answered here. Granting starts a new round; old clocks and lateness stay.',
  },
  open: { zh: '状态', en: 'State' },
  empty: { zh: '没有这样的申请。', en: 'No such requests.' },
} as const;

export const views = {
  yes: { zh: '待答复', en: 'Waiting' },
  no: { zh: '全部', en: 'All' },
} as const;
