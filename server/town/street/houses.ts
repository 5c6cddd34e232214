import { at } from '../../src/modules/grids/domain/ring.ts';
import type { Random } from '../names/random.ts';
import type { Form } from './footprint.ts';
import type { Box, Site } from './site.ts';
import type { BuildingUse, Zone } from './types.ts';

/** A building before it has an address. `flats` are homes on each floor. */
export type Draft = {
  readonly box: Box;
  readonly form: Form;
  readonly use: BuildingUse;
  readonly flats: number;
  readonly stairs: number;
  readonly floors: number;
  readonly households: number;
};

/** A basic grid holds 300 to 500 households (GB/T 34300); we stay a little inside. */
const LEAST_HOUSEHOLDS = 315;
const MOST_HOUSEHOLDS = 485;

/** How homes of a kind are laid out: sizes and gaps in metres, `[from, to]`. */
type Pattern = {
  readonly length: readonly [number, number];
  readonly depth: readonly [number, number];
  readonly sideGap: readonly [number, number];
  readonly rowGap: readonly [number, number];
  /** Distance from roads, waters and the border. */
  readonly distance: number;
  /** How far fronts turn from due south (radians). */
  readonly lean: number;
  readonly floors: readonly [number, number];
  readonly forms: readonly (readonly [Form, number])[];
  /** Share of places left empty, for trees and wells. */
  readonly empty: number;
};

/** `tight` is for ground so cut up by water and roads that nothing else fits. */
type HomeKind = Zone | 'tight';

const PATTERNS: Partial<Record<HomeKind, Pattern>> = {
  old_quarter: {
    length: [13, 21],
    depth: [12, 16],
    sideGap: [0.8, 4],
    rowGap: [3.5, 7],
    distance: 1.5,
    lean: 0.8,
    floors: [1, 3],
    forms: [
      ['plain', 5],
      ['court', 3],
      ['angle', 3],
    ],
    empty: 0.06,
  },
  village: {
    length: [10, 13],
    depth: [11, 13],
    sideGap: [3, 7],
    rowGap: [9, 12],
    distance: 5,
    lean: 0.35,
    floors: [2, 4],
    forms: [
      ['plain', 8],
      ['angle', 2],
    ],
    empty: 0.1,
  },
  rows: {
    length: [38, 66],
    depth: [11, 12.5],
    sideGap: [9, 14],
    rowGap: [18, 22],
    distance: 7,
    lean: 0.3,
    floors: [4, 7],
    forms: [
      ['plain', 4],
      ['stepped', 1],
    ],
    empty: 0.03,
  },
  garden: {
    length: [32, 46],
    depth: [14, 16],
    sideGap: [13, 20],
    rowGap: [28, 36],
    distance: 9,
    lean: 0.3,
    floors: [7, 14],
    forms: [
      ['stepped', 5],
      ['cross', 1],
    ],
    empty: 0.05,
  },
  towers: {
    length: [26, 34],
    depth: [17, 20],
    sideGap: [22, 32],
    rowGap: [40, 50],
    distance: 11,
    lean: 0.3,
    floors: [12, 33],
    forms: [
      ['cross', 4],
      ['stepped', 1],
    ],
    empty: 0,
  },
  tight: {
    length: [20, 28],
    depth: [14, 18],
    sideGap: [10, 16],
    rowGap: [16, 26],
    distance: 5,
    lean: 0.6,
    floors: [8, 33],
    forms: [['cross', 1]],
    empty: 0,
  },
};

/**
 * The homes of a grid: as much as the ground takes, 300 to 500 households in it. `prepare` makes the site, for
 * fronts that lean so far (radians), with whatever else shall stand there; it is answered with the homes. Every trial makes denser homes; null when
 * nothing holds enough of them.
 */
export function buildHomes<Ready extends { site: Site }>(
  zone: Zone,
  random: Random,
  prepare: (lean: number, trial: number) => Ready,
): (Ready & { homes: Draft[] }) | null {
  const wished = Math.round(Math.min(MOST_HOUSEHOLDS, Math.max(LEAST_HOUSEHOLDS, random.normal(400, 42))));
  for (const [trial, kind] of ([zone, 'rows', 'towers', 'tight'] as const).entries()) {
    const pattern = PATTERNS[kind];
    if (!pattern) continue;
    const ready = prepare(pattern.lean, trial);
    const homes = fill(layRows(ready.site, pattern, random), kind, { pattern, wished, random });
    if (homes) return { ...ready, homes };
  }
  return null;
}

/** Rows from south to north; within a row from west to east wherever there is room. */
function layRows(site: Site, pattern: Pattern, random: Random): Box[] {
  const boxes: Box[] = [];
  const pick = ([from, to]: readonly [number, number]) => random.between(from, to);
  for (let v = -site.halfDepth; v < site.halfDepth;) {
    const depth = pick(pattern.depth);
    let found = false;
    for (let u = -site.halfLength + random.between(0, 8); u < site.halfLength;) {
      const length = pick(pattern.length);
      const shift = random.normal(0, pattern.distance < 3 ? 0.7 : 0.2);
      const box = site.place(u + length / 2, v + depth / 2 + shift, {
        length,
        depth,
        distance: pattern.distance,
      });
      if (box && !random.chance(pattern.empty)) boxes.push(box);
      found ||= box !== null;
      u += box ? length + pick(pattern.sideGap) : 4;
    }
    v += found ? depth + pick(pattern.rowGap) : 4;
  }
  return boxes;
}

/** Gives the buildings floors and households, at most as many as wished; null when they cannot hold enough. */
function fill(
  boxes: readonly Box[],
  kind: HomeKind,
  how: { pattern: Pattern; wished: number; random: Random },
): Draft[] | null {
  const { pattern, random } = how;
  const [fewest, most] = pattern.floors;
  const homes = thinned(
    boxes.map((box) => ({ box, ...entrances(box, kind, random) })),
    (how.wished * 1.25) / fewest,
  );
  const perFloor = homes.reduce((sum, home) => sum + home.flats, 0);
  const wished = Math.min(how.wished, Math.floor(perFloor * most * 0.95));
  if (wished < LEAST_HOUSEHOLDS) return null;
  const drafts = homes.map((home) => {
    const floors = Math.ceil(wished / perFloor + random.normal(0, (most - fewest) / 8));
    const form = random.weighted(pattern.forms);
    return { ...home, floors: Math.min(most, Math.max(fewest, floors)), form, use: 'residential' as const };
  });
  const shares = shareOut(
    drafts.map((draft) => draft.flats * draft.floors),
    wished,
  );
  return drafts.map((draft, i) => ({ ...draft, households: at(shares, i) }));
}

/** Where even the lowest houses would hold too many homes, every so many stay away and leave a garden. */
function thinned<Home extends { flats: number }>(homes: readonly Home[], mostFlats: number): readonly Home[] {
  const flats = homes.reduce((sum, home) => sum + home.flats, 0);
  if (flats <= mostFlats) return homes;
  const share = mostFlats / flats;
  return homes.filter((_, i) => Math.floor((i + 1) * share) > Math.floor(i * share));
}

/** Stairs (单元) and homes on each floor that a building of this size has. */
function entrances(box: Box, kind: HomeKind, random: Random): { stairs: number; flats: number } {
  if (kind === 'towers' || kind === 'tight') return { stairs: 1, flats: random.int(3, 5) };
  if (kind === 'garden') return { stairs: 2, flats: random.pick([4, 4, 6]) };
  if (kind === 'rows') {
    const stairs = Math.max(2, Math.round(box.length / 16));
    return { stairs, flats: 2 * stairs };
  }
  return { stairs: 1, flats: kind === 'village' ? random.int(2, 4) : random.int(3, 5) };
}

/** Shares a number out in proportion to the room of each. */
function shareOut(room: readonly number[], wished: number): number[] {
  const all = room.reduce((sum, one) => sum + one, 0);
  let passed = 0;
  let given = 0;
  return room.map((one) => {
    passed += one;
    const upToHere = Math.round((wished * passed) / all);
    const share = upToHere - given;
    given = upToHere;
    return share;
  });
}
