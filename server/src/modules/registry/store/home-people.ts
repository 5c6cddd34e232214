import { sql } from 'kysely';
import { homeRoles, type HomeRole } from '@fengqiao/contract/registry/home-people.ts';
import { keysOf } from '@fengqiao/contract/shapes.ts';
import { toJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import type { Provenance } from './apply.ts';
import type { PersonRow } from './person.ts';

export type LinkRow = {
  readonly id: string;
  readonly home: string;
  readonly person: string;
  readonly role: HomeRole;
  readonly from: string | null;
  readonly until: string | null;
  readonly provenance: unknown;
};
const linkColumns = sql`k.id, k.home, k.person, k.role, k.from_day::text as from, k.until_day::text as until, k.provenance`;
const byRole = sql`array_position(${keysOf(homeRoles)}::text[], k.role)`;
const MOST = 200;

/** Who has to do with a home in reach, those who still are first; served by home_person_home_idx. */
export async function linksOfHome({ db, street }: Work, home: string): Promise<LinkRow[]> {
  const { rows } = await sql<LinkRow>`
    select ${linkColumns} from registry.home_person k where k.street = ${street} and k.home = ${home}
     order by k.until_day desc nulls first, ${byRole}, k.id limit ${MOST}`.execute(db);
  return rows;
}

export type HomeOfPerson = LinkRow & { readonly address: string | null; readonly door: string };

/** The homes that these rows of one person have to do with; served by home_person_person_idx. */
export async function homesOfPerson(
  { db, street }: Work,
  people: readonly string[],
): Promise<HomeOfPerson[]> {
  const { rows } = await sql<HomeOfPerson>`
    select ${linkColumns}, b.address, h.door from registry.home_person k
      join registry.home h on h.street = k.street and h.id = k.home
      left join grids.v_building b on b.street = h.street and b.id = h.building
     where k.street = ${street} and k.person = any(${[...people]}::uuid[])
     order by k.until_day desc nulls first, ${byRole}, k.id limit ${MOST}`.execute(db);
  return rows;
}

/** A link of a home in reach, held until the end of the transaction; by primary key. */
export async function lockLink({ db, street }: Work, id: string): Promise<LinkRow> {
  const { rows } = await sql<LinkRow>`
    select ${linkColumns} from registry.home_person k where k.street = ${street} and k.id = ${id} for update`.execute(
    db,
  );
  return rows[0] ?? refuse('platform.not_found');
}

type Days = { readonly from: string | null; readonly until: string | null };
type Same = Days & { readonly home: string; readonly person: string; readonly role: HomeRole };

/** Whether somebody has to do with a home in the same capacity at the same time; served by home_person_home_idx. */
export async function isLinked(
  { db, street }: Work,
  { home, person, role, from, until }: Same,
): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from registry.home_person k
      where k.street = ${street} and k.home = ${home} and k.person = ${person} and k.role = ${role}
        and daterange(k.from_day, k.until_day, '[]') && daterange(${from}::date, ${until}::date, '[]')) as found`.execute(
    db,
  );
  return rows[0]?.found ?? false;
}

export async function insertLink(
  { db, street, actor, now }: Work,
  {
    id,
    home,
    person,
    role,
    from,
    until,
    vouched,
  }: Same & { readonly id: string; readonly vouched: Provenance },
): Promise<void> {
  await db
    .insertInto('registry.home_person')
    .values({
      street,
      id,
      home,
      person,
      role,
      from_day: from,
      until_day: until,
      provenance: toJson({ '*': vouched }),
      by_account: actor.account,
      made_at: now,
      changed_at: now,
    })
    .execute();
}

export async function saveEnd(
  { db, street, now }: Work,
  id: string,
  { until, provenance }: { readonly until: string; readonly provenance: object },
): Promise<void> {
  await db
    .updateTable('registry.home_person')
    .set({ until_day: until, provenance: toJson(provenance), ended_by_import: null, changed_at: now })
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}

/** People in reach who live in a building and are in no home of it; served by person_place_idx. */
export function unhousedIn({ db, street }: Work, building: string): Promise<PersonRow[]> {
  return db
    .selectFrom('registry.person')
    .selectAll()
    .where('street', '=', street)
    .where('building', '=', building)
    .where('home', 'is', null)
    .where('state', '=', 'here')
    .orderBy('id')
    .execute();
}
