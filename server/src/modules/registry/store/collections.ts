import { sql } from 'kysely';
import type { Work } from '#platform/work.ts';

export type SealedPerson = { id: string; g2_enc: Buffer | null; g3_enc: Buffer | null };

/** A page of the people who are here, by primary key. */
export const peopleAfter = (
  { db, street }: Work,
  after: string | null,
  limit: number,
): Promise<SealedPerson[]> =>
  db
    .selectFrom('registry.person')
    .select(['id', 'g2_enc', 'g3_enc'])
    .where('street', '=', street)
    .where('state', '=', 'here')
    .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute();

/** So many people at random; the whole table is read, once a day. */
export const somePeople = ({ db, street }: Work, count: number): Promise<SealedPerson[]> =>
  db
    .selectFrom('registry.person')
    .select(['id', 'g2_enc', 'g3_enc'])
    .where('street', '=', street)
    .where('state', '=', 'here')
    .orderBy(sql`random()`)
    .limit(count)
    .execute();

export type Count = { rows: number; newest: Date | null };

export async function countOf(
  { db, street }: Work,
  table: 'registry.person' | 'registry.home' | 'registry.organization' | 'registry.address',
): Promise<Count> {
  const { rows } =
    await sql<Count>`select count(*)::int as rows, max(changed_at) as newest from ${sql.table(table)}
    where street = ${street} ${table === 'registry.person' ? sql`and state = 'here'` : sql``}`.execute(db);
  return rows[0] ?? { rows: 0, newest: null };
}

export type Organizations = { trade: number; staff: number; address: number; coded: number; code: number };

/** How many organizations have what, and how many are known by a credit code. */
export async function filledOrganizations({ db, street }: Work): Promise<Organizations> {
  const { rows } = await sql<Organizations>`
    select count(trade)::int as trade, count(staff)::int as staff, count(*) filter (where address <> '')::int as address,
           count(*) filter (where match ~ '^[0-9A-HJ-NPQRTUWXY]{18}$')::int as coded, count(distinct match)::int as code
      from registry.organization where street = ${street}`.execute(db);
  return rows[0] ?? { trade: 0, staff: 0, address: 0, coded: 0, code: 0 };
}

export type OrganizationRow = {
  id: string;
  name: string;
  kind: string;
  state: string;
  match: string;
  address: string;
  trade: string | null;
};

export const organizationsAfter = (
  { db, street }: Work,
  after: string | null,
  limit: number,
): Promise<OrganizationRow[]> =>
  db
    .selectFrom('registry.organization')
    .select(['id', 'name', 'kind', 'state', 'match', 'address', 'trade'])
    .where('street', '=', street)
    .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute();
