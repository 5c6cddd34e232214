import { sql, type RawBuilder } from 'kysely';
import type { HomeUse, OrganizationKind, PersonKind } from '@fengqiao/contract/registry/words.ts';
import type { Work } from '#platform/work.ts';
import type { PersonRow } from './person.ts';

type Place = { readonly community?: string | undefined; readonly grid?: string | undefined };
export type PeopleFilter = Place & { readonly kind?: PersonKind | undefined };
export type HomesFilter = Place & {
  readonly building?: string | undefined;
  readonly use?: HomeUse | undefined;
};
export type OrganizationsFilter = Place & {
  readonly q?: string | undefined;
  readonly kind?: OrganizationKind | undefined;
};

export type WholePerson = Pick<
  PersonRow,
  'id' | 'kind' | 'community' | 'grid' | 'building' | 'g2_enc' | 'g3_enc'
>;

/** A page of those who live here within reach, with all that is sealed of them, by key; grids by person_grid_idx. */
export function wholePeople(
  { db, street }: Work,
  { community, grid, kind }: PeopleFilter,
  { limit, after }: { limit: number; after: string | null },
): Promise<WholePerson[]> {
  return db
    .selectFrom('registry.person')
    .select(['id', 'kind', 'community', 'grid', 'building', 'g2_enc', 'g3_enc'])
    .where('street', '=', street)
    .where('state', '=', 'here')
    .$if(community !== undefined, (query) => query.where('community', '=', community ?? ''))
    .$if(grid !== undefined, (query) => query.where('grid', '=', grid ?? ''))
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? ''))
    .$if(after !== null, (query) => query.where('id', '>', after))
    .orderBy('id')
    .limit(limit)
    .execute();
}

const among = (filters: Readonly<Record<string, string | undefined>>): RawBuilder<unknown>[] =>
  Object.entries(filters).flatMap(([name, value]) =>
    value === undefined ? [] : [sql`${sql.ref(name)} = ${value}`],
  );

/** How many fit within reach, counting no further than `most`. */
async function countUpTo(work: Work, from: RawBuilder<unknown>, most: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`/* unnamed */
    select count(*)::int as n from (select ${from} limit ${most}) found`.execute(work.db);
  return rows[0]?.n ?? 0;
}

const all = (parts: readonly RawBuilder<unknown>[]) => sql.join([...parts], sql` and `);

export const countWholePeople = (work: Work, filter: PeopleFilter, most: number): Promise<number> =>
  countUpTo(
    work,
    sql`from registry.person where ${all([sql`street = ${work.street}`, sql`state = 'here'`, ...among(filter)])}`,
    most,
  );

export const countHomes = (work: Work, filter: HomesFilter, most: number): Promise<number> =>
  countUpTo(
    work,
    sql`from registry.home where ${all([sql`street = ${work.street}`, ...among(filter)])}`,
    most,
  );

export const countOrganizations = (
  work: Work,
  { q, ...filter }: OrganizationsFilter,
  most: number,
): Promise<number> =>
  countUpTo(
    work,
    sql`from registry.organization where ${all([
      sql`street = ${work.street}`,
      ...among(filter),
      ...(q === undefined
        ? []
        : [
            sql`(position(${q} in name) > 0 or id in (select k.subject from registry.code k where k.street = ${work.street} and k.scheme = 'credit' and k.value = upper(${q})))`,
          ]),
    ])}`,
    most,
  );
