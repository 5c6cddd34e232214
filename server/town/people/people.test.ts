import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { guessFields } from '@fengqiao/contract/registry/columns.ts';
import { beginImport, goOnChecking } from '#modules/registry';
import { inspectTable, openTable } from '#platform/table/reader.ts';
import { withWork, type Work } from '#platform/work.ts';
import { laySquares } from '#test/ground.ts';
import { layUnits } from '#test/people.ts';
import { startWorld, type World } from '#test/world.ts';
import { blocksOf } from './settle.ts';
import { writeTables } from './tables.ts';

let world: World;
let folder: string;
const enter = <T>(act: (work: Work) => Promise<T>) =>
  withWork(world.platform, { service: 'system', street: world.street }, world.clock.now(), 'write', act);
beforeAll(async () => {
  world = await startWorld();
  folder = await mkdtemp(join(tmpdir(), 'fengqiao-people-test-'));
  await enter(async (work) => {
    await layUnits(work);
    await laySquares(work);
  });
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true });
});

const files = (name: string) => ({
  people: join(folder, `${name}.csv`),
  homes: join(folder, `${name}-homes.csv`),
});

test.each([false, true])(
  'the report of an import names every planted error at its line, and nothing else (GBK: %s)',
  async (gbk) => {
    const at = files(`planted-${gbk}`);
    const made = await writeTables(await enter(blocksOf), at, { count: 1500, spoil: true, gbk });
    expect(made.people).toBe(1500);
    expect(new Set(made.planted.map(({ code }) => code)).size).toBe(9);
    const file = await inspectTable(at.people);
    expect(file.encoding).toBe(gbk ? 'gb18030' : 'utf8');
    const { header } = await openTable(file);
    const id = await enter((work) =>
      beginImport(work, file, {
        kind: 'people',
        mapping: { fields: guessFields('people', header) },
        source: '演练',
        asOf: '2026-11-01',
        unit: null,
        file: null,
        fileName: 'people.csv',
      }),
    );
    await goOnChecking(world.platform, world.street, { id, file, batch: 400 });
    const found = await enter((work) =>
      work.db
        .selectFrom('registry.import_problem')
        .select(['line', 'code'])
        .where('import', '=', id)
        .orderBy('line')
        .execute(),
    );
    expect(found).toEqual(made.planted);
  },
);

test('the same seed makes the same people, and every home stands in its table once', async () => {
  const [one, two] = [files('one'), files('two')];
  const blocks = await enter(blocksOf);
  await writeTables(blocks, one, { count: 200, spoil: false, gbk: false });
  await writeTables(blocks, two, { count: 200, spoil: false, gbk: false });
  expect(await readFile(one.people, 'utf8')).toBe(await readFile(two.people, 'utf8'));
  const homes = (await readFile(one.homes, 'utf8')).trim().split('\r\n');
  expect(new Set(homes).size).toBe(homes.length);
});
