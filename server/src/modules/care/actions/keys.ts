import type { IndexedTable } from '#platform/crypto/reindex.ts';
import type { SealedTable } from '#platform/crypto/reseal.ts';
import { SealBroken } from '#platform/crypto/vault.ts';
import { asCare } from '#platform/care.ts';
import type { Work } from '#platform/work.ts';
import { newestSealed, sealedPeople } from '../store/record.ts';
import { openPerson, personIndex } from './sealing.ts';

/** What the key of special care seals. */
export const sealedTables: readonly SealedTable[] = [
  { table: 'care.record', columns: ['person_enc', 'body_enc', 'closing_enc'], care: true },
  { table: 'care.note', columns: ['text_enc'], care: true },
  { table: 'care.handover', columns: ['reason_enc'], care: true },
];

/** By which a person's records are found, for erasure and for a second proposal alone. */
export const careIndexes: IndexedTable = {
  table: 'care.record',
  columns: ['person_index'],
  care: true,
  of: async (work, ids) =>
    new Map(
      (await sealedPeople(work, ids)).map(({ id, personEnc }) => [
        id,
        { person_index: personIndex(work, openPerson(work, id, personEnc)) },
      ]),
    ),
};

/** Whether the keys in force open what was sealed last, and find it again. */
export async function careKeyFits(work: Work): Promise<'all' | 'seals' | 'nothing'> {
  const newest = await asCare(work, () => newestSealed(work));
  if (newest === null) return 'all';
  try {
    const person = openPerson(work, newest.id, newest.personEnc);
    return personIndex(work, person).equals(newest.personIndex) ? 'all' : 'seals';
  } catch (error) {
    if (error instanceof SealBroken) return 'nothing';
    throw error;
  }
}
