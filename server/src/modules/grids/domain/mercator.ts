import type { Box, Position } from './geojson.ts';

/** A tile by its zoom and number. */
export type TileNumber = { readonly z: number; readonly x: number; readonly y: number };

/** How finely a place is told on the world's square: 2^26 steps a side, half a metre at our latitude. */
export const FINEST = 26;
const STEPS = 2 ** FINEST;
const MOST_LATITUDE = 85.05;
const HALF = 2 ** 13;

/** Degrees → the web map's square, 0 to 1 eastwards and southwards. */
export function toSquare([lng, lat]: Position): Position {
  const sine = Math.sin((Math.max(-MOST_LATITUDE, Math.min(MOST_LATITUDE, lat)) / 180) * Math.PI);
  return [(lng + 180) / 360, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

/** The web map's square → degrees. */
export function fromSquare([x, y]: Position): Position {
  return [x * 360 - 180, (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) / Math.PI) * 180];
}

/** Whether a tile of this number exists at its zoom. */
export const isTile = ({ z, x, y }: TileNumber): boolean => x < 2 ** z && y < 2 ** z;

/** The ground a tile covers, in degrees. */
export function boxOfTile({ z, x, y }: TileNumber): Box {
  const side = 2 ** z;
  const [west, north] = fromSquare([x / side, y / side]);
  const [east, south] = fromSquare([(x + 1) / side, (y + 1) / side]);
  return { west, south, east, north };
}

/**
 * The quad of a place: its steps east and south interleaved bit by bit, so that whatever lies in one tile lies in one range.
 * The same number as `cases.quad` in the database reckons.
 */
export function quadOf(position: Position): number {
  const [x, y] = toSquare(position);
  return quadAt(step(x), step(y));
}
const step = (share: number) => Math.max(0, Math.min(STEPS - 1, Math.floor(share * STEPS)));

/** The quad of a step; both halves are spread apart, since bits beyond the 31st are lost to shifts. */
export function quadAt(x: number, y: number): number {
  const low = spread(x % HALF) + 2 * spread(y % HALF);
  return low + (spread(Math.floor(x / HALF)) + 2 * spread(Math.floor(y / HALF))) * HALF * HALF;
}

/** The steps a quad was made of. */
export function stepsOf(quad: number): Position {
  const low = quad % (HALF * HALF);
  const high = Math.floor(quad / (HALF * HALF));
  return [gather(low) + gather(high) * HALF, gather(low >> 1) + gather(high >> 1) * HALF];
}

/** The quads that lie in a tile: from the first up to, not with, the last. */
export function quadsOf({ z, x, y }: TileNumber): { readonly from: number; readonly below: number } {
  const size = 4 ** (FINEST - z);
  const side = 2 ** (FINEST - z);
  const from = quadAt(x * side, y * side);
  return { from, below: from + size };
}

/** The tiles of a zoom that meet a box. */
export function tilesOver({ west, south, east, north }: Box, z: number): TileNumber[] {
  const side = 2 ** z;
  const [x0, y0] = toSquare([west, north]).map((share) => number(share, side));
  const [x1, y1] = toSquare([east, south]).map((share) => number(share, side));
  const tiles: TileNumber[] = [];
  for (let y = y0 ?? 0; y <= (y1 ?? 0); y += 1)
    for (let x = x0 ?? 0; x <= (x1 ?? 0); x += 1) tiles.push({ z, x, y });
  return tiles;
}
const number = (share: number, side: number) => Math.max(0, Math.min(side - 1, Math.floor(share * side)));

/** 13 bits with a gap before each. */
function spread(bits: number): number {
  let n = bits;
  n = (n | (n << 8)) & 0x00ff00ff;
  n = (n | (n << 4)) & 0x0f0f0f0f;
  n = (n | (n << 2)) & 0x33333333;
  return (n | (n << 1)) & 0x55555555;
}

function gather(bits: number): number {
  let n = bits & 0x55555555;
  n = (n | (n >> 1)) & 0x33333333;
  n = (n | (n >> 2)) & 0x0f0f0f0f;
  n = (n | (n >> 4)) & 0x00ff00ff;
  return (n | (n >> 8)) & 0x0000ffff;
}
