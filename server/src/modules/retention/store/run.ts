import { sql } from 'kysely';
import type { KeepingId, RunState } from '@fengqiao/contract/retention.ts';
import type { Sampled } from '#platform/keeping.ts';
import { fromJson, toJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';

const read = ({ db, street }: Work) =>
  db
    .selectFrom('retention.run')
    .where('street', '=', street)
    .select([
      'id',
      'kind',
      'version',
      'before',
      'state',
      'counted',
      'held',
      'sample',
      'made_by as madeBy',
      'asked_by as askedBy',
      'made_at as madeAt',
      'decided_at as decidedAt',
      'note',
      'taken',
      'ended_at as endedAt',
    ])
    .$narrowType<{ kind: KeepingId; state: RunState }>();

export type RunRow = Awaited<ReturnType<ReturnType<typeof read>['executeTakeFirstOrThrow']>>;

export const sampleOf = ({ sample }: Pick<RunRow, 'sample'>): { name: string; at: string }[] =>
  fromJson<{ name: string; at: string }[]>(sample);

export async function lockRun(work: Work, id: string): Promise<RunRow> {
  return (
    (await read(work).where('id', '=', id).forUpdate().executeTakeFirst()) ?? refuse('platform.not_found')
  );
}

/** Newest first, by primary key; or those that wait for a decision, by run_open_key. */
export const pageOfRuns = (
  work: Work,
  { waiting, after, limit }: { waiting: boolean; after: string | null; limit: number },
): Promise<RunRow[]> =>
  read(work)
    .$if(waiting, (query) => query.where('state', 'in', ['dry', 'approved', 'running']))
    .$if(after !== null, (query) => query.where(sql<boolean>`id::text < ${after}`))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();

/** Runs that were approved and are still to be done, the oldest first; by run_open_key. */
export const approvedRuns = (work: Work): Promise<RunRow[]> =>
  read(work).where('state', 'in', ['approved', 'running']).orderBy('id').execute();

/** Kinds with an open run, and those that were counted by their present version since a moment; by run_open_key and run_kind_idx. */
export async function countedSince({ db, street }: Work, since: Date): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ key: string }>`
    select kind || '|' || version as key from retention.run
     where street = ${street} and (made_at > ${since} or state in ('dry', 'approved', 'running'))`.execute(
    db,
  );
  return new Set(rows.map(({ key }) => key));
}

type NewRun = {
  readonly id: string;
  readonly kind: KeepingId;
  readonly version: number;
  readonly before: Date;
  readonly counted: number;
  readonly held: number;
  readonly sample: readonly Sampled[];
  readonly madeBy: string | null;
  readonly askedBy: string | null;
};

/** False while another run of the kind is open. */
export async function insertRun({ db, street, now }: Work, made: NewRun): Promise<boolean> {
  const { id, kind, version, before, counted, held, sample, madeBy, askedBy } = made;
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('retention.run')
    .values({
      street,
      id,
      kind,
      version,
      before,
      state: 'dry',
      counted,
      held,
      sample: toJson(sample),
      made_by: madeBy,
      asked_by: askedBy,
      made_at: now,
    })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function saveDecision(
  { db, street, now, actor }: Work,
  id: string,
  { state, note }: { readonly state: 'approved' | 'refused'; readonly note: string },
): Promise<void> {
  await db
    .updateTable('retention.run')
    .set({ state, note, decided_by: actor.account, decided_at: now })
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}

export async function saveProgress(
  { db, street, now }: Work,
  id: string,
  { taken, done }: { readonly taken: number; readonly done: boolean },
): Promise<void> {
  await db
    .updateTable('retention.run')
    .set({ taken, state: done ? 'done' : 'running', ...(done ? { ended_at: now } : {}) })
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}

/** What was counted by an older version of a term no longer tells what would go. */
export async function outdateRuns({ db, street }: Work, kind: KeepingId): Promise<void> {
  await db
    .updateTable('retention.run')
    .set({ state: 'stale' })
    .where('street', '=', street)
    .where('kind', '=', kind)
    .where('state', '=', 'dry')
    .execute();
}

/** A count that nobody decided about in time makes room for a fresh one. */
export async function outdateOld({ db, street }: Work, madeBefore: Date): Promise<void> {
  await db
    .updateTable('retention.run')
    .set({ state: 'stale' })
    .where('street', '=', street)
    .where('state', '=', 'dry')
    .where('made_at', '<', madeBefore)
    .execute();
}
