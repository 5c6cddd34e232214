import { sql, type Selectable } from 'kysely';
import type { State } from '@fengqiao/contract/cases/words.ts';
import type { CasesMerge } from '#platform/db.gen.ts';
import { fromJson, toJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { accountOf } from '../domain/acting.ts';
import { reviveClock, type Clock, type StoredClock } from '../domain/clock/clock.ts';
import { saveClock, type CaseClock } from './clock.ts';

/** What stood open at a case when it was merged, and ended with it. */
export type SetAside = {
  readonly assignments: readonly string[];
  readonly tasks: readonly { readonly id: string; readonly state: string }[];
  readonly requests: readonly string[];
  readonly consultations: readonly string[];
};

type Kept<C> = {
  readonly state: State;
  readonly reports: readonly string[];
  readonly count: number;
  readonly seenAdded: readonly string[];
  /** The clocks that were open, as they were. */
  readonly clocks: readonly { readonly id: string; readonly step: number; readonly clock: C }[];
  /** The main case's own overall clock, as if nothing had been merged. */
  readonly own: { readonly id: string; readonly step: number; readonly clock: C } | null;
  readonly mainLateSince: string | null;
  readonly aside: SetAside;
};

/** Everything needed to undo a merge; kept with it. */
export type Moved = Kept<Clock>;
export type Merge = Omit<Selectable<CasesMerge>, 'moved' | 'why'> & { readonly moved: Moved };

/** Moves the reports of one case to another; returns which, oldest first. */
export async function moveReports(
  { db, street }: Work,
  from: string,
  into: string,
  only?: readonly string[],
): Promise<string[]> {
  const rows = await db
    .updateTable('cases.report')
    .set({ case_id: into })
    .where('street', '=', street)
    .where('case_id', '=', from)
    .$if(only !== undefined, (query) => query.where('id', 'in', [...(only ?? [])]))
    .returning('id')
    .execute();
  return rows.map((row) => row.id).toSorted();
}

export async function insertMerge(
  work: Work,
  { into, from, reason, moved }: { into: string; from: string; reason: string; moved: Moved },
): Promise<string> {
  const id = work.newId();
  await work.db
    .insertInto('cases.merge')
    .values({
      street: work.street,
      id,
      into_case: into,
      from_case: from,
      by: accountOf(work.actor),
      at: work.now,
      why: toJson({ reason }),
      moved: toJson(moved),
    })
    .execute();
  return id;
}

/** A merge, locked; 404 when it is not of this street. */
export async function lockMerge({ db, street }: Work, id: string): Promise<Merge> {
  const row = await db
    .selectFrom('cases.merge')
    .selectAll()
    .where('street', '=', street)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ? mergeOf(row) : refuse('platform.not_found');
}

/** The merge by which a case stands merged, if any; served by merge_current_key. */
export async function mergeOfCase({ db, street }: Work, from: string): Promise<string | null> {
  const found = await db
    .selectFrom('cases.merge')
    .select('id')
    .where('street', '=', street)
    .where('from_case', '=', from)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  return found?.id ?? null;
}

/** The merges into a case that stand, oldest first; served by merge_into_idx. */
export async function currentMerges({ db, street }: Work, into: string): Promise<Merge[]> {
  const rows = await db
    .selectFrom('cases.merge')
    .selectAll()
    .where('street', '=', street)
    .where('into_case', '=', into)
    .where('undone_at', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map(mergeOf);
}

export async function undoMerge({ db, street, now, actor }: Work, id: string, why: string): Promise<void> {
  await db
    .updateTable('cases.merge')
    .set({ undone_by: actor.account, undone_at: now, undone_why: why })
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}

/** Ends what stands open at a case that is merged: holders, tasks, requests, consultation; returns what it was. */
export async function setAside({ db, street, now }: Work, caseId: string): Promise<SetAside> {
  const assignments = await db
    .updateTable('cases.assignment')
    .set({ ended_at: now, ended_how: 'merged' })
    .where('street', '=', street)
    .where('case_id', '=', caseId)
    .where('ended_at', 'is', null)
    .returning('id')
    .execute();
  const tasks = await db
    .selectFrom('cases.task')
    .select(['id', 'state'])
    .where('street', '=', street)
    .where('case_id', '=', caseId)
    .where('state', 'in', ['open', 'reported', 'rejected'])
    .execute();
  await db
    .updateTable('cases.task')
    .set({ state: 'cancelled' })
    .where('street', '=', street)
    .where('case_id', '=', caseId)
    .where('state', 'in', ['open', 'reported', 'rejected'])
    .execute();
  const requests = await db
    .updateTable('cases.side_request')
    .set({ state: 'withdrawn', decided_at: now, decision: '并单' })
    .where('street', '=', street)
    .where('case_id', '=', caseId)
    .where('state', '=', 'pending')
    .returning('id')
    .execute();
  const consultations = await db
    .updateTable('cases.consultation')
    .set({ state: 'failed', ended_at: now })
    .where('street', '=', street)
    .where('case_id', '=', caseId)
    .where('state', '=', 'open')
    .returning('id')
    .execute();
  const ids = (rows: readonly { id: string }[]) => rows.map((row) => row.id);
  return { assignments: ids(assignments), tasks, requests: ids(requests), consultations: ids(consultations) };
}

/** Opens again what a merge had ended; a consultation closes when its clock, running again, is due. */
export async function takeUpAgain(
  { db, street }: Work,
  aside: SetAside,
  clocks: readonly CaseClock[],
): Promise<void> {
  if (aside.assignments.length > 0)
    await db
      .updateTable('cases.assignment')
      .set({ ended_at: null, ended_how: null })
      .where('street', '=', street)
      .where('id', 'in', [...aside.assignments])
      .execute();
  for (const task of aside.tasks)
    await db
      .updateTable('cases.task')
      .set({ state: task.state })
      .where('street', '=', street)
      .where('id', '=', task.id)
      .execute();
  if (aside.requests.length > 0)
    await db
      .updateTable('cases.side_request')
      .set({ state: 'pending', decided_at: null, decision: null })
      .where('street', '=', street)
      .where('id', 'in', [...aside.requests])
      .execute();
  for (const id of aside.consultations) {
    const due = clocks.find((one) => one.subject === id)?.clock.dueAt;
    await db
      .updateTable('cases.consultation')
      .set({ state: 'open', ended_at: null, ...(due === undefined ? {} : { closes_at: due }) })
      .where('street', '=', street)
      .where('id', '=', id)
      .execute();
  }
}

/** Stores a clock whose very term is another's now. */
export async function saveTerm(work: Work, changed: CaseClock): Promise<void> {
  await saveClock(work, changed);
  const { unit, value, startedAt } = changed.clock;
  await work.db
    .updateTable('cases.clock')
    .set({ unit, value, started_at: startedAt })
    .where('street', '=', work.street)
    .where('id', '=', changed.id)
    .execute();
}

/** Units that take part in a case by an assignment or a task, whatever they came by. */
export async function takingPart({ db, street }: Work, caseId: string): Promise<string[]> {
  const { rows } = await sql<{ unit: string }>`
    select unit from cases.assignment where street = ${street} and case_id = ${caseId}
    union select unit from cases.task where street = ${street} and case_id = ${caseId} and state <> 'cancelled'`.execute(
    db,
  );
  return rows.map((row) => row.unit);
}

function mergeOf({ moved, why: _why, ...row }: Selectable<CasesMerge>): Merge {
  const kept = fromJson<Kept<StoredClock>>(moved);
  const revive = <T extends { clock: StoredClock }>(one: T) => ({ ...one, clock: reviveClock(one.clock) });
  return {
    ...row,
    moved: { ...kept, clocks: kept.clocks.map(revive), own: kept.own === null ? null : revive(kept.own) },
  };
}
