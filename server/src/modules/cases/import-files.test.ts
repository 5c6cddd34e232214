import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { writeXlsx } from 'hucre';
import iconv from 'iconv-lite';
import { startCases } from '#test/cases.ts';
import type { World } from '#test/world.ts';
import { rejectedCsv } from './actions/import/rejected.ts';
import { csvOf, fileIn, header, imported, row, standing, type Cells } from './import.fixture.ts';

let world: World;
beforeAll(async () => void (world = await startCases()));
afterAll(() => world.close());

let n = 0;
let p = '';
beforeEach(() => void (p = `F${(n += 1)}-`));

const textOf = async (id: string) => (await standing(world)).get(id)?.text;

test('characters that GBK lacks come whole out of GB18030', async () => {
  const path = fileIn(
    world,
    `${p}.csv`,
    iconv.encode(csvOf([row(`${p}a`, { 内容: '㐂𠮷路口' })]), 'gb18030'),
  );
  expect((await imported(world, path)).done.created).toBe(1);
  expect(await textOf(`${p}a`)).toBe('垃圾：㐂𠮷路口');
});

test('UTF-8 that is marked stays UTF-8, though one byte of it was cut off', async () => {
  const whole = Buffer.from(`\uFEFF${csvOf([row(`${p}a`, { 内容: '路边有杂物' }), row(`${p}b`)])}`);
  const broken = whole.indexOf('杂物') + 5;
  const path = fileIn(
    world,
    `${p}.csv`,
    Buffer.concat([whole.subarray(0, broken), whole.subarray(broken + 1)]),
  );
  expect((await imported(world, path)).done.created).toBe(2);
  expect(await textOf(`${p}b`)).toContain(`${p}b`);
});

test('quotes, line breaks and separators inside a cell are part of its text', async () => {
  const said = '他说 "堵路",\n第二行; 还有\t制表';
  const path = fileIn(world, `${p}.csv`, csvOf([row(`${p}a`, { 内容: said }), row(`${p}b`)]));
  expect((await imported(world, path)).done).toMatchObject({ doneRows: 2, created: 2, rejected: 0 });
  expect(await textOf(`${p}a`)).toBe('垃圾：他说 "堵路",\n第二行; 还有 制表');
});

test('a row of a megabyte is rejected by itself, and comes back whole to be corrected', async () => {
  const long = '长'.repeat(350_000);
  const path = fileIn(
    world,
    `${p}.csv`,
    csvOf([row(`${p}a`), row(`${p}long`, { 内容: long }), row(`${p}b`)]),
  );
  const { done, problems, table, reasons } = await imported(world, path);
  expect([done.created, done.rejected, problems.map(({ code }) => code)]).toEqual([2, 1, ['text_too_long']]);
  expect((await Array.fromAsync(rejectedCsv(table, reasons))).join('')).toContain(long);
});

test('a quote that never ends rejects its row and tells its line; the rows before it are taken in', async () => {
  const [first = '', ...more] = csvOf([row(`${p}a`), row(`${p}b`), row(`${p}c`)]).split('\r\n');
  const lines = [first, ...more.map((line, i) => (i === 1 ? line.replace('橹声路', '"橹声路') : line))];
  const { done, table, reasons } = await imported(world, fileIn(world, `${p}.csv`, lines.join('\r\n')));
  expect([done.created, done.rejected, [...reasons.keys()]]).toEqual([1, 1, [3]]);
  expect((await Array.fromAsync(rejectedCsv(table, reasons))).join('')).toContain(`${p}c`);
});

type Sheet = Parameters<typeof writeXlsx>[0]['sheets'][number];
const sheetIn = async (rows: readonly Cells[], more: Partial<Sheet> = {}) =>
  fileIn(
    world,
    `${p}.xlsx`,
    await writeXlsx({ sheets: [{ name: '工单', rows: rows.map((one) => [...one]), ...more }] }),
  );

test('a spreadsheet made for people works as it is: a title over the table, merged cells, formulas', async () => {
  const [id, place] = [header.indexOf('编号'), header.indexOf('地点')];
  const path = await sheetIn(
    [
      ['听枫街道历史工单汇总表'],
      header,
      row(`${p}a`, { 地点: '寒山寺弄 24 号' }),
      row(`${p}b`, { 地点: '' }),
      row(`${p}c`, { 地点: '' }),
      row(`${p}d`, { 地点: '枫桥路 1 号' }),
    ],
    {
      merges: [
        { startRow: 0, startCol: 0, endRow: 0, endCol: header.length - 1 },
        { startRow: 2, startCol: place, endRow: 4, endCol: place },
      ],
      cells: new Map([[`5,${id}`, { formulaResult: `${p}d`, formula: `"${p}"&"d"` }]]),
    },
  );
  expect((await imported(world, path)).done).toMatchObject({ doneRows: 4, created: 4, rejected: 0 });
  const all = await standing(world);
  expect(['a', 'b', 'c', 'd'].map((one) => all.get(`${p}${one}`)?.address)).toEqual([
    '寒山寺弄 24 号',
    '寒山寺弄 24 号',
    '寒山寺弄 24 号',
    '枫桥路 1 号',
  ]);
});

test('a spreadsheet that would unpack to more than a server can hold is refused before it is unpacked', async () => {
  const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: 'a', rows: [[...header]] }] }));
  const entry = bytes.indexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
  bytes.writeUInt32LE(2_000_000_000, entry + 24);
  await expect(imported(world, fileIn(world, `${p}.xlsx`, bytes))).rejects.toMatchObject({
    code: 'platform.table_unreadable',
  });
});

test.each([
  ['a picture', Buffer.from('ffd8ffe000104a464946000101', 'hex')],
  ['a spreadsheet cut short', Buffer.from('504b0304140000000800', 'hex')],
  ['noise', Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) % 251))],
  ['a page of a browser', Buffer.from('<!doctype html><html><body>登录</body></html>')],
])('%s is refused as no table, with what may be sent', async (_name, bytes) => {
  await expect(imported(world, fileIn(world, `${p}.bin`, bytes))).rejects.toMatchObject({
    code: expect.stringMatching(/^(platform.table_unreadable|cases.import_mapping)$/),
  });
});
