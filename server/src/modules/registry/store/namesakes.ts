import type { Work } from '#platform/work.ts';
import type { ListedPerson } from './person.ts';

/** Those in reach of one name who were born on one day; served by person_name_idx. */
export function namesakes(
  { db, street }: Work,
  { nameIndex, twinIndex }: { nameIndex: Buffer; twinIndex: Buffer },
  most: number,
): Promise<ListedPerson[]> {
  return db
    .selectFrom('registry.person')
    .select(['id', 'kind', 'state', 'community', 'grid', 'building', 'home', 'g2_enc'])
    .where('street', '=', street)
    .where('name_index', '=', nameIndex)
    .where('twin_index', '=', twinIndex)
    .where('state', '<>', 'merged')
    .orderBy('id')
    .limit(most)
    .execute();
}
