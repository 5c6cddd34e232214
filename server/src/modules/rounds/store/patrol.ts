import { sql, type Selectable } from 'kysely';
import type { RoundsPatrol } from '#platform/db.gen.ts';
import type { Work } from '#platform/work.ts';

export type Patrol = Omit<Selectable<RoundsPatrol>, 'street'>;

export async function insertPatrol(
  { db, street }: Work,
  patrol: Patrol,
  checkpoints: readonly string[],
): Promise<void> {
  await db
    .insertInto('rounds.patrol')
    .values({ street, ...patrol })
    .execute();
  if (checkpoints.length === 0) return;
  await db
    .insertInto('rounds.point_seen')
    .values(checkpoints.map((checkpoint) => ({ street, patrol: patrol.id, checkpoint })))
    .execute();
}

type Asked = { readonly after: string | undefined; readonly limit: number; readonly own: string | null };

/** Patrols in reach, newest first, with the names of their points; served by patrol_account_idx and the primary key. */
export async function patrols(
  { db, street }: Work,
  { after, limit, own }: Asked,
): Promise<(Patrol & { points: string[] })[]> {
  return db
    .selectFrom('rounds.patrol as p')
    .select(['p.id', 'p.unit', 'p.account', 'p.name', 'p.started_at', 'p.ended_at', 'p.offset_ms'])
    .select(['p.remarks_enc', 'p.received_at'])
    .select(
      sql<string[]>`array(select c.name from rounds.point_seen s join rounds.checkpoint c
        on c.street = s.street and c.id = s.checkpoint where s.street = p.street and s.patrol = p.id order by c.name)`.as(
        'points',
      ),
    )
    .where('p.street', '=', street)
    .$if(own !== null, (query) => query.where('p.account', '=', own))
    .$if(after !== undefined, (query) => query.where('p.id', '<', after ?? ''))
    .orderBy('p.id', 'desc')
    .limit(limit)
    .execute();
}
