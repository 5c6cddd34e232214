/** Refusals of supervision orders and whistles. */
export const supervisionRefusals = {
  'cases.ladder_not_rising': {
    status: 422,
    zh: '督办阶梯须逐级递增：网格、社区、中心、区，后一级的百分比要大于前一级。',
    en: 'A ladder rises from grid to community, centre and district: give each level a higher share than the one below it.',
  },
  'cases.supervision_answered': {
    status: 409,
    zh: '该督办已答复。',
    en: 'This supervision order has been answered.',
  },
  'cases.whistle_not_called': {
    status: 403,
    zh: '您的单位不在被吹哨名单内。',
    en: 'Your unit was not called by this whistle.',
  },
  'cases.whistle_answered': {
    status: 409,
    zh: '您的单位已报到或已评价。',
    en: 'Your unit has already answered or rated.',
  },
} as const;
