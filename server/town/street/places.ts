import type { Position, Ring } from '../../src/modules/grids/domain/geojson.ts';
import { centroid, pointInside } from '../../src/modules/grids/domain/ring.ts';
import type { Random } from '../names/random.ts';
import { clip, lengthAlong, pointAlong } from './curve.ts';
import { footprint } from './footprint.ts';
import type { Built } from './ground.ts';
import { distanceToLine } from './junctions.ts';
import type { Plan } from './plan.ts';
import type { Both, Line, PlaceKind, Zone } from './types.ts';

/** A place before it knows its grid: metres; `house` is the parcel and draft it is in. */
export type Spot = Both & {
  readonly kind: PlaceKind;
  readonly at: Position;
  readonly ring: Ring | null;
  readonly house: { readonly parcel: number; readonly draft: number } | null;
};

const METRES_BETWEEN_STOPS = 430;

const KIND_OF_ZONE: Partial<Record<Zone, PlaceKind>> = {
  school: 'school',
  hospital: 'hospital',
  mall: 'mall',
  office: 'office_tower',
  industry: 'industrial_park',
  park: 'park',
  wetland: 'park',
};

/** Everything on the map with a name of its own that is not a road, water or home. */
export function findSpots(
  plan: Plan,
  built: readonly Built[],
  estates: readonly (Both | null)[],
  random: Random,
): Spot[] {
  return [
    ...built.flatMap((one, i) => spotsOf(one, i)),
    ...metroEntrances(plan),
    ...busStops(plan, { built, estates, random }),
  ];
}

function spotsOf({ parcel, facility, field, drafts }: Built, i: number): Spot[] {
  const spots: Spot[] = [];
  const kind = KIND_OF_ZONE[parcel.zone];
  if (parcel.site && kind) {
    const ring = kind === 'park' ? parcel.ring : null;
    const house = ring || drafts.length === 0 ? null : { parcel: i, draft: 0 };
    const gate = drafts[0]?.box.middle ?? pointInside([parcel.ring]);
    spots.push({ ...parcel.site, kind, at: gate, ring, house });
  }
  if (field && parcel.site) {
    const [zh, en] = field.kind === 'square' ? ['广场', 'Square'] : ['操场', 'Sports Field'];
    const ring = footprint(field.box, 'plain');
    spots.push({
      zh: parcel.site.zh + zh,
      en: `${parcel.site.en} ${en}`,
      kind: field.kind,
      at: field.box.middle,
      ring,
      house: null,
    });
  }
  if (facility) {
    const { zh, en, kind: own, use } = facility.what;
    const ring = use ? null : footprint(facility.box, 'plain');
    spots.push({
      zh,
      en,
      kind: own,
      at: facility.box.middle,
      ring,
      house: use ? { parcel: i, draft: 0 } : null,
    });
  }
  return spots;
}

/** Two stations of an underground line below the avenue, with entrances on all four corners of the crossings. */
function metroEntrances(plan: Plan): Spot[] {
  const avenue = plan.lines.find(({ zh }) => zh === '听枫大道');
  if (!avenue) return [];
  return [
    ['枫林路', '听枫里', 'Tingfengli'],
    ['橹声路', '橹声路', 'Lusheng Road'],
  ].flatMap(([roadName, zh, en]) => {
    const road = plan.lines.find((line) => line.zh === roadName);
    if (!road) return [];
    const [x, y] = nearestPoint(road, avenue);
    const corners: Position[] = [
      [x - 40, y + 38],
      [x + 40, y + 38],
      [x + 40, y - 38],
      [x - 40, y - 38],
    ];
    return corners.map((at, i): Spot => ({
      zh: `${zh}站${i + 1}号口`,
      en: `${en} Station, Exit ${i + 1}`,
      kind: 'metro_entrance',
      at,
      ring: null,
      house: null,
    }));
  });
}

function nearestPoint(line: Line, other: Line): Position {
  return line.points
    .map((point) => ({ point, metres: distanceToLine(point, other.points) }))
    .reduce((best, one) => (one.metres < best.metres ? one : best)).point;
}

/** Stops along the wide roads, named after the estate or site beside them. */
function busStops(
  plan: Plan,
  { built, estates, random }: { built: readonly Built[]; estates: readonly (Both | null)[]; random: Random },
): Spot[] {
  const names = built.flatMap(({ parcel }, i) => {
    const name = parcel.site ?? estates[i];
    return name ? [{ name, middle: centroid(parcel.ring) }] : [];
  });
  const used = new Set<string>();
  return plan.lines
    .filter(({ kind }) => kind === 'avenue' || kind === 'ring' || kind === 'secondary')
    .flatMap((road) => {
      const [line = []] = clip(road.points, plan.outline);
      const length = lengthAlong(line);
      const stops: Spot[] = [];
      for (
        let along = random.between(120, 300);
        along < length - 100;
        along += METRES_BETWEEN_STOPS + random.normal(0, 50)
      ) {
        const { point, angle } = pointAlong(line, along);
        const aside = road.width / 2 + 2.5;
        const at: Position = [point[0] - Math.sin(angle) * aside, point[1] + Math.cos(angle) * aside];
        const far = (middle: Position) => Math.hypot(middle[0] - at[0], middle[1] - at[1]);
        const nearest = names
          .filter(({ name }) => !used.has(name.zh))
          .sort((a, b) => far(a.middle) - far(b.middle))[0];
        if (!nearest || far(nearest.middle) > 320) continue;
        used.add(nearest.name.zh);
        stops.push({
          zh: `${nearest.name.zh}站`,
          en: `${nearest.name.en} Stop`,
          kind: 'bus_stop',
          at,
          ring: null,
          house: null,
        });
      }
      return stops;
    });
}
