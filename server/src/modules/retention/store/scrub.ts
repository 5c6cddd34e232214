import { sql } from 'kysely';
import type { Hit } from '@fengqiao/contract/retention.ts';
import type { Since } from '#platform/free-text.ts';
import { fromJson, toJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';

const read = ({ db, street }: Work) =>
  db
    .selectFrom('retention.scrub')
    .where('street', '=', street)
    .select([
      'id',
      'source',
      'subject',
      'no',
      'unit',
      'place',
      'row',
      'hits',
      'kept',
      'masked',
      'state',
      'found_at as foundAt',
      'decided_at as decidedAt',
    ])
    .$narrowType<{ state: 'open' | 'done' }>();

type Stored = Awaited<ReturnType<ReturnType<typeof read>['executeTakeFirstOrThrow']>>;
export type ScrubRow = Omit<Stored, 'hits' | 'kept'> & {
  readonly hits: readonly Hit[];
  readonly kept: readonly Hit[];
};

const rowOf = ({ hits, kept, ...row }: Stored): ScrubRow => ({
  ...row,
  hits: fromJson<Hit[]>(hits),
  kept: fromJson<Hit[]>(kept),
});

export async function lockScrub(work: Work, id: string): Promise<ScrubRow> {
  const row = await read(work).where('id', '=', id).forUpdate().executeTakeFirst();
  return row === undefined ? refuse('platform.not_found') : rowOf(row);
}

/** Open ones, oldest first, or decided ones, newest first; by scrub_open_idx. The row policy says whose. */
export async function pageOfScrubs(
  work: Work,
  { done, after, limit }: { done: boolean; after: string | null; limit: number },
): Promise<ScrubRow[]> {
  const rows = await read(work)
    .where('state', '=', done ? 'done' : 'open')
    .$if(after !== null, (query) =>
      query.where(done ? sql<boolean>`id::text < ${after}` : sql<boolean>`id::text > ${after}`),
    )
    .orderBy('id', done ? 'desc' : 'asc')
    .limit(limit)
    .execute();
  return rows.map(rowOf);
}

/** What is proposed or decided about these things already; by scrub_place_key. */
export async function scrubsOf(work: Work, source: string, subjects: readonly string[]): Promise<ScrubRow[]> {
  if (subjects.length === 0) return [];
  const rows = await read(work)
    .where('source', '=', source)
    .where('subject', 'in', [...subjects])
    .execute();
  return rows.map(rowOf);
}

export type Proposal = Pick<ScrubRow, 'source' | 'subject' | 'no' | 'unit' | 'place' | 'row' | 'hits'>;

/** Proposes a passage, or anew when other words were found in it. */
export async function propose({ db, street, now, newId }: Work, made: Proposal): Promise<void> {
  const { hits, unit, no, ...where } = made;
  const open = { hits: toJson(hits), unit, no, state: 'open', found_at: now } as const;
  await db
    .insertInto('retention.scrub')
    .values({ street, id: newId(), ...where, ...open })
    .onConflict((on) => on.columns(['street', 'source', 'subject', 'place', 'row']).doUpdateSet(open))
    .execute();
}

/** A passage whose finds are gone, or that another passage stands for, waits no more. */
export async function settle({ db, street }: Work, id: string): Promise<void> {
  await db
    .updateTable('retention.scrub')
    .set({ state: 'done', hits: '[]' })
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}

export async function saveUnit({ db, street }: Work, id: string, unit: string | null): Promise<void> {
  await db
    .updateTable('retention.scrub')
    .set({ unit })
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}

export async function saveVerdict(
  { db, street, now, actor }: Work,
  id: string,
  { kept, masked }: { readonly kept: readonly Hit[]; readonly masked: number },
): Promise<void> {
  await db
    .updateTable('retention.scrub')
    .set({
      state: 'done',
      hits: '[]',
      kept: toJson(kept),
      masked,
      decided_by: actor.account,
      decided_at: now,
    })
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}

export async function scannedTo({ db, street }: Work, source: string): Promise<Since | null> {
  const row = await db
    .selectFrom('retention.scan')
    .select(['at', 'id'])
    .where('street', '=', street)
    .where('source', '=', source)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function saveScanned({ db, street }: Work, source: string, { at, id }: Since): Promise<void> {
  await db
    .insertInto('retention.scan')
    .values({ street, source, at, id })
    .onConflict((on) => on.columns(['street', 'source']).doUpdateSet({ at, id }))
    .execute();
}
