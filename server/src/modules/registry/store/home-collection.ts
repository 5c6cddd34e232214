import { sql } from 'kysely';
import type { Work } from '#platform/work.ts';

export type HomeCounts = Readonly<Record<'address' | 'metres' | 'metresRight' | 'rooms' | 'grid', number>>;

/** How many homes have what; the whole table is read, once a day. */
export async function countHomes({ db, street }: Work): Promise<HomeCounts> {
  const { rows } = await sql<HomeCounts>`
    select count(b.address)::int as address, count(h.square_metres)::int as metres, count(h.rooms)::int as rooms,
           count(*) filter (where h.square_metres between 5 and 2000)::int as "metresRight", count(h.grid)::int as grid
      from registry.home h left join grids.v_building b on b.street = h.street and b.id = h.building
     where h.street = ${street}`.execute(db);
  return rows[0] ?? { address: 0, metres: 0, metresRight: 0, rooms: 0, grid: 0 };
}

export type HomeTold = {
  readonly id: string;
  readonly buildingAddress: string | null;
  readonly homeUse: string;
  readonly squareMetres: number | null;
  readonly rooms: number | null;
  readonly community: string | null;
  readonly grid: string | null;
};

/** A page of homes by primary key, without door, owner or household. */
export async function homesTold(
  { db, street }: Work,
  after: string | null,
  limit: number,
): Promise<HomeTold[]> {
  const { rows } = await sql<HomeTold>`
    select h.id, b.address as "buildingAddress", h.use as "homeUse", h.square_metres as "squareMetres", h.rooms,
           h.community, h.grid
      from registry.home h left join grids.v_building b on b.street = h.street and b.id = h.building
     where h.street = ${street} ${after === null ? sql`` : sql`and h.id > ${after}::uuid`}
     order by h.id limit ${limit}`.execute(db);
  return rows;
}
