import type { FoundAddress } from '@fengqiao/contract/grids.ts';
import type { Work } from '#platform/work.ts';
import { convert, type Crs } from '../domain/crs.ts';
import { boxOf, positionsOf } from '../domain/geojson.ts';
import { namesOf } from '../store/areas.ts';
import { findByWords } from '../store/buildings.ts';
import { addressNear, boundariesOf, locate, placeIn } from './locate.ts';

/** Where a place is in this street, for whatever coordinates were given; WGS84 comes back, to 1e-8 degrees. */
export async function whereIs(work: Work, given: { lng: number; lat: number; crs: Crs }) {
  const there = convert([given.lng, given.lat], given.crs, 'WGS84');
  const [lng, lat] = [round8(there[0]), round8(there[1])];
  const found = await locate(work, lng, lat);
  const names = await namesOf(
    work,
    [found?.community, found?.grid].filter((id) => typeof id === 'string'),
  );
  const named = (id: string | null | undefined) => {
    const unit = names.get(id ?? '');
    return unit === undefined ? null : { id: unit.id, name: { zh: unit.zh, en: unit.en } };
  };
  return {
    lng,
    lat,
    inside: found !== null,
    community: named(found?.community),
    grid: named(found?.grid),
    address: found === null ? null : await addressNear(work, lng, lat),
  };
}

const round8 = (degrees: number) => Math.round(degrees * 1e8) / 1e8;

const MOST = 10;
const MOST_PARTS = 5;

/** Addresses, buildings and places with these words, in any order, spaces or not. */
export async function findAddresses(work: Work, said: string): Promise<FoundAddress[]> {
  const parts = said
    .normalize('NFKC')
    .split(/[\s,，]+/u)
    .filter((part) => part !== '')
    .slice(0, MOST_PARTS);
  if (parts.length === 0) return [];
  const [found, areas] = [await findByWords(work, parts, MOST), await boundariesOf(work)];
  return found.map(({ id, kind, address, name, grid, shape }) => {
    const { west, south, east, north } = boxOf(positionsOf(shape));
    const [lng, lat] = [(west + east) / 2, (south + north) / 2];
    const place = placeIn(areas, lng, lat);
    return {
      id,
      kind,
      address,
      name,
      lng,
      lat,
      grid: grid ?? place?.grid ?? null,
      community: (grid === null ? undefined : areas.above.get(grid)) ?? place?.community ?? null,
    };
  });
}
