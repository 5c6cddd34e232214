import { sql, type RawBuilder } from 'kysely';
import type { ImportKind } from '@fengqiao/contract/registry/columns.ts';
import { toJson } from '#platform/json.ts';
import type { Work } from '#platform/work.ts';

export type Span = {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  /** Whether the import changes anybody who is known. */
  readonly changes: boolean;
  readonly first?: boolean;
};
export type Provenance = {
  readonly source: string;
  readonly asOf: string;
  readonly unit: string | null;
  readonly import: string | null;
  /** The version of the row with which somebody wrote the field by hand. */
  readonly version?: number;
};

/**
 * Writes a span of staged rows: what changes is kept as it was before, then changed; what is new is added. Of people known
 * meanwhile, as when a span is written once more, a `first` try throws that they are there; any other passes them over, at
 * the price of looking for everybody before they are written.
 */
export async function applySpan(
  work: Work,
  kind: ImportKind,
  span: Span,
  provenance: Provenance,
): Promise<void> {
  const by = toJson({ '*': provenance });
  if (span.changes) await keepBefore(work, kind, span);
  if (kind === 'people') await applyPeople(work, span, by);
  else if (kind === 'homes') await applyHomes(work, span, by);
  else if (kind === 'organizations') await applyOrganizations(work, span, by);
  else await applyAddresses(work, span, by);
}

/** What was told by hand, of the day a table speaks of or a later one, stays as it is; so does where it comes from. */
const isNewer = (field: string, by: string) =>
  sql`t.provenance #>> array[${field}, 'asOf'] >= ${by}::jsonb #>> '{*,asOf}'`;
const unlessNewer = (fields: readonly string[], column: string, by: string) => sql`
  case when ${sql.join(
    fields.map((field) => isNewer(field, by)),
    sql` or `,
  )} then t.${sql.ref(column)} else excluded.${sql.ref(column)} end`;
const sources = (by: string) => sql`
  case when t.provenance - '*' = '{}'::jsonb then ${by}::jsonb else ${by}::jsonb || (
    select coalesce(jsonb_object_agg(f.key, f.value), '{}'::jsonb) from jsonb_each(t.provenance) f
     where f.key <> '*' and f.value ->> 'asOf' >= ${by}::jsonb #>> '{*,asOf}') end`;

const tables = {
  people: 'registry.person',
  homes: 'registry.home',
  organizations: 'registry.organization',
  addresses: 'registry.address',
} as const;
const within = ({ id, from, to }: Span) => sql`s.import = ${id} and s.line between ${from} and ${to}`;

async function keepBefore({ db, street }: Work, kind: ImportKind, span: Span): Promise<void> {
  await sql`
    insert into registry.import_before (street, import, id, was)
    select ${street}, ${span.id}, t.id, to_jsonb(t) from registry.stage s join ${sql.table(tables[kind])} t on t.street = ${street} and t.id = s.id
     where ${within(span)} and s.act = 'change' on conflict do nothing`.execute(db);
}

/** Written once more, a span changes nothing: who is there stays, and events come with what they tell of alone. */
async function applyPeople(work: Work, span: Span, by: string): Promise<void> {
  if (span.changes) await changePeople(work, span, by);
  const { db, street, now } = work;
  await sql`
    insert into registry.person (street, id, kind, community, grid, building, home, household, name_index, phone_index, id_index, twin_index, g2_enc, g3_enc, digest, provenance, made_by_import, import, made_at, changed_at)
    select ${street}, s.id, s.kind, s.community, s.grid, s.building, h.id, s.household, s.name_index, s.phone_index, s.match, s.twin_index, s.g2_enc, s.g3_enc, s.digest, ${by}::jsonb, ${span.id}, ${span.id}, ${now}, ${now}
      from registry.stage s left join registry.home h on h.street = ${street} and h.id = s.home
     where ${within(span)} and s.act = 'new' ${span.first === true ? sql`` : sql`on conflict do nothing`}`.execute(
    db,
  );
  await sql`
    ${event}
    select ${street}, gen_random_uuid(), s.id, 'moved_in', s.at, ${source(by)}, ${now}
      from registry.stage s where ${within(span)} and s.act = 'new' and s.at is not null
       and exists (select from registry.person p where p.street = ${street} and p.id = s.id)
       and not exists (select from registry.life_event e where e.street = ${street} and e.person = s.id)`.execute(
    db,
  );
}

const event = sql`insert into registry.life_event (street, id, person, kind, at, source, as_of, unit, made_at)`;
const source = (by: string) =>
  sql`${by}::jsonb #>> '{*,source}', (${by}::jsonb #>> '{*,asOf}')::date, ${by}::jsonb #>> '{*,unit}'`;

/** Whoever is known to have moved since the day of the table stays where they moved to. */
const unlessMoved = (column: string, by: string) =>
  sql`${sql.ref(column)} = case when ${isNewer('address', by)} then t.${sql.ref(column)} else s.${sql.ref(column)} end`;

async function changePeople({ db, street, now }: Work, span: Span, by: string): Promise<void> {
  await sql`
    with was as (
      select p.id, p.home, p.kind from registry.stage s join registry.person p on p.street = ${street} and p.id = s.id
       where ${within(span)} and s.act = 'change'),
    now as (
      update registry.person t set kind = s.kind, ${sql.join(
        ['community', 'grid', 'building'].map((column) => unlessMoved(column, by)),
      )},
             household = case when ${isNewer('household', by)} then t.household else s.household end,
             home = case when ${isNewer('address', by)} then t.home else (select h.id from registry.home h where h.street = t.street and h.id = s.home) end,
             name_index = s.name_index, phone_index = s.phone_index, twin_index = s.twin_index, g2_enc = s.g2_enc, g3_enc = s.g3_enc, digest = s.digest,
             provenance = ${sources(by)}, import = ${span.id}, version = t.version + 1, changed_at = ${now}
        from registry.stage s where ${within(span)} and s.act = 'change' and t.street = ${street} and t.id = s.id
      returning t.id, t.home, t.kind, s.at)
    ${event}
    select ${street}, gen_random_uuid(), now.id, case when was.home is distinct from now.home then 'moved' else 'kind_changed' end,
           coalesce(now.at, (${by}::jsonb #>> '{*,asOf}')::date), ${source(by)}, ${now}
      from now join was using (id) where was.home is distinct from now.home or was.kind <> now.kind`.execute(
    db,
  );
}

async function applyHomes({ db, street, now }: Work, span: Span, by: string): Promise<void> {
  await sql`
    insert into registry.home as t (street, id, building, door, community, grid, use, square_metres, rooms, digest, provenance, made_by_import, import, made_at, changed_at)
    select ${street}, s.id, (b ->> 'building')::uuid, b ->> 'door', b ->> 'community', b ->> 'grid', b ->> 'use', (b ->> 'squareMetres')::double precision, (b ->> 'rooms')::smallint,
           s.digest, ${by}::jsonb, ${span.id}, ${span.id}, ${now}, ${now}
      from registry.stage s cross join lateral (select s.body as b) body
     where ${within(span)} and s.act <> 'same'
    on conflict (street, id) do update set community = excluded.community, grid = excluded.grid,
       use = ${unlessNewer(['use'], 'use', by)}, square_metres = ${unlessNewer(['squareMetres'], 'square_metres', by)}, rooms = ${unlessNewer(['rooms'], 'rooms', by)},
       digest = excluded.digest, provenance = ${sources(by)}, import = excluded.import, version = t.version + 1, changed_at = excluded.changed_at`.execute(
    db,
  );
  await applyOwners({ db, street, now }, span, by);
  await applyCodes({ db, street }, sql`${within(span)} and s.act <> 'same'`, by);
}

/** Owners that rows name and the registry knows: each ends what tables said before, never what somebody wrote by hand. */
async function applyOwners(
  { db, street, now }: Pick<Work, 'db' | 'street' | 'now'>,
  span: Span,
  by: string,
): Promise<void> {
  const asOf = sql`(${by}::jsonb #>> '{*,asOf}')::date`;
  const told = sql`
    select s.id as home, p.id as person from registry.stage s
      join registry.person p on p.street = ${street} and p.state <> 'merged' and p.id_index = decode(s.body ->> 'owner', 'hex')
     where ${within(span)} and s.act <> 'same'`;
  const isPresent = sql`k.street = ${street} and k.home = t.home and k.role = 'owner' and (k.until_day is null or k.until_day >= ${asOf})`;
  await sql`
    update registry.home_person k set until_day = ${asOf} - 1, ended_by_import = ${span.id}, changed_at = ${now} from (${told}) t
     where ${isPresent} and k.made_by_import is not null and k.until_day is null and k.person <> t.person and k.provenance #>> '{*,asOf}' <= ${by}::jsonb #>> '{*,asOf}'`.execute(
    db,
  );
  await sql`
    insert into registry.home_person (street, id, home, person, role, provenance, made_by_import, made_at, changed_at)
    select ${street}, gen_random_uuid(), t.home, t.person, 'owner', ${by}::jsonb, ${span.id}, ${now}, ${now} from (${told}) t
     where not exists (select from registry.home_person k where ${isPresent} and k.person = t.person)`.execute(
    db,
  );
}

/** The columns of an organization that a table writes, and the fields each is told by. */
const organizationColumns = [
  ['kind', 'kind'],
  ['state', 'state'],
  ['name', 'name'],
  ['address', 'address'],
  ['building', 'address'],
  ['community', 'address'],
  ['grid', 'address'],
  ['trade', 'trade'],
  ['staff', 'staff'],
  ['contact_enc', 'contact', 'phone'],
] as const;

/** Whoever was written down by hand, with the same code or name and address, while the table was being looked at stays as they are. */
const isKnownMeanwhile = (street: string) => sql`s.act = 'new' and exists (
  select from registry.organization o where o.street = ${street} and o.match = s.body ->> 'match' and o.id <> s.id)`;

async function applyOrganizations({ db, street, now }: Work, span: Span, by: string): Promise<void> {
  const written = sql`${within(span)} and s.act <> 'same' and not (${isKnownMeanwhile(street)})`;
  await sql`
    insert into registry.organization as t (street, id, kind, state, name, match, address, building, community, grid, trade, staff, contact_enc, digest, provenance, made_by_import, import, made_at, changed_at)
    select ${street}, s.id, b ->> 'kind', b ->> 'state', b ->> 'name', b ->> 'match', b ->> 'address', (b ->> 'building')::uuid, b ->> 'community', b ->> 'grid', b ->> 'trade', (b ->> 'staff')::int,
           decode(b ->> 'contact', 'hex'), s.digest, ${by}::jsonb, ${span.id}, ${span.id}, ${now}, ${now}
      from registry.stage s cross join lateral (select s.body as b) body
     where ${written}
    on conflict (street, id) do update set ${sql.join(
      organizationColumns.map(
        ([column, ...fields]) => sql`${sql.ref(column)} = ${unlessNewer(fields, column, by)}`,
      ),
    )}, digest = excluded.digest, provenance = ${sources(by)}, import = excluded.import, version = t.version + 1, changed_at = excluded.changed_at`.execute(
    db,
  );
  await applyCodes({ db, street }, written, by);
}

async function applyAddresses({ db, street, now }: Work, span: Span, by: string): Promise<void> {
  await sql`
    insert into registry.address as a (street, id, parent, level, text, elements, building, community, grid, lng, lat, digest, provenance, made_by_import, import, made_at, changed_at)
    select distinct on (step ->> 'id') ${street}, (step ->> 'id')::uuid, (step ->> 'parent')::uuid, step ->> 'level', step ->> 'text', step -> 'elements', (step ->> 'building')::uuid, step ->> 'community', step ->> 'grid',
           (step ->> 'lng')::double precision, (step ->> 'lat')::double precision, case when step ->> 'id' = s.id::text then s.digest else ''::bytea end, ${by}::jsonb, ${span.id}, ${span.id}, ${now}, ${now}
      from registry.stage s cross join lateral jsonb_array_elements(s.body -> 'steps') step
     where ${within(span)} and s.act <> 'same' order by step ->> 'id', (step ->> 'id' = s.id::text) desc
    on conflict (street, id) do update set building = excluded.building, community = excluded.community, grid = excluded.grid, lng = excluded.lng, lat = excluded.lat,
       digest = excluded.digest, provenance = a.provenance || excluded.provenance, import = excluded.import, changed_at = excluded.changed_at
     where excluded.digest <> ''`.execute(db);
  await applyCodes({ db, street }, sql`${within(span)} and s.act <> 'same'`, by);
}

/** Codes that the rows name which were written: one that differs from the present one ends it and begins. */
async function applyCodes(
  { db, street }: Pick<Work, 'db' | 'street'>,
  written: RawBuilder<unknown>,
  by: string,
): Promise<void> {
  const told = sql`registry.stage s cross join lateral jsonb_each_text(s.body -> 'codes') c(scheme, value) where ${written}`;
  const from = sql`(${by}::jsonb #>> '{*,asOf}')::date`;
  await sql`
    update registry.code k set valid_to = ${from} from (select s.id, c.scheme, c.value from ${told}) t
     where k.street = ${street} and k.subject = t.id and k.scheme = t.scheme and k.valid_to = 'infinity' and k.value <> t.value and k.valid_from < ${from}`.execute(
    db,
  );
  await sql`
    insert into registry.code (street, subject, scheme, value, valid_from)
    select ${street}, s.id, c.scheme, c.value, ${from} from ${told}
       and not exists (select from registry.code k where k.street = ${street} and k.subject = s.id and k.scheme = c.scheme and k.valid_to = 'infinity'
         and (k.value = c.value or k.valid_from > ${from}))
    on conflict (street, subject, scheme, valid_from) do update set value = excluded.value`.execute(db);
}
