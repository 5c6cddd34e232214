import { gunzipSync, gzipSync } from 'node:zlib';
import type { Settings } from '#platform/config.ts';
import { archiveVaultOf } from '#platform/crypto/archive-vault.ts';
import { fromJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import type { Case } from '../domain/case.ts';
import type { Sealed } from '../domain/archive.ts';

const tables = [
  'report',
  'assignment',
  'task',
  'clock',
  'side_request',
  'hold',
  'milestone',
  'consultation',
  'evidence',
  'field_check',
  'supervision',
  'whistle',
  'activity',
  'ask',
  'reopening',
] as const;

type Parts = Record<string, unknown>;

/** Everything recorded about a case, table by table in a fixed order; files are named by their hashes. */
export async function recordsOf(work: Work, caseId: string): Promise<Parts> {
  return (await recordsOfMany(work, [caseId])).get(caseId) ?? refuse('platform.not_found');
}

/** The same for many cases at once: one statement a table. */
export async function recordsOfMany(
  { db, street }: Work,
  ids: readonly string[],
): Promise<Map<string, Parts>> {
  const found = new Map<string, Parts>();
  for (const plain of await db
    .selectFrom('cases.case')
    .selectAll()
    .where('street', '=', street)
    .where('id', 'in', [...ids])
    .execute()) {
    found.set(plain.id, { case: plain, ...Object.fromEntries(tables.map((table) => [table, []])) });
  }
  for (const table of tables) {
    const rows = await db
      .selectFrom(`cases.${table}`)
      .selectAll()
      .where('street', '=', street)
      .where('case_id', 'in', [...ids])
      .orderBy('id')
      .execute();
    for (const row of rows) fromJson<unknown[]>(found.get(row.case_id)?.[table] ?? []).push(row);
  }
  return found;
}

/** Archived cases without their package, oldest first. */
export async function withoutArchive(
  { db, street }: Work,
  limit: number,
): Promise<{ id: string; round: number }[]> {
  return db
    .selectFrom('cases.case as c')
    .leftJoin('cases.archive as a', (join) =>
      join
        .onRef('a.street', '=', 'c.street')
        .onRef('a.case_id', '=', 'c.id')
        .onRef('a.round', '=', 'c.round'),
    )
    .select(['c.id', 'c.round'])
    .where('c.street', '=', street)
    .where('c.state', '=', 'archived')
    .where('a.case_id', 'is', null)
    .orderBy('c.id')
    .limit(limit)
    .execute();
}

/** Keeps the package, compressed and sealed with the key of the archive; one per round. */
export async function addArchive(
  { db, street, now, settings }: Work,
  theCase: Pick<Case, 'id' | 'round'>,
  { text, sha256 }: Sealed,
): Promise<void> {
  const { id, round } = theCase;
  await db
    .insertInto('cases.archive')
    .values({
      street,
      case_id: id,
      round,
      sha256,
      package: packed(settings, text, { id, round }),
      sealed: true,
      bytes: Buffer.byteLength(text),
      made_at: now,
    })
    .execute();
}

const placeOf = ({ id, round }: Pick<Case, 'id' | 'round'>) => ({
  table: 'cases.archive',
  column: 'package',
  row: `${id}|${round}`,
});

const packed = (settings: Settings, text: string, of: Pick<Case, 'id' | 'round'>): Buffer =>
  archiveVaultOf(settings).seal(gzipSync(text).toString('base64'), placeOf(of));

type Row = { readonly round: number; readonly package: Buffer; readonly sealed: boolean };

const unpacked = (settings: Settings, id: string, { round, package: bytes, sealed }: Row): string =>
  gunzipSync(
    sealed ? Buffer.from(archiveVaultOf(settings).open(bytes, placeOf({ id, round })), 'base64') : bytes,
  ).toString('utf8');

/** The latest package of a case. */
export async function archiveOf(
  { db, street, settings }: Work,
  caseId: string,
): Promise<{ sha256: string; bytes: number; madeAt: string; package: string }> {
  const row = await db
    .selectFrom('cases.archive')
    .selectAll()
    .where('street', '=', street)
    .where('case_id', '=', caseId)
    .orderBy('round', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) refuse('platform.not_found');
  return {
    sha256: row.sha256,
    bytes: row.bytes,
    madeAt: row.made_at.toISOString(),
    package: unpacked(settings, caseId, row),
  };
}

/** Every package of a case, locked, as its text. */
export async function packagesOf(
  { db, street, settings }: Work,
  caseId: string,
): Promise<{ round: number; text: string }[]> {
  const rows = await db
    .selectFrom('cases.archive')
    .select(['round', 'package', 'sealed'])
    .where('street', '=', street)
    .where('case_id', '=', caseId)
    .forUpdate()
    .execute();
  return rows.map((row) => ({ round: row.round, text: unpacked(settings, caseId, row) }));
}

/** Puts another package in the place of one. */
export async function replaceArchive(
  { db, street, settings }: Work,
  of: Pick<Case, 'id' | 'round'>,
  { text, sha256 }: Sealed,
): Promise<void> {
  await db
    .updateTable('cases.archive')
    .set({ sha256, package: packed(settings, text, of), bytes: Buffer.byteLength(text), sealed: true })
    .where('street', '=', street)
    .where('case_id', '=', of.id)
    .where('round', '=', of.round)
    .execute();
}

/** Seals some packages that were filed before the archive had a key; served by archive_open_idx. Returns how many. */
export async function sealOpen({ db, street, settings }: Work, most: number): Promise<number> {
  const rows = await db
    .selectFrom('cases.archive')
    .select(['case_id', 'round', 'package', 'sealed'])
    .where('street', '=', street)
    .where('sealed', '=', false)
    .orderBy('case_id')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute();
  for (const row of rows) {
    const of = { id: row.case_id, round: row.round };
    await db
      .updateTable('cases.archive')
      .set({ package: packed(settings, unpacked(settings, of.id, row), of), sealed: true })
      .where('street', '=', street)
      .where('case_id', '=', of.id)
      .where('round', '=', of.round)
      .execute();
  }
  return rows.length;
}
