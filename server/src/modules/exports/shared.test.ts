import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RequestView } from '@fengqiao/contract/catalogue/requests.ts';
import type { ResourceRow } from '@fengqiao/contract/catalogue/resources.ts';
import type { ExportView } from '@fengqiao/contract/exports.ts';
import { catalogueRoomOf } from '#modules/catalogue';
import { rooms as house } from '../../app.ts';
import type { TestPerson } from '#test/people.ts';
import { startWorld, type World } from '#test/world.ts';
import { ledgerRoom, publishDrafts } from '../catalogue/catalogue.fixture.ts';
import { linesOf } from './exports.fixture.ts';
import { exportsRoomOf } from './index.ts';

let world: World;
let asker: TestPerson;
let holder: TestPerson;
let leader: TestPerson;
let stranger: TestPerson;
let share: string;

beforeAll(async () => {
  const others = house.filter(({ name }) => name !== 'catalogue' && name !== 'exports');
  world = await startWorld({
    rooms: [...others, ledgerRoom, catalogueRoomOf(() => [ledgerRoom]), exportsRoomOf(() => [ledgerRoom])],
  });
  asker = await world.person('department', 'law_enforcement');
  const second = await world.person('department', 'law_enforcement');
  holder = await world.person('dispatcher', 'centre');
  leader = await world.person('leader', 'street');
  stranger = await world.person('department', 'urban_ops');
  await world.settle();
  await publishDrafts(world);
  const post = (by: TestPerson, path: string, body: object = {}) =>
    world.as(by).post(`/api/catalogue/${path}`, body);
  const { items } = (await world.as(holder).get('/api/catalogue/resources')).json<{ items: ResourceRow[] }>();
  const asked = await post(asker, 'requests', {
    kind: 'share',
    resource: items.find(({ connected }) => connected)?.id,
    fields: ['name', 'phone'],
    basis: '依照三定方案履行执法职责',
    scenario: '核对当事人联系方式',
    scope: '仅限执法案件经办人',
    method: 'service_api',
    from: '2026-11-23',
    until: '2027-05-23',
  });
  share = asked.json<RequestView>().row.id;
  await post(second, `requests/${share}/approval`);
  await post(holder, `requests/${share}/grant`, { fields: ['name', 'phone'], answer: '同意按需提供' });
  await post(holder, `requests/${share}/delivery`, { delivery: '通过本平台接口提供' });
}, 60_000);
afterAll(() => world.close());

const ask = (by: TestPerson, fields: string[]) =>
  world.as(by).post('/api/exports', {
    what: { source: 'resource', share },
    fields,
    format: 'csv',
    purpose: 'export',
    reason: '核对案件当事人名册',
  });

test('what was granted leaves as a file, and nothing else; each page is a use of the share, and an export on record', async () => {
  expect((await ask(asker, ['name', 'idNumber'])).json().code).toBe('exports.fields_unknown');
  expect((await ask(stranger, ['name'])).statusCode).toBe(404);
  const { id } = (await ask(asker, ['phone', 'name'])).json<ExportView>();
  await world.as(leader).post(`/api/exports/${id}/decision`, { approve: true, answer: '同意' });
  await world.settle();
  const made = (await world.as(asker).get(`/api/exports/${id}`)).json().export;
  expect(made).toMatchObject({
    state: 'ready',
    rows: 2,
    people: 2,
    filters: [{ zh: expect.stringContaining('测试人口台账') }],
  });
  const [mark, header, ...rows] = linesOf((await world.as(asker).post(`/api/exports/${id}/file`)).body);
  expect(mark?.join(',')).toContain('经批准提供给其他部门');
  expect(header).toEqual(['姓名', '电话', '导出编号']);
  expect([rows.length, rows[0]]).toEqual([3, ['王一', '19900000001', made.no]]);
  const looked = await world.asSystem((work) =>
    work.db
      .selectFrom('audit.access')
      .select(['purpose', 'fields', 'flags', 'approved_by', 'reason'])
      .where('action', '=', 'share.use')
      .execute(),
  );
  expect(looked).toEqual([
    {
      purpose: 'share',
      fields: ['name', 'phone'],
      flags: 2 + 8 + 16,
      approved_by: leader.account,
      reason: '核对案件当事人名册',
    },
  ]);
  const { uses } = (await world.as(asker).get(`/api/catalogue/requests/${share}`)).json();
  expect(uses).toMatchObject({ times: 1, rows: 2 });
});
