import { readFile } from 'node:fs/promises';
import { writeFile, mkdir } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { sql } from 'kysely';
import { placeOf } from '#platform/files/disk.ts';
import type { Platform } from '#platform/serve.ts';
import { withWork, type Work } from '#platform/work.ts';
import { left, sealed, tables, type Line, type Table } from './tables.ts';

const compress = promisify(brotliCompress);
const PART = 2_000;
const MESSAGE_DAYS = 10;

/** Writes a street that was lived into a folder: its rows as compressed lines, its pictures beside them. Returns the bytes of the rows. */
export async function record(platform: Platform, street: string, now: Date, folder: string): Promise<number> {
  await mkdir(`${folder}/pictures`, { recursive: true });
  const lines = await withWork(platform, { service: 'system', street }, now, 'write', async (work) => {
    const all: string[] = [JSON.stringify({ end: now.toISOString(), street })];
    for (const table of tables) for (const line of await linesOf(work, table)) all.push(JSON.stringify(line));
    await keepPictures(work, platform.settings.dataDir, folder);
    return all;
  });
  const bytes = await compress(lines.join('\n'), {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 9,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    },
  });
  await writeFile(`${folder}/street.jsonl.br`, bytes);
  return bytes.length;
}

async function linesOf(work: Work, table: Table): Promise<Line[]> {
  const name = sql.table(table);
  const key = table === 'platform.street' ? sql`id` : sql`street`;
  const only =
    table === 'identity.session'
      ? sql`and t.token_hash is null`
      : table === 'notices.message'
        ? sql`and t.made_at > ${work.now}::timestamptz - make_interval(days => ${MESSAGE_DAYS})`
        : sql``;
  const { rows } = await sql<{
    row: Record<string, unknown>;
  }>`select to_jsonb(t) as row from ${name} t where t.${key} = ${work.street} ${only} order by to_jsonb(t) ->> 'id', to_jsonb(t)::text`.execute(
    work.db,
  );
  const kept = rows.map(({ row }) => openSealed(work, table, without(row, left[table] ?? [])));
  return Array.from({ length: Math.ceil(kept.length / PART) }, (_, i) => ({
    table,
    rows: kept.slice(i * PART, (i + 1) * PART),
  }));
}

const without = (row: Record<string, unknown>, columns: readonly string[]) =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !columns.includes(name)));

function openSealed(work: Work, table: Table, row: Record<string, unknown>): Record<string, unknown> {
  const marks = sealed[table];
  if (marks === undefined) return row;
  const opened = { ...row };
  for (const column of marks.columns) {
    const value = row[column];
    if (typeof value === 'string')
      opened[column] = work.vault.open(Buffer.from(value.slice(2), 'hex'), {
        table,
        column,
        row: String(row['id']),
      });
  }
  for (const index of Object.values(marks.index)) opened[index] = null;
  return opened;
}

async function keepPictures({ db, street }: Work, dataDir: string, folder: string): Promise<void> {
  const files = await db
    .selectFrom('platform.file')
    .select('sha256')
    .distinct()
    .where('street', '=', street)
    .execute();
  for (const { sha256 } of files)
    await writeFile(`${folder}/pictures/${sha256}.jpg`, await readFile(placeOf(dataDir, sha256)));
}
