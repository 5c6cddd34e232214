import { sql } from 'kysely';
import { fromJson } from '#platform/json.ts';
import type { Work } from '#platform/work.ts';
import type { Shape } from '../domain/geojson.ts';

export type AreaShape = { readonly unit: string; readonly level: string; readonly community: string | null; readonly shape: Shape };

/** Changes whenever a boundary of the street does; a few hundred rows by primary key. */
export async function areasStamp({ db, street }: Work): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    select count(*) || '/' || coalesce(sum(version), 0) || '/' || coalesce(max(version), 0) as stamp from grids.area where street = ${street}`.execute(db);
  return rows[0]?.stamp ?? '';
}

/** Every boundary of the street, in WGS84 degrees. */
export async function areaShapes({ db, street }: Work): Promise<AreaShape[]> {
  const rows = await db.selectFrom('grids.area').select(['unit', 'level', 'community', 'shape']).where('street', '=', street).orderBy('unit').execute();
  return rows.map((row) => ({ ...row, shape: fromJson<Shape>(row.shape) }));
}

/** Addresses of buildings in a box of degrees around a place. */
export function buildingsAround({ db, street }: Work, lng: number, lat: number, degrees: number): Promise<{ address: string; lng: number; lat: number }[]> {
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
