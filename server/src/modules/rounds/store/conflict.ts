import { sql, type Selectable } from 'kysely';
import type { RoundsConflict } from '#platform/db.gen.ts';
import type { Work } from '#platform/work.ts';

export type Conflict = Omit<Selectable<RoundsConflict>, 'street'>;
export type ConflictRow = Conflict & { readonly files: string[] };
type New = Omit<Conflict, 'ended_at' | 'answer_enc' | 'answered_by' | 'state'>;

const MOST_OWN = 50;
const files = sql<string[]>`array(select f.file from rounds.conflict_file f
  where f.street = rounds.conflict.street and f.conflict = rounds.conflict.id order by f.file)`.as('files');

/** Notes what became of an act, or what became of it when it was sent once more; by conflict_op_key. What was settled stays so. */
export async function putConflict(
  { db, street }: Work,
  given: New,
  attached: readonly string[],
): Promise<string> {
  const { id } = await db
    .insertInto('rounds.conflict')
    .values({ street, ...given, state: 'open' })
    .onConflict((already) =>
      already.columns(['street', 'account', 'op']).doUpdateSet((eb) => ({
        how: given.how,
        code: given.code,
        noted_at: given.noted_at,
        state: sql<string>`case when ${eb.ref('rounds.conflict.state')} = 'settled' then 'settled' else 'open' end`,
        ended_at: sql<Date | null>`case when ${eb.ref('rounds.conflict.state')} = 'settled' then ${eb.ref('rounds.conflict.ended_at')} end`,
      })),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  if (attached.length > 0)
    await db
      .insertInto('rounds.conflict_file')
      .values(attached.map((file) => ({ street, conflict: id, file })))
      .onConflict((already) => already.doNothing())
      .execute();
  return id;
}

/** Seals the words of a conflict, whose place in the vault is its own id. */
export async function saveBody({ db, street }: Work, id: string, body: Buffer): Promise<void> {
  await db
    .updateTable('rounds.conflict')
    .set({ body_enc: body })
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}

export async function findConflict({ db, street }: Work, id: string): Promise<ConflictRow | undefined> {
  return db
    .selectFrom('rounds.conflict')
    .selectAll()
    .select(files)
    .where('street', '=', street)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** One's own, those that are not over first; served by conflict_account_idx. */
export function conflictsOf({ db, street }: Work, account: string): Promise<ConflictRow[]> {
  return db
    .selectFrom('rounds.conflict')
    .selectAll()
    .select(files)
    .where('street', '=', street)
    .where('account', '=', account)
    .orderBy(sql`ended_at is not null`)
    .orderBy('id', 'desc')
    .limit(MOST_OWN)
    .execute();
}

/** Those in reach that are not over, newest first; served by conflict_open_idx. */
export function openConflicts(
  { db, street }: Work,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<ConflictRow[]> {
  return db
    .selectFrom('rounds.conflict')
    .selectAll()
    .select(files)
    .where('street', '=', street)
    .where('ended_at', 'is', null)
    .$if(after !== undefined, (query) => query.where('id', '<', after ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** What one's own phone says became of it; nothing when it is settled or unknown. By conflict_op_key. */
export async function endOwn(
  { db, street, actor, now }: Work,
  op: string,
  state: 'sent' | 'aside',
): Promise<void> {
  await db
    .updateTable('rounds.conflict')
    .set({ state, ended_at: state === 'sent' ? now : null })
    .where('street', '=', street)
    .where('account', '=', actor.account)
    .where('op', '=', op)
    .where('state', '<>', 'settled')
    .execute();
}

/** Settles one that is not over; false when there is none in reach. */
export async function saveSettlement(
  { db, street, actor, now }: Work,
  id: string,
  answer: Buffer,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('rounds.conflict')
    .set({ state: 'settled', ended_at: now, answer_enc: answer, answered_by: actor.account })
    .where('street', '=', street)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Whether a file belongs to a conflict in reach, of one's own where `account` is given; served by conflict_file_idx. */
export async function conflictHasFile(
  { db, street }: Work,
  file: string,
  account: string | null,
): Promise<boolean> {
  const found = await db
    .selectFrom('rounds.conflict_file as f')
    .innerJoin('rounds.conflict as c', (join) =>
      join.onRef('c.street', '=', 'f.street').onRef('c.id', '=', 'f.conflict'),
    )
    .select('c.id')
    .where('f.street', '=', street)
    .where('f.file', '=', file)
    .$if(account !== null, (query) => query.where('c.account', '=', account))
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Forgets all conflicts about somebody; served by conflict_person_idx. */
export async function deleteConflictsAbout({ db, street }: Work, people: readonly string[]): Promise<void> {
  if (people.length === 0) return;
  await db
    .deleteFrom('rounds.conflict')
    .where('street', '=', street)
    .where('person', 'in', [...people])
    .execute();
}
