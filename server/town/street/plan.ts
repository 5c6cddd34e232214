import type { Position, Ring } from '../../src/modules/grids/domain/geojson.ts';
import { signedArea } from '../../src/modules/grids/domain/ring.ts';
import type { Random } from '../names/random.ts';
import { clip, lengthAlong, pointAlong, smooth, smoothRing, wobble } from './curve.ts';
import {
  AVENUES,
  CANALS,
  corners,
  CREEKS,
  LAKE,
  OUTLINE,
  RING,
  RIVERS,
  SECONDARY,
  STREETS,
  type Drawn,
} from './bones.ts';
import { withoutStubs } from './junctions.ts';
import type { Line, RoadClass } from './types.ts';

/** Where the centre of the street lies: open water in the middle of Lake Tai, where nobody lives. */
export const CENTRE: Position = [120.1563, 31.2287];
const SQUARE_METRES = 9.04e6;

/** The bones of the town in metres around its centre. */
export type Plan = {
  readonly outline: Ring;
  readonly lines: readonly Line[];
  /** Dead-end creeks: water, but no border of anything. */
  readonly creeks: readonly Line[];
  readonly lake: Ring;
};

/** Draws the plan with a hand of its own for each seed; same bones, never the same lines. */
export function drawPlan(random: Random): Plan {
  const raw = smoothRing(wobble(corners(OUTLINE), random, 45), 40);
  const scale = Math.sqrt(SQUARE_METRES / signedArea(raw));
  const outline = raw.map(([x, y]): Position => [x * scale, y * scale]);
  const draw = (list: readonly Drawn[], kind: Line['kind'], rough: number): Line[] =>
    list.flatMap(([zh, en, width, points]) => {
      const curve = wobble(
        smooth(wobble(corners(points), random, rough), 30),
        random,
        kind === 'canal' ? 1.6 : 0.3,
      );
      return clip(curve, outline)
        .filter((piece) => lengthAlong(piece) > 60)
        .map((piece): Line => ({ zh, en, width, kind, points: piece }));
    });
  const road = (list: readonly Drawn[], kind: RoadClass) => draw(list, kind, 14);
  const canals = draw(CANALS, 'canal', 16);
  const ring: Line = {
    zh: '听枫环路',
    en: 'Tingfeng Ring Road',
    kind: 'ring',
    width: 32,
    points: smoothRing(wobble(corners(RING), random, 22), 35),
  };
  const lines = [
    ...draw(RIVERS, 'river', 28),
    ...canals,
    ...road(AVENUES, 'avenue'),
    ring,
    ...road(SECONDARY, 'secondary'),
    ...road(STREETS, 'street'),
  ];
  const lake = smoothRing(wobble(corners(LAKE), random, 12), 18);
  return {
    outline,
    lines: withoutStubs(lines, outline),
    creeks: [...drawCreeks(canals, outline, random), inlet(canals, lake)],
    lake,
  };
}

/** The dead-end creeks 浜 that leave canals at a right angle and end somewhere among the houses. */
function drawCreeks(canals: readonly Line[], outline: Ring, random: Random): Line[] {
  return CREEKS.flatMap(([zh, en]) => {
    const canal = random.pick(canals);
    const { point, angle } = pointAlong(canal.points, lengthAlong(canal.points) * random.between(0.1, 0.9));
    const turn = angle + (random.chance(0.5) ? 1 : -1) * (Math.PI / 2 + random.normal(0, 0.15));
    const bend = random.normal(0, 0.35);
    const reach = random.between(90, 230);
    const tip = (share: number): Position => [
      point[0] + Math.cos(turn + bend * share) * reach * share,
      point[1] + Math.sin(turn + bend * share) * reach * share,
    ];
    const [piece] = clip(smooth([point, tip(0.5), tip(1)], 15), outline);
    return piece && lengthAlong(piece) > 60
      ? [{ zh, en, kind: 'creek', width: random.between(7, 10), points: piece } satisfies Line]
      : [];
  });
}

/** The channel from the nearest canal into the lake. */
function inlet(canals: readonly Line[], lake: Ring): Line {
  const shore = canals.flatMap(({ points }) => points).flatMap((from) => lake.map((to) => ({ from, to })));
  const { from, to } = shore.reduce((best, one) => (gap(one) < gap(best) ? one : best));
  const into: Position = [to[0] + (to[0] - from[0]) * 0.25, to[1] + (to[1] - from[1]) * 0.25];
  return { zh: '湖口港', en: 'Hukou Inlet', kind: 'creek', width: 20, points: smooth([from, to, into], 15) };
}

function gap({ from, to }: { from: Position; to: Position }): number {
  return Math.hypot(from[0] - to[0], from[1] - to[1]);
}
