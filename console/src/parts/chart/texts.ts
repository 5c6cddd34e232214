export const texts = {
  table: { zh: '看数字表', en: 'The same as a table' },
} as const;
