import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RequestView } from '@fengqiao/contract/catalogue/requests.ts';
import type { ResourceRow, ResourceView } from '@fengqiao/contract/catalogue/resources.ts';
import { publishDrafts } from '../catalogue/catalogue.fixture.ts';
import { homesCsv, people, peopleCsv, startRegistry, type Registry } from './registry.fixture.ts';

let registry: Registry;
beforeAll(async () => {
  registry = await startRegistry();
  await registry.bring('homes', homesCsv.replace(/,[^,\n]*\n/, ',\n').replace(people.zhang.number, ''));
  await registry.bring('people', peopleCsv);
  await registry.world.settle();
  await publishDrafts(registry.world);
  registry.world.clock.advance({ days: 1, minutes: 1 });
  await registry.world.settle();
});
afterAll(() => registry.world.close());

const resource = async (q: string) =>
  (await registry.world.as(registry.steward).get(`/api/catalogue/resources?q=${encodeURIComponent(q)}`))
    .json<{ items: ResourceRow[] }>()
    .items.find(({ connected }) => connected);

test('people stand in the catalogue by themselves, with a quality that was counted in what is sealed, and few of them by no number', async () => {
  const row = await resource('实有人口');
  expect(row).toMatchObject({ base: 'population', grade: 3, shareType: 'conditional' });
  expect(Object.keys(people).length).toBeLessThan(10);
  expect(row?.quality?.rows).toBeNull();
  expect(row?.quality?.validity).toBeGreaterThan(0.9);
  const page = await registry.world.as(registry.steward).get(`/api/catalogue/resources/${row?.id}`);
  const { fieldQuality, lineage } = page.json<ResourceView>();
  expect(fieldQuality.find(({ name }) => name === 'phone')).toMatchObject({ filled: null, valid: null });
  expect(lineage.find(({ kind }) => kind === 'measured')?.zh).toContain('不足 10 条');
  const came = lineage.find(({ kind }) => kind === 'imported');
  expect([came?.zh, came?.by]).toEqual([
    expect.stringMatching(/^「.+」截至 \d{4}-\d\d-\d\d 的数据 不足 10 条$/),
    registry.steward.name,
  ]);
  expect((await resource('实有单位'))?.base).toBe('organization');
  const homes = await resource('实有房屋');
  expect([homes?.base, homes?.grade, homes?.quality?.rows]).toEqual(['house', 1, 2]);
  for (const name of ['网格巡查', '入户走访', '服务事项'])
    expect((await resource(name))?.connected, name).toBe(true);
});

test('a department that sees nobody reads the granted field of a share, and everybody in it can see that it did', async () => {
  const { world } = registry;
  const asker = await world.person('department', 'law_enforcement');
  const second = await world.person('department', 'law_enforcement');
  const holder = await world.person('dispatcher', 'centre');
  const post = (by: typeof asker, path: string, body: unknown = {}) =>
    world.as(by).post(`/api/catalogue/requests${path}`, body);
  const asked = await post(asker, '', {
    kind: 'share',
    resource: (await resource('实有人口'))?.id,
    fields: ['name', 'phone', 'idNumber'],
    basis: '《行政处罚法》第五十四条',
    scenario: '核对当事人身份',
    scope: '执法案件经办人',
    method: 'service_api',
    from: '2026-11-23',
    until: '2027-05-23',
  });
  const { id } = asked.json<RequestView>().row;
  await post(second, `/${id}/approval`);
  await post(holder, `/${id}/grant`, { fields: ['name'], answer: '只需姓名即可核对' });
  await post(holder, `/${id}/delivery`, { delivery: '通过本平台接口提供' });
  const used = (await post(asker, `/${id}/use`, { why: '核对案件当事人' })).json<{
    columns: { name: string }[];
    rows: string[][];
  }>();
  expect(used.columns.map(({ name }) => name)).toEqual(['name']);
  expect(used.rows.flat().toSorted()).toEqual(
    Object.values(people)
      .map(({ name }) => name)
      .toSorted(),
  );
  const [record] = await world.asSystem((work) =>
    work.db
      .selectFrom('audit.access')
      .select(['subjects', 'purpose', 'unit'])
      .where('object', '=', `share:${id}`)
      .execute(),
  );
  expect(record).toMatchObject({ purpose: 'share', unit: 'law_enforcement' });
  expect(record?.subjects).toHaveLength(used.rows.length);
});
