import type { IndexedTable } from '#platform/crypto/reindex.ts';
import { personSeals } from '#modules/identity';
import { peopleById } from '../store/person.ts';
import { indexesOf, matchOf, openGeneral, openSensitive } from './sealing.ts';

/** By what people of the register are found; whoever was erased or has no facts is left as they are. */
export const personIndexes: IndexedTable = {
  table: 'registry.person',
  columns: ['name_index', 'phone_index', 'id_index', 'twin_index'],
  of: async (work, ids) => {
    const [people, seals] = await Promise.all([peopleById(work, ids), personSeals(work, ids)]);
    return new Map(
      people.flatMap(({ id, g2_enc, g3_enc }) => {
        const general = openGeneral(seals.get(id), id, g2_enc);
        const sensitive = openSensitive(seals.get(id), id, g3_enc);
        if (general === null || sensitive === null) return [];
        const facts = { ...general, ...sensitive };
        const { nameIndex, phoneIndex, twinIndex } = indexesOf(work.vault, facts);
        return [
          [
            id,
            {
              name_index: nameIndex,
              phone_index: phoneIndex,
              id_index: matchOf(work.vault, facts),
              twin_index: twinIndex,
            },
          ] as const,
        ];
      }),
    );
  },
};
