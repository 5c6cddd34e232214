import { toJson } from '#platform/json.ts';
import type { Work } from '#platform/work.ts';
import { boxOf, ringsOf, type Shape } from '../domain/geojson.ts';
import type { Area } from '../domain/redraw.ts';

/** Draws boundaries as part of an edition, in place of those the units may have had. */
export async function saveAreas(
  { db, street }: Work,
  areas: readonly Area[],
  version: number,
): Promise<void> {
  const rows = areas.map((area) => ({
    street,
    unit: area.unit,
    level: area.level,
    community: area.community,
    purpose: area.purpose,
    shape: toJson(area.shape),
    ...boxOf(ringsOf(area.shape).flat()),
    square_metres: area.squareMetres,
    households: area.households,
    grid_code: area.code,
    version,
  }));
  for (const some of inParts(rows)) {
    await db
      .insertInto('grids.area')
      .values(some)
      .onConflict((met) =>
        met
          .columns(['street', 'unit'])
          .doUpdateSet((row) => Object.fromEntries(drawn.map((name) => [name, row.ref(`excluded.${name}`)]))),
      )
      .execute();
  }
}
const drawn = [
  'level',
  'community',
  'purpose',
  'shape',
  'west',
  'south',
  'east',
  'north',
  'square_metres',
  'households',
  'grid_code',
  'version',
] as const;

/** Takes away the boundaries of units that are no more. */
export async function endAreas({ db, street }: Work, units: readonly string[]): Promise<void> {
  if (units.length > 0)
    await db.deleteFrom('grids.area').where('street', '=', street).where('unit', 'in', units).execute();
}

export type NewBuilding = {
  readonly grid: string;
  readonly address: string;
  readonly name: string | null;
  readonly use: string;
  readonly floors: number;
  readonly households: number;
  readonly lng: number;
  readonly lat: number;
  readonly shape: Shape;
};

export async function insertBuildings(work: Work, buildings: readonly NewBuilding[]): Promise<void> {
  const rows = buildings.map((building) => ({
    ...building,
    street: work.street,
    id: work.newId(),
    shape: toJson(building.shape),
  }));
  for (const some of inParts(rows)) await work.db.insertInto('grids.building').values(some).execute();
}

export type NewFeature = {
  readonly kind: 'road' | 'water' | 'place';
  readonly zh: string;
  readonly en: string;
  readonly subkind: string;
  readonly shape: unknown;
  readonly width: number | null;
};

export async function insertFeatures(work: Work, features: readonly NewFeature[]): Promise<void> {
  const rows = features.map(({ kind, zh, en, subkind, shape, width }) => ({
    street: work.street,
    id: work.newId(),
    kind,
    name_zh: zh,
    name_en: en,
    subkind,
    shape: toJson(shape),
    width,
  }));
  for (const some of inParts(rows)) await work.db.insertInto('grids.feature').values(some).execute();
}

/** A statement takes 65 535 values at most. */
function* inParts<T>(rows: readonly T[], size = 500): Generator<T[]> {
  for (let i = 0; i < rows.length; i += size) yield rows.slice(i, i + size);
}
