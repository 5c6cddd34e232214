import Flatbush from 'flatbush';
import type { Position, Ring } from '../../src/modules/grids/domain/geojson.ts';
import { at, centroid, isInside } from '../../src/modules/grids/domain/ring.ts';
import { extent, longAxis } from './divide.ts';

/** A box on the ground: middle (metres), angle of its long side (radians), length and depth (metres). */
export type Box = {
  readonly middle: Position;
  readonly angle: number;
  readonly length: number;
  readonly depth: number;
};

type Strip = { readonly a: Position; readonly b: Position; readonly half: number };

/** Roads, waters and borders on which nothing may be built. */
export class Obstacles {
  readonly #strips: Strip[] = [];
  readonly #index: Flatbush;

  readonly #areas: readonly Ring[];

  constructor(
    lines: readonly { readonly points: readonly Position[]; readonly width: number }[],
    areas: readonly Ring[],
  ) {
    this.#areas = areas;
    for (const { points, width } of lines) {
      for (let i = 0; i + 1 < points.length; i++)
        this.#strips.push({ a: at(points, i), b: at(points, i + 1), half: width / 2 });
    }
    this.#index = new Flatbush(this.#strips.length);
    for (const { a, b, half } of this.#strips) {
      this.#index.add(
        Math.min(a[0], b[0]) - half,
        Math.min(a[1], b[1]) - half,
        Math.max(a[0], b[0]) + half,
        Math.max(a[1], b[1]) + half,
      );
    }
    this.#index.finish();
  }

  /** Whether a box keeps its distance (metres) from all of them. */
  isClear(box: Box, distance: number): boolean {
    const {
      middle: [x, y],
      angle,
      length,
      depth,
    } = box;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    if (isInside(this.#areas, box.middle)) return false;
    const reach = (length + depth) / 2 + distance;
    const near = this.#index.search(x - reach, y - reach, x + reach, y + reach);
    const local = ([px, py]: Position): Position => [
      (px - x) * cos + (py - y) * sin,
      (py - y) * cos - (px - x) * sin,
    ];
    return !near.some((i) => {
      const { a, b, half } = at(this.#strips, i);
      return cuts(local(a), local(b), [length / 2 + half + distance, depth / 2 + half + distance]);
    });
  }
}

/** Whether a piece of line passes through the box of these half sizes around zero (Liang–Barsky). */
function cuts(a: Position, b: Position, [w, h]: readonly [number, number]): boolean {
  let from = 0;
  let to = 1;
  for (const [start, step, limit] of [
    [a[0], b[0] - a[0], w],
    [a[1], b[1] - a[1], h],
  ] as const) {
    if (step === 0) {
      if (Math.abs(start) > limit) return false;
      continue;
    }
    const [t1, t2] = [(-limit - start) / step, (limit - start) / step];
    from = Math.max(from, Math.min(t1, t2));
    to = Math.min(to, Math.max(t1, t2));
    if (from > to) return false;
  }
  return true;
}

/** Ground to build on, with its own axes: u along the fronts of houses, which look south, and v behind them. */
export class Site {
  readonly ring: Ring;
  readonly angle: number;
  readonly halfLength: number;
  readonly halfDepth: number;
  readonly #middle: Position;
  readonly #obstacles: Obstacles;
  #spots: Position[] | undefined;
  readonly #taken: { u: number; v: number; length: number; depth: number }[] = [];

  /** `lean` is how far fronts may turn from due south, in radians. */
  constructor(ring: Ring, obstacles: Obstacles, lean: number) {
    this.ring = ring;
    this.#obstacles = obstacles;
    this.#middle = centroid(ring);
    const long = longAxis(ring);
    const quarter = Math.round(long / (Math.PI / 2)) * (Math.PI / 2);
    this.angle = Math.max(-lean, Math.min(lean, long - quarter));
    const [length, depth] = extent(ring, this.angle);
    this.halfLength = length * 0.75;
    this.halfDepth = depth * 0.75;
  }

  /** Puts a building with its middle at u, v when there is room at a distance from everything; null otherwise. */
  place(
    u: number,
    v: number,
    size: { length: number; depth: number; distance: number; gap?: number },
  ): Box | null {
    const middle = this.#point(u, v);
    const box = { middle, angle: this.angle, length: size.length, depth: size.depth };
    if (
      !this.#isFree(u, v, size) ||
      !isInside([this.ring], middle) ||
      !this.#obstacles.isClear(box, size.distance)
    )
      return null;
    this.#taken.push({ u, v, length: size.length, depth: size.depth });
    return box;
  }

  /** The room for a box nearest to the middle, or to the edge, tried on a raster of some metres. */
  placeAnywhere(size: {
    length: number;
    depth: number;
    distance: number;
    gap?: number;
    atEdge?: boolean;
  }): Box | null {
    this.#spots ??= this.#raster();
    for (const [u, v] of size.atEdge ? this.#spots.toReversed() : this.#spots) {
      const box = this.place(u, v, size);
      if (box) return box;
    }
    return null;
  }

  /** Points of the ground every 12 m, from the middle outwards. */
  #raster(): Position[] {
    const spots: Position[] = [];
    for (let u = -this.halfLength; u <= this.halfLength; u += 12) {
      for (let v = -this.halfDepth; v <= this.halfDepth; v += 12) {
        if (isInside([this.ring], this.#point(u, v))) spots.push([u, v]);
      }
    }
    return spots.sort((a, b) => a[0] ** 2 + a[1] ** 2 - b[0] ** 2 - b[1] ** 2);
  }

  #point(u: number, v: number): Position {
    const [cos, sin] = [Math.cos(this.angle), Math.sin(this.angle)];
    return [this.#middle[0] + u * cos - v * sin, this.#middle[1] + u * sin + v * cos];
  }

  #isFree(
    u: number,
    v: number,
    { length, depth, gap = 0 }: { length: number; depth: number; gap?: number },
  ): boolean {
    return !this.#taken.some(
      (other) =>
        Math.abs(other.u - u) < (other.length + length) / 2 + gap &&
        Math.abs(other.v - v) < (other.depth + depth) / 2 + gap,
    );
  }
}
