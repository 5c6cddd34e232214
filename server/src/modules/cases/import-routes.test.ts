import { afterAll, beforeAll, expect, test } from 'vitest';
import { startCases } from '#test/cases.ts';
import type { TestPerson } from '#test/people.ts';
import type { World } from '#test/world.ts';
import { csvOf, mapping, row, standing } from './import.fixture.ts';

let world: World;
let dispatcher: TestPerson;
beforeAll(async () => {
  world = await startCases();
  dispatcher = await world.person('dispatcher');
});
afterAll(() => world.close());

const csv = { 'content-type': 'text/csv', 'x-file-name': encodeURIComponent('旧工单.csv') };
const upload = (text: string, person: TestPerson | null = dispatcher) =>
  world.app.inject({
    method: 'POST',
    url: '/api/imports/tables',
    headers: csv,
    payload: text,
    ...(person === null ? {} : { cookies: { fengqiao: person.token } }),
  });

test('a dispatcher uploads a table, imports it in the background, and reads what became of every row', async () => {
  const file = (
    await upload(csvOf([row('A1'), row('A2', { 经度: '' }), row('A3', { 经度: '0', 纬度: '0' })]))
  ).json();
  expect(file.name).toBe('旧工单.csv');
  const begun = (await world.as(dispatcher).post('/api/imports/cases', { file: file.id, mapping })).json();
  expect([begun.state, begun.doneRows]).toEqual(['running', 0]);
  await world.settle();
  const run = (await world.as(dispatcher).get(`/api/imports/${begun.id}`)).json();
  expect(run).toMatchObject({
    state: 'done',
    doneRows: 3,
    created: 1,
    rejected: 2,
    fileName: '旧工单.csv',
    error: null,
  });
  const first = (await world.as(dispatcher).get(`/api/imports/${begun.id}/problems?limit=1`)).json();
  const second = (
    await world
      .as(dispatcher)
      .get(`/api/imports/${begun.id}/problems?limit=1&after=${encodeURIComponent(first.next)}`)
  ).json();
  expect([first.items[0].code, second.items[0].code, second.next]).toEqual([
    'place_missing',
    'place_outside',
    null,
  ]);
  const rejected = await world.as(dispatcher).get(`/api/imports/${begun.id}/rejected`);
  expect([rejected.headers['content-type'], rejected.body.split('\r\n').length]).toEqual([
    'text/csv; charset=utf-8',
    4,
  ]);
  expect((await world.as(dispatcher).get('/api/imports')).json().items[0].id).toBe(begun.id);
});

test('whoever uploaded a table sees its columns and words, and may do an import of it again; others may not', async () => {
  const rows = [row('L1'), row('L2', { 类别: '路灯', 内容: '' }), row('L3', { 类别: '' })];
  const { id } = (await upload(csvOf(rows))).json();
  const look = (await world.as(dispatcher).get(`/api/imports/tables/${id}`)).json();
  const of = (name: string) => look.columns.find((one: { name: string }) => one.name === name);
  expect([look.rows, look.columns.length, of('类别')]).toEqual([
    3,
    11,
    {
      name: '类别',
      samples: ['垃圾', '路灯'],
      words: [
        { word: '垃圾', rows: 1 },
        { word: '路灯', rows: 1 },
      ],
    },
  ]);
  const dry = { file: id, mapping, dryRun: true };
  const begun = (await world.as(dispatcher).post('/api/imports/cases', dry)).json();
  await world.settle();
  const mine = (await world.as(dispatcher).get(`/api/imports/${begun.id}`)).json();
  expect([mine.state, mine.again]).toEqual(['done', { file: id, mapping }]);
  const other = world.as(await world.person('admin'));
  expect((await other.get(`/api/imports/tables/${id}`)).statusCode).toBe(404);
  expect((await other.get(`/api/imports/${begun.id}`)).json().again).toBeNull();
  expect((await other.post('/api/imports/cases', dry)).json().code).toBe('platform.file_unknown');
});

test('a column of many words is text; what is no table is refused when it is looked at', async () => {
  const rows = Array.from({ length: 61 }, (_, i) => row(`M${i}`));
  const { id } = (await upload(csvOf(rows))).json();
  const look = (await world.as(dispatcher).get(`/api/imports/tables/${id}`)).json();
  expect(look.columns[0]).toEqual({ name: '编号', samples: ['M0', 'M1', 'M2'], words: null });
  const noise = (await upload('没有表格')).json();
  const refused = await world.as(dispatcher).get(`/api/imports/tables/${noise.id}`);
  expect([refused.statusCode, refused.json().code]).toEqual([422, 'platform.table_unreadable']);
});

test('a smaller text is imported without an upload, and a dry run writes nothing', async () => {
  const begun = (
    await world.as(dispatcher).post('/api/imports/cases', { text: csvOf([row('B1')]), mapping, dryRun: true })
  ).json();
  await world.settle();
  expect((await world.as(dispatcher).get(`/api/imports/${begun.id}`)).json()).toMatchObject({
    state: 'done',
    created: 1,
    dry: true,
  });
  expect((await standing(world)).has('B1')).toBe(false);
});

test('409 cases.import_running while the same table is being imported another way', async () => {
  const text = csvOf([row('C1')]);
  const begun = (await world.as(dispatcher).post('/api/imports/cases', { text, mapping })).json();
  const same = (await world.as(dispatcher).post('/api/imports/cases', { text, mapping })).json();
  const other = await world.as(dispatcher).post('/api/imports/cases', { text, mapping, dryRun: true });
  expect([same.id, other.statusCode, other.json().code]).toEqual([begun.id, 409, 'cases.import_running']);
  await world.settle();
});

test('422 cases.import_mapping names what does not fit; 422 platform.table_unreadable for what is no table', async () => {
  const wrong = await world.as(dispatcher).post('/api/imports/cases', {
    text: csvOf([row('D1')]),
    mapping: { ...mapping, fields: { ...mapping.fields, id: '没有' } },
  });
  expect([wrong.statusCode, wrong.json().code, wrong.json().details.problems[0].zh]).toEqual([
    422,
    'cases.import_mapping',
    '文件没有列“没有”',
  ]);
  const empty = await world.as(dispatcher).post('/api/imports/cases', { text: '\n\n', mapping });
  expect([empty.statusCode, empty.json().code]).toEqual([422, 'platform.table_unreadable']);
  expect((await world.as(dispatcher).post('/api/imports/cases', { mapping })).json().code).toBe(
    'platform.table_unreadable',
  );
});

test('only those who may import are listened to, before a byte is read', async () => {
  const clerk = await world.person('department');
  expect([(await upload('a', null)).statusCode, (await upload('a', clerk)).statusCode]).toEqual([401, 403]);
  expect((await world.as(clerk).get('/api/imports')).statusCode).toBe(403);
  expect((await world.as(dispatcher).get('/api/imports/not-an-id/rejected')).statusCode).toBe(404);
  expect((await world.as(await world.person('admin')).get('/api/imports')).statusCode).toBe(200);
});

test('a table whose content went missing stops the import with words, not with silence', async () => {
  const begun = (
    await world.as(dispatcher).post('/api/imports/cases', { text: csvOf([row('E1')]), mapping })
  ).json();
  await world.asSystem(({ db }) =>
    db
      .updateTable('cases.import_run')
      .set({ sha256: 'f'.repeat(64) })
      .where('id', '=', begun.id)
      .execute(),
  );
  await world.settle();
  expect((await world.as(dispatcher).get(`/api/imports/${begun.id}`)).json()).toMatchObject({
    state: 'failed',
    error: { zh: expect.stringContaining('文件无法读取') },
  });
});
