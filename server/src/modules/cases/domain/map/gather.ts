/** So many cases of one kind at one place of the map: steps on the finest square. */
export type Spot = {
  readonly x: number;
  readonly y: number;
  readonly kind: number;
  readonly count: number;
  readonly late: number;
};

/** What a tile shows at one place: how many cases, how many of each kind, how many late. */
export type Cluster = {
  /** In units of the tile, 0 to its extent. */
  readonly x: number;
  readonly y: number;
  readonly count: number;
  readonly late: number;
  readonly kinds: readonly number[];
};

export const EXTENT = 4096;

/** The further away, the more is counted together: so many bins on each side of a tile 512 pixels wide. */
export const binsAt = (z: number): number => (z <= 16 ? 8 : z === 17 ? 16 : 32);

/** A cluster keeps this share of its bin from its edge, so that neighbours do not cover each other. */
const MARGIN = 0.22;

type Square = { readonly x: number; readonly y: number; readonly side: number };
type Sum = { x: number; y: number; count: number; late: number; kinds: number[] };

/** Counts spots of one tile together, bin by bin; a cluster stands where its cases are on average. `square` is the tile in finest steps. */
export function gather(spots: Iterable<Spot>, square: Square, bins: number): Cluster[] {
  const sums = new Map<number, Sum>();
  for (const spot of spots) {
    const [x, y] = [(spot.x - square.x) / square.side, (spot.y - square.y) / square.side];
    if (x < 0 || y < 0 || x >= 1 || y >= 1) continue;
    const bin = Math.floor(y * bins) * bins + Math.floor(x * bins);
    const sum = sums.get(bin) ?? { x: 0, y: 0, count: 0, late: 0, kinds: [] };
    sum.x += x * spot.count;
    sum.y += y * spot.count;
    sum.count += spot.count;
    sum.late += spot.late;
    sum.kinds[spot.kind] = (sum.kinds[spot.kind] ?? 0) + spot.count;
    sums.set(bin, sum);
  }
  return [...sums].map(([bin, sum]) => ({
    x: within(sum.x / sum.count, bin % bins, bins),
    y: within(sum.y / sum.count, Math.floor(bin / bins), bins),
    count: sum.count,
    late: sum.late,
    kinds: Array.from(sum.kinds, (count) => count ?? 0),
  }));
}

function within(share: number, bin: number, bins: number): number {
  const inBin = Math.min(1 - MARGIN, Math.max(MARGIN, share * bins - bin));
  return Math.round(((bin + inBin) / bins) * EXTENT);
}
