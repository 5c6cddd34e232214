import { sql, type Selectable } from 'kysely';
import type { RoundsCheckpoint } from '#platform/db.gen.ts';
import type { Work } from '#platform/work.ts';

export type Checkpoint = Omit<Selectable<RoundsCheckpoint>, 'street' | 'seen_on' | 'ended'> & {
  readonly seenOn: string | null;
};

const shown = ['id', 'grid', 'name', 'address', 'lng', 'lat', 'code'] as const;
const seenOn = sql<string | null>`seen_on::text`.as('seenOn');

/** Points in reach, by grid and name; served by checkpoint_grid_idx. */
export function checkpointsIn({ db, street }: Work, grid: string | undefined): Promise<Checkpoint[]> {
  return db
    .selectFrom('rounds.checkpoint')
    .select([...shown, seenOn])
    .where('street', '=', street)
    .where('ended', '=', false)
    .$if(grid !== undefined, (query) => query.where('grid', '=', grid ?? ''))
    .orderBy('grid')
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** Points in reach by their codes; served by checkpoint_code_key. */
export function checkpointsByCode({ db, street }: Work, codes: readonly string[]): Promise<Checkpoint[]> {
  return codes.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('rounds.checkpoint')
        .select([...shown, seenOn])
        .where('street', '=', street)
        .where('code', 'in', [...codes])
        .where('ended', '=', false)
        .orderBy('id')
        .execute();
}

export async function insertCheckpoint(
  { db, street }: Work,
  point: Omit<Checkpoint, 'seenOn'>,
): Promise<Checkpoint> {
  return db
    .insertInto('rounds.checkpoint')
    .values({ street, ...point })
    .returning([...shown, seenOn])
    .executeTakeFirstOrThrow();
}

/** Changes a point in reach; false when there is none. */
export async function changeCheckpoint(
  { db, street }: Work,
  id: string,
  change: { code?: string; ended?: true },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('rounds.checkpoint')
    .set(change)
    .where('street', '=', street)
    .where('id', '=', id)
    .where('ended', '=', false)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** The day a place was last looked at moves forward only: a phone may hand in yesterday's patrol today. */
export async function markSeen({ db, street }: Work, ids: readonly string[], day: string): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    update rounds.checkpoint set seen_on = ${day}::date
     where street = ${street} and id = any(${[...ids]}::uuid[]) and coalesce(seen_on < ${day}::date, true)`.execute(
    db,
  );
}
