import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inspectTable, type TableFile } from '#platform/table/reader.ts';
import { asSuperuser } from '#test/inspect.ts';
import { goOnApplying } from './actions/import/applying.ts';
import { goOnChecking } from './actions/import/checking.ts';
import { beginImport } from './actions/import/start.ts';
import { entering } from './actions/import/steps.ts';
import { idOf, startRegistry, type Registry } from './registry.fixture.ts';

let registry: Registry;
beforeAll(async () => void (registry = await startRegistry()));
afterAll(() => registry.world.close());

const BATCH = 50;
const HEAD = '姓名,身份证号,现住址';
const mapping = { fields: { name: '姓名', idNumber: '身份证号', address: '现住址' } };

/** A table of so many people whose numbers begin at an order, and its import. */
async function begun(name: string, from: number, count: number): Promise<{ id: string; file: TableFile }> {
  const { platform, street } = registry.world;
  const rows = Array.from(
    { length: count },
    (_, i) => `人${'甲乙丙丁'.charAt(i % 4)},${idOf('1951-02-03', from + i)},橹声路8号1幢`,
  );
  const path = join(platform.settings.dataDir, name);
  await writeFile(path, `${HEAD}\n${rows.join('\n')}\n`);
  const file = await inspectTable(path);
  const given = {
    kind: 'people',
    mapping,
    source: '演练',
    asOf: '2026-11-03',
    unit: null,
    file: null,
  } as const;
  const id = await entering(
    platform,
    street,
  )((work) => beginImport(work, file, { ...given, fileName: name }));
  return { id, file };
}

const importOf = async (id: string) =>
  (await registry.world.as(registry.steward).get(`/api/registry/imports/${id}`)).json<{
    state: string;
    doneRows: number;
    created: number;
    error: { zh: string } | null;
  }>();

/** What a database does that stopped without closing its books: a table without a log comes up empty. */
const loseStage = () =>
  asSuperuser(registry.world.url, async (ask) => void (await ask('truncate registry.stage')));

const countOf = (id: string) =>
  asSuperuser(registry.world.url, async (ask) => {
    const [row] = await ask<{ n: number }>(
      `select count(*)::int as n from registry.person where import = '${id}'`,
    );
    return row?.n;
  });

test('a table that was half checked when the database lost what was staged is checked from its beginning, and nobody is passed over', async () => {
  const { platform, street } = registry.world;
  const { id, file } = await begun('lost-check.csv', 100, 120);
  const step = { id, file, batch: BATCH };
  expect(await goOnChecking(platform, street, { ...step, most: 1 })).toBe(BATCH);
  await loseStage();
  expect(await goOnChecking(platform, street, step)).toBe(120);
  expect(await importOf(id)).toMatchObject({ state: 'checked', doneRows: 120, created: 120 });
  await registry.world.as(registry.steward).post(`/api/registry/imports/${id}/application`, {});
  await goOnApplying(platform, street, { id, batch: BATCH });
  expect(await countOf(id)).toBe(120);
});

test('an import whose staged rows are lost while it is written ends as failed rather than as done, and the table again brings the rest', async () => {
  const { platform, street } = registry.world;
  const { id, file } = await begun('lost-apply.csv', 300, 120);
  await goOnChecking(platform, street, { id, file, batch: BATCH });
  await registry.world.as(registry.steward).post(`/api/registry/imports/${id}/application`, {});
  await goOnApplying(platform, street, { id, batch: BATCH, most: 1 });
  await loseStage();
  await goOnApplying(platform, street, { id, batch: BATCH });
  expect(await importOf(id)).toMatchObject({ state: 'failed', error: { zh: expect.any(String) } });
  // A span is counted in lines of the file, of which the first names the columns.
  expect(await countOf(id)).toBe(BATCH - 1);
  const again = await begun('lost-apply.csv', 300, 120);
  await goOnChecking(platform, street, { ...again, batch: BATCH });
  expect(await importOf(again.id)).toMatchObject({
    state: 'checked',
    created: 121 - BATCH,
    unchanged: BATCH - 1,
  });
});

test('people who were taken in while their table was being written are passed over, and all others come in', async () => {
  const { platform, street } = registry.world;
  const { id, file } = await begun('race.csv', 500, 120);
  await goOnChecking(platform, street, { id, file, batch: BATCH });
  const added = await registry.world.as(registry.steward).post('/api/registry/people', {
    kind: 'resident',
    name: '人甲',
    idNumber: idOf('1951-02-03', 500),
  });
  expect(added.statusCode).toBe(200);
  await registry.world.as(registry.steward).post(`/api/registry/imports/${id}/application`, {});
  await goOnApplying(platform, street, { id, batch: BATCH });
  expect(await importOf(id)).toMatchObject({ state: 'applied' });
  expect(await countOf(id)).toBe(119);
});
