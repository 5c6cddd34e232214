import { gunzipSync, gzipSync } from 'node:zlib';
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

/** Keeps the package, compressed; one per round. */
export async function addArchive(
  { db, street, now }: Work,
  theCase: Pick<Case, 'id' | 'round'>,
  sealed: Sealed,
): Promise<void> {
  await db
    .insertInto('cases.archive')
    .values({
      street,
      case_id: theCase.id,
      round: theCase.round,
      sha256: sealed.sha256,
      package: gzipSync(sealed.text),
      bytes: Buffer.byteLength(sealed.text),
      made_at: now,
    })
    .execute();
}

/** The latest package of a case. */
export async function archiveOf(
  { db, street }: Work,
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
    package: gunzipSync(row.package).toString('utf8'),
  };
}
