import { CARE_KEPT_DAYS, type closeCare } from '@fengqiao/contract/care.ts';
import type { In } from '@fengqiao/contract/route.ts';
import { asCare } from '#platform/care.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { localDay } from '../domain/day.ts';
import { demandContact, demandOpen, seatOf } from '../domain/record.ts';
import { insertNote } from '../store/note.ts';
import { lockRecord, saveRecord, type RecordRow } from '../store/record.ts';
import { closingOf, noteOf, openBody, openPerson, sealBody, wordsOf, type Words } from './sealing.ts';
import { whoActs } from './who-acts.ts';

/** Notes a contact, and when the next one is to be. */
export async function note(
  work: Work,
  id: string,
  { text, contactOn }: { text: string; contactOn: string },
): Promise<{ ok: true }> {
  const { account } = whoActs(work);
  const { record, words } = await held(work, id);
  demandContact(contactOn, localDay(work), record.until);
  const noteId = work.newId();
  const textEnc = words.seal(JSON.stringify({ by: work.actor.name, text }), noteOf(noteId));
  await asCare(work, async () => {
    await insertNote(work, { id: noteId, record: id, account, textEnc });
    await saveRecord(work, id, { contactOn });
  });
  return { ok: true };
}

export async function changeMeasures(
  work: Work,
  id: string,
  measures: readonly string[],
): Promise<{ ok: true }> {
  const { record, words } = await held(work, id);
  const bodyEnc = sealBody(words, id, { ...openBody(words, id, record.bodyEnc), measures });
  await asCare(work, () => saveRecord(work, id, { bodyEnc }));
  return { ok: true };
}

/** Ends the help; the record lies closed for a while, so that an objection can be answered, and is then deleted. */
export async function close(
  work: Work,
  id: string,
  { ending, words: said }: In<typeof closeCare>['body'],
): Promise<{ ok: true }> {
  const { account } = whoActs(work);
  const { words } = await held(work, id);
  const closingEnc = words.seal(said, closingOf(id));
  const deleteOn = localDay(work, CARE_KEPT_DAYS);
  await asCare(work, () =>
    saveRecord(work, id, { state: 'closed', closedBy: account, ending, closingEnc, deleteOn }),
  );
  return { ok: true };
}

/** An open record of somebody who is on it, locked, with what seals its words. */
async function held(work: Work, id: string): Promise<{ record: RecordRow; words: Words }> {
  const { account } = whoActs(work);
  const record = await asCare(work, () => lockRecord(work, id));
  if (seatOf(record, account) === null) refuse('platform.not_found');
  demandOpen(record);
  return { record, words: await wordsOf(work, openPerson(work, id, record.personEnc)) };
}
