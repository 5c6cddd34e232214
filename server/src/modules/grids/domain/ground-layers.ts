import type { Drawing, Position } from './geojson.ts';
import { polygonsOf } from './geojson.ts';
import { pointInside } from './ring.ts';

/** What the base map is drawn from, whichever table it stands in. */
export type Drawn = {
  readonly kind: 'road' | 'water' | 'place' | 'building';
  readonly zh: string;
  readonly en: string;
  readonly subkind: string;
  readonly width: number | null;
  readonly floors: number | null;
  readonly shape: Drawing;
};
export type Bounded = {
  readonly unit: string;
  readonly level: 'street' | 'community' | 'grid';
  readonly community: string | null;
  readonly zh: string;
  readonly en: string;
  readonly shape: Drawing;
};

export type Tags = Readonly<Record<string, string | number>>;
export type LayerFeature = { readonly tags: Tags; readonly shape: Drawing };

/** The layers of a ground tile, each with the zoom from which on it is worth its bytes. */
export const groundLayers = {
  area: 0,
  water: 0,
  green: 12,
  road: 11,
  building: 14,
  name: 0,
  place: 14,
} as const;
export type GroundLayer = keyof typeof groundLayers;
export type Layers = Readonly<Record<GroundLayer, readonly LayerFeature[]>>;

/** Sorts what is known of the ground into layers. Names stand at a point inside what they name. */
export function layersOf(areas: readonly Bounded[], drawn: readonly Drawn[]): Layers {
  const of = (kind: Drawn['kind']) => drawn.filter((one) => one.kind === kind && !isEmpty(one.shape));
  return {
    area: areas.map(({ unit, level, shape }) => ({ tags: { unit, level }, shape })),
    name: areas.map((one) => ({
      tags: namesOf(one, { unit: one.unit, level: one.level }),
      shape: middle(one.shape),
    })),
    water: of('water').map((one) => ({ tags: namesOf(one, { kind: one.subkind }), shape: one.shape })),
    road: of('road').map((one) => ({
      tags: namesOf(one, { kind: one.subkind, width: one.width ?? 0 }),
      shape: one.shape,
    })),
    green: of('place')
      .filter(({ shape }) => shape.type !== 'Point')
      .map((one) => ({ tags: { kind: one.subkind }, shape: one.shape })),
    place: of('place').map((one) => ({
      tags: namesOf(one, { kind: one.subkind }),
      shape: middle(one.shape),
    })),
    building: of('building').map((one) => ({
      tags: { use: one.subkind, floors: one.floors ?? 1, zh: one.zh },
      shape: one.shape,
    })),
  };
}

/** Without an English name, the Chinese one stands for both. */
const namesOf = ({ zh, en }: { zh: string; en: string }, more: Tags): Tags => ({ zh, en: en || zh, ...more });

const isEmpty = ({ coordinates }: Drawing) => coordinates.length === 0;

function middle(shape: Drawing): Drawing {
  if (shape.type === 'Point') return shape;
  return { type: 'Point', coordinates: middleOf(shape) };
}

function middleOf(shape: Exclude<Drawing, { type: 'Point' }>): Position {
  if (shape.type === 'LineString')
    return shape.coordinates[Math.floor(shape.coordinates.length / 2)] ?? [0, 0];
  const largest = polygonsOf(shape).toSorted((a, b) => (b[0]?.length ?? 0) - (a[0]?.length ?? 0))[0];
  return pointInside(largest ?? []);
}
