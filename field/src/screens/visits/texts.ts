import type { Both } from '@fengqiao/contract/route.ts';

export const texts = {
  title: { zh: '走访', en: 'Visits' },
  how: {
    zh: '先在“我的网格”里选好要看望的人，路上没有网络也能填。不设指标，不比数量。',
    en: 'Choose in “My grid” whom you mean to visit; the form then works without a network. There are no quotas.',
  },
  past: { zh: '做过的', en: 'Past ones' },
  plan: { zh: '走访单', en: 'To be visited' },
  none: { zh: '走访单是空的。', en: 'Nobody is on your list.' },
  choose: { zh: '去我的网格选人', en: 'Choose in my grid' },
  begin: { zh: '开始走访', en: 'Begin' },
  drop: { zh: '移出', en: 'Take off' },
  unlisted: { zh: '看望不在名册上的人', en: 'Somebody not in the register' },
  place: { zh: '在哪里', en: 'Where' },
  masked: { zh: '名册已有，不用填', en: 'Known already; nothing to fill in' },
  purpose: { zh: '为什么走访', en: 'Why' },
  needs: { zh: '发现什么需要（可不选）', en: 'What is needed (may be nothing)' },
  words: { zh: '补充', en: 'More' },
  wordsHint: { zh: '不写证件号码、病情等无关的内容', en: 'No numbers of papers, no health matters' },
  asReport: { zh: '同时报成一件事，请人来办', en: 'Report it too, so that it is handled' },
  asReportHint: { zh: '会带上您现在的位置', en: 'It carries where you are now' },
  send: { zh: '提交', en: 'Hand in' },
  placeNeeded: { zh: '请写在哪里。', en: 'Say where.' },
  purposeNeeded: { zh: '请选为什么走访。', en: 'Choose why.' },
  locating: { zh: '正在定位，请稍候。', en: 'Locating, one moment.' },
} as const satisfies Record<string, Both>;
