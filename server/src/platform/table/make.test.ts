import { expect, test } from 'vitest';
import { readXlsx } from 'hucre';
import { csvOf, plainCell, xlsxOf, type MarkedTable } from './make.ts';
import { inspectTable, openTable } from './reader.ts';

const table: MarkedTable = {
  mark: 'DC2026-000042｜百步社区 王芳｜2026-11-25 10:00',
  by: '百步社区 王芳',
  no: 'DC2026-000042',
  at: new Date('2026-11-25T02:00:00Z'),
  header: ['姓名', '电话', '导出编号'],
  rows: [
    ['张三丰', '19900000001', 'DC2026-000042'],
    ['=cmd|\'/C calc\'!A0,"x"', '-1+2', 'DC2026-000042'],
  ],
};
const read = async (bytes: Buffer) => {
  const { header, rows } = await openTable(
    await inspectTable(async function* () {
      yield bytes;
    }),
  );
  return [[...header], ...(await Array.fromAsync(rows)).map(({ cells }) => [...cells.values()])];
};

test('a file never hands a formula to a spreadsheet, full-width signs included', async () => {
  for (const start of ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r'])
    expect(plainCell(`${start}1+1`)).toBe(`'${start}1+1`);
  for (const bytes of [csvOf(table), await xlsxOf(table)])
    expect((await read(bytes))[2]).toEqual([`'=cmd|'/C calc'!A0,"x"`, "'-1+2", 'DC2026-000042']);
});

test('CSV opens as Chinese, says first who took it, and is read back as a table', async () => {
  const text = csvOf(table).toString('utf8');
  expect(text.startsWith(`\uFEFF${table.mark}\r\n姓名,电话,导出编号\r\n`)).toBe(true);
  expect((await read(csvOf(table)))[1]).toEqual(['张三丰', '19900000001', 'DC2026-000042']);
});

test('a workbook keeps long numbers as text and says who took it over the table, on a sheet and in its properties', async () => {
  const bytes = await xlsxOf(table);
  expect(await read(bytes)).toEqual([
    table.header,
    ['张三丰', '19900000001', 'DC2026-000042'],
    [`'=cmd|'/C calc'!A0,"x"`, "'-1+2", 'DC2026-000042'],
  ]);
  const { sheets, properties } = await readXlsx(bytes);
  expect(sheets.map(({ name }) => name)).toEqual(['数据', '说明']);
  expect([properties?.title, properties?.creator]).toEqual([table.no, table.by]);
  expect(sheets[1]?.rows[0]?.[0]).toBe(table.mark);
});
