import { CompiledQuery, type Selectable } from 'kysely';
import type { Grade } from '@fengqiao/contract/cases/words.ts';
import { UNAWAITED } from '#platform/db.ts';
import type { CasesClock } from '#platform/db.gen.ts';
import { fromJson, toJson } from '#platform/json.ts';
import type { Work } from '#platform/work.ts';
import type { Case } from '../domain/case.ts';
import {
  pausedSince,
  reviveClock,
  type Clock,
  type ClockKind,
  type StoredClock,
} from '../domain/clock/clock.ts';
import { startClock, stopClock, type NewClock } from '../domain/clock/change.ts';
import { ladderOf, ladderTimes, nextStepAt } from '../domain/ladder.ts';
import { laddersSet } from './ladder.ts';

/** A clock of a case with what it measures and whose time runs. */
export type CaseClock = {
  readonly id: string;
  readonly caseId: string;
  readonly subject: string | null;
  readonly owner: string | null;
  readonly round: number;
  readonly grade: Grade | null;
  readonly step: number;
  readonly clock: Clock;
};

type Start = Omit<NewClock, 'startedAt'> & {
  readonly owner: string | null;
  readonly subject?: string;
  readonly startedAt?: Date;
};

/** Starts a clock of a case and stores it. */
export async function addClock(work: Work, theCase: Case, start: Start): Promise<CaseClock> {
  const { owner, subject = null, startedAt = work.now, ...term } = start;
  const clock = startClock(work.calendar, { ...term, startedAt });
  const made: CaseClock = {
    id: work.newId(),
    caseId: theCase.id,
    subject,
    owner,
    round: theCase.round,
    grade: theCase.grade,
    step: 0,
    clock,
  };
  await addRunningClock(work, made);
  return made;
}

/** The clocks of a case that still run or stand paused, locked; served by clock_case_idx. */
export async function openClocks(
  { db, street }: Work,
  caseId: string,
  kinds?: readonly ClockKind[],
): Promise<CaseClock[]> {
  const rows = await db
    .selectFrom('cases.clock')
    .selectAll()
    .where('street', '=', street)
    .where('case_id', '=', caseId)
    .where('stopped_at', 'is', null)
    .$if(kinds !== undefined, (query) => query.where('kind', 'in', [...(kinds ?? [])]))
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(clockOf);
}

/** All clocks a case ever had, oldest first; served by clock_case_idx. */
export async function clocksOf({ db, street }: Work, caseId: string): Promise<CaseClock[]> {
  const rows = await db
    .selectFrom('cases.clock')
    .selectAll()
    .where('street', '=', street)
    .where('case_id', '=', caseId)
    .orderBy('started_at')
    .orderBy('id')
    .execute();
  return rows.map(clockOf);
}

/** Stores a changed clock. */
export async function saveClock(work: Work, changed: CaseClock): Promise<CaseClock> {
  await work.db.executeQuery(
    CompiledQuery.raw(SAVE, [work.street, changed.id, ...(await valuesOf(work, changed))]),
  );
  return changed;
}

/** Stops the running clocks of these kinds, all without; `subject` narrows it to one task, request or consultation. */
export async function stopClocks(
  work: Work,
  caseId: string,
  kinds?: readonly ClockKind[],
  subject?: string,
): Promise<CaseClock[]> {
  const found = await openClocks(work, caseId, kinds);
  return stopThese(work, subject === undefined ? found : found.filter((one) => one.subject === subject));
}

/** Stops clocks that were read as open. */
export const stopThese = (work: Work, found: readonly CaseClock[]): Promise<CaseClock[]> =>
  Promise.all(
    found.map((one) => saveClock(work, { ...one, clock: stopClock(one.clock, work.calendar, work.now) })),
  );

// Nearly every step of a case writes clocks, so these are written out; nobody reads their result.
const changing = [
  'body',
  'due_at',
  'paused',
  'stopped_at',
  'late_since',
  'provisional',
  'step',
  'next_step_at',
] as const;
const SAVE = `${UNAWAITED} update cases.clock set ${changing.map((name, i) => `${name} = $${i + 3}`).join(', ')} where street = $1 and id = $2`;
const fixed = [
  'street',
  'id',
  'case_id',
  'subject',
  'owner',
  'round',
  'grade',
  'kind',
  'unit',
  'value',
  'started_at',
] as const;
const ADD = `${UNAWAITED} insert into cases.clock (${[...fixed, ...changing].join(', ')}) values (${[...fixed, ...changing].map((_, i) => `$${i + 1}`).join(', ')})`;

/** The values of what changes, in the order of `changing`. */
async function valuesOf(work: Work, { clock, step, grade }: CaseClock): Promise<unknown[]> {
  const ladder = ladderOf(await laddersSet(work), grade, clock.startedAt);
  const times = ladderTimes(clock, work.calendar, ladder);
  const { dueAt, stoppedAt, lateSince, provisional } = clock;
  return [
    toJson(clock),
    dueAt,
    pausedSince(clock) !== null,
    stoppedAt,
    lateSince,
    provisional,
    step,
    nextStepAt(clock, times, step),
  ];
}

/** A stored row as a clock. */
export const clockOf = (row: Selectable<CasesClock>): CaseClock => ({
  id: row.id,
  caseId: row.case_id,
  subject: row.subject,
  owner: row.owner,
  round: row.round,
  grade: fromJson<Grade | null>(row.grade),
  step: row.step,
  clock: reviveClock(fromJson<StoredClock>(row.body)),
});

/** Stores a clock that was computed elsewhere, such as the one of a changed type. */
export async function addRunningClock(work: Work, made: CaseClock): Promise<void> {
  const { id, caseId, subject, owner, round, grade, clock } = made;
  const values = [
    work.street,
    id,
    caseId,
    subject,
    owner,
    round,
    grade,
    clock.kind,
    clock.unit,
    clock.value,
    clock.startedAt,
  ];
  await work.db.executeQuery(CompiledQuery.raw(ADD, [...values, ...(await valuesOf(work, made))]));
}

/**
 * Clocks with a ladder step due. Their cases are locked first, as by every act, and those another process has in hand are
 * passed over; served by clock_sweep_idx and clock_case_idx.
 */
export async function dueClocks(work: Work, limit: number): Promise<CaseClock[]> {
  const { db, street } = work;
  const cases = await db
    .selectFrom('cases.case as c')
    .select('c.id')
    .where('c.street', '=', street)
    .where('c.id', 'in', stepsDue(work).select('k.case_id').orderBy('k.next_step_at').limit(limit))
    .orderBy('c.id')
    .forUpdate()
    .skipLocked()
    .execute();
  if (cases.length === 0) return [];
  const rows = await stepsDue(work)
    .selectAll('k')
    .where(
      'k.case_id',
      'in',
      cases.map((one) => one.id),
    )
    .orderBy('k.next_step_at')
    .orderBy('k.id')
    .forUpdate()
    .execute();
  return rows.map(clockOf);
}

const stepsDue = ({ db, street, now }: Work) =>
  db
    .selectFrom('cases.clock as k')
    .where('k.street', '=', street)
    .where('k.stopped_at', 'is', null)
    .where('k.paused', '=', false)
    .where('k.next_step_at', '<=', now);

/** Open clocks whose deadline rests on a year that was not official, to look at; served by clock_provisional_idx. */
export async function provisionalClocks({ db, street }: Work): Promise<CaseClock[]> {
  const rows = await db
    .selectFrom('cases.clock')
    .selectAll()
    .where('street', '=', street)
    .where('provisional', '=', true)
    .where('stopped_at', 'is', null)
    .orderBy('case_id')
    .orderBy('id')
    .execute();
  return rows.map(clockOf);
}
