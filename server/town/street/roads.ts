import { boxOf, type Box, type Position } from '../../src/modules/grids/domain/geojson.ts';
import { at, distanceToPiece } from '../../src/modules/grids/domain/ring.ts';
import type { Both, Line } from './types.ts';

/** Metres of road for one house number on each side. */
const METRES_PER_NUMBER = 7;

/** The named roads of a town, and the house numbers given away on them: odd on the left, even on the right. */
export class Roads {
  readonly #named: readonly { road: Line; box: Box }[];
  readonly #taken = new Set<string>();

  constructor(lines: readonly Line[]) {
    this.#named = lines
      .filter(({ zh, kind }) => zh !== '' && !['river', 'canal', 'creek', 'border'].includes(kind))
      .map((road) => ({ road, box: boxOf(road.points) }));
  }

  /** The road nearest to a point, and the metres from its edge. */
  nearest(point: Position): { road: Line; metres: number } {
    let best: { road: Line; metres: number } | null = null;
    for (const { road, box } of this.#named) {
      if (best && outside(point, box) - road.width / 2 > best.metres) continue;
      const metres = place(point, road.points).metres - road.width / 2;
      if (!best || metres < best.metres) best = { road, metres };
    }
    if (!best) throw new Error('a town without roads');
    return best;
  }

  /** A house number on the nearest road that nobody else has. */
  address(point: Position): { zh: string; en: string } {
    const { road } = this.nearest(point);
    const { along, isLeft } = place(point, road.points);
    let number = 2 * Math.floor(along / METRES_PER_NUMBER) + (isLeft ? 1 : 2);
    while (this.#taken.has(`${road.zh}${number}`)) number += 2;
    this.#taken.add(`${road.zh}${number}`);
    return { zh: `${road.zh}${number}号`, en: `${number} ${road.en}` };
  }
}

/** Metres from a point to a box, 0 inside. */
function outside([x, y]: Position, { west, south, east, north }: Box): number {
  return Math.hypot(Math.max(west - x, 0, x - east), Math.max(south - y, 0, y - north));
}

/** Where along a line a point lies, on which side, and how far away. Metres. */
function place(
  point: Position,
  line: readonly Position[],
): { along: number; isLeft: boolean; metres: number } {
  let best = { along: 0, isLeft: true, metres: Infinity };
  let passed = 0;
  for (let i = 0; i + 1 < line.length; i++) {
    const [a, b] = [at(line, i), at(line, i + 1)];
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    const metres = distanceToPiece(point, a, b);
    if (metres < best.metres) {
      const dot = ((point[0] - a[0]) * (b[0] - a[0]) + (point[1] - a[1]) * (b[1] - a[1])) / (length || 1);
      const isLeft = (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0]) > 0;
      best = { along: passed + Math.min(length, Math.max(0, dot)), isLeft, metres };
    }
    passed += length;
  }
  return best;
}

/** Both languages with something put before them or after them. */
export function joined(before: Both, after: Both): Both {
  return { zh: before.zh + after.zh, en: `${after.en}, ${before.en}` };
}
