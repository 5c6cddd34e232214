export const texts = {
  says: {
    zh: '挂账不算结案：节点不超过 60 天，30 天复核一次，最长 180 天，到期上报区级。',
    en: 'A hold is not a closing: milestones within 60 days, a review every 30, at most 180 days, then to the district.',
  },
  empty: { zh: '没有挂账。', en: 'Nothing is on hold.' },
} as const;
