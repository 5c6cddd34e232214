import { sql } from 'kysely';
import type { Work } from '#platform/work.ts';
import type { Drawing } from '../domain/geojson.ts';

type Near = { readonly address: string; readonly lng: number; readonly lat: number };

/** Addresses of buildings in a box of degrees around a place; served by building_place_idx. */
export function buildingsAround(
  { db, street }: Work,
  lng: number,
  lat: number,
  degrees: number,
): Promise<Near[]> {
  return db
    .selectFrom('grids.building')
    .select(['address', 'lng', 'lat'])
    .where('street', '=', street)
    .where('lng', '>=', lng - degrees)
    .where('lng', '<=', lng + degrees)
    .where('lat', '>=', lat - degrees)
    .where('lat', '<=', lat + degrees)
    .limit(200)
    .execute();
}

export type Found = {
  readonly id: string;
  readonly kind: 'building' | 'place';
  readonly address: string;
  readonly name: string | null;
  readonly grid: string | null;
  readonly shape: Drawing;
};

/**
 * Buildings and places whose words hold every one of these parts, those that begin with them first, then the shorter;
 * at most `limit`. Served by building_words_idx from three characters on, else by the street's few thousand rows.
 */
export async function findByWords(
  { db, street }: Work,
  parts: readonly string[],
  limit: number,
): Promise<Found[]> {
  const building = sql`replace(b.address || coalesce(b.name, ''), ' ', '')`;
  const place = sql`replace(f.name_zh, ' ', '')`;
  const holds = (words: typeof place) =>
    sql.join(
      parts.map((part) => sql`${words} ilike ${`%${part.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`}`),
      sql` and `,
    );
  const { rows } = await sql<Found>`/* unnamed */
    select id, kind, address, name, grid, shape from (
      select b.id, 'building' as kind, b.address, b.name, b.grid, jsonb_build_object('type', 'Point', 'coordinates', jsonb_build_array(b.lng, b.lat)) as shape, ${building} as words
        from grids.building b where b.street = ${street} and ${holds(building)}
      union all
      select f.id, 'place', f.name_zh, f.name_zh, null, f.shape, ${place} from grids.feature f where f.street = ${street} and f.kind = 'place' and ${holds(place)}
    ) found
    order by position(lower(${parts.join('')}) in lower(words)) <> 1, length(words), words, id limit ${limit}`.execute(
    db,
  );
  return rows;
}

export type Placed = {
  readonly id: string;
  readonly grid: string;
  readonly lng: number;
  readonly lat: number;
};

/** Where every building of the street stands and to which grid it is counted; served by the primary key. */
export function placedBuildings({ db, street }: Work): Promise<Placed[]> {
  return db
    .selectFrom('grids.building')
    .select(['id', 'grid', 'lng', 'lat'])
    .where('street', '=', street)
    .execute();
}

/** Counts buildings to other grids. */
export async function moveBuildings(
  { db, street }: Work,
  moved: readonly { id: string; grid: string }[],
): Promise<void> {
  if (moved.length === 0) return;
  await sql`
    update grids.building b set grid = m.grid
      from unnest(${moved.map(({ id }) => id)}::uuid[], ${moved.map(({ grid }) => grid)}::text[]) as m (id, grid)
     where b.street = ${street} and b.id = m.id`.execute(db);
}
