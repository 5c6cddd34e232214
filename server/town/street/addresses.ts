import type { Position } from '../../src/modules/grids/domain/geojson.ts';
import { at, centroid } from '../../src/modules/grids/domain/ring.ts';
import { readingOrder } from '../../src/modules/grids/domain/unit-code.ts';
import type { Random } from '../names/random.ts';
import type { Built } from './ground.ts';
import type { Draft } from './houses.ts';
import { joined, Roads } from './roads.ts';
import type { Both, BuildingUse, Line, Zone } from './types.ts';
import { ESTATE_WORDS, VILLAGE_WORDS } from './words.ts';

/** Where a building is and what it is called. */
export type Addressed = {
  readonly name: Both;
  readonly address: Both;
  readonly estate: Both | null;
  readonly use: BuildingUse;
};

/** An estate spans at most this many grids. */
const GRIDS_PER_ESTATE = 4;
/** Homes this near to a street have shops on the ground floor, some of them (metres). */
const SHOP_METRES = 22;

const ENDINGS: Partial<Record<Zone, readonly (readonly [zh: string, en: string])[]>> = {
  rows: [
    ['新村', 'Xincun'],
    ['小区', 'Estate'],
    ['里', 'Terrace'],
  ],
  garden: [
    ['花园', 'Garden'],
    ['苑', 'Court'],
    ['家园', 'Homes'],
  ],
  towers: [
    ['雅苑', 'Residence'],
    ['名邸', 'Mansion'],
    ['公馆', 'Heights'],
  ],
};

/** Gives every building a name and an address; answers one list for each parcel, in the order of its drafts. */
export function giveAddresses(
  built: readonly Built[],
  lines: readonly Line[],
  random: Random,
): Addressed[][] {
  const roads = new Roads(lines);
  const answers: Addressed[][] = built.map(() => []);
  const estates = new EstateNames(random);
  for (const group of neighbourhoods(built)) {
    const zone = at(built, at(group, 0)).parcel.zone;
    if (ENDINGS[zone]) addressEstate(group, { built, answers, roads, estate: estates.next(zone), random });
    else if (zone === 'village') addressVillage(group, { built, answers, estate: estates.village() });
    else for (const i of group) answers[i] = addressOne(at(built, i), roads, random);
  }
  built.forEach(({ facility, drafts }, i) => {
    const [first, ...rest] = at(answers, i);
    const [own] = drafts;
    if (!facility?.what.use || !first || !own) return;
    answers[i] = [
      { ...first, name: facility.what, use: own.use, address: roads.address(own.box.middle), estate: null },
      ...rest,
    ];
  });
  return answers;
}

type Task = { built: readonly Built[]; answers: Addressed[][]; roads: Roads; estate: Both; random: Random };

/** Parcels that share a name: those of one block used alike, a few at a time. */
function neighbourhoods(built: readonly Built[]): number[][] {
  const groups = new Map<string, number[]>();
  built.forEach(({ parcel: { block, zone, site } }, i) => {
    const key = site ? `site ${i}` : `${block} ${zone}`;
    groups.set(key, [...(groups.get(key) ?? []), i]);
  });
  return [...groups.values()].flatMap((group) => {
    const parts = Math.ceil(group.length / GRIDS_PER_ESTATE);
    const size = Math.ceil(group.length / parts);
    return Array.from({ length: parts }, (_, part) => group.slice(part * size, (part + 1) * size));
  });
}

/** Houses of some parcels in the order in which they are numbered: a facility is not counted. */
function numbered(
  group: readonly number[],
  built: readonly Built[],
): { parcel: number; index: number; draft: Draft }[] {
  const houses = group.flatMap((parcel) => {
    const { drafts, facility } = at(built, parcel);
    return drafts.map((draft, index) => ({ parcel, index, draft })).slice(facility?.what.use ? 1 : 0);
  });
  return readingOrder(houses.map(({ draft }) => draft.box.middle)).map((i) => at(houses, i));
}

function put(
  { answers, built }: Pick<Task, 'answers' | 'built'>,
  parcel: number,
  index: number,
  addressed: Addressed,
): void {
  const list = at(answers, parcel);
  if (list.length === 0) list.push(...at(built, parcel).drafts.map(() => addressed));
  list[index] = addressed;
}

/** 听枫路18号橹声新村3幢: the estate has a number on its road, its buildings are counted. */
function addressEstate(group: readonly number[], task: Task): void {
  const { built, roads, estate, random } = task;
  const gate = roads.address(middleOf(group.map((i) => centroid(at(built, i).parcel.ring))));
  numbered(group, built).forEach(({ parcel, index, draft }, n) => {
    const name = { zh: `${n + 1}幢`, en: `Building ${n + 1}` };
    const isShop = roads.nearest(draft.box.middle).metres < SHOP_METRES && random.chance(0.4);
    put(task, parcel, index, {
      name,
      address: joined(joined(gate, estate), name),
      estate,
      use: isShop ? 'mixed' : draft.use,
    });
  });
}

/** 蚕房里12号: no road reaches these houses, they are counted through the village. */
function addressVillage(group: readonly number[], task: Omit<Task, 'roads' | 'random'>): void {
  numbered(group, task.built).forEach(({ parcel, index, draft }, n) => {
    const name = { zh: `${n + 1}号`, en: `No. ${n + 1}` };
    put(task, parcel, index, {
      name,
      address: joined(task.estate, name),
      estate: task.estate,
      use: draft.use,
    });
  });
}

/** Houses of the old town stand on their lanes; works and offices have one number and count their houses. */
function addressOne({ parcel, drafts }: Built, roads: Roads, random: Random): Addressed[] {
  const { site } = parcel;
  if (!site) {
    return drafts.map((draft) => {
      const address = roads.address(draft.box.middle);
      const isShop = roads.nearest(draft.box.middle).metres < 9 && random.chance(0.5);
      return {
        name: address,
        address,
        estate: null,
        use: isShop && draft.use === 'residential' ? 'mixed' : draft.use,
      };
    });
  }
  const gate = roads.address(centroid(parcel.ring));
  return drafts.map((draft, n) => {
    const name =
      parcel.zone === 'industry'
        ? { zh: `${n + 1}号厂房`, en: `Workshop ${n + 1}` }
        : { zh: `${n + 1}号楼`, en: `Building ${n + 1}` };
    return {
      name: { zh: site.zh + name.zh, en: `${site.en} ${name.en}` },
      address: joined(joined(gate, site), name),
      estate: null,
      use: draft.use,
    };
  });
}

function middleOf(points: readonly Position[]): Position {
  const sum = points.reduce(([x, y], [px, py]): Position => [x + px, y + py], [0, 0]);
  return [sum[0] / points.length, sum[1] / points.length];
}

/** Names of estates and villages, each used once. */
class EstateNames {
  readonly #words: (readonly [string, string])[];
  readonly #villages: (readonly [string, string])[];
  #given = 0;

  constructor(random: Random) {
    this.#words = random.shuffle(ESTATE_WORDS);
    this.#villages = random.shuffle(VILLAGE_WORDS);
  }

  next(zone: Zone): Both {
    const [word, wordEn] = at(this.#words, this.#given % this.#words.length);
    const endings = ENDINGS[zone] ?? [['', '']];
    const round = Math.floor(this.#given / this.#words.length);
    const [ending, endingEn] = at(endings, (this.#given + round) % endings.length);
    this.#given++;
    return { zh: word + ending, en: `${wordEn} ${endingEn}` };
  }

  village(): Both {
    const [zh, en] = this.#villages.shift() ?? ['新圩', 'Xinyu'];
    return { zh, en };
  }
}
