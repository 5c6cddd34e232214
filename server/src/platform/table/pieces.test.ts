import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf } from './pieces.ts';
import { inspectTable, openPieces, openTable } from './reader.ts';
import { rowsUnder } from './row.ts';
import { csvLine } from './write.ts';

const fileOf = (text: string) =>
  inspectTable(async function* () {
    const bytes = Buffer.from(text, 'utf8');
    // Chunks end anywhere, within a character as well.
    for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
  });

/** Every row with its line and cells, taken `most` records at a time. */
async function taken(text: string, most: number) {
  const { header, pieces } = await openPieces(await fileOf(text), most);
  const rows = [];
  const sizes: number[] = [];
  for await (const piece of pieces) {
    const some = rowsUnder(header, linesOf(piece));
    sizes.push(some.length);
    rows.push(...some.map(({ line, cells, broken }) => ({ line, cells: [...cells.values()], broken })));
  }
  return { rows, sizes };
}

const cell = fc.string({ unit: fc.constantFrom('李', 'a', '1', ' ', ',', '"', '\n', '\r\n'), maxLength: 6 });

test('a table is the same in pieces of any size, wherever its quotes, line breaks and chunks fall', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 30 }), async (rows) => {
      const text = ['姓名,备注\n', ...rows.map((row) => csvLine(row).replace(/\r\n$/, '\n'))].join('');
      const whole = await taken(text, 1000);
      for (const most of [1, 2, 7]) expect((await taken(text, most)).rows).toEqual(whole.rows);
      const filled = rows.filter((row) => row.some((one) => one.trim() !== ''));
      expect(whole.rows.map(({ cells }) => cells)).toEqual(filled.map((row) => [...row]));
    }),
    { numRuns: 60 },
  );
});

test('pieces are full but for the last, blank lines are passed over, and lines are counted as a spreadsheet counts them', async () => {
  const { rows, sizes } = await taken('姓名,备注\r\n甲,1\r\n乙,2\r\n\r\n丙,3\r\n丁,4', 2);
  expect(rows.map(({ line, cells }) => [line, cells[0]])).toEqual([
    [2, '甲'],
    [3, '乙'],
    [5, '丙'],
    [6, '丁'],
  ]);
  expect(sizes).toEqual([2, 1, 1]);
});

test('a quote that never ends is told with its line, and a row with one too few cells is broken', async () => {
  const { rows } = await taken('姓名,备注\n甲,1\n乙\n丙,3\n', 2);
  expect(rows.map(({ broken }) => broken)).toEqual([false, true, false]);
  const endless = `姓名,备注\n甲,1\n乙,"${'x'.repeat(2_000_100)}`;
  await expect(taken(endless, 2)).rejects.toMatchObject({
    code: 'platform.table_unreadable',
    details: { line: 3 },
  });
});

test('about how many rows a table has is known before it is read', async () => {
  const text = '姓名,备注\n甲,1\n乙,2\n';
  expect(await fileOf(text)).toMatchObject({ lines: 3, size: Buffer.byteLength(text) });
  expect((await Array.fromAsync((await openTable(await fileOf(text))).rows)).length).toBe(2);
});
