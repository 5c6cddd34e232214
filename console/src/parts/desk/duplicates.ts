export const texts = {
  title: { zh: '附近可能重复的工单', en: 'Possible duplicates nearby' },
  titleCount: { zh: '附近可能重复 {n} 件', en: 'Possible duplicates nearby: {n}' },
  merge: { zh: '并入其中一件', en: 'Merge into one of them' },
  likeness: { zh: '相似 {n}', en: '{n} alike' },
} as const;
