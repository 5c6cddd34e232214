import type { Grade } from '@fengqiao/contract/cases/words.ts';
import type { TimeUnit } from '#platform/calendar/pace.ts';

export type Term = { readonly value: number; readonly unit: TimeUnit };

/** What a grade of urgency asks for; null where it knows no such term. */
export type GradeTerms = {
  /** Receipt by the lead 签收. */
  readonly sign: Term;
  /** First contact with the reporter. */
  readonly contact: Term;
  /** Making it safe before it is settled whose it is. */
  readonly firstAction: Term | null;
  /** Used where the row of the list gives no limit of its own. */
  readonly handle: Term;
  readonly extensions: number;
  readonly extensionMax: Term | null;
  /** `later`: never in the first stage, when the danger is averted. */
  readonly elastic: 'no' | 'later' | 'yes';
};

const term = (value: number, unit: TimeUnit): Term => ({ value, unit });

/** The ladder of grades: 2 h / 24 h / 7 d / 15 d as Beijing and Weifang have it, fitted to the standards of city management. */
export const gradeTerms: Readonly<Record<Grade, GradeTerms>> = {
  S: {
    sign: term(0.25, 'urgent_hour'),
    contact: term(0.5, 'urgent_hour'),
    firstAction: term(2, 'urgent_hour'),
    handle: term(24, 'urgent_hour'),
    extensions: 0,
    extensionMax: null,
    elastic: 'later',
  },
  A: {
    sign: term(0.5, 'urgent_hour'),
    contact: term(2, 'urgent_hour'),
    firstAction: term(4, 'urgent_hour'),
    handle: term(24, 'urgent_hour'),
    extensions: 1,
    extensionMax: term(24, 'urgent_hour'),
    elastic: 'later',
  },
  B: {
    sign: term(2, 'work_hour'),
    contact: term(1, 'work_day'),
    firstAction: null,
    handle: term(5, 'work_day'),
    extensions: 1,
    extensionMax: term(5, 'work_day'),
    elastic: 'yes',
  },
  C: {
    sign: term(4, 'work_hour'),
    contact: term(1, 'work_day'),
    firstAction: null,
    handle: term(15, 'work_day'),
    extensions: 1,
    extensionMax: term(15, 'work_day'),
    elastic: 'yes',
  },
  Q: {
    sign: term(0, 'work_hour'),
    contact: term(1, 'work_day'),
    firstAction: null,
    handle: term(1, 'work_day'),
    extensions: 0,
    extensionMax: null,
    elastic: 'no',
  },
};

/** Terms of the steps between the hands, the same for every grade. */
export const stageTerms = {
  verify: term(2, 'work_hour'),
  register: term(0.5, 'work_hour'),
  dispatch: term(0.5, 'work_hour'),
  consultation: term(4, 'work_hour'),
  returnRequest: term(4, 'work_hour'),
  returnDecision: term(4, 'work_hour'),
  arbitration: term(4, 'work_hour'),
  check: term(1, 'work_day'),
  callback: term(2, 'work_day'),
  close: term(0.5, 'work_hour'),
  reopening: term(2, 'work_day'),
  supervision: term(1, 'work_day'),
  request: term(8, 'work_hour'),
} as const satisfies Record<string, Term>;

/** True for the grades in which the nearest able unit acts before responsibility is settled (guard 9). */
export const actsFirst = (grade: Grade | null): boolean =>
  grade !== null && gradeTerms[grade].firstAction !== null;
