import type { Both } from '../both.ts';
import { keysOf, OneOf } from '../shapes.ts';

/** Why somebody is visited at home; each is a service, none is a quota. */
export const visitPurposes = {
  routine: { zh: '日常走访', en: 'Routine visit' },
  support: { zh: '关心探望', en: 'To see how they are' },
  policy: { zh: '政策告知', en: 'To tell of a policy' },
  after_case: { zh: '办后回访', en: 'After a case' },
  safety: { zh: '安全提醒', en: 'A word on safety' },
} as const satisfies Record<string, Both>;
export type VisitPurpose = keyof typeof visitPurposes;
export const VisitPurposeName = OneOf(keysOf(visitPurposes));

/** What was found to be needed. */
export const visitNeeds = {
  repair: { zh: '房屋、设施要修', en: 'Something to repair' },
  safety: { zh: '有安全隐患', en: 'A hazard' },
  neighbours: { zh: '邻里矛盾', en: 'Trouble among neighbours' },
  benefit: { zh: '想办补贴、证件', en: 'A benefit or paper to apply for' },
  help: { zh: '生活需要帮忙', en: 'Help in daily life' },
  other: { zh: '其他', en: 'Something else' },
} as const satisfies Record<string, Both>;
export type VisitNeed = keyof typeof visitNeeds;
export const VisitNeedName = OneOf(keysOf(visitNeeds));

/** What a worker says is not right in what is on record about their work. */
export const appealAbouts = {
  count: { zh: '数目不对', en: 'The numbers are wrong' },
  check: { zh: '核查结论不对', en: 'A check was wrong' },
  evidence: { zh: '佐证被误标', en: 'Evidence was flagged wrongly' },
  duty: { zh: '不该由我办', en: 'It was not mine to do' },
  other: { zh: '其他', en: 'Something else' },
} as const satisfies Record<string, Both>;
export type AppealAbout = keyof typeof appealAbouts;
export const AppealAboutName = OneOf(keysOf(appealAbouts));

export const appealStates = {
  open: { zh: '待答复', en: 'Waiting for an answer' },
  upheld: { zh: '申诉成立', en: 'Upheld' },
  answered: { zh: '已说明', en: 'Explained' },
} as const satisfies Record<string, Both>;
export type AppealState = keyof typeof appealStates;
export const AppealStateName = OneOf(keysOf(appealStates));
