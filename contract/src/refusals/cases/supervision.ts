/** Refusals of supervision orders and whistles. */
export const supervisionRefusals = {
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
