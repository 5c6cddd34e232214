import { fromJson } from '#platform/json.ts';
import type { Work } from '#platform/work.ts';
import type { Drawing } from '../domain/geojson.ts';

export type BaseRow = {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly subkind: string;
  readonly width: number | null;
  readonly floors: number | null;
  readonly shape: Drawing;
};

/** Roads, water or places of the street; served by feature_kind_idx. */
export async function features({ db, street }: Work, kind: 'road' | 'water' | 'place'): Promise<BaseRow[]> {
  const rows = await db
    .selectFrom('grids.feature')
    .select(['id', 'name_zh as zh', 'name_en as en', 'subkind', 'width', 'shape'])
    .where('street', '=', street)
    .where('kind', '=', kind)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, floors: null, shape: fromJson<Drawing>(row.shape) }));
}

/** The buildings whose outline is known; served by the primary key. */
export async function buildingOutlines({ db, street }: Work): Promise<BaseRow[]> {
  const rows = await db
    .selectFrom('grids.building')
    .select(['id', 'name', 'use', 'floors', 'shape'])
    .where('street', '=', street)
    .where('shape', 'is not', null)
    .orderBy('id')
    .execute();
  return rows.map(({ id, name, use, floors, shape }) => ({
    id,
    zh: name ?? '',
    en: '',
    subkind: use,
    width: null,
    floors,
    shape: fromJson<Drawing>(shape),
  }));
}
