import type { Selectable } from 'kysely';
import type { CasesList } from '#platform/db.gen.ts';
import { toJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import type { ListRow } from '../domain/list.ts';

export type ListVersion = Selectable<CasesList> & { readonly rows: number };

const heads = ({ db, street }: Work) =>
  db
    .selectFrom('cases.list as l')
    .selectAll('l')
    .select((eb) =>
      eb
        .selectFrom('cases.list_row as r')
        .select((row) => row.fn.countAll<number>().as('n'))
        .where('r.street', '=', street)
        .whereRef('r.version', '=', 'l.version')
        .as('rows'),
    )
    .where('l.street', '=', street);

const read = (row: Awaited<ReturnType<ReturnType<typeof heads>['execute']>>[number]): ListVersion => ({
  ...row,
  rows: Number(row.rows ?? 0),
});

/** All versions, newest first; served by the primary key. */
export async function listVersions(work: Work): Promise<ListVersion[]> {
  return (await heads(work).orderBy('l.version', 'desc').limit(200).execute()).map(read);
}

/** One version's head; 404 when the street has no such version. */
export async function listVersion(work: Work, version: number): Promise<ListVersion> {
  const row = await heads(work).where('l.version', '=', version).executeTakeFirst();
  return row ? read(row) : refuse('platform.not_found');
}

/** A draft, locked for a change; a published version refuses with cases.list_not_draft. */
export async function lockDraft({ db, street }: Work, version: number): Promise<void> {
  const row = await db
    .selectFrom('cases.list')
    .select('state')
    .where('street', '=', street)
    .where('version', '=', version)
    .forUpdate()
    .executeTakeFirst();
  if (!row) refuse('platform.not_found');
  if (row.state !== 'draft') refuse('cases.list_not_draft');
}

/** Makes the next version a draft with these rows; there is one draft at a time. */
export async function insertDraft(work: Work, note: string, rows: readonly ListRow[]): Promise<number> {
  const { db, street, actor, now } = work;
  const open = await db
    .selectFrom('cases.list')
    .select('version')
    .where('street', '=', street)
    .where('state', '=', 'draft')
    .executeTakeFirst();
  if (open) refuse('cases.list_draft_exists', { version: open.version });
  const last = await db
    .selectFrom('cases.list')
    .select((eb) => eb.fn.max('version').as('n'))
    .where('street', '=', street)
    .executeTakeFirst();
  const version = Number(last?.n ?? 0) + 1;
  await db
    .insertInto('cases.list')
    .values({ street, version, state: 'draft', note, made_by: actor.account, made_at: now })
    .execute();
  await insertRows(work, version, rows);
  return version;
}

export async function insertRows(
  { db, street }: Pick<Work, 'db' | 'street'>,
  version: number,
  rows: readonly ListRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insertInto('cases.list_row')
    .values(rows.map((row) => ({ street, version, row_key: row.rowKey, type: row.type, row: toJson(row) })))
    .onConflict((conflict) =>
      conflict
        .columns(['street', 'version', 'row_key'])
        .doUpdateSet((eb) => ({ type: eb.ref('excluded.type'), row: eb.ref('excluded.row') })),
    )
    .execute();
}

/** Takes a row out of a draft; false when it was not there. */
export async function deleteRow({ db, street }: Work, version: number, rowKey: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('cases.list_row')
    .where('street', '=', street)
    .where('version', '=', version)
    .where('row_key', '=', rowKey)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

export async function deleteDraft({ db, street }: Work, version: number): Promise<void> {
  await db
    .deleteFrom('cases.list')
    .where('street', '=', street)
    .where('version', '=', version)
    .where('state', '=', 'draft')
    .execute();
}

/** Publishes a version from a moment on; what was in force before stays for the cases registered under it. */
export async function publishVersion(
  { db, street, actor, now }: Work,
  version: number,
  { from, note }: { from: Date; note: string | undefined },
): Promise<void> {
  await db
    .updateTable('cases.list')
    .set({
      state: 'published',
      effective_from: from,
      published_by: actor.account,
      published_at: now,
      ...(note === undefined ? {} : { note }),
    })
    .where('street', '=', street)
    .where('version', '=', version)
    .execute();
}
