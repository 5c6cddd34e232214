import type { Both } from '../both.ts';
import { classes, type Class, type State } from './words.ts';

/** By what the cases on the map are told apart; at most five kinds each, so that shape and colour can both tell them. */
export const mapKinds = {
  state: {
    waiting: { zh: '待立案分拨', en: 'Waiting for dispatch' },
    handling: { zh: '处置中', en: 'Being handled' },
    checking: { zh: '待核查', en: 'Awaiting check' },
    held: { zh: '挂账', en: 'On hold' },
    ended: { zh: '已办结', en: 'Ended' },
  },
  age: {
    week: { zh: '7 天内', en: 'Under 7 days' },
    month: { zh: '7–30 天', en: '7–30 days' },
    quarter: { zh: '30–90 天', en: '30–90 days' },
    older: { zh: '90 天以上', en: 'Over 90 days' },
  },
  class: { ...classes, none: { zh: '未定类', en: 'No class yet' } },
} as const satisfies Record<string, Record<string, Both>>;
export type MapBy = keyof typeof mapKinds;

export const mapBy = {
  state: { zh: '状态', en: 'State' },
  age: { zh: '时长', en: 'Age' },
  class: { zh: '大类', en: 'Class' },
} as const satisfies Record<MapBy, Both>;

/** Which states stand for one kind on the map. */
export const statesOfKind = {
  waiting: ['received', 'verifying', 'registered', 'negotiating'],
  handling: ['dispatched', 'handling'],
  checking: ['handled'],
  held: ['held'],
  ended: ['closed', 'archived', 'declined', 'merged', 'voided'],
} as const satisfies Record<keyof typeof mapKinds.state, readonly State[]>;

/** From how many days on a case is of which age. */
export const daysOfAge = { week: 0, month: 7, quarter: 30, older: 90 } as const satisfies Record<
  keyof typeof mapKinds.age,
  number
>;

export const classesOnMap = [
  'approval',
  'enforcement',
  'service',
  'mediation',
  'none',
] as const satisfies readonly (Class | 'none')[];
