import type { Position } from '../../src/modules/grids/domain/geojson.ts';
import { centroid, isInside, lengthOf, signedArea } from '../../src/modules/grids/domain/ring.ts';
import type { Random } from '../names/random.ts';
import type { BlockMap } from './block-map.ts';
import type { Plan } from './plan.ts';
import type { Zone } from './types.ts';

/** Square metres of ground per grid: what 300–500 households need where people live, one site elsewhere. */
export const GROUND_PER_GRID: Record<Zone, number> = {
  old_quarter: 34_000,
  village: 35_000,
  rows: 37_000,
  garden: 40_000,
  towers: 43_000,
  industry: 120_000,
  office: 45_000,
  mall: 60_000,
  school: 45_000,
  hospital: 45_000,
  park: 400_000,
  wetland: 400_000,
};

/** Zones where people live and a grid holds 300–500 households. */
export const LIVED_IN: readonly Zone[] = ['old_quarter', 'village', 'rows', 'garden', 'towers'];

/** The middle of the old town in metres, and how far it reaches. */
const OLD_TOWN = { middle: [-30, -330], east: 480, north: 480 } as const;
/** Farmers' houses that the town grew around, at its edges. */
const VILLAGES: readonly Position[] = [
  [-1560, -820],
  [1500, -950],
  [-1720, 250],
  [1700, 700],
];
const WETLAND: Position = [-700, -1290];

/** Blocks whose area is this little for their border (metres) are strips along water, and stay green. */
const NARROW_METRES = 62;

/** What each block is used for, from where it lies. */
export function zoneBlocks(map: BlockMap, plan: Plan, random: Random): Map<number, Zone> {
  const zones = new Map<number, Zone>();
  const lake = centroid(plan.lake);
  for (const block of map.blocks) {
    const ring = map.ring(block);
    if (isInside([ring], lake)) zones.set(block, 'park');
    else if (isInside([ring], WETLAND)) zones.set(block, 'wetland');
    else if ((2 * signedArea(ring)) / lengthOf(ring) < NARROW_METRES) zones.set(block, 'park');
    else zones.set(block, zoneAt(centroid(ring), random));
  }
  return zones;
}

function zoneAt(middle: Position, random: Random): Zone {
  const [x, y] = middle;
  const fromOldTown = Math.hypot(
    (x - OLD_TOWN.middle[0]) / OLD_TOWN.east,
    (y - OLD_TOWN.middle[1]) / OLD_TOWN.north,
  );
  if (fromOldTown < 1) return 'old_quarter';
  if (y > 720 && x > -1000 && x < 1150) return 'industry';
  if (VILLAGES.some(([vx, vy]) => Math.hypot(x - vx, y - vy) < 240)) return 'village';
  const fromCentre = Math.hypot(x / 1900, y / 1500);
  return fromCentre < 0.6
    ? random.weighted<Zone>([
        ['rows', 5],
        ['garden', 4],
        ['towers', 2],
      ])
    : random.weighted<Zone>([
        ['rows', 2],
        ['garden', 4],
        ['towers', 4],
      ]);
}
