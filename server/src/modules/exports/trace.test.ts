import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ExportView, Traced } from '@fengqiao/contract/exports.ts';
import { places } from '#test/ground.ts';
import { linesOf, register, startDesk, type Desk } from './exports.fixture.ts';

let desk: Desk;
let first: ExportView;
let second: ExportView;
let lines: string[][];
beforeAll(async () => {
  desk = await startDesk();
  await register(desk, 6);
  first = await desk.made(desk.steward, { fields: ['name', 'phone', 'household'] }, desk.leader);
  second = await desk.made(desk.community, { fields: ['name', 'phone', 'sex'] }, desk.leader);
  lines = linesOf((await desk.take(desk.steward, first.id)).body).slice(2);
}, 60_000);
afterAll(() => desk.world.close());

const trace = async (text: string) =>
  (await desk.world.as(desk.officer).post('/api/exports/trace', { text })).json<{
    read: number;
    items: Traced[];
  }>();
const isPlanted = (cells: string[]) => cells.some((cell) => cell.startsWith('1990000'));

test('a line with its number is traced to who took it and when', async () => {
  const { items } = await trace(`转发 ${first.no}，谁的名单？`);
  expect(items).toMatchObject([
    { sure: true, marks: ['number'], export: { no: first.no, askedBy: desk.steward.name } },
  ]);
});

test('without the number, a planted row tells for sure which export it comes from', async () => {
  const planted = lines.find(isPlanted)?.slice(0, -1) ?? [];
  const { items } = await trace(planted.join('\t'));
  expect(items).toMatchObject([{ sure: true, export: { no: first.no } }]);
  expect(items[0]?.marks).toContain('canary');
});

test('a whole line is recognized whatever stands between its cells; a number alone tells who else had it', async () => {
  const real = lines.find((cells) => !isPlanted(cells))?.slice(0, -1) ?? [];
  const { items } = await trace(real.toReversed().join(' | '));
  expect(items[0]).toMatchObject({ sure: true, lines: 1, export: { no: first.no } });
  const both = await trace(`听说这个号码 ${real[1] ?? ''} 被传出来了`);
  expect(both.items.map(({ export: one, marks }) => [one.no, marks]).toSorted()).toEqual(
    [
      [first.no, ['value']],
      [second.no, ['value']],
    ].toSorted(),
  );
  expect(both.items.every(({ sure }) => !sure)).toBe(true);
  expect((await trace('这里什么也没有')).items).toEqual([]);
});

test('a leaked file is compared whole, CSV or workbook, with the last column cut off', async () => {
  const stripped = lines.map((cells) => cells.slice(0, -1).join(',')).join('\n');
  const found = (await desk.traceFile(desk.officer, Buffer.from(`姓名,电话,关系\n${stripped}\n`))).json();
  expect(found.items[0]).toMatchObject({ sure: true, export: { no: first.no } });
  const book = await desk.made(desk.steward, { format: 'xlsx' }, desk.leader);
  const bytes = (await desk.take(desk.steward, book.id)).rawPayload;
  expect((await desk.traceFile(desk.officer, bytes)).json().items[0].export.no).toBe(book.no);
  expect((await desk.traceFile(desk.officer, Buffer.alloc(0))).json().code).toBe('platform.table_unreadable');
  expect((await desk.traceFile(desk.steward, bytes)).statusCode).toBe(403);
});

test('a card for a work chat holds nothing of what somebody said, wrote or is called', async () => {
  const canaries = ['CANARYTEXT', 'CANARYTITLE', 'CANARYDOOR', '张测甲', '19900000009'];
  const made = await desk.world.as(desk.intake).post('/api/cases', {
    text: 'CANARYTEXT 楼上的张测甲天天吵，电话 19900000009',
    title: 'CANARYTITLE 张测甲扰民',
    address: '橹声路9号1幢CANARYDOOR室',
    channel: 'window',
    ...places['c01-g01'],
    contact: { name: '张测甲', phone: '19900000009' },
  });
  const { caseId: id } = made.json<{ caseId: string }>();
  const card = await desk.world.as(desk.dispatcher).get(`/api/cases/${id}/card`);
  expect(card.json()).toMatchObject({
    community: { zh: expect.any(String) },
    path: `/cases/${id}`,
    late: false,
  });
  for (const canary of canaries) expect(card.body).not.toContain(canary);
  const stranger = await desk.world.person('department', 'urban_ops');
  expect((await desk.world.as(stranger).get(`/api/cases/${id}/card`)).statusCode).toBe(404);
});

test('a card of somebody in the registry says where they are looked after, not who they are', async () => {
  const [person = ''] = await register(desk, 1, 8);
  const card = await desk.world.as(desk.community).get(`/api/registry/people/${person}/card`);
  expect(Object.values(card.json()).filter((value) => value !== null)).toHaveLength(5);
  for (const canary of ['张测', '19900010008', '000000', '8室', 'registered'])
    expect(card.body).not.toContain(canary);
  const neighbour = await desk.world.person('community', 'c02');
  expect((await desk.world.as(neighbour).get(`/api/registry/people/${person}/card`)).statusCode).toBe(404);
});

test('after a stop in the middle it is gone on with, and no page is read or recorded twice', async () => {
  await register(desk, 104, 20);
  const asked = (await desk.ask(desk.steward, {})).json<ExportView>();
  await desk.decide(desk.leader, asked.id);
  const { makeExports, sourcesWith } = await import('./index.ts');
  const open = sourcesWith(() => new Map());
  let pages = 0;
  const cut: typeof open = (what) => ({
    ...open(what),
    page: (work, given, why) => {
      pages += 1;
      // The process is gone in the middle of the second page: what it wrote goes with it.
      if (pages === 2)
        throw Object.assign(new Error('Connection terminated unexpectedly'), { code: '57P01' });
      return open(what).page(work, given, why);
    },
  });
  await expect(makeExports(desk.world.platform, desk.world.street, cut)).rejects.toThrow();
  expect(await desk.read(desk.steward, asked.id)).toMatchObject({ state: 'making', rows: 100 });
  await desk.world.settle();
  const made = await desk.read(desk.steward, asked.id);
  expect([made.state, made.rows, made.people]).toEqual(['ready', 111, 111]);
  const looks = await desk.world.asSystem((work) =>
    work.db
      .selectFrom('audit.access')
      .select('subjects')
      .where('object', '=', `export:${asked.id}`)
      .execute(),
  );
  expect(looks.map(({ subjects }) => subjects.length)).toEqual([100, 11]);
  const rows = linesOf((await desk.take(desk.steward, asked.id)).body).slice(2);
  expect([new Set(rows.map((cells) => cells.join())).size, rows.filter(isPlanted).length]).toEqual([112, 1]);
});
