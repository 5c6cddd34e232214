import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { sql } from 'kysely';
import { fileArchivesAgain, searched } from '#modules/cases';
import { seatMissing } from '#modules/identity';
import { fromJson, toJson } from '#platform/json.ts';
import type { Platform } from '#platform/serve.ts';
import type { Tx } from '#platform/db.ts';
import { vaultOf, type Vault } from '#platform/crypto/vault.ts';
import { withWork } from '#platform/work.ts';
import { makePerson } from '../names/people.ts';
import { Random } from '../names/random.ts';
import { keepPicture } from './pictures.ts';
import { sealed, type Line, type Table } from './tables.ts';

const decompress = promisify(brotliDecompress);
const WEEK = 7 * 86_400_000;
export const recorded = fileURLToPath(new URL('../recorded/', import.meta.url));

export type Loaded = { readonly street: string; readonly rows: number; readonly archives: number };

/** Brings a recorded street into an empty deployment, moved by whole weeks so that it lives up to now; weekdays stay what they were. */
export async function load(platform: Platform, folder = recorded): Promise<Loaded> {
  const lines = (await decompress(await readFile(`${folder}/street.jsonl.br`))).toString('utf8').split('\n');
  const { end, street } = fromJson<{ end: string; street: string }>(JSON.parse(lines[0] ?? '{}'));
  const now = platform.clock();
  const weeks = Math.max(0, Math.floor((now.getTime() - Date.parse(end)) / WEEK));
  const move = mover(weeks);
  const vault = vaultOf(platform.settings);
  await keepPictures(platform.settings.dataDir, folder);
  let rows = 0;
  await platform.db.transaction().execute(async (db) => {
    for (const text of lines.slice(1)) {
      const line = fromJson<Line>(JSON.parse(move(text)));
      await write(db, vault, line);
      if (line.table === 'identity.session')
        await sql`select * from identity.enter(null, ${street}, 'system', ${now}::timestamptz)`.execute(db);
      rows += line.rows.length;
    }
    await sql`select setval('platform.number_seq', ${rows + 100_000})`.execute(db);
  });
  const archives = await withWork(platform, { service: 'system', street }, now, 'write', async (work) => {
    const names = new Random('tingfeng-seats');
    await seatMissing(work, { nameOf: () => makePerson(names, { bornFrom: 1970, bornTo: 2000 }).zh });
    return fileArchivesAgain(work);
  });
  return { street, rows, archives };
}

/** Moves every date in a text by whole weeks, also those in case numbers. */
function mover(weeks: number): (text: string) => string {
  if (weeks === 0) return (text) => text;
  const known = new Map<string, string>();
  const moved = (day: string): string => {
    const found = known.get(day);
    if (found !== undefined) return found;
    const made = new Date(Date.parse(`${day}T00:00:00Z`) + weeks * WEEK).toISOString().slice(0, 10);
    known.set(day, made);
    return made;
  };
  return (text) =>
    text
      .replace(/\b20\d\d-[01]\d-[0-3]\d(?![0-9a-f-])/g, moved)
      .replace(
        /\bTF(20\d\d)([01]\d)([0-3]\d)-/g,
        (_, y: string, m: string, d: string) => `TF${moved(`${y}-${m}-${d}`).replaceAll('-', '')}-`,
      );
}

async function write(db: Tx, vault: Vault, { table, rows }: Line): Promise<void> {
  await insert(
    db,
    table,
    rows.map((row) => seal(vault, table, row)),
  );
  if (table === 'cases.case') await insert(db, 'cases.search_text', wordsOf(rows));
}

async function insert(
  db: Tx,
  table: Table | 'cases.search_text',
  ready: readonly Record<string, unknown>[],
): Promise<void> {
  const columns = Object.keys(ready[0] ?? {});
  if (columns.length === 0) return;
  const names = sql.join(columns.map((name) => sql.ref(name)));
  await sql`insert into ${sql.table(table)} (${names}) select ${names} from jsonb_populate_recordset(null::${sql.table(table)}, ${toJson(ready)}::jsonb)`.execute(
    db,
  );
}

function seal(vault: Vault, table: Table, row: Record<string, unknown>): Record<string, unknown> {
  const marks = sealed[table];
  if (marks === undefined) return row;
  const closed = { ...row };
  for (const column of marks.columns) {
    const value = row[column];
    if (typeof value !== 'string') continue;
    closed[column] = `\\x${vault.seal(value, { table, column, row: String(row['id']) }).toString('hex')}`;
    const index = marks.index[column];
    if (index !== undefined) closed[index] = `\\x${vault.index(value, 'phone').toString('hex')}`;
  }
  return closed;
}

/** The words of cases as they are searched; not recorded, since the numbers among them move with the dates. */
function wordsOf(rows: readonly Record<string, unknown>[]): Record<string, unknown>[] {
  return rows.map(({ street, id, reported_at, title, text, address, no }) => ({
    street,
    case_id: id,
    reported_at,
    ...searched({ title: String(title), text: String(text), address: String(address), no: String(no) }),
  }));
}

async function keepPictures(dataDir: string, folder: string): Promise<void> {
  for (const name of await readdir(`${folder}/pictures`))
    await keepPicture(dataDir, await readFile(`${folder}/pictures/${name}`));
}
