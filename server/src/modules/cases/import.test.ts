import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { writeXlsx } from 'hucre';
import iconv from 'iconv-lite';
import { startCases } from '#test/cases.ts';
import { places } from '#test/ground.ts';
import type { World } from '#test/world.ts';
import { rejectedCsv } from './actions/import/rejected.ts';
import { csvOf, fileIn, header, imported, mapping, row, standing } from './import.fixture.ts';

let world: World;
beforeAll(async () => void (world = await startCases()));
afterAll(() => world.close());

let n = 0;
let p = '';
beforeEach(() => void (p = `T${(n += 1)}-`));

const bad = () =>
  [
    [row(`${p}after`, { 办结时间: '2026-03-04 08:00:00' }), 'closed_before_reported'],
    [row(`${p}nowhere`, { 经度: '' }), 'place_missing'],
    [row(`${p}space`, { 纬度: '131.2' }), 'place_out_of_range'],
    [row(`${p}words`, { 经度: '东经120' }), 'place_unreadable'],
    [row(`${p}outside`, { 经度: places.outside.lng, 纬度: places.outside.lat }), 'place_outside'],
    [row(`${p}type`, { 类别: '飞碟' }), 'type_unknown'],
    [row(`${p}status`, { 状态: '未知' }), 'status_unknown'],
    [row(`${p}owner`, { 责任单位: '某局' }), 'owner_unknown'],
    [row(`${p}channel`, { 渠道: '信鸽' }), 'channel_unknown'],
    [row(`${p}date`, { 上报时间: '去年' }), 'time_unreadable'],
    [row(`${p}nodate`, { 上报时间: '' }), 'reported_missing'],
    [row(`${p}future`, { 上报时间: '2030-01-01', 办结时间: '2030-01-02' }), 'time_future'],
    [row(`${p}long`, { 内容: '长'.repeat(4001) }), 'text_too_long'],
    [row('', {}), 'id_missing'],
    [row(`${p}good`, {}), 'ok'],
    [row(`${p}good`, {}), 'id_twice'],
    [[...row(`${p}wide`), 'surplus'], 'row_broken'],
  ] as const;

const good = () => bad().filter(([, code]) => code === 'ok').length;

const formats = {
  'UTF-8 with a byte order mark': (text: string) => `\uFEFF${text}`,
  'UTF-8 without one': (text: string) => text,
  GBK: (text: string) => iconv.encode(text, 'gbk'),
  GB18030: (text: string) => iconv.encode(text, 'gb18030'),
  'UTF-16 as Excel saves it': (text: string) =>
    iconv.encode(`\uFEFF${text.replaceAll(',', '\t')}`, 'utf16le'),
  'UTF-16 the other way round': (text: string) => iconv.encode(`\uFEFF${text}`, 'utf16be'),
  'UTF-16 without a mark': (text: string) => iconv.encode(text, 'utf16le'),
};

test.each(Object.entries(formats))(
  'in %s every kind of bad row is named, one by one, and the good ones are taken in',
  async (_name, encode) => {
    const rows = bad();
    const { done, run } = await imported(
      world,
      fileIn(world, `${p}.csv`, encode(csvOf(rows.map(([cells]) => cells)))),
    );
    expect([done.doneRows, done.created, done.rejected]).toEqual([rows.length, good(), rows.length - good()]);
    const problems = await world.asSystem(({ db }) =>
      db
        .selectFrom('cases.import_problem')
        .select(['line', 'code', 'zh', 'en'])
        .where('run', '=', run)
        .where('rejects', '=', true)
        .orderBy('line')
        .execute(),
    );
    const expected = rows.flatMap(([, code], i) => (code === 'ok' ? [] : [[i + 2, code]]));
    expect(problems.map(({ line, code }) => [line, code])).toEqual(expected);
    expect(problems.every(({ zh, en }) => /[\u4e00-\u9fff]/.test(zh) && /^[A-Z]/.test(en))).toBe(true);
    expect((await standing(world)).get(`${p}good`)?.text).toBe(`垃圾：有人倒“渣土”，${p}good`);
  },
);

test('a spreadsheet is read as well, with date cells and numbers', async () => {
  const cells = row(`${p}sheet`).map((cell, i) =>
    header[i] === '上报时间' ? new Date('2026-03-04T09:00:00Z') : cell,
  );
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '工单',
        rows: [header, cells, row(`${p}bad`, { 经度: '' }), row(`${p}last`)].map((one) => [...one]),
      },
    ],
  });
  const { done } = await imported(world, fileIn(world, `${p}.xlsx`, bytes));
  expect([done.created, done.rejected]).toEqual([2, 1]);
  expect((await standing(world)).get(`${p}sheet`)?.reported_at.toISOString()).toBe(
    '2026-03-04T01:00:00.000Z',
  );
});

test('what another system closed is filed and found, and never counts as closed by our loop', async () => {
  await imported(world, fileIn(world, `${p}.csv`, csvOf([row(`${p}a`), row(`${p}void`, { 状态: '撤销' })])));
  const [closed, voided] = [`${p}a`, `${p}void`].map((id) => standing(world).then((all) => all.get(id)));
  expect(await closed).toMatchObject({
    state: 'archived',
    lead: 'urban_ops',
    outcome: null,
    closed_at: null,
    registered_at: null,
    due_at: null,
    satisfied: null,
    channel: 'import',
    grid: 'c01-g01',
    archived_at: new Date('2026-03-05T02:00:00Z'),
  });
  expect((await voided)?.state).toBe('voided');
  const dispatcher = await world.person('dispatcher');
  const hand = world.as(dispatcher);
  const view = (await hand.get(`/api/cases/${(await closed)?.id}`)).json();
  expect(view.timeline.map((one: { kind: string }) => one.kind)).toEqual(['report', 'file_elsewhere']);
  const found = (await hand.get(`/api/cases?q=${encodeURIComponent(`${p}a`)}`)).json();
  expect(found.items.map((one: { id: string }) => one.id)).toEqual([(await closed)?.id]);
});

test('what is still open is registered, and given to the owner it had where the list says so', async () => {
  const open = { 状态: '办理中', 办结时间: '' };
  const { done } = await imported(
    world,
    fileIn(
      world,
      `${p}.csv`,
      csvOf([
        row(`${p}given`, open),
        row(`${p}other`, { ...open, 责任单位: '环卫' }),
        row(`${p}nobody`, { ...open, 责任单位: '' }),
        row(`${p}danger`, { ...open, 类别: '井盖' }),
      ]),
    ),
  );
  expect([done.created, done.notes]).toEqual([4, 2]);
  const all = await standing(world);
  expect(['given', 'other', 'nobody', 'danger'].map((id) => all.get(`${p}${id}`)?.state)).toEqual([
    'dispatched',
    'registered',
    'registered',
    'received',
  ]);
  expect(all.get(`${p}given`)).toMatchObject({ lead: 'urban_ops', registered_at: world.clock.now() });
  expect(all.get(`${p}given`)?.due_at).not.toBeNull();
});

test('the same file again changes nothing; a changed row changes its case and no other', async () => {
  const first = await imported(world, fileIn(world, `${p}1.csv`, csvOf([row(`${p}a`), row(`${p}b`)])));
  const again = await imported(world, fileIn(world, `${p}1.csv`, csvOf([row(`${p}a`), row(`${p}b`)])));
  const moved = await imported(
    world,
    fileIn(
      world,
      `${p}2.csv`,
      csvOf([row(`${p}b`, { 内容: '已清走', 类别: '路灯' }), row(`${p}a`), row(`${p}c`)]),
    ),
  );
  expect([first.done.created, again.done.unchanged, again.done.created, again.run === first.run]).toEqual([
    2,
    2,
    0,
    false,
  ]);
  expect([moved.done.created, moved.done.updated, moved.done.unchanged]).toEqual([1, 1, 1]);
  expect((await standing(world)).get(`${p}b`)).toMatchObject({
    text: '路灯：已清走',
    type: '05003',
    state: 'archived',
  });
});

test('a case that was open follows when it is closed elsewhere, unless somebody here is beyond it', async () => {
  const open = { 状态: '办理中', 办结时间: '' };
  await imported(
    world,
    fileIn(world, `${p}1.csv`, csvOf([row(`${p}a`, open), row(`${p}b`, open), row(`${p}c`, open)])),
  );
  const held = (await standing(world)).get(`${p}b`)!;
  await world.asSystem(({ db }) =>
    db.updateTable('cases.case').set({ state: 'handled' }).where('id', '=', held.id).execute(),
  );
  const { done, problems } = await imported(
    world,
    fileIn(world, `${p}2.csv`, csvOf([row(`${p}a`), row(`${p}b`), row(`${p}c`, { 状态: '撤销' })])),
  );
  expect([done.updated, problems.map(({ code }) => code)]).toEqual([3, ['kept_in_hand']]);
  const all = await standing(world);
  expect(['a', 'b', 'c'].map((id) => all.get(`${p}${id}`)?.state)).toEqual(['archived', 'handled', 'voided']);
  const running = await world.asSystem(({ db }) =>
    db
      .selectFrom('cases.clock')
      .select('id')
      .where('case_id', '=', all.get(`${p}a`)!.id)
      .where('stopped_at', 'is', null)
      .execute(),
  );
  expect(running).toEqual([]);
});

test('a case reopened elsewhere stays filed here and says so', async () => {
  await imported(world, fileIn(world, `${p}1.csv`, csvOf([row(`${p}a`)])));
  const { problems } = await imported(
    world,
    fileIn(world, `${p}2.csv`, csvOf([row(`${p}a`, { 状态: '办理中', 办结时间: '' })])),
  );
  expect(problems.map(({ code }) => code)).toEqual(['reopened_elsewhere']);
});

test('a dry run lists the same problems and writes no case', async () => {
  const path = fileIn(world, `${p}.csv`, csvOf(bad().map(([cells]) => cells)));
  const dry = await imported(world, path, { dry: true });
  expect((await standing(world)).has(`${p}good`)).toBe(false);
  const real = await imported(world, path);
  expect({ ...dry.done, id: '', dry: false, madeAt: '', endedAt: '' }).toEqual({
    ...real.done,
    id: '',
    madeAt: '',
    endedAt: '',
  });
  expect(dry.problems).toEqual(real.problems);
});

test('an import that was cut off goes on where it stood, and finds ids that stand twice across the cut', async () => {
  const rows = Array.from({ length: 600 }, (_, i) => row(`${p}${i}`));
  const path = fileIn(world, `${p}.csv`, csvOf([...rows, row(`${p}3`)]));
  const cut = await imported(world, path, { most: 250 });
  expect([cut.done.state, cut.done.doneRows, cut.done.created]).toEqual(['running', 250, 250]);
  const whole = await imported(world, path);
  expect([whole.run, whole.done.state, whole.done.created, whole.done.rejected]).toEqual([
    cut.run,
    'done',
    600,
    1,
  ]);
  expect([...(await standing(world)).keys()].filter((id) => id.startsWith(p))).toHaveLength(600);
});

test('after a crash in the middle of a batch nothing of that batch stands, and the rest comes in once', async () => {
  const path = fileIn(world, `${p}.csv`, csvOf(Array.from({ length: 300 }, (_, i) => row(`${p}${i}`))));
  await expect(
    imported(world, path, {
      progress: () => {
        throw new Error('power cut');
      },
    }),
  ).rejects.toThrow('power cut');
  const number = await world.asSystem(({ db }) =>
    db
      .selectFrom('cases.import_run')
      .select('done_rows')
      .orderBy('made_at', 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirstOrThrow(),
  );
  expect([
    number.done_rows,
    [...(await standing(world)).keys()].filter((id) => id.startsWith(p)).length,
  ]).toEqual([250, 250]);
  const { done } = await imported(world, path);
  expect([
    done.created,
    done.unchanged,
    [...(await standing(world)).keys()].filter((id) => id.startsWith(p)).length,
  ]).toEqual([300, 0, 300]);
});

test('the rejected rows come back as a file that can be corrected and imported', async () => {
  const { table, reasons } = await imported(
    world,
    fileIn(world, `${p}.csv`, csvOf([row(`${p}a`), row(`${p}b`, { 经度: '' })])),
  );
  const text = (await Array.fromAsync(rejectedCsv(table, reasons))).join('');
  expect(text).toContain('缺少坐标');
  const mended = text.replace(`城管,电话,,`, `城管,电话,${places['c01-g01'].lng},`);
  const { done } = await imported(world, fileIn(world, `${p}again.csv`, mended));
  expect([done.created, done.rejected]).toEqual([1, 0]);
});

test('a mapping that does not fit the table, the list or the units is refused with everything that is wrong', async () => {
  const path = fileIn(world, `${p}.csv`, csvOf([row(`${p}a`)]));
  const wrong = {
    ...mapping,
    zone: 'Mars/Olympus',
    fields: { ...mapping.fields, id: '单号' },
    types: { 垃圾: '99999' },
    owners: { 城管: 'nowhere' },
  };
  await expect(imported(world, path, { mapping: wrong })).rejects.toMatchObject({
    code: 'cases.import_mapping',
    details: { problems: expect.objectContaining({ length: 4 }) },
  });
  await expect(imported(world, fileIn(world, `${p}empty.csv`, ''))).rejects.toMatchObject({
    code: 'platform.table_unreadable',
  });
});

test('coordinates of Chinese maps are shifted to where things are', async () => {
  await imported(world, fileIn(world, `${p}.csv`, csvOf([row(`${p}a`)])), {
    mapping: { ...mapping, crs: 'GCJ02' },
  });
  const place = await world.asSystem(({ db }) =>
    db
      .selectFrom('cases.case')
      .select(['lng', 'lat'])
      .where('id', '=', db.selectFrom('cases.case').select('id').where('text', 'like', `%${p}a%`))
      .executeTakeFirstOrThrow(),
  );
  expect(Math.abs(place.lng - places['c01-g01'].lng)).toBeGreaterThan(0.001);
});
