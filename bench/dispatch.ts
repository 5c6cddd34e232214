import { decide } from '../server/src/modules/cases/domain/dispatch.ts';
import { compileList } from '../server/src/modules/cases/domain/list.ts';
import { suggestTypes } from '../server/src/modules/cases/domain/suggest.ts';
import { analyse } from '../server/src/modules/cases/domain/analysis.ts';
import { seedRows } from '../server/src/modules/cases/actions/seed-list.ts';
import { makeUnits } from '../server/town/units/units.ts';
import type { PlaceKind } from '../contract/src/cases/words.ts';

const rows = seedRows();
const list = compileList(1, rows);
const community = { id: 'c01', code: '320599001001', zh: '听枫社区', en: 'Tingfeng' };
const units = new Map(
  makeUnits({ zh: '听枫街道', en: 'Tingfeng', communities: [community], grids: [] }).map((unit) => [
    unit.id,
    unit.kind,
  ]),
);
const kinds: readonly (PlaceKind | null)[] = [
  'road',
  'sidewalk',
  'estate',
  'market',
  'park',
  'water',
  'site',
  'indoor',
  'other',
  null,
];
const types = [...list.byType.keys()];

/** Nanoseconds of one call, the best of five rounds. */
function nanoseconds(calls: number, call: (i: number) => void): number {
  let best = Infinity;
  for (let round = 0; round < 5; round++) {
    const began = process.hrtime.bigint();
    for (let i = 0; i < calls; i++) call(i);
    best = Math.min(best, Number(process.hrtime.bigint() - began) / calls);
  }
  return Math.round(best);
}

let taken = 0;
const one = nanoseconds(100_000, (i) => {
  const matter = {
    type: types[i % types.length] ?? '',
    placeKind: kinds[i % kinds.length] ?? null,
    community: 'c01',
    at: new Date(1_795_000_000_000 + i * 60_000),
  };
  if (decide(list, units, matter).basis === 'statutory') taken += 1;
});
const said = nanoseconds(
  200,
  () => void suggestTypes(list, '小区门口的路灯不亮好几天了，晚上黑灯瞎火，旁边还有人乱停车'),
);
const analysed = nanoseconds(3, () => void analyse(rows, units, types));

console.log(`${rows.length} rows, ${types.length} types, ${taken} statutory answers`);
console.log(`decide        ${one} ns (limit 50 000)`);
console.log(`suggestTypes  ${said} ns`);
console.log(`analyse       ${analysed} ns`);
if (one > 50_000) process.exitCode = 1;
