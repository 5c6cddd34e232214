import type { Position, Ring } from '../../src/modules/grids/domain/geojson.ts';
import type { Random } from '../names/random.ts';
import { smoothRing, wobble } from './curve.ts';
import { placeFacilities, type Facility } from './facilities.ts';
import { buildHomes, type Draft } from './houses.ts';
import { WIDEST_SWELL } from './lines.ts';
import { greenName, type Layout, type Parcel } from './parcels.ts';
import type { Plan } from './plan.ts';
import { Obstacles, Site, type Box } from './site.ts';
import type { Zone } from './types.ts';
import { buildWorks, type Field } from './works.ts';
import { LIVED_IN } from './zones.ts';

/** A parcel with what stands on it. `drafts[0]` is the facility's house when it has one. */
export type Built = {
  readonly parcel: Parcel;
  readonly drafts: readonly Draft[];
  readonly facility: { readonly what: Facility; readonly box: Box } | null;
  readonly field: Field | null;
  readonly ponds: readonly Ring[];
};

/** How likely ground of a kind has ponds, and how many at most. */
const PONDS: Partial<Record<Zone, readonly [number, number]>> = {
  village: [0.5, 1],
  wetland: [1, 5],
  garden: [0.12, 1],
  park: [1, 2],
};

/** Puts ponds, facilities and buildings on every parcel. */
export function buildAll(plan: Plan, layout: Layout, random: Random): Built[] {
  const drawn = [...plan.lines, ...plan.creeks, ...layout.cuts].map(({ kind, points, width }) => ({
    points,
    width: kind === 'river' || kind === 'canal' || kind === 'creek' ? width * WIDEST_SWELL : width,
  }));
  const lines = [...drawn, { points: plan.outline, width: 4 }, { points: plan.lake, width: 12 }];
  const obstacles = new Obstacles(lines, [plan.lake]);
  const facilities = placeFacilities(layout.parcels, random.branch('facilities'));
  return layout.parcels.map((parcel, i) =>
    build(parcel, obstacles, { random: random.branch(`parcel ${i}`), facility: facilities.get(i) }),
  );
}

function build(
  parcel: Parcel,
  obstacles: Obstacles,
  how: { random: Random; facility: Facility | undefined },
): Built {
  const { random, facility } = how;
  const lived =
    LIVED_IN.includes(parcel.zone) &&
    buildHomes(parcel.zone, random, (lean, trial) => {
      const site = new Site(parcel.ring, obstacles, lean);
      const box = facility ? settle(site, facility) : null;
      return { site, box, ponds: trial === 0 ? dig(site, parcel.zone, random) : [] };
    });
  if (!lived) return buildUnlived(parcel, obstacles, random);
  const { homes, box, ponds } = lived;
  if (!facility || !box) return { parcel, drafts: homes, facility: null, field: null, ponds };
  const { use, form, floors } = facility;
  const own: Draft[] = use ? [{ box, form, use, flats: 0, stairs: 0, floors, households: 0 }] : [];
  return { parcel, drafts: [...own, ...homes], facility: { what: facility, box }, field: null, ponds };
}

/** Ground that was meant for homes and is too narrow for them stays green. */
function buildUnlived(given: Parcel, obstacles: Obstacles, random: Random): Built {
  const parcel: Parcel = given.site ? given : { ...given, zone: 'park', site: greenName(given) };
  const site = new Site(parcel.ring, obstacles, 0.8);
  const ponds = dig(site, parcel.zone, random);
  return { parcel, ...buildWorks(parcel.zone, site, random), facility: null, ponds };
}

/** Near the edge, where people pass; smaller where ground is scarce. */
function settle(site: Site, { length, depth }: Facility): Box | null {
  for (const scale of [1, 0.8, 0.62, 0.5]) {
    const box = site.placeAnywhere({
      length: length * scale,
      depth: depth * scale,
      distance: 5,
      atEdge: true,
    });
    if (box) return box;
  }
  return null;
}

function dig(site: Site, zone: Zone, random: Random): Ring[] {
  const [chance, most] = PONDS[zone] ?? [0, 0];
  const ponds: Ring[] = [];
  for (let i = 0; i < most && random.chance(chance); i++) {
    const [length, depth] = [random.between(34, 62), random.between(24, 40)];
    const box = site.placeAnywhere({
      length: length + 12,
      depth: depth + 12,
      distance: 8,
      gap: 20,
      atEdge: zone !== 'village',
    });
    if (box) ponds.push(pond({ ...box, length, depth }, random));
  }
  return ponds;
}

function pond({ middle, angle, length, depth }: Box, random: Random): Ring {
  const around = Array.from({ length: 9 }, (_, i): Position => {
    const turn = (i / 9) * 2 * Math.PI;
    return [
      Math.cos(turn) * (length / 2) * random.between(0.82, 1),
      Math.sin(turn) * (depth / 2) * random.between(0.8, 1),
    ];
  });
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const turned = around.map(([u, v]): Position => [
    middle[0] + u * cos - v * sin,
    middle[1] + u * sin + v * cos,
  ]);
  return smoothRing(wobble(turned, random, 0.6), 8);
}
