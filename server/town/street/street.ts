import type { Polygon, Position, Ring } from '../../src/modules/grids/domain/geojson.ts';
import { planeAt, toDegrees } from '../../src/modules/grids/domain/plane.ts';
import { areaOf, at, centroid, isInside, pointInside } from '../../src/modules/grids/domain/ring.ts';
import { numberGrids } from '../../src/modules/grids/domain/unit-code.ts';
import { Random } from '../names/random.ts';
import { giveAddresses, type Addressed } from './addresses.ts';
import { footprint } from './footprint.ts';
import { buildAll, type Built } from './ground.ts';
import { layOut, type Layout, type Parcel } from './parcels.ts';
import { findSpots, type Spot } from './places.ts';
import { CENTRE, drawPlan } from './plan.ts';
import type { Building, Community, Grid, Place, Street } from './types.ts';
import { drawRoads, drawWater } from './lines.ts';
import { COMMUNITIES } from './words.ts';

/** The invented subdistrict: no place has the area code 000000. */
const STREET = { id: 'tingfeng', code: '000000001', zh: '听枫街道', en: 'Tingfeng Subdistrict' } as const;
const DISTRICT = { zh: '示范区', en: 'Shifan District' } as const;

const plane = planeAt(CENTRE);
const degrees = (point: Position): Position => toDegrees(plane, point);
const polygon = (ring: Ring): Polygon => ({ type: 'Polygon', coordinates: [ring.map(degrees)] });

/**
 * The fictional 听枫街道: outline, communities, grids, buildings, roads, water and places, all in WGS84 degrees.
 * The same seed always gives the same street. Communities tile the street and grids tile the communities exactly.
 */
export function makeStreet(seed: string | number): Street {
  const random = new Random(seed);
  const plan = drawPlan(random.branch('plan'));
  const layout = layOut(plan, random.branch('layout'));
  const built = buildAll(plan, layout, random.branch('ground'));
  const lines = [...plan.lines, ...layout.cuts];
  const addresses = giveAddresses(built, lines, random.branch('addresses'));
  const grids = makeGrids(built);
  const { buildings, ids } = makeBuildings(built, grids, addresses);
  const estates = addresses.map((list) => list.find(({ estate }) => estate)?.estate ?? null);
  const spots = findSpots(plan, built, estates, random.branch('places'));
  return {
    ...STREET,
    district: DISTRICT,
    outline: {
      zh: STREET.zh,
      en: STREET.en,
      shape: polygon(layout.outline),
      squareMetres: areaOf([layout.outline]),
      middle: CENTRE,
    },
    communities: makeCommunities(layout, grids),
    grids,
    buildings,
    roads: drawRoads(lines, degrees),
    water: drawWater(plan, built, degrees),
    places: makePlaces(spots, { layout, grids, ids }),
  };
}

function communityId(index: number): string {
  return `c${String(index + 1).padStart(2, '0')}`;
}

function communityCode(index: number): string {
  return STREET.code + String(index + 1).padStart(3, '0');
}

function makeCommunities(layout: Layout, grids: readonly Grid[]): Community[] {
  return layout.communities.map((ring, i) => {
    const { zh, en } = at(COMMUNITIES, i);
    const id = communityId(i);
    const households = grids
      .filter((grid) => grid.community === id)
      .reduce((sum, grid) => sum + grid.households, 0);
    return {
      id,
      code: communityCode(i),
      zh: `${zh}社区`,
      en: `${en} Community`,
      shape: polygon(ring),
      middle: degrees(middleOf(ring)),
      squareMetres: areaOf([ring]),
      households,
    };
  });
}

/** In the order of the parcels. */
function makeGrids(built: readonly Built[]): Grid[] {
  const codes = codesOf(built.map(({ parcel }) => parcel));
  return built.map(({ parcel, drafts }, i) => {
    const code = at(codes, i);
    const number = Number(code.slice(-3));
    const { zh, en } = at(COMMUNITIES, parcel.community);
    const community = communityId(parcel.community);
    return {
      id: `${community}-g${String(number).padStart(2, '0')}`,
      code,
      community,
      zh: parcel.site ? `${parcel.site.zh}专属网格` : `${zh}第${number}网格`,
      en: parcel.site ? `${parcel.site.en} Grid` : `${en} Grid ${number}`,
      purpose: parcel.site ? 'exclusive' : 'basic',
      zone: parcel.zone,
      shape: polygon(parcel.ring),
      middle: degrees(middleOf(parcel.ring)),
      squareMetres: areaOf([parcel.ring]),
      households: drafts.reduce((sum, draft) => sum + draft.households, 0),
    };
  });
}

function codesOf(parcels: readonly Parcel[]): string[] {
  const codes = parcels.map(() => '');
  COMMUNITIES.forEach((_, community) => {
    const own = parcels
      .map((parcel, i) => ({ parcel, i }))
      .filter(({ parcel }) => parcel.community === community);
    const numbers = numberGrids(
      communityCode(community),
      own.map(({ parcel }) => middleOf(parcel.ring)),
    );
    own.forEach(({ i }, n) => (codes[i] = at(numbers, n)));
  });
  return codes;
}

/** The centre of gravity, or a point well inside where the ground is bent around it. */
function middleOf(ring: Ring): Position {
  const middle = centroid(ring);
  return isInside([ring], middle) ? middle : pointInside([ring]);
}

/** `ids` are those of the buildings of each parcel, in the order of its drafts. */
function makeBuildings(
  built: readonly Built[],
  grids: readonly Grid[],
  addresses: readonly Addressed[][],
): { buildings: Building[]; ids: string[][] } {
  const buildings: Building[] = [];
  const ids = built.map(({ drafts }, parcel) =>
    drafts.map(({ box, form, floors, stairs, households }, i) => {
      const grid = at(grids, parcel);
      const id = `b${String(buildings.length + 1).padStart(4, '0')}`;
      const [lng, lat] = degrees(box.middle);
      const { name, address, estate, use } = at(at(addresses, parcel), i);
      buildings.push({
        id,
        grid: grid.id,
        community: grid.community,
        use,
        estate,
        floors,
        stairs,
        households,
        lng,
        lat,
        name: { zh: name.zh, en: name.en },
        address,
        shape: polygon(footprint(box, form)),
      });
      return id;
    }),
  );
  return { buildings, ids };
}

function makePlaces(
  spots: readonly Spot[],
  town: { layout: Layout; grids: readonly Grid[]; ids: readonly string[][] },
): Place[] {
  const found = spots.flatMap((spot) => {
    const parcel =
      spot.house?.parcel ?? town.layout.parcels.findIndex(({ ring }) => isInside([ring], spot.at));
    return parcel < 0 ? [] : [{ spot, grid: at(town.grids, parcel) }];
  });
  return found.map(({ spot: { zh, en, kind, at: point, ring, house }, grid }, i) => {
    const [lng, lat] = degrees(point);
    return {
      id: `p${String(i + 1).padStart(3, '0')}`,
      zh,
      en,
      kind,
      lng,
      lat,
      grid: grid.id,
      community: grid.community,
      building: house ? at(at(town.ids, house.parcel), house.draft) : null,
      shape: ring ? polygon(ring) : null,
    };
  });
}
