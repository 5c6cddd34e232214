import type { Platform } from '#platform/serve.ts';
import { openTable, type TableFile } from '#platform/table/reader.ts';
import type { TableRow } from '#platform/table/row.ts';

/** A table of an import on the way through, and how many of its rows were taken. */
type HalfRead = {
  readonly id: string;
  readonly rows: AsyncIterator<TableRow>;
  passed: number;
};

const halfRead = new WeakMap<Platform, HalfRead>();

/**
 * The table of an import with its next row at hand. A process that goes on with it in many steps keeps it open between
 * them; whoever comes to it anew, as after a restart, reads past what was done.
 */
export async function readOn(
  platform: Platform,
  { id, file, from }: { readonly id: string; readonly file: TableFile; readonly from: number },
): Promise<HalfRead> {
  const known = halfRead.get(platform);
  if (known?.id === id && known.passed === from) return known;
  await putAway(platform);
  const opened = { id, rows: (await openTable(file)).rows[Symbol.asyncIterator](), passed: 0 };
  halfRead.set(platform, opened);
  while (opened.passed < from && !(await opened.rows.next()).done) opened.passed += 1;
  return opened;
}

/** The next rows, fewer at the end. */
export async function takeRows(from: HalfRead, most: number): Promise<TableRow[]> {
  const taken: TableRow[] = [];
  while (taken.length < most) {
    const next = await from.rows.next();
    if (next.done) break;
    taken.push(next.value);
  }
  from.passed += taken.length;
  return taken;
}

/** Closes the table that is open, when it came to its end or nobody knows where it stands. */
export async function putAway(platform: Platform): Promise<void> {
  const known = halfRead.get(platform);
  halfRead.delete(platform);
  await known?.rows.return?.();
}
