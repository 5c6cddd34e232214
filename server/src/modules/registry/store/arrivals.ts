import { sql } from 'kysely';
import type { ImportKind } from '@fengqiao/contract/registry/columns.ts';
import type { Arrival } from '#platform/collection.ts';
import type { Work } from '#platform/work.ts';

/** Tables that were brought into the registry and still stand in it, the newest first; a street has some hundreds of imports. */
export const arrivalsIn = ({ db, street }: Work, kind: ImportKind, limit: number): Promise<Arrival[]> =>
  db
    .selectFrom('registry.import as i')
    .leftJoin('identity.v_staff as s', (join) =>
      join.onRef('s.street', '=', 'i.street').onRef('s.id', '=', 'i.applied_by'),
    )
    .where('i.street', '=', street)
    .where('i.kind', '=', kind)
    .where('i.state', '=', 'applied')
    .orderBy('i.ended_at', 'desc')
    .limit(limit)
    .select([
      sql<Date>`coalesce(i.ended_at, i.made_at)`.as('at'),
      'i.source',
      sql<string>`i.as_of::text`.as('asOf'),
      sql<number>`i.created + i.updated + i.unchanged`.as('rows'),
      'i.unit',
      's.name as by',
    ])
    .execute();
