import { keysOf, OneOf } from './shapes.ts';

/** What a mandate may cover: a thing and what may be done with it, in the words of the person who gives it. */
export const mandateActs = {
  'reports.report': { zh: '替本人反映问题', en: 'Report problems for them' },
  'reports.follow': { zh: '查看进度、补充或撤回', en: 'Follow, add to and withdraw their reports' },
  'reports.answer': { zh: '替本人回答“真的解决了吗”', en: 'Say for them whether it was really solved' },
  'data.see': { zh: '查看本人资料和查阅记录', en: 'See their data and who looked at it' },
} as const;
export type MandateAct = keyof typeof mandateActs;
export const MandateActName = OneOf(keysOf(mandateActs));
