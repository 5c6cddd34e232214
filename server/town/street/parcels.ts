import type { Position, Ring } from '../../src/modules/grids/domain/geojson.ts';
import { at, centroid } from '../../src/modules/grids/domain/ring.ts';
import type { Random } from '../names/random.ts';
import type { BlockMap } from './block-map.ts';
import { layBlocks } from './blocks.ts';
import { growCommunities } from './communities.ts';
import { lengthAlong, trim } from './curve.ts';
import { divide } from './divide.ts';
import { bankAt, waterOf } from './junctions.ts';
import type { Plan } from './plan.ts';
import { SITES } from './sites.ts';
import type { Both, Line, Zone } from './types.ts';
import { COMMUNITIES, INDUSTRY_WORDS, LANE_WORDS, STREET_WORDS } from './words.ts';
import { GROUND_PER_GRID, LIVED_IN, zoneBlocks } from './zones.ts';

/** The ground of one grid: part of a block, used for one thing. Metres. */
export type Parcel = {
  readonly ring: Ring;
  readonly block: number;
  /** Index into COMMUNITIES. */
  readonly community: number;
  readonly zone: Zone;
  /** What stands there, for a grid of its own 专属网格. */
  readonly site: Both | null;
};

export type Layout = {
  /** The plan's outline with the corners of everything that meets it. */
  readonly outline: Ring;
  readonly parcels: readonly Parcel[];
  readonly communities: readonly Ring[];
  /** Streets and lanes laid while dividing blocks; paths are unnamed. */
  readonly cuts: readonly Line[];
};

/** Divides the town into communities along its main roads and waters, and these into the ground of grids. */
export function layOut(plan: Plan, random: Random): Layout {
  const map = layBlocks(plan);
  const zones = zoneBlocks(map, plan, random.branch('zones'));
  const partsOf = new Map(
    [...zones].map(([block, zone]) => [
      block,
      Math.max(1, Math.round(map.area(block) / GROUND_PER_GRID[zone])),
    ]),
  );
  const seeds = COMMUNITIES.map(({ seed }) => seed);
  const groups = growCommunities(map, seeds, partsOf, random.branch('communities'));
  const namer = new StreetNamer(plan, random.branch('streets'));
  const pieces = groups.flatMap((blocks, community) =>
    [...blocks].flatMap((block) => {
      const zone = zones.get(block) ?? 'rows';
      const parts = partsOf.get(block) ?? 1;
      const onCut = (from: Position, to: Position, depth: number) =>
        namer.lay([from, to], zone, depth === 0 && parts > 2);
      const ids = divide(map, block, parts, { random: random.branch(`block ${block}`), onCut });
      return ids.map((id) => ({ id, block, community, zone }));
    }),
  );
  const communities = groups.map((_, community) => {
    const own = pieces.filter((piece) => piece.community === community).map((piece) => piece.id);
    return outlineOf(map, own);
  });
  const parcels = pieces.map(({ id, ...piece }): Parcel => ({ ...piece, ring: map.ring(id), site: null }));
  return {
    outline: outlineOf(map, map.blocks),
    parcels: placeSites(parcels),
    communities,
    cuts: namer.lines,
  };
}

function outlineOf(map: BlockMap, ids: readonly number[]): Ring {
  const ring = map.outlineOf(new Set(ids));
  if (ring === null) throw new Error('these blocks are not in one piece');
  return ring;
}

/** Gives each site the nearest ground that is not taken; what was to be lived in becomes a grid of its own. */
function placeSites(parcels: readonly Parcel[]): Parcel[] {
  const placed = [...parcels];
  for (const { zone, near, zh, en } of SITES) {
    const isFree = (parcel: Parcel) =>
      parcel.site === null && (zone === parcel.zone || mayBecome(parcel.zone, zone));
    const [nearest] = placed
      .map((parcel, i) => ({ parcel, i }))
      .filter(({ parcel }) => isFree(parcel))
      .map((one) => ({ ...one, metres: distance(centroid(one.parcel.ring), near) }))
      .sort((a, b) => a.metres - b.metres);
    if (nearest) placed[nearest.i] = { ...nearest.parcel, zone, site: { zh, en } };
  }
  let works = 0;
  return placed.map((parcel) => {
    if (parcel.site || LIVED_IN.includes(parcel.zone)) return parcel;
    if (parcel.zone !== 'industry') return { ...parcel, site: greenName(parcel) };
    works++;
    return { ...parcel, site: { zh: `北园工业坊${works}号地块`, en: `Beiyuan Workshops, Plot ${works}` } };
  });
}

/** A name for green ground, by its community and block. */
export function greenName({ block, community }: Parcel): Both {
  const { zh, en } = at(COMMUNITIES, community);
  return { zh: `${zh}滨水绿地${block}号`, en: `${en} Waterside Green ${block}` };
}

function mayBecome(now: Zone, wanted: Zone): boolean {
  return (
    LIVED_IN.includes(now) && now !== 'old_quarter' && !LIVED_IN.includes(wanted) && wanted !== 'industry'
  );
}

function distance(a: Position, b: Position): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

/** Lays streets on the cuts through blocks, with names as long as there are any. */
class StreetNamer {
  readonly lines: Line[] = [];
  readonly #water: readonly Line[];
  readonly #words: Record<'street' | 'lane' | 'industry', Both[]>;

  constructor(plan: Plan, random: Random) {
    this.#water = waterOf(plan.lines);
    const streets = random
      .shuffle(STREET_WORDS)
      .map(([zh, en], i) =>
        i % 3 === 2 ? { zh: `${zh}街`, en: `${en} Street` } : { zh: `${zh}路`, en: `${en} Road` },
      );
    this.#words = {
      street: streets,
      lane: random.shuffle(LANE_WORDS).map(([zh, en]) => ({ zh, en })),
      industry: INDUSTRY_WORDS.map(([zh, en]) => ({ zh: `${zh}路`, en: `${en} Road` })),
    };
  }

  lay(cut: readonly [Position, Position], zone: Zone, isMain: boolean): void {
    const points = trim(cut, bankAt(at(cut, 0), this.#water), bankAt(at(cut, 1), this.#water));
    if (points.length < 2) return;
    const kind = zone === 'industry' ? 'industry' : zone === 'old_quarter' ? 'lane' : 'street';
    const named =
      (isMain || kind !== 'street') && lengthAlong(points) > 80 ? this.#words[kind].shift() : undefined;
    if (!named) this.lines.push({ zh: '', en: '', kind: 'path', width: 5, points });
    else if (kind === 'lane') this.lines.push({ ...named, kind: 'lane', width: 4.5, points });
    else this.lines.push({ ...named, kind: 'street', width: kind === 'industry' ? 16 : 12, points });
  }
}
