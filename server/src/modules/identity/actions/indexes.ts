import type { IndexedTable } from '#platform/crypto/reindex.ts';
import { sealedAsked } from '../store/mandates.ts';
import { sealedPhones } from '../store/sealed.ts';
import { openMaybe, places } from './sealed.ts';

/** By what people of this room are found: their phone, from where it is sealed. */
export const phoneIndexes: readonly IndexedTable[] = [
  phonesIn('identity.account', places.accountPhone),
  phonesIn('identity.contact', places.contactPhone),
  {
    table: 'identity.mandate',
    columns: ['asked_index'],
    of: async (work, ids) =>
      new Map(
        (await sealedAsked(work, ids)).map(({ id, contact, phone }) => {
          const open = openMaybe(work.vault, phone, places.contactPhone(contact));
          return [id, { asked_index: open === null ? null : work.vault.index(open, 'phone') }];
        }),
      ),
  },
];

function phonesIn(
  table: 'identity.account' | 'identity.contact',
  place: typeof places.accountPhone,
): IndexedTable {
  return {
    table,
    columns: ['phone_index'],
    of: async (work, ids) =>
      new Map(
        (await sealedPhones(work, table, ids)).map(({ id, phone }) => {
          const open = openMaybe(work.vault, phone, place(id));
          return [id, { phone_index: open === null ? null : work.vault.index(open, 'phone') }];
        }),
      ),
  };
}
