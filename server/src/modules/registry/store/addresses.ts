import { sql } from 'kysely';
import type { AddressLevel } from '@fengqiao/contract/registry/words.ts';
import type { Work } from '#platform/work.ts';

export type AddressRow = {
  readonly id: string;
  readonly parent: string | null;
  readonly level: AddressLevel;
  readonly text: string;
  readonly elements: unknown;
  readonly building: string | null;
  readonly community: string | null;
  readonly grid: string | null;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly provenance: unknown;
};
const columns = sql`a.id, a.parent, a.level, a.text, a.elements, a.building, a.community, a.grid, a.lng, a.lat, a.provenance`;

/** Addresses that hold a part, the shorter first; by registry.find_addresses, served by address_words_idx from three characters on. */
export async function addressesWith(
  { db, street }: Work,
  part: string,
  limit: number,
): Promise<AddressRow[]> {
  const { rows } = await sql<AddressRow>`
    select ${columns} from registry.find_addresses(${part}, ${limit}) f join registry.address a on a.street = ${street} and a.id = f.id
     order by length(a.text), a.text`.execute(db);
  return rows;
}

/** What lies directly below an address, or at the top, in the order of the numbers on the doors; served by address_parent_idx. */
export async function addressesBelow(
  { db, street }: Work,
  parent: string | null,
  limit: number,
  after: string | null,
): Promise<AddressRow[]> {
  const { rows } = await sql<AddressRow>`/* unnamed */
    select ${columns} from registry.address a
     where a.street = ${street} and ${parent === null ? sql`a.parent is null` : sql`a.parent = ${parent}`}
       ${after === null ? sql`` : sql`and (length(a.text), a.text) > (length(${after}), ${after})`}
     order by length(a.text), a.text limit ${limit}`.execute(db);
  return rows;
}

/** An address and what it lies below, the top first; by primary key, a level at a time. */
export async function addressPath({ db, street }: Work, id: string): Promise<{ id: string; text: string }[]> {
  const { rows } = await sql<{ id: string; text: string }>`
    with recursive up as (
      select a.id, a.parent, a.text, 0 as n from registry.address a where a.street = ${street} and a.id = ${id}
      union all
      select a.id, a.parent, a.text, up.n + 1 from up join registry.address a on a.street = ${street} and a.id = up.parent where up.n < 12)
    select id, text from up order by n desc`.execute(db);
  return rows;
}

export type Counted = {
  readonly id: string;
  readonly below: number;
  readonly homes: number;
  readonly people: number;
};

/**
 * How many addresses lie directly below each, and how many homes and people in reach at it or anywhere below. A building counts
 * whole; below it a home counts where its door is an address. Served by address_parent_idx, home_door_key, person_building_idx.
 */
export async function countedAt({ db, street }: Work, ids: readonly string[]): Promise<Map<string, Counted>> {
  if (ids.length === 0) return new Map();
  const said = (level: string, suffix: string) =>
    sql`case when a.elements ->> ${level} = '无' then '' else (a.elements ->> ${level}) || ${suffix} end`;
  const door = sql`${said('unit', '单元')} || case when a.elements ->> 'room' = '无' then ${said('floor', '层')} else ${said('room', '室')} end`;
  const { rows } = await sql<Counted>`/* unnamed */
    with recursive tree as (
      select a.id as top, a.id, a.building, ${door} as door, 0 as depth from registry.address a where a.street = ${street} and a.id = any(${ids}::uuid[])
      union all
      select t.top, a.id, a.building, ${door}, t.depth + 1 from tree t join registry.address a on a.street = ${street} and a.parent = t.id),
    spots as (select distinct top, building, door from tree where building is not null),
    lived as (
      select s.top, h.id as home, h.building, s.door from spots s join registry.home h on h.street = ${street} and h.building = s.building and (s.door = '' or h.door = s.door))
    select i.id, (select count(*) from registry.address c where c.street = ${street} and c.parent = i.id) as below,
      (select count(distinct l.home) from lived l where l.top = i.id) as homes,
      (select count(distinct p.id) from (
        select p.id from spots s join registry.person p on p.street = ${street} and p.building = s.building and p.state = 'here' where s.top = i.id and s.door = ''
        union all
        select p.id from lived l join registry.person p on p.street = ${street} and p.building = l.building and p.home = l.home and p.state = 'here' where l.top = i.id and l.door <> '') p) as people
      from unnest(${ids}::uuid[]) i(id)`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

const MOST = 50;

/** The buildings whose address holds these words, in whatever spelling; a few thousand rows of the street, or the address book. */
export async function addressesByWords({ db, street }: Work, words: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select b.id from grids.v_building b where b.street = ${street} and position(${words} in upper(replace(b.address, ' ', ''))) > 0
     order by length(b.address), b.id limit ${MOST}`.execute(db);
  return rows.map((row) => row.id);
}
