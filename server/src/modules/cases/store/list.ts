import type { Settings } from '#platform/config.ts';
import { fromJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { compileList, type ListRow, type ResponsibilityList } from '../domain/list.ts';

// A published version never changes, so it is compiled once per running server, which its settings stand for.
const compiled = new WeakMap<Settings, Map<string, ResponsibilityList>>();

/** The version in force at a moment, or null when the street has published none. */
export async function versionInForce({ db, street, now }: Work): Promise<number | null> {
  const row = await db
    .selectFrom('cases.list')
    .select('version')
    .where('street', '=', street)
    .where('state', '=', 'published')
    .where('effective_from', '<=', now)
    .orderBy('effective_from', 'desc')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.version ?? null;
}

/** The list in force now; refuses when there is none. */
export async function listInForce(work: Work): Promise<ResponsibilityList> {
  const version = await versionInForce(work);
  return version === null ? refuse('cases.list_missing') : publishedList(work, version);
}

/** A published version; a case keeps to the one it was registered under. */
export async function publishedList(work: Work, version: number): Promise<ResponsibilityList> {
  const kept = compiled.get(work.settings) ?? new Map<string, ResponsibilityList>();
  compiled.set(work.settings, kept);
  const key = `${work.street}/${version}`;
  const known = kept.get(key);
  if (known) return known;
  const made = compileList(version, await rowsOf(work, version));
  kept.set(key, made);
  return made;
}

/** All rows of a version, a draft too; served by the primary key. */
export async function rowsOf({ db, street }: Work, version: number): Promise<ListRow[]> {
  const rows = await db
    .selectFrom('cases.list_row')
    .select('row')
    .where('street', '=', street)
    .where('version', '=', version)
    .orderBy('row_key')
    .execute();
  return rows.map((found) => fromJson<ListRow>(found.row));
}
