import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RegistryImportDetail, SavedMapping } from '@fengqiao/contract/registry/imports.ts';
import { idOf, startRegistry, type Registry } from './registry.fixture.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
});
afterAll(() => registry.world.close());

test('codes of a department are found in the columns, told what they mean, kept for the next table, and forgotten', async () => {
  const { world, steward, upload } = registry;
  const rows = Array.from(
    { length: 3 },
    (_, i) => `居民${'甲乙丙'.charAt(i)},${idOf('1980-01-01', i + 1)},常住人口,${i === 0 ? '01' : '02'}`,
  );
  const file = await upload(['姓名,身份证号,人口类别,与户主关系', ...rows, ''].join('\n'));
  const look = await world.as(steward).get(`/api/registry/tables/${file}?kind=people`);
  expect(look.json()).toMatchObject({
    words: {
      与户主关系: [
        { word: '02', rows: 2 },
        { word: '01', rows: 1 },
      ],
    },
    known: { sex: { M: '1' }, kind: { 常住人口: 'resident' } },
  });
  expect(look.json<{ words: object }>().words).not.toHaveProperty('身份证号');
  const mapping = {
    fields: { name: '姓名', idNumber: '身份证号', kind: '人口类别', relation: '与户主关系' },
    words: { relation: { '01': 'head', '02': 'spouse' } },
    defaults: { sex: '9' },
  };
  const told = { kind: 'people', file, mapping, source: '公安户籍', asOf: '2026-11-01', saveAs: '公安代码' };
  const started = await world.as(steward).post('/api/registry/imports', told);
  const { id } = started.json<{ id: string }>();
  await world.settle();
  expect(
    (await world.as(steward).get(`/api/registry/imports/${id}`)).json<RegistryImportDetail>(),
  ).toMatchObject({ created: 3, rejected: 0, notes: 0 });
  const kept = async () =>
    (await world.as(steward).get('/api/registry/mappings')).json<{ items: SavedMapping[] }>().items;
  expect(await kept()).toMatchObject([{ name: '公安代码', mapping: { words: mapping.words } }]);
  await world.as(steward).delete(`/api/registry/mappings/people/${encodeURIComponent('公安代码')}`);
  expect(await kept()).toEqual([]);
});
