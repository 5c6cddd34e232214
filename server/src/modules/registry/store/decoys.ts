import { sql, type Selectable } from 'kysely';
import type { RegistryDecoy } from '#platform/db.gen.ts';
import type { Work } from '#platform/work.ts';
import type { PersonRow } from './person.ts';

export type DecoyRow = Selectable<RegistryDecoy>;

/** All of a street, the newest first; they are few. */
export const decoysOf = ({ db, street }: Work): Promise<DecoyRow[]> =>
  db
    .selectFrom('registry.decoy')
    .selectAll()
    .where('street', '=', street)
    .orderBy('planted_at', 'desc')
    .execute();

export async function insertDecoy(
  { db, street, now }: Work,
  id: string,
  community: string,
  by: string,
): Promise<void> {
  await db
    .insertInto('registry.decoy')
    .values({ street, id, community, planted_by: by, planted_at: now })
    .execute();
}

/** Marks one as lifted; false where it was already, or never stood. */
export async function saveDecoyLifted({ db, street, now }: Work, id: string): Promise<boolean> {
  const row = await db
    .updateTable('registry.decoy')
    .set({ lifted_at: now })
    .where('street', '=', street)
    .where('id', '=', id)
    .where('lifted_at', 'is', null)
    .executeTakeFirst();
  return row.numUpdatedRows === 1n;
}

/** A neighbour whose kind, place and source a decoy takes on; by person_community_idx from a drawn place of the index on. */
export async function someNeighbour(
  { db, street }: Work,
  community: string,
  from: string,
): Promise<Pick<PersonRow, 'kind' | 'grid' | 'building' | 'provenance'> | undefined> {
  const { rows } = await sql<Pick<PersonRow, 'kind' | 'grid' | 'building' | 'provenance'>>`
    select kind, grid, building, provenance from registry.person
     where street = ${street} and community = ${community} and state = 'here' and building is not null
     order by id < ${from}::uuid, id limit 1`.execute(db);
  return rows[0];
}

/** Takes an invented person out of the register, as if they had never been there. */
export async function deleteInvented({ db, street }: Work, id: string): Promise<void> {
  await db.deleteFrom('registry.person').where('street', '=', street).where('id', '=', id).execute();
}
