import { writeXlsx } from 'hucre';
import { csvLine } from './write.ts';

/** A table to be handed out: who took it, when and for what, over the header and in the last column of every row. */
export type MarkedTable = {
  readonly mark: string;
  /** Who stands behind it, and its number, for the properties of a workbook. */
  readonly by: string;
  readonly no: string;
  readonly at: Date;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

/** A cell that a spreadsheet cannot mistake for a formula, full-width signs included (OWASP, CSV injection). */
export const plainCell = (text: string): string => (/^[=+\-@＝＋－＠\t\r\n]/.test(text) ? `'${text}` : text);

/** CSV in UTF-8 with a byte order mark, so that spreadsheets read the Chinese; the mark is its first line. */
export const csvOf = ({ mark, header, rows }: MarkedTable): Buffer =>
  Buffer.from(
    `\uFEFF${[[mark], header, ...rows].map((cells) => csvLine(cells.map(plainCell))).join('')}`,
    'utf8',
  );

const WIDEST = 40;

/** A workbook: the mark over the header, on a sheet of its own, on every printed page and in the properties; all cells are text. */
export async function xlsxOf({ mark, by, no, at, header, rows }: MarkedTable): Promise<Buffer> {
  const cells = [[mark], header, ...rows].map((row) => row.map(plainCell));
  const columns = header.map((name, i) => ({
    width: Math.min(
      WIDEST,
      Math.max(...[name, ...rows.slice(0, 50).map((row) => row[i] ?? '')].map(widthOf)),
    ),
  }));
  const bytes = await writeXlsx({
    stringMode: 'inline',
    properties: {
      title: no,
      creator: by,
      description: mark,
      created: at,
      modified: at,
      custom: { 导出编号: no },
    },
    sheets: [
      {
        name: '数据',
        rows: cells,
        columns,
        headerFooter: { oddFooter: `&L${plainCell(mark).replaceAll('&', '&&')}` },
      },
      { name: '说明', rows: [[plainCell(mark)]] },
    ],
  });
  return Buffer.from(bytes);
}

/** In characters of a spreadsheet: a Chinese one takes two. */
const widthOf = (text: string): number => 2 + text.length + (text.match(/[^\u0000-\u00ff]/g)?.length ?? 0);
