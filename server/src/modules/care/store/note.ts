import type { Work } from '#platform/work.ts';

export type NoteRow = { readonly id: string; readonly at: Date; readonly textEnc: Buffer };

const MOST = 200;

/** Notes of a record, newest first; by note_record_idx. */
export function notesOf({ db, street }: Work, record: string): Promise<NoteRow[]> {
  return db
    .selectFrom('care.note')
    .select(['id', 'at', 'text_enc as textEnc'])
    .where('street', '=', street)
    .where('record', '=', record)
    .orderBy('id', 'desc')
    .limit(MOST)
    .execute();
}

export async function insertNote(
  { db, street, now }: Work,
  { id, record, account, textEnc }: { id: string; record: string; account: string; textEnc: Buffer },
): Promise<void> {
  await db
    .insertInto('care.note')
    .values({ street, id, record, account, at: now, text_enc: textEnc })
    .execute();
}
