import { metresBetween } from '@fengqiao/contract/nearness.ts';
import type { Settings } from '#platform/config.ts';
import type { Work } from '#platform/work.ts';
import { compileGrids, locate as find, type GridIndex } from '../domain/grid-index.ts';
import { areaShapes, edition, streetBox } from '../store/areas.ts';
import { buildingsAround } from '../store/buildings.ts';

export type Located = { readonly community: string | null; readonly grid: string | null };

type Known = {
  readonly edition: number;
  readonly street: GridIndex;
  readonly communities: GridIndex;
  readonly grids: GridIndex;
  readonly above: ReadonlyMap<string, string | null>;
};

// One process may serve several databases, as tests do; the settings stand for the one at hand.
const known = new WeakMap<Settings, Map<string, Known>>();
const ADDRESS_METRES = 60;
const ADDRESS_DEGREES = 0.001;

/** The community and grid at a place (WGS84 degrees), or null outside the street. Boundaries are kept until one changes. */
export async function locate(work: Work, lng: number, lat: number): Promise<Located | null> {
  return placeIn(await boundariesOf(work), lng, lat);
}

/** The same without asking whether a boundary has changed meanwhile; some microseconds. */
export function placeIn(areas: Known, lng: number, lat: number): Located | null {
  const grid = find(areas.grids, lng, lat);
  if (grid !== null) return { community: areas.above.get(grid) ?? null, grid };
  const community = find(areas.communities, lng, lat);
  if (community !== null) return { community, grid: null };
  return find(areas.street, lng, lat) === null ? null : { community: null, grid: null };
}

/** Asks for many places at once: the boundaries are looked up a single time. */
export async function locator(work: Work): Promise<(lng: number, lat: number) => Located | null> {
  const areas = await boundariesOf(work);
  return (lng, lat) => placeIn(areas, lng, lat);
}

/** The middle of the street's extent, WGS84 degrees, for what lies nowhere in it; null before boundaries are drawn. */
export async function middleOf(work: Work): Promise<{ lng: number; lat: number } | null> {
  const box = await streetBox(work);
  return box === null ? null : { lng: (box.west + box.east) / 2, lat: (box.south + box.north) / 2 };
}

/** The address of the nearest building within 60 m of a place, or null. */
export async function addressNear(work: Work, lng: number, lat: number): Promise<string | null> {
  const near = (await buildingsAround(work, lng, lat, ADDRESS_DEGREES))
    .map((one) => ({ address: one.address, metres: metresBetween([lng, lat], [one.lng, one.lat]) }))
    .toSorted((a, b) => a.metres - b.metres)[0];
  return near !== undefined && near.metres <= ADDRESS_METRES ? near.address : null;
}

/** The street's boundaries ready to be asked, read again only when a new edition was drawn. */
export async function boundariesOf(work: Work): Promise<Known> {
  const current = await edition(work);
  const ofDatabase = known.get(work.settings) ?? new Map<string, Known>();
  const kept = ofDatabase.get(work.street);
  if (kept?.edition === current) return kept;
  const areas = await areaShapes(work);
  const of = (level: string) =>
    compileGrids(
      areas.filter((area) => area.level === level).map((area) => ({ code: area.unit, shape: area.shape })),
    );
  const made = {
    edition: current,
    street: of('street'),
    communities: of('community'),
    grids: of('grid'),
    above: new Map(areas.map((area) => [area.unit, area.community])),
  };
  known.set(work.settings, ofDatabase.set(work.street, made));
  return made;
}
