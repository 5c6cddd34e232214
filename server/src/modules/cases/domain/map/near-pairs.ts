import { NEAR_METRES } from '../nearby.ts';
import { likeness } from '../pairs.ts';

export type Placed = {
  readonly id: string;
  readonly type: string | null;
  readonly title: string;
  readonly lng: number;
  readonly lat: number;
};
export type Pair<P extends Placed = Placed> = {
  readonly a: P;
  readonly b: P;
  readonly metres: number;
  /** How alike they read, 0 to 1. */
  readonly likeness: number;
};

export const MOST_PAIRS = 100;
/** Near and of one type is not enough on a street of shops; they must also say much the same. */
const LEAST_OF_A_TYPE = 0.3;
const LEAST_OTHERWISE = 0.5;
/** A little more than NEAR_METRES at any latitude of the country. */
const CELL_DEGREES = 0.002;

/** Pairs of cases that may be the same problem, the likeliest first; each is held only against those of its own and the next cells. */
export function nearPairs<P extends Placed>(
  cases: readonly P[],
  metresBetween: (a: P, b: P) => number,
): Pair<P>[] {
  const cells = Map.groupBy(cases, ({ lng, lat }) => cellOf(lng, lat, 0, 0));
  const order = new Map(cases.map(({ id }, i) => [id, i]));
  const pairs = cases.flatMap((a) =>
    around.flatMap(([x, y]) =>
      (cells.get(cellOf(a.lng, a.lat, x, y)) ?? []).flatMap((b) =>
        (order.get(b.id) ?? 0) > (order.get(a.id) ?? 0) ? (pairOf(a, b, metresBetween) ?? []) : [],
      ),
    ),
  );
  return pairs.toSorted((one, other) => other.likeness - one.likeness).slice(0, MOST_PAIRS);
}

const around = [-1, 0, 1].flatMap((x) => [-1, 0, 1].map((y) => [x, y] as const));

const cellOf = (lng: number, lat: number, x: number, y: number) =>
  `${Math.floor(lng / CELL_DEGREES) + x},${Math.floor(lat / CELL_DEGREES) + y}`;

function pairOf<P extends Placed>(a: P, b: P, metresBetween: (a: P, b: P) => number): Pair<P> | null {
  const metres = metresBetween(a, b);
  if (metres > NEAR_METRES) return null;
  const alike = likeness(a.title, b.title);
  const least = a.type !== null && a.type === b.type ? LEAST_OF_A_TYPE : LEAST_OTHERWISE;
  return alike < least ? null : { a, b, metres, likeness: alike };
}
