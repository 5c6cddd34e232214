import type { Both } from '@fengqiao/contract/route.ts';

export const texts = {
  title: { zh: '顺手办', en: 'Solved on the spot' },
  before: { zh: '拍处置前', en: 'Photo before' },
  after: { zh: '拍处置后', en: 'Photo after' },
  done: { zh: '我做了什么', en: 'What I did' },
  quick: { zh: '常用说法', en: 'Usual words' },
  doneMissing: {
    zh: '请写一下做了什么，按一下常用说法也可以。',
    en: 'Say what you did; one press of the usual words will do.',
  },
} as const satisfies Record<string, Both>;

export const quickDone = [
  { zh: '已清理干净', en: 'Cleaned up' },
  { zh: '已劝导，当事人已改正', en: 'Talked to them; they put it right' },
  { zh: '已扶正归位', en: 'Put back in place' },
  { zh: '已设警示标志', en: 'Warning sign set up' },
] as const satisfies readonly Both[];
