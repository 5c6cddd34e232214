import { toJson } from '#platform/json.ts';
import type { Work } from '#platform/work.ts';
import { boxOf, ringsOf, type Shape } from '../domain/geojson.ts';

export type NewArea = {
  readonly unit: string;
  readonly level: 'street' | 'community' | 'grid';
  readonly community: string | null;
  readonly purpose: 'basic' | 'exclusive';
  readonly shape: Shape;
  readonly squareMetres: number;
  readonly households: number | null;
  readonly code: string | null;
};

/** Writes the boundary of units that have none yet. */
export async function insertAreas({ db, street }: Work, areas: readonly NewArea[]): Promise<void> {
  const rows = areas.map((area) => ({
    street, unit: area.unit, level: area.level, community: area.community, purpose: area.purpose, shape: toJson(area.shape), ...boxOf(ringsOf(area.shape).flat()),
    square_metres: area.squareMetres, households: area.households, grid_code: area.code,
  }));
  for (const some of inParts(rows)) await db.insertInto('grids.area').values(some).execute();
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
  const rows = buildings.map((building) => ({ ...building, street: work.street, id: work.newId(), shape: toJson(building.shape) }));
  for (const some of inParts(rows)) await work.db.insertInto('grids.building').values(some).execute();
}

export type NewFeature = { readonly kind: 'road' | 'water' | 'place'; readonly zh: string; readonly en: string; readonly subkind: string; readonly shape: unknown; readonly width: number | null };

export async function insertFeatures(work: Work, features: readonly NewFeature[]): Promise<void> {
  const rows = features.map(({ kind, zh, en, subkind, shape, width }) => ({ street: work.street, id: work.newId(), kind, name_zh: zh, name_en: en, subkind, shape: toJson(shape), width }));
  for (const some of inParts(rows)) await work.db.insertInto('grids.feature').values(some).execute();
}

/** A statement takes 65 535 values at most. */
function* inParts<T>(rows: readonly T[], size = 500): Generator<T[]> {
  for (let i = 0; i < rows.length; i += size) yield rows.slice(i, i + size);
}
