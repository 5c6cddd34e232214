import type { Both } from '../both.ts';

/** What a reporter is asked, in the app and on the phone: the same words, so that the answers mean the same. */
export const solvedQuestion = {
  question: { zh: '真的解决了吗？', en: 'Was it really solved?' },
  yes: { zh: '解决了', en: 'Yes, solved' },
  no: { zh: '没有解决', en: 'No, not solved' },
  score: { zh: '您对办理过程打几分？', en: 'How was it handled?' },
  reasons: { zh: '哪里不满意？可多选', en: 'What is wrong? Choose any' },
  more: { zh: '还想说的话', en: 'Anything else?' },
} as const satisfies Record<string, Both>;

/** How a call ended. */
export const callOutcomes = {
  answered: { zh: '问到结果', en: 'Answered' },
  no_answer: { zh: '无人接听', en: 'No answer' },
  busy: { zh: '占线或关机', en: 'Busy or off' },
  later: { zh: '约定再打', en: 'To call later' },
  refused: { zh: '不愿接受回访', en: 'Does not wish to answer' },
  wrong_number: { zh: '号码有误', en: 'Wrong number' },
} as const satisfies Record<string, Both>;
export type CallOutcome = keyof typeof callOutcomes;

/** So often somebody is tried before it is written down that nobody was reached. */
export const TRIES = 3;
/** Of so many closings of a unit one is drawn. */
export const BLOCK = 5;
/** A call may be agreed for at most so many days ahead. */
export const LATER_DAYS_MOST = 7;
