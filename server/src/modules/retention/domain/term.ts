import {
  DRY_RUN_DAYS,
  keepings,
  type KeepingId,
  type Term,
  type TermUnit,
} from '@fengqiao/contract/retention.ts';
import { refuse } from '#platform/refusal.ts';

const DAY_MS = 86_400_000;

/** The moment that is exactly a term before now, by the wall calendar of a zone: three years before 29 February is the 28th. */
export function beforeOf(now: Date, { value, unit }: Term, zone: string): Date {
  const there = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
  return new Date(there.subtract(spanOf(value, unit)).epochMilliseconds);
}

const spanOf = (value: number, unit: TermUnit) =>
  unit === 'day' ? { days: value } : unit === 'month' ? { months: value } : { years: value };

/** Days by which terms of different units are compared; a month has 30, a year 365. */
const daysIn: Record<TermUnit, number> = { day: 1, month: 30, year: 365 };
export const daysOf = ({ value, unit }: Term): number => value * daysIn[unit];

/** Refuses a term that is not changed here, or that is shorter than the law asks. */
export function demandChangeable(kind: KeepingId, asked: Term): void {
  const { way, least } = keepings[kind];
  if (way !== 'approved') refuse('retention.term_fixed');
  if (daysOf(asked) < daysOf(least))
    refuse('retention.term_too_short', { least: least.value, unit: least.unit });
}

type Run = {
  readonly state: string;
  readonly version: number;
  readonly madeAt: Date;
  readonly madeBy: string | null;
  readonly askedBy: string | null;
};

/** Refuses to approve what is decided, one's own, or no longer what would go. */
export function demandApprovable(
  run: Run,
  by: string,
  { now, version }: { now: Date; version: number },
): void {
  demandDecidable(run, by);
  if (run.version !== version || now.getTime() - run.madeAt.getTime() > DRY_RUN_DAYS * DAY_MS)
    refuse('retention.run_stale');
}

/** Whoever asked for a dry run, or for the term it follows, is not the second person. */
export function demandDecidable({ state, madeBy, askedBy }: Run, by: string): void {
  if (state !== 'dry') refuse('retention.not_waiting');
  if (madeBy === by || askedBy === by) refuse('retention.own_run');
}
