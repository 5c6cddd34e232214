import { gunzipSync, gzipSync } from 'node:zlib';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import type { Case } from '../domain/case.ts';
import type { Sealed } from '../domain/archive.ts';

const tables = ['report', 'assignment', 'task', 'clock', 'side_request', 'hold', 'milestone', 'consultation', 'evidence', 'field_check', 'supervision', 'whistle', 'activity', 'ask', 'reopening'] as const;

/** Everything recorded about a case, table by table in a fixed order; files are named by their hashes. */
export async function recordsOf({ db, street }: Work, caseId: string): Promise<Record<string, unknown>> {
  const one = await db.selectFrom('cases.case').selectAll().where('street', '=', street).where('id', '=', caseId).executeTakeFirstOrThrow();
  const { bigrams: _, ...plain } = one;
  const parts: Record<string, unknown> = { case: plain };
  for (const table of tables) parts[table] = await db.selectFrom(`cases.${table}`).selectAll().where('street', '=', street).where('case_id', '=', caseId).orderBy('id').execute();
  return parts;
}

/** Keeps the package, compressed; one per round. */
export async function addArchive({ db, street, now }: Work, theCase: Case, sealed: Sealed): Promise<void> {
  await db
    .insertInto('cases.archive')
    .values({ street, case_id: theCase.id, round: theCase.round, sha256: sealed.sha256, package: gzipSync(sealed.text), bytes: Buffer.byteLength(sealed.text), made_at: now })
    .execute();
}

/** The latest package of a case. */
export async function archiveOf({ db, street }: Work, caseId: string): Promise<{ sha256: string; bytes: number; madeAt: string; package: string }> {
  const row = await db.selectFrom('cases.archive').selectAll().where('street', '=', street).where('case_id', '=', caseId).orderBy('round', 'desc').limit(1).executeTakeFirst();
  if (!row) refuse('platform.not_found');
  return { sha256: row.sha256, bytes: row.bytes, madeAt: row.made_at.toISOString(), package: gunzipSync(row.package).toString('utf8') };
}
