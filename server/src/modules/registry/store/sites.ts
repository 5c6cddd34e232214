import { sql } from 'kysely';
import type { Work } from '#platform/work.ts';

export type SiteRow = {
  readonly building: string;
  readonly address: string;
  readonly grid: string;
  readonly community: string | null;
};

/** Every building of the street with its address, grid and community; a few thousand rows, by primary keys. */
export async function buildingSites({ db, street }: Work): Promise<SiteRow[]> {
  const { rows } = await sql<SiteRow>`
    select b.id as building, b.address, b.grid, a.community
      from grids.v_building b left join grids.v_area a on a.street = b.street and a.unit = b.grid
     where b.street = ${street}`.execute(db);
  return rows;
}

/** The addresses of a few buildings; by primary key. */
export async function buildingWords(
  { db, street }: Work,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; address: string }>`
    select id, address from grids.v_building where street = ${street} and id = any(${ids}::uuid[])`.execute(
    db,
  );
  return new Map(rows.map(({ id, address }) => [id, address]));
}

/** Names of a few units; by primary key. */
export async function unitNames(
  { db, street }: Work,
  ids: readonly string[],
): Promise<Map<string, { zh: string; en: string }>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; zh: string; en: string }>`
    select id, name_zh as zh, name_en as en from identity.v_unit where street = ${street} and id = any(${ids})`.execute(
    db,
  );
  return new Map(rows.map(({ id, zh, en }) => [id, { zh, en }]));
}
