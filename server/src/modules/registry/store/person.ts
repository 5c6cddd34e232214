import { CompiledQuery, sql, type Compilable, type SelectQueryBuilder, type Selectable } from 'kysely';
import type { PersonKind, PersonState } from '@fengqiao/contract/registry/words.ts';
import { ONE_PLAN, type Tx } from '#platform/db.ts';
import type { DB, RegistryPerson } from '#platform/db.gen.ts';
import { toJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';

export type PersonRow = Selectable<RegistryPerson>;

const listed = ['id', 'kind', 'state', 'community', 'grid', 'building', 'home', 'g2_enc'] as const;
export type ListedPerson = Pick<PersonRow, (typeof listed)[number]>;

/** A person in reach, whole; by primary key. */
export async function findPerson({ db, street }: Work, id: string): Promise<PersonRow> {
  const row = await db
    .selectFrom('registry.person')
    .selectAll()
    .where('street', '=', street)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? refuse('platform.not_found');
}

/** The same, held until the end of the transaction. */
export async function lockPerson({ db, street }: Work, id: string): Promise<PersonRow> {
  const row = await db
    .selectFrom('registry.person')
    .selectAll()
    .where('street', '=', street)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? refuse('platform.not_found');
}

/** A few people in reach, whole; by primary key. */
export function peopleById({ db, street }: Work, ids: readonly string[]): Promise<PersonRow[]> {
  return ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('registry.person')
        .selectAll()
        .where('street', '=', street)
        .where('id', 'in', [...ids])
        .orderBy('id')
        .execute();
}

export type Sought = {
  readonly nameIndex?: Buffer;
  readonly phoneIndex?: Buffer;
  readonly idIndex?: Buffer;
  readonly homes?: readonly string[];
  readonly buildings?: readonly string[];
  readonly community?: string;
  readonly grid?: string;
  readonly kind?: PersonKind;
  readonly state?: PersonState;
};

/**
 * People in reach, by key. Equality of name, phone and number is served by person_name_idx, person_phone_idx and
 * person_number_key; buildings and homes by person_place_idx, grids and communities by person_grid_idx and person_community_idx.
 */
export function searchPeople(
  { db, street }: Work,
  sought: Sought,
  limit: number,
  after: string | null,
): Promise<ListedPerson[]> {
  const { nameIndex, phoneIndex, idIndex, homes, buildings, community, grid, kind, state } = sought;
  const query = db
    .selectFrom('registry.person')
    .select(listed)
    .where('street', '=', street)
    .$if(nameIndex !== undefined, (query) => query.where('name_index', '=', nameIndex ?? null))
    .$if(phoneIndex !== undefined, (query) => query.where('phone_index', '=', phoneIndex ?? null))
    .$if(idIndex !== undefined, (query) => query.where('id_index', '=', idIndex ?? null))
    .$if(homes !== undefined, (query) =>
      query.where(sql<boolean>`home = any(${homes ?? []}::uuid[])
        and building = any(array(select h.building from registry.home h where h.street = ${street} and h.id = any(${homes ?? []}::uuid[])))`),
    )
    .$if(buildings !== undefined, (query) => query.where(sql<boolean>`building = place.id`))
    .$if(community !== undefined, (query) => query.where('community', '=', community ?? null))
    .$if(grid !== undefined, (query) => query.where('grid', '=', grid ?? null))
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? ''))
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? ''))
    // Told by its name rather than as something that is asked, since person_number_key holds nobody else.
    .$if(state === undefined, (query) => query.where(sql<boolean>`state <> 'merged'`))
    .$if(after !== null, (query) => query.where('id', '>', after))
    .orderBy('id')
    // A number of its own, so that a plan for whatever is asked knows that a page is wanted, and reads no more.
    .limit(sql.lit(limit));
  const asked = buildings === undefined ? query : firstOf(db, query, buildings, limit);
  return state === undefined ? plannedOnce(db, asked) : asked.execute();
}

/** The first of several buildings together: a page of each, since a plan for whatever is asked would walk through the whole street for them. */
function firstOf(
  db: Tx,
  ofPlace: SelectQueryBuilder<DB, 'registry.person', ListedPerson>,
  buildings: readonly string[],
  limit: number,
): SelectQueryBuilder<DB, never, ListedPerson> {
  return db
    .selectFrom(sql<{ id: string }>`unnest(${buildings}::uuid[])`.as<'place'>(sql`place(id)`))
    .innerJoinLateral(ofPlace.as('person'), (join) => join.onTrue())
    .selectAll('person')
    .orderBy('person.id')
    .limit(sql.lit(limit));
}

async function plannedOnce<T>(db: Tx, query: Compilable<T>): Promise<T[]> {
  const { sql: text, parameters } = query.compile();
  const { rows } = await db.executeQuery<T>(CompiledQuery.raw(`${ONE_PLAN} ${text}`, [...parameters]));
  return rows;
}

/** The person of this index of a number, whatever the state but merged; served by person_number_key. */
export function personByNumber({ db, street }: Work, idIndex: Buffer): Promise<PersonRow | undefined> {
  return db
    .selectFrom('registry.person')
    .selectAll()
    .where('street', '=', street)
    .where('id_index', '=', idIndex)
    .where('state', '<>', 'merged')
    .executeTakeFirst();
}

/** Those of one household in reach; served by person_place_idx where the home is known. */
export function familyOf(
  { db, street }: Work,
  { id, household, building, home }: Pick<PersonRow, 'id' | 'household' | 'building' | 'home'>,
): Promise<ListedPerson[]> {
  if (household === null || home === null) return Promise.resolve([]);
  return db
    .selectFrom('registry.person')
    .select(listed)
    .where('street', '=', street)
    .where('building', '=', building)
    .where('home', '=', home)
    .where('household', '=', household)
    .where('id', '<>', id)
    .where('state', '=', 'here')
    .orderBy('id')
    .limit(20)
    .execute();
}

export type NewPerson = {
  readonly id: string;
  readonly kind: PersonKind;
  readonly community: string | null;
  readonly grid: string | null;
  readonly building: string | null;
  readonly home: string | null;
  readonly household: string | null;
  readonly match: Buffer;
  readonly nameIndex: Buffer;
  readonly phoneIndex: Buffer | null;
  readonly twinIndex: Buffer | null;
  readonly g2: Buffer;
  readonly g3: Buffer;
  readonly provenance: object;
};

/** Writes a new person; false when the number is known already. */
export async function insertPerson(
  { db, street, now }: Work,
  { match, nameIndex, phoneIndex, twinIndex, g2, g3, provenance, ...rest }: NewPerson,
): Promise<boolean> {
  const row = await db
    .insertInto('registry.person')
    .values({
      street,
      ...rest,
      id_index: match,
      name_index: nameIndex,
      phone_index: phoneIndex,
      twin_index: twinIndex,
      g2_enc: g2,
      g3_enc: g3,
      provenance: toJson(provenance),
      made_at: now,
      changed_at: now,
    })
    .onConflict((met) => met.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export type Rewritten = {
  readonly kind?: PersonKind;
  readonly community?: string | null;
  readonly grid?: string | null;
  readonly building?: string | null;
  readonly home?: string | null;
  readonly household?: string | null;
  readonly match?: Buffer;
  readonly nameIndex?: Buffer;
  readonly phoneIndex?: Buffer | null;
  readonly twinIndex?: Buffer | null;
  readonly g2?: Buffer;
  readonly g3?: Buffer;
  readonly provenance?: object;
  readonly state?: PersonState;
  readonly mergedInto?: string | null;
};

/** Writes what changed of a person; refuses nothing, since the caller holds the row. */
export async function rewritePerson(
  { db, street, now }: Work,
  id: string,
  changed: Rewritten,
): Promise<void> {
  const { match, nameIndex, phoneIndex, twinIndex, g2, g3, provenance, mergedInto, ...plain } = changed;
  await db
    .updateTable('registry.person')
    .set((eb) => ({
      ...plain,
      ...(match === undefined ? {} : { id_index: match }),
      ...(nameIndex === undefined ? {} : { name_index: nameIndex }),
      ...(phoneIndex === undefined ? {} : { phone_index: phoneIndex }),
      ...(twinIndex === undefined ? {} : { twin_index: twinIndex }),
      ...(g2 === undefined ? {} : { g2_enc: g2 }),
      ...(g3 === undefined ? {} : { g3_enc: g3 }),
      ...(provenance === undefined ? {} : { provenance: toJson(provenance) }),
      ...(mergedInto === undefined ? {} : { merged_into: mergedInto }),
      version: eb('version', '+', 1),
      changed_at: now,
    }))
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}

export type NewEvent = {
  readonly person: string;
  readonly kind: string;
  readonly at: string;
  readonly source: string;
};

export async function insertEvent(work: Work, { person, kind, at, source }: NewEvent): Promise<string> {
  const id = work.newId();
  await work.db
    .insertInto('registry.life_event')
    .values({
      street: work.street,
      id,
      person,
      kind,
      at,
      source,
      unit: work.actor.unit,
      by_account: work.actor.account,
      made_at: work.now,
    })
    .execute();
  return id;
}
