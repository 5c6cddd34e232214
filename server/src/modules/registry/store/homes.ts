import { sql } from 'kysely';
import type { HomeView, OrganizationView } from '@fengqiao/contract/registry/places.ts';
import type { HomeUse, OrganizationKind } from '@fengqiao/contract/registry/words.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { todayOf } from '../domain/day.ts';

export type HomeRow = HomeView & {
  readonly version: number;
  readonly provenance: unknown;
  readonly changed_at: Date;
};
/** A home with how many have to do with it today, and how many of its building are in no home. */
export type FoundHome = HomeRow & { readonly linked: number; readonly unhoused: number };
type Place = { readonly grid?: string | undefined; readonly community?: string | undefined };

const homeColumns = sql`h.id, h.building, b.address, h.door, h.community, h.grid, h.use, h.square_metres as "squareMetres", h.rooms, h.version, h.provenance, h.changed_at,
  (select count(*) from registry.person p where p.street = h.street and p.building = h.building and p.home = h.id and p.state = 'here') as people`;

export async function homeExists({ db, street }: Work, id: string): Promise<boolean> {
  const { rows } = await sql<{
    found: boolean;
  }>`select exists (select from registry.home where street = ${street} and id = ${id}) as found`.execute(db);
  return rows[0]?.found ?? false;
}

/** Homes in reach by building and door; served by home_door_key and home_grid_idx. */
export async function homesAfter(
  { db, street }: Work,
  asked: Place & { building?: string | undefined; use?: HomeUse | undefined },
  limit: number,
  after: { building: string; door: string } | null,
): Promise<HomeRow[]> {
  const { grid, community, building, use } = asked;
  const { rows } = await sql<HomeRow>`/* unnamed */
    select ${homeColumns} from registry.home h left join grids.v_building b on b.street = h.street and b.id = h.building
     where h.street = ${street}
       ${grid === undefined ? sql`` : sql`and h.grid = ${grid}`} ${community === undefined ? sql`` : sql`and h.community = ${community}`}
       ${building === undefined ? sql`` : sql`and h.building = ${building}`} ${use === undefined ? sql`` : sql`and h.use = ${use}`}
       ${after === null ? sql`` : sql`and (h.building, h.door) > (${after.building}::uuid, ${after.door})`}
     order by h.building, h.door limit ${limit}`.execute(db);
  return rows;
}

/** A home in reach; by primary key. */
export async function findHome(work: Work, id: string): Promise<FoundHome> {
  const { db, street } = work;
  const { rows } = await sql<FoundHome>`select ${homeColumns},
      (select count(*) from registry.home_person k where k.street = h.street and k.home = h.id and (k.until_day is null or k.until_day >= ${todayOf(work)}::date)) as linked,
      (select count(*) from registry.person p where p.street = h.street and p.building = h.building and p.home is null and p.state = 'here') as unhoused from registry.home h left join grids.v_building b on b.street = h.street and b.id = h.building where h.street = ${street} and h.id = ${id}`.execute(
    db,
  );
  return rows[0] ?? refuse('platform.not_found');
}

export type OrganizationRow = OrganizationView & {
  readonly building: string | null;
  readonly contact_enc: Buffer | null;
  readonly version: number;
  readonly provenance: unknown;
  readonly changed_at: Date;
};

const organizationColumns = sql`o.id, o.kind, o.state, o.name, o.address, o.building, o.community, o.grid, o.trade, o.staff, o.contact_enc, o.version, o.provenance, o.changed_at,
  (select k.value from registry.code k where k.street = o.street and k.subject = o.id and k.scheme = 'credit' and k.valid_to = 'infinity' limit 1) as "creditCode"`;

/** Organizations in reach by name; served by organization_name_idx, or by code_value_idx for a whole credit code. */
export async function organizationsAfter(
  { db, street }: Work,
  asked: Place & { q?: string | undefined; kind?: OrganizationKind | undefined },
  limit: number,
  after: { name: string; id: string } | null,
): Promise<OrganizationRow[]> {
  const { grid, community, q, kind } = asked;
  const { rows } = await sql<OrganizationRow>`/* unnamed */
    select ${organizationColumns} from registry.organization o
     where o.street = ${street}
       ${grid === undefined ? sql`` : sql`and o.grid = ${grid}`} ${community === undefined ? sql`` : sql`and o.community = ${community}`} ${kind === undefined ? sql`` : sql`and o.kind = ${kind}`}
       ${q === undefined ? sql`` : sql`and (position(${q} in o.name) > 0 or o.id in (select k.subject from registry.code k where k.street = ${street} and k.scheme = 'credit' and k.value = upper(${q})))`}
       ${after === null ? sql`` : sql`and (o.name, o.id) > (${after.name}, ${after.id}::uuid)`}
     order by o.name, o.id limit ${limit}`.execute(db);
  return rows;
}

export async function findOrganization({ db, street }: Work, id: string): Promise<OrganizationRow> {
  const { rows } =
    await sql<OrganizationRow>`select ${organizationColumns} from registry.organization o where o.street = ${street} and o.id = ${id}`.execute(
      db,
    );
  return rows[0] ?? refuse('platform.not_found');
}

export type CodeRow = {
  readonly scheme: string;
  readonly value: string;
  readonly from: string;
  readonly until: string | null;
};

/** The codes of one thing, present and past; by primary key. */
export async function codesOf({ db, street }: Work, subject: string): Promise<CodeRow[]> {
  const { rows } = await sql<CodeRow>`
    select scheme, value, valid_from::text as from, case when valid_to = 'infinity' then null else valid_to::text end as until
      from registry.code where street = ${street} and subject = ${subject} order by scheme, valid_from desc limit 50`.execute(
    db,
  );
  return rows;
}
