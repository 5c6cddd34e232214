import { fromJson, toJson } from '#platform/json.ts';
import type { Work } from '#platform/work.ts';

/** What is sealed of a page: its rows as they will stand in the file. */
type Cells = readonly (readonly string[])[];

const placeOf = (export_: string, n: number) => ({
  table: 'exports.page',
  column: 'content_enc',
  row: `${export_}|${n}`,
});

export async function insertPage(
  { db, street, vault }: Work,
  id: string,
  { n, rows }: { readonly n: number; readonly rows: Cells },
): Promise<void> {
  await db
    .insertInto('exports.page')
    .values({ street, export: id, n, content_enc: vault.seal(toJson(rows), placeOf(id, n)) })
    .execute();
}

/** All pages of an export in their order; by primary key. */
export async function pagesOf({ db, street, vault }: Work, id: string): Promise<string[][]> {
  const pages = await db
    .selectFrom('exports.page')
    .select(['n', 'content_enc as content'])
    .where('street', '=', street)
    .where('export', '=', id)
    .orderBy('n')
    .execute();
  return pages.flatMap(({ n, content }) =>
    fromJson<string[][]>(JSON.parse(vault.open(content, placeOf(id, n)))),
  );
}

export async function dropPages({ db, street }: Work, id: string): Promise<void> {
  await db.deleteFrom('exports.page').where('street', '=', street).where('export', '=', id).execute();
}

export async function insertTaken({ db, street, now, actor, newId }: Work, id: string): Promise<void> {
  await db
    .insertInto('exports.taken')
    .values({ street, id: newId(), export: id, at: now, account: actor.account ?? '', name: actor.name })
    .execute();
}

/** Each time the file was taken, oldest first; by taken_export_idx. */
export const takenOf = ({ db, street }: Work, id: string): Promise<{ at: Date; name: string }[]> =>
  db
    .selectFrom('exports.taken')
    .select(['at', 'name'])
    .where('street', '=', street)
    .where('export', '=', id)
    .orderBy('id')
    .execute();
