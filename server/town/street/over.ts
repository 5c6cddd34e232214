import { cutAtCrossings } from '../../src/modules/grids/domain/arrangement.ts';
import { isInRange } from '../../src/modules/grids/domain/crs.ts';
import {
  boxOf,
  type Box,
  type Polygon,
  type Position,
  type Ring,
} from '../../src/modules/grids/domain/geojson.ts';
import { planeAt, toDegrees, toPlane } from '../../src/modules/grids/domain/plane.ts';
import { areaOf, at, isInside, pointInside, signedArea } from '../../src/modules/grids/domain/ring.ts';
import { numberGrids, readingOrder } from '../../src/modules/grids/domain/unit-code.ts';
import { Random } from '../names/random.ts';
import { BlockMap, OUTLINE_OWNER, PER_METRE } from './block-map.ts';
import { divide } from './divide.ts';
import type { Both, Community, Grid, Street } from './types.ts';

/** An extent, or the places of requests: the street is drawn around either (WGS84 degrees). */
export type Over = { readonly box: Box } | { readonly points: readonly Position[] };
export type OverOptions = Both & {
  readonly seed: string | number;
  readonly id: string;
  /** 9 digits; begin with 000000 for a place that has no Chinese code. */
  readonly code: string;
  readonly communities?: number;
  readonly gridsPerCommunity?: number;
  /** How far the outline runs outside the outermost place. */
  readonly marginMetres?: number;
};
export type PlainGrid = Omit<Grid, 'zone'>;
export type PlainStreet = Pick<Street, 'id' | 'code' | 'zh' | 'en' | 'outline' | 'communities'> & {
  readonly grids: readonly PlainGrid[];
};

/** More places than this make the cuts no better. */
const MOST_PLACES = 1500;
/** Empty land counts a little, so that no grid is endless. */
const WEIGHT_OF_AREA = 0.3;

/**
 * A street of communities and grids over an extent or a cloud of places, such as a foreign city's requests: dense
 * parts get small grids, every place lies inside, and the grids tile the communities exactly. Households are 0.
 */
export function generateOver(over: Over, options: OverOptions): PlainStreet {
  const places = 'points' in over ? over.points.filter(isInRange) : corners(over.box);
  const box = boxOf(places);
  const middle: Position = [(box.west + box.east) / 2, (box.south + box.north) / 2];
  const plane = planeAt(middle);
  const random = new Random(options.seed);
  const spread = places.map((place) => toPlane(plane, place));
  const hull = hullAround(spread, options.marginMetres ?? 300);
  const map = new BlockMap(
    cutAtCrossings(hull.slice(1).map((b, i) => ({ a: at(hull, i), b, owner: OUTLINE_OWNER }))),
    hull,
  );
  const weigh = weigher(
    'points' in over ? random.shuffle(spread).slice(0, MOST_PLACES) : [],
    signedArea(hull) / PER_METRE ** 2,
  );
  const wholes = map.blocks.flatMap((block) =>
    divide(map, block, options.communities ?? 20, { random, weigh }),
  );
  const order = readingOrder(wholes.map((block) => pointInside([map.ring(block)])));
  const parts = order.map((i) =>
    divide(map, at(wholes, i), options.gridsPerCommunity ?? 20, { random, weigh }),
  );
  const polygon = (ring: Ring): Polygon => ({
    type: 'Polygon',
    coordinates: [ring.map((point) => toDegrees(plane, point))],
  });
  const area = (ring: Ring) => ({
    shape: polygon(ring),
    squareMetres: areaOf([ring]),
    middle: toDegrees(plane, pointInside([ring])),
    households: 0,
  });
  const { id, code, zh, en } = options;
  const communities = parts.map((blocks, i): Community => ({
    id: unitId('c', i),
    code: code + String(i + 1).padStart(3, '0'),
    zh: `第${i + 1}社区`,
    en: `Community ${i + 1}`,
    ...area(around(map, blocks)),
  }));
  const grids = parts.flatMap((blocks, i) =>
    gridsOf(
      at(communities, i),
      blocks.map((block) => area(map.ring(block))),
    ),
  );
  return { id, code, zh, en, outline: { zh, en, ...area(around(map, parts.flat())) }, communities, grids };
}

type Area = Pick<Grid, 'shape' | 'squareMetres' | 'middle' | 'households'>;

function gridsOf(community: Community, areas: readonly Area[]): PlainGrid[] {
  const codes = numberGrids(
    community.code,
    areas.map((area) => area.middle),
  );
  return areas.map((area, i) => {
    const number = Number(at(codes, i).slice(-3));
    return {
      ...area,
      id: `${community.id}-${unitId('g', number - 1)}`,
      code: at(codes, i),
      community: community.id,
      zh: `${community.zh}第${number}网格`,
      en: `${community.en} Grid ${number}`,
      purpose: 'basic',
    };
  });
}

function unitId(letter: string, index: number): string {
  return letter + String(index + 1).padStart(2, '0');
}

function around(map: BlockMap, blocks: readonly number[]): Ring {
  const ring = map.outlineOf(new Set(blocks));
  if (ring === null) throw new Error('these blocks are not in one piece');
  return ring;
}

function corners({ west, south, east, north }: Box): Position[] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
}

function weigher(places: readonly Position[], wholeArea: number): (ring: readonly Position[]) => number {
  return (ring) => {
    const box = boxOf(ring);
    const inside = places.filter(
      (place) =>
        place[0] >= box.west &&
        place[0] <= box.east &&
        place[1] >= box.south &&
        place[1] <= box.north &&
        isInside([ring], place),
    );
    const share = places.length === 0 ? 0 : inside.length / places.length;
    return share + WEIGHT_OF_AREA * (signedArea(ring) / wholeArea);
  };
}

/** The convex outline of places with a margin, in whole centimetres, closed and counter-clockwise. */
function hullAround(places: readonly Position[], margin: number): Position[] {
  const wide = hullOf(places).flatMap(([x, y]) =>
    Array.from({ length: 12 }, (_, i): Position => {
      const turn = (i / 12) * 2 * Math.PI;
      return [
        Math.round((x + margin * Math.cos(turn)) * PER_METRE),
        Math.round((y + margin * Math.sin(turn)) * PER_METRE),
      ];
    }),
  );
  const hull = hullOf(wide);
  return [...hull, at(hull, 0)];
}

/** Andrew's monotone chain. */
function hullOf(places: readonly Position[]): Position[] {
  const sorted = [...places].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (points: readonly Position[]): Position[] => {
    const chain: Position[] = [];
    for (const point of points) {
      while (chain.length > 1 && turn(at(chain, chain.length - 2), at(chain, chain.length - 1), point) <= 0)
        chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return sorted.length < 2 ? sorted : [...half(sorted), ...half(sorted.toReversed())];
}

function turn(a: Position, b: Position, c: Position): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}
