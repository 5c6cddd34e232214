export const texts = {
  says: {
    zh: '时限临近先提醒，超期后逐级告知社区、中心（发督办单）、区；每一步都留痕并通知。',
    en: 'A reminder before the deadline; after it the community, an order of the centre, the district. Every step is logged and told.',
  },
  open: { zh: '状态', en: 'State' },
  ladders: { zh: '督办阶梯', en: 'Ladder of supervision' },
  laddersSay: {
    zh: '时限用到百分之几时告知哪一级；新设的阶梯次日零时起对新开始的时钟生效，正在走的时钟不变。',
    en: 'At what percent of a term which level is told. A new ladder counts from the next midnight, for clocks that start then; running ones stay as they are.',
  },
  grade: { zh: '等级', en: 'Grade' },
  holds: { zh: '生效', en: 'In force' },
  standard: { zh: '通用标准', en: 'Standard' },
  since: { zh: '自 {at} 起', en: 'Since {at}' },
  next: { zh: '{at} 起 {shares}', en: 'From {at}: {shares}' },
  change: { zh: '设定阶梯', en: 'Set the ladder' },
  changeSays: { zh: '四级逐级递增，缺一不可。', en: 'All four levels, each after the one below.' },
  reason: { zh: '理由', en: 'Reason' },
  empty: { zh: '没有这样的督办。', en: 'No such orders.' },
} as const;

export const views = {
  yes: { zh: '待答复', en: 'Waiting' },
  no: { zh: '全部', en: 'All' },
} as const;

export const levels = {
  grid: { zh: '网格/承办人 提醒', en: 'Grid: reminder' },
  community: { zh: '社区 告知', en: 'Community: notice' },
  centre: { zh: '中心 督办单', en: 'Centre: order' },
  district: { zh: '区级 告知', en: 'District: notice' },
} as const;
