export const texts = {
  says: {
    zh: '“已解决”和“已答复”是两种结果，分别统计。结案满 14 天且无重办申请方可归档封存。',
    en: '"Solved" and "answered" are different outcomes. After 14 days without a request to reopen, a case is sealed.',
  },
} as const;
