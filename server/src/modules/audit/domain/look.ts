import { accessFlags, type AccessFlag, type AccessObject, type Capacity } from '@fengqiao/contract/audit.ts';
import type { Limit } from '@fengqiao/contract/audit/budgets.ts';
import { highestOf, type GradedField } from '@fengqiao/contract/grades.ts';
import type { Purpose } from '@fengqiao/contract/purposes.ts';
import { refuse } from '#platform/refusal.ts';

/** One look at personal data: what was done, on which object, about whom, which facts, and why. */
export type Look = {
  readonly action: string;
  readonly object: AccessObject;
  readonly subjects: readonly string[];
  readonly fields: readonly GradedField[];
  readonly purpose: Purpose;
  readonly reason?: string | undefined;
  /** What the actor is here; told apart by the actor where it is left out. */
  readonly capacity?: Capacity;
  readonly flags?: readonly AccessFlag[];
  /** The case it belongs to, and when that ended; a look without either is an orphan where its purpose needs them. */
  readonly around?: { readonly case: string; readonly endedAt: Date | null; readonly sensitive?: boolean };
  /** Who approved it beforehand, where its purpose needs a second pair of eyes. */
  readonly approvedBy?: string;
};

/** What the register says of a purpose now. */
export type Rules = {
  readonly version: number;
  readonly maxGrade: number;
  readonly windowDays: number | null;
  readonly needsCase: boolean;
  readonly needsFourEyes: boolean;
};

/** The people somebody has seen in clear today, this look included, and how many of them for the first time. */
export type Count = { readonly people: number; readonly fresh: number };

const DAY_MS = 86_400_000;
/** Sealing may be this late before sensitive facts close. */
export const LATEST_SEAL_MS = 4 * 3_600_000;

/** The highest grade among the facts shown; what is masked tells nothing of a person. */
export const gradeOf = ({ fields, flags = [] }: Pick<Look, 'fields' | 'flags'>): number =>
  flags.includes('masked') ? 1 : highestOf(fields);

/** Refuses a look that would say nothing, that its purpose does not allow, or that could not be sealed in time. */
export function demandAllowed(look: Look, rules: Rules, by: string | null, sealLateMs: number): void {
  const { subjects, fields, approvedBy } = look;
  if (subjects.length === 0 || fields.length === 0) refuse('audit.nothing_recorded');
  const grade = gradeOf(look);
  if (grade > rules.maxGrade) refuse('audit.grade_beyond_purpose', { grade, allowed: rules.maxGrade });
  if (rules.needsFourEyes && (approvedBy === undefined || approvedBy === by))
    refuse('audit.purpose_needs_approval');
  if (grade >= 3 && sealLateMs > LATEST_SEAL_MS)
    refuse('audit.seal_late', { hours: Math.floor(sealLateMs / 3_600_000) });
}

/** A look with no case around it where its purpose needs one, or after the time in which the case still explains it. */
export function isOrphan({ around }: Look, { needsCase, windowDays }: Rules, now: Date): boolean {
  if (around === undefined) return needsCase;
  const { endedAt } = around;
  return endedAt !== null && windowDays !== null && now.getTime() - endedAt.getTime() > windowDays * DAY_MS;
}

export type Spending = 'within' | 'over' | 'crossing';

/** Holds the people seen today against the limits of a post; people seen before cost nothing more. */
export function spend({ people, fresh }: Count, { soft, hard }: Limit, reason: string | undefined): Spending {
  if (fresh === 0 || people <= soft) return 'within';
  if (people > hard) refuse('audit.budget_spent', { people, hard });
  if (reason === undefined || reason.trim() === '') refuse('audit.reason_needed', { people, soft });
  return people - fresh <= soft ? 'crossing' : 'over';
}

export const bitsOf = (flags: readonly AccessFlag[]): number =>
  flags.reduce((bits, flag) => bits | (1 << accessFlags[flag].bit), 0);

const isFlag = (name: string): name is AccessFlag => Object.hasOwn(accessFlags, name);
const flagNames = Object.keys(accessFlags).filter(isFlag);

export const flagsOf = (bits: number): AccessFlag[] =>
  flagNames.filter((flag) => (bits & (1 << accessFlags[flag].bit)) !== 0);
