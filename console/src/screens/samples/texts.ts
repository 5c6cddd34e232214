export const texts = {
  says: {
    zh: '由系统从已结案中随机抽取，不能挑选；不合格即重办。',
    en: 'The system draws closed cases at random, nobody picks; a failure reopens the case.',
  },
  count: { zh: '抽取数量', en: 'How many' },
  cases: { zh: '件', en: 'cases' },
  draw: { zh: '随机抽取', en: 'Draw at random' },
  drawn: { zh: '已抽取 {n} 件', en: '{n} drawn' },
  empty: { zh: '没有待做的抽查。', en: 'No sample checks to do.' },
  drawnAt: { zh: '{at} 抽取', en: 'drawn {at}' },
  result: { zh: '登记抽查结果', en: 'Record the result' },
} as const;
