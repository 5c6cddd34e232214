import { sql } from 'kysely';
import type { Work } from '#platform/work.ts';

/** How many buildings have which column; the street's few thousand rows are read once a day. */
export async function countBuildings({ db, street }: Work): Promise<Record<string, number>> {
  const { rows } = await sql<Record<string, number>>`
    select count(*)::int as rows, count(*) filter (where address <> '')::int as "buildingAddress", count(name)::int as "buildingName",
           count(floors)::int as floors, count(households)::int as households, count(grid)::int as grid,
           count(*) filter (where floors > 0)::int as "floorsRight",
           count(*) filter (where lng between 73 and 136 and lat between 3 and 54)::int as "placeRight",
           count(distinct (address, lng, lat))::int as "different"
      from grids.building where street = ${street}`.execute(db);
  return rows[0] ?? {};
}

/** The same of communities and grids. */
export async function countAreas({ db, street }: Work): Promise<Record<string, number>> {
  const { rows } = await sql<Record<string, number>>`
    select count(*)::int as rows, count(community)::int as community, count(households)::int as households,
           count(grid_code)::int as "gridCode", count(distinct grid_code)::int as "gridCodes",
           count(*) filter (where grid_code ~ '^[0-9]{15}$')::int as "gridCodeRight",
           count(*) filter (where square_metres > 0)::int as "areaRight"
      from grids.area where street = ${street} and level <> 'street'`.execute(db);
  return rows[0] ?? {};
}

/** When the ground was last imported; null where it came with the installation. */
export async function groundLaidAt({ db, street }: Work): Promise<Date | null> {
  const row = await db
    .selectFrom('grids.import')
    .select(({ fn }) => fn.max('made_at').as('at'))
    .where('street', '=', street)
    .where('applied', '=', true)
    .executeTakeFirst();
  return row?.at ?? null;
}

/** A page of buildings, by primary key. */
export const buildingsAfter = ({ db, street }: Work, after: string | null, limit: number) =>
  db
    .selectFrom('grids.building')
    .select(['id', 'address', 'name', 'use', 'floors', 'households', 'grid', 'lng', 'lat'])
    .where('street', '=', street)
    .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute();

/** A page of communities and grids, by primary key. */
export const areasAfter = ({ db, street }: Work, after: string | null, limit: number) =>
  db
    .selectFrom('grids.area')
    .select(['unit', 'level', 'community', 'households', 'grid_code', 'square_metres'])
    .where('street', '=', street)
    .where('level', '<>', 'street')
    .$if(after !== null, (query) => query.where('unit', '>', after ?? ''))
    .orderBy('unit')
    .limit(limit)
    .execute();
