import type { ListRow } from '@fengqiao/contract/cases/list-row.ts';
import type { Channel } from '@fengqiao/contract/cases/words.ts';
import type { Building } from '../street/types.ts';
import type { Story } from './agenda.ts';
import { days, momentOfDay } from './hours.ts';
import { live, type Matter } from './story-case.ts';
import type { Town } from './town.ts';

const CHANNELS: readonly (readonly [Channel, number])[] = [
  ['field', 34],
  ['resident', 33],
  ['hotline', 14],
  ['phone', 8],
  ['window', 5],
  ['paper', 2],
  ['upstream', 3],
];
/** How often a type comes up: what lies in the street every day, far more than what happens once a year. */
const DAILY: Readonly<Record<string, number>> = { '01': 6, '02': 7, '03': 3, '04': 3, '05': 2 };

/** Every day's matters, each told to begin at its own moment; a few places are sore spots and come up again and again. */
export async function* arrivals(town: Town, perDay: number): Story {
  const weights = town.rows.map((row) => [row, weightOf(row)] as const);
  const sore = Array.from(
    { length: 40 },
    () => [town.random.pick(town.street.buildings), town.random.weighted(weights)] as const,
  );
  for (;;) {
    const midnight = town.now.at.getTime();
    const today = Math.round(perDay * town.random.between(0.75, 1.25));
    for (let i = 0; i < today; i++)
      town.tell(momentOfDay(town.random, midnight), live(town, draw(town, weights, sore)));
    yield new Date(midnight + days(1));
  }
}

const weightOf = (row: ListRow): number => {
  const share = DAILY[row.type.slice(0, 2)] ?? 1;
  return row.grade === 'S' ? share * 0.08 : row.grade === 'A' ? share * 0.35 : share;
};

function draw(
  town: Town,
  weights: readonly (readonly [ListRow, number])[],
  sore: readonly (readonly [Building, ListRow])[],
): Matter {
  const [building, row] = town.random.chance(0.22)
    ? town.random.pick(sore)
    : [town.random.pick(town.street.buildings), town.random.weighted(weights)];
  const channel = town.random.weighted(CHANNELS);
  const worker = channel === 'field' ? town.of(building.grid) : null;
  if (worker !== null) return { row, building, channel, who: worker };
  return {
    row,
    building,
    channel: channel === 'field' ? 'resident' : channel,
    who: town.random.pick(town.residents),
  };
}
