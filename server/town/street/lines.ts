import type { Position, Ring } from '../../src/modules/grids/domain/geojson.ts';
import { at } from '../../src/modules/grids/domain/ring.ts';
import { ribbon, trim } from './curve.ts';
import type { Built } from './ground.ts';
import { bankAt, isClosed, waterOf } from './junctions.ts';
import type { Plan } from './plan.ts';
import type { Both, Line, Road, RoadClass, Water } from './types.ts';

type Degrees = (point: Position) => Position;

const CLASSES: readonly RoadClass[] = ['avenue', 'ring', 'secondary', 'street', 'lane'];

/** The roads with a name; paths through estates are not on the map. */
export function drawRoads(lines: readonly Line[], degrees: Degrees): Road[] {
  const water = waterOf(lines);
  const named = lines.flatMap((line) =>
    CLASSES.filter((kind) => kind === line.kind && line.zh !== '').map((kind) => ({ ...line, class: kind })),
  );
  return named.map(({ zh, en, width, points, class: roadClass }, i) => ({
    id: `r${String(i + 1).padStart(3, '0')}`,
    zh,
    en,
    class: roadClass,
    width,
    shape: { type: 'LineString', coordinates: ashore(points, water).map(degrees) },
  }));
}

function ashore(points: readonly Position[], water: readonly Line[]): readonly Position[] {
  if (isClosed(points)) return points;
  return trim(points, bankAt(at(points, 0), water), bankAt(at(points, points.length - 1), water));
}

/** Rivers, canals and creeks as areas along their lines, then the lake and the ponds. */
export function drawWater(plan: Plan, built: readonly Built[], degrees: Degrees): Water[] {
  const flowing = [...plan.lines, ...plan.creeks].flatMap((line) => {
    const { kind, zh, en, width, points } = line;
    if (kind !== 'river' && kind !== 'canal' && kind !== 'creek') return [];
    const ring = ribbon(points, (share) => width * breadth(kind, share));
    return [{ zh, en, kind, width, ring, points }];
  });
  const ponds = built
    .flatMap((one) => one.ponds)
    .map((ring, i) => still(ring, 'pond', { zh: `${i + 1}号塘`, en: `Pond ${i + 1}` }));
  const lake = still(plan.lake, 'lake', { zh: '青荷湖', en: 'Qinghe Lake' });
  return [...flowing, lake, ...ponds].map(({ zh, en, kind, width, ring, points }, i) => ({
    id: `w${String(i + 1).padStart(3, '0')}`,
    zh,
    en,
    kind,
    width,
    shape: { type: 'Polygon', coordinates: [ring.map(degrees)] },
    line: points ? { type: 'LineString', coordinates: points.map(degrees) } : null,
  }));
}

function still(
  ring: Ring,
  kind: 'lake' | 'pond',
  name: Both,
): { zh: string; en: string; kind: 'lake' | 'pond'; width: number; ring: Ring; points: null } {
  return { ...name, kind, width: 0, ring, points: null };
}

/** How much wider than its width a water is at its widest. */
export const WIDEST_SWELL = 1.2;

/** Rivers swell and narrow; dead-end creeks run out. */
function breadth(kind: 'river' | 'canal' | 'creek', share: number): number {
  const swell = 1 + 0.12 * Math.sin(share * 21) + 0.06 * Math.sin(share * 55);
  return kind === 'creek' ? swell * (1 - 0.45 * share) : swell;
}
