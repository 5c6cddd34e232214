import { seedList } from '#modules/cases';
import { layGround } from '#modules/grids';
import { saveUnits } from '#modules/identity';
import { createStreet } from '#platform/street.ts';
import { withWork, type Rooms } from '#platform/work.ts';
import type { Position } from '../../src/modules/grids/domain/geojson.ts';
import { areasOf, unitRow } from '../life/ground.ts';
import { makeUnits } from '../units/units.ts';
import { generateOver } from './over.ts';

export type NewPlace = {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly prefix: string;
  /** IANA name. */
  readonly zone: string;
  readonly points: readonly Position[];
  readonly communities: number;
  readonly gridsPerCommunity: number;
};

export type Settled = {
  readonly communities: number;
  readonly grids: number;
  readonly units: number;
  readonly rows: number;
};

/** Makes a street over the places of another city's requests: communities, grids, the units of the model street and its list. */
export async function settleOver(rooms: Rooms, now: Date, place: NewPlace): Promise<Settled> {
  const { id, zh, en, prefix, zone, communities, gridsPerCommunity } = place;
  const street = generateOver(
    { points: withoutStrays(place.points) },
    { seed: id, id, zh, en, code: '000000001', communities, gridsPerCommunity },
  );
  const units = makeUnits(street).map(unitRow);
  await createStreet(rooms.db, { id, nameZh: zh, nameEn: en, prefix, zone, now });
  return withWork(rooms, { service: 'system', street: id }, now, 'write', async (work) => {
    const paths = new Map<string, string>();
    for (const unit of units) paths.set(unit.id, `${paths.get(unit.parent ?? '') ?? '/'}${unit.id}/`);
    await saveUnits(
      work,
      units.map((unit) => ({ ...usual, ...unit, current: true, path: paths.get(unit.id) ?? '/' })),
    );
    await layGround(work, { areas: areasOf(street), buildings: [], features: [] });
    const rows = await seedList(work, now);
    return { communities: street.communities.length, grids: street.grids.length, units: units.length, rows };
  });
}

const usual = {
  hasPower: false,
  dutiesZh: '',
  officialCode: null,
  phone: null,
  address: null,
  window: { from: '08:30', to: '17:30', workdaysOnly: false },
};

/** How far from the middle half of all places, in its own widths, a place may lie before it is a slip of the pen. */
const WIDTHS = 5;

/** The places without those that lie absurdly far out, such as 0, 0, which would stretch the street over half the Earth. */
export function withoutStrays(points: readonly Position[]): Position[] {
  const [east, north] = [fenceOf(points.map(([lng]) => lng)), fenceOf(points.map(([, lat]) => lat))];
  return points.filter(([lng, lat]) => east(lng) && north(lat));
}

function fenceOf(values: readonly number[]): (value: number) => boolean {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
  const width = Math.max(at(0.75) - at(0.25), 1e-4) * WIDTHS;
  return (value) => value >= at(0.25) - width && value <= at(0.75) + width;
}
