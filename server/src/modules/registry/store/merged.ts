import { sql } from 'kysely';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { peopleById, type PersonRow } from './person.ts';

/** Every row that was found to be the same person as this one, itself among them, however they were merged; by person_merged_idx. */
export async function rowsOfOne({ db, street }: Work, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive up as (
      select p.id, p.merged_into from registry.person p where p.street = ${street} and p.id = ${id}
      union select p.id, p.merged_into from registry.person p join up on p.street = ${street} and p.id = up.merged_into),
    one as (
      select up.id from up where up.merged_into is null
      union select p.id from registry.person p join one on p.street = ${street} and p.merged_into = one.id)
    select id from one order by id`.execute(db);
  return rows.map((row) => row.id);
}

/** Who is there for each of these rows: of those that were merged the one that stayed. */
export async function whoAreLeft(work: Work, ids: readonly string[]): Promise<Map<string, PersonRow>> {
  const known = new Map<string, PersonRow>();
  for (let asked: string[] = [...new Set(ids)]; asked.length > 0;) {
    const found = await peopleById(work, asked);
    for (const row of found) known.set(row.id, row);
    asked = found.flatMap(({ merged_into: into }) => (into === null || known.has(into) ? [] : [into]));
  }
  const left = (id: string): PersonRow | undefined => {
    const row = known.get(id);
    return row === undefined || row.merged_into === null ? row : left(row.merged_into);
  };
  return new Map(
    ids.flatMap((id) => {
      const row = left(id);
      return row === undefined ? [] : [[id, row]];
    }),
  );
}

/** The same of one; null for somebody whom the registry does not know any more, as when the table they came with was taken back. */
export const whoIsLeft = async (work: Work, id: string): Promise<PersonRow | null> =>
  (await whoAreLeft(work, [id])).get(id) ?? null;

/** The same of one who is known and in reach. */
export const whoStays = async (work: Work, id: string): Promise<PersonRow> =>
  (await whoIsLeft(work, id)) ?? refuse('platform.not_found');
