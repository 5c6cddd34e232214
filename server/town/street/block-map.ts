import { pointKey, type Edge } from '../../src/modules/grids/domain/arrangement.ts';
import { subdivide } from '../../src/modules/grids/domain/faces.ts';
import type { Position, Ring } from '../../src/modules/grids/domain/geojson.ts';
import { at, isInside, signedArea } from '../../src/modules/grids/domain/ring.ts';

/** Points of the map are whole centimetres, so that neighbours share exactly the same corners. */
export const PER_METRE = 100;

/** Who draws the outline among the owners of edges. */
export const OUTLINE_OWNER = 0;

/** A cut through a block: from a point on its side `fromSide` to a point on its side `toSide` (metres). */
export type Cut = {
  readonly fromSide: number;
  readonly from: Position;
  readonly toSide: number;
  readonly to: Position;
};

/**
 * Blocks that tile an area without gaps or overlaps, and stay so while they are merged and cut: every border is
 * kept once and known to both of its blocks. Positions go in and come out in metres.
 */
export class BlockMap {
  readonly #points: Position[] = [];
  readonly #ids = new Map<string, number>();
  readonly #rings = new Map<number, readonly number[]>();
  readonly #blockOf = new Map<string, number>();
  #next = 0;

  /** From lines in centimetres that touch at their ends only. Loose ends are dropped. */
  constructor(edges: readonly Edge[], outline: Ring) {
    const isWithin = ({ a, b }: Edge) =>
      isInside([outline], [(a[0] + b[0]) / 2 / PER_METRE, (a[1] + b[1]) / 2 / PER_METRE]);
    const inside = edges.filter((edge) => edge.owners.includes(OUTLINE_OWNER) || isWithin(edge));
    for (const { rings } of subdivide(withoutLooseEnds(inside)).faces) {
      this.#add(
        at(rings, 0)
          .slice(0, -1)
          .map((point) => this.#id(point)),
      );
    }
  }

  get blocks(): number[] {
    return [...this.#rings.keys()];
  }

  /** The border of a block in metres, closed, counter-clockwise. */
  ring(block: number): Position[] {
    const ids = this.#corners(block);
    return [...ids, at(ids, 0)].map((id) => this.#metres(id));
  }

  /** Square metres. */
  area(block: number): number {
    return signedArea(this.ring(block));
  }

  /** Blocks that share a border with this one, and how many metres of it. */
  neighbours(block: number): Map<number, number> {
    const shared = new Map<number, number>();
    for (const [u, v] of sidesOf(this.#corners(block))) {
      const other = this.#blockOf.get(`${v}>${u}`);
      if (other === undefined) continue;
      const [a, b] = [this.#metres(u), this.#metres(v)];
      shared.set(other, (shared.get(other) ?? 0) + Math.hypot(a[0] - b[0], a[1] - b[1]));
    }
    return shared;
  }

  /** The one ring around a group of blocks in metres, or null when they do not make one piece without holes. */
  outlineOf(blocks: ReadonlySet<number>): Ring | null {
    const ids = this.#around(blocks);
    return ids && [...ids, at(ids, 0)].map((id) => this.#metres(id));
  }

  /** Makes one block of two; false, and nothing done, when the result would have a hole or a pinch. */
  merge(kept: number, gone: number): boolean {
    const ids = this.#around(new Set([kept, gone]));
    if (ids === null) return false;
    this.#drop(gone);
    this.#drop(kept);
    this.#set(kept, ids);
    return true;
  }

  /** Cuts a block in two; null when the cut would leave nothing on one side. */
  split(block: number, cut: Cut): [number, number] | null {
    const ids = this.#corners(block);
    const [a, b] = [at(ids, cut.fromSide), at(ids, (cut.fromSide + 1) % ids.length)];
    const [c, d] = [at(ids, cut.toSide), at(ids, (cut.toSide + 1) % ids.length)];
    const from = this.#pointOnSide([a, b], cut.from);
    const to = this.#pointOnSide([c, d], cut.to);
    const now = this.#corners(block);
    const i = now.indexOf(from);
    const j = now.indexOf(to);
    const turned = [...now.slice(i), ...now.slice(0, i)];
    const k = (j - i + now.length) % now.length;
    if (k < 2 || k > now.length - 2) return null;
    this.#drop(block);
    return [this.#add(turned.slice(0, k + 1)), this.#add([...turned.slice(k), at(turned, 0)])];
  }

  #corners(block: number): readonly number[] {
    const ids = this.#rings.get(block);
    if (ids === undefined) throw new RangeError(`no block ${block}`);
    return ids;
  }

  #metres(id: number): Position {
    const [x, y] = at(this.#points, id);
    return [x / PER_METRE, y / PER_METRE];
  }

  #id(point: Position): number {
    const key = pointKey(point);
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    this.#points.push(point);
    this.#ids.set(key, this.#points.length - 1);
    return this.#points.length - 1;
  }

  #add(ids: readonly number[]): number {
    this.#set(this.#next, ids);
    return this.#next++;
  }

  #set(block: number, ids: readonly number[]): void {
    this.#rings.set(block, ids);
    for (const [u, v] of sidesOf(ids)) this.#blockOf.set(`${u}>${v}`, block);
  }

  #drop(block: number): void {
    for (const [u, v] of sidesOf(this.#corners(block))) this.#blockOf.delete(`${u}>${v}`);
    this.#rings.delete(block);
  }

  /** A corner at a point of the side u→v, put into the blocks on both sides of it. */
  #pointOnSide([u, v]: readonly [number, number], [x, y]: Position): number {
    const id = this.#id([Math.round(x * PER_METRE), Math.round(y * PER_METRE)]);
    if (id === u || id === v) return id;
    for (const [from, to] of [
      [u, v],
      [v, u],
    ] as const) {
      const block = this.#blockOf.get(`${from}>${to}`);
      if (block === undefined) continue;
      const ids = this.#corners(block);
      const i = ids.findIndex((one, k) => one === from && at(ids, (k + 1) % ids.length) === to);
      this.#drop(block);
      this.#set(block, [...ids.slice(0, i + 1), id, ...ids.slice(i + 1)]);
    }
    return id;
  }

  #around(blocks: ReadonlySet<number>): number[] | null {
    const next = new Map<number, number>();
    for (const block of blocks) {
      for (const [u, v] of sidesOf(this.#corners(block))) {
        if (blocks.has(this.#blockOf.get(`${v}>${u}`) ?? -1)) continue;
        if (next.has(u)) return null;
        next.set(u, v);
      }
    }
    const [start] = next.keys();
    if (start === undefined) return null;
    const ids: number[] = [];
    for (let id: number | undefined = start; id !== undefined && ids.length <= next.size; id = next.get(id)) {
      ids.push(id);
      if (next.get(id) === start) break;
    }
    return ids.length === next.size ? ids : null;
  }
}

function sidesOf(ids: readonly number[]): [number, number][] {
  return ids.map((id, i) => [id, at(ids, (i + 1) % ids.length)]);
}

/** Edges that lead nowhere bound no block. */
function withoutLooseEnds(edges: readonly Edge[]): Edge[] {
  let left = [...edges];
  for (;;) {
    const degree = new Map<string, number>();
    for (const { a, b } of left) {
      for (const key of [pointKey(a), pointKey(b)]) degree.set(key, (degree.get(key) ?? 0) + 1);
    }
    const kept = left.filter(
      ({ a, b }) => (degree.get(pointKey(a)) ?? 0) > 1 && (degree.get(pointKey(b)) ?? 0) > 1,
    );
    if (kept.length === left.length) return kept;
    left = kept;
  }
}
