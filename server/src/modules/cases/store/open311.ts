import { sql, type RawBuilder } from 'kysely';
import type { Channel, Class, Outcome, PlaceKind, State } from '@fengqiao/contract/cases/words.ts';
import { fromJson } from '#platform/json.ts';
import type { Work } from '#platform/work.ts';
import type { House, PublicCase } from '../domain/open311/request.ts';
import type { PublicAct } from '../domain/open311/update.ts';

type Row = {
  id: string;
  no: string;
  state: State;
  outcome: Outcome | null;
  exitCode: string | null;
  mergedNo: string | null;
  type: string;
  channel: Channel;
  class: Class | null;
  placeKind: PlaceKind | null;
  title: string;
  text: string;
  lng: number;
  lat: number;
  address: string;
  leadZh: string | null;
  leadEn: string | null;
  dueAt: Date | null;
  reportedAt: Date;
  updatedAt: Date;
  endedAt: Date | null;
  mediaUrl: string | null;
};

export type Wanted = {
  /** Types the public may see. */
  readonly types: readonly string[];
  readonly states?: readonly string[];
  readonly from?: Date;
  readonly to?: Date;
  readonly nos?: readonly string[];
  /** Only what one app sent for one of its own accounts. */
  readonly sentBy?: { readonly key: string; readonly account: string };
  readonly limit: number;
  readonly offset: number;
};

/**
 * Cases the public may see, newest first: never a sensitive one, and no column that leads to a reporter. Served by
 * case_all_new_idx, or by the unique numbers when they are asked for.
 */
export async function publicCases({ db, street }: Work, wanted: Wanted): Promise<PublicCase[]> {
  const { rows } = await sql<Row>`
    select c.id, c.no, c.state, c.outcome, c.exit_code as "exitCode", m.no as "mergedNo", c.type, c.channel, c.class, c.place_kind as "placeKind", c.title, c.text,
           c.lng, c.lat, c.address, u.name_zh as "leadZh", u.name_en as "leadEn", c.due_at as "dueAt", c.reported_at as "reportedAt", c.updated_at as "updatedAt",
           coalesce(c.closed_at, c.archived_at) as "endedAt",
           case when c.channel = 'open311' then (select r.facts ->> 'open311.media_url' from cases.report r where r.street = c.street and r.case_id = c.id order by r.reported_at limit 1) end as "mediaUrl"
      from cases."case" c
      left join cases."case" m on m.street = c.street and m.id = c.merged_into
      left join identity.v_unit u on u.street = c.street and u.id = c.lead
     where c.street = ${street} and not c.sensitive and c.type is not null and c.type = any(${[...wanted.types]}::text[]) ${conditions(wanted)}
     order by c.reported_at desc, c.id desc limit ${wanted.limit} offset ${wanted.offset}`.execute(db);
  return rows;
}

function conditions({ states, from, to, nos, sentBy }: Wanted): RawBuilder<unknown> {
  const parts = [
    ...(states === undefined ? [] : [sql`and c.state = any(${[...states]}::text[])`]),
    ...(from === undefined ? [] : [sql`and c.reported_at >= ${from}::timestamptz`]),
    ...(to === undefined ? [] : [sql`and c.reported_at <= ${to}::timestamptz`]),
    ...(nos === undefined ? [] : [sql`and c.no = any(${[...nos]}::text[])`]),
    ...(sentBy === undefined
      ? []
      : [
          sql`and exists (select from cases.report r where r.street = c.street and r.case_id = c.id and r.channel = 'open311'
          and r.facts ->> 'open311.key' = ${sentBy.key} and r.facts ->> 'open311.account' = ${sentBy.account})`,
        ]),
  ];
  return sql.join(parts, sql` `);
}

/** What reporters may read of public cases, newest first; served by activity_public_idx. */
export async function publicActs(
  { db, street }: Work,
  { types, from, to, nos, limit, offset }: Wanted,
): Promise<PublicAct[]> {
  const { rows } = await sql<{
    id: string;
    no: string;
    kind: string;
    state: State;
    facts: unknown;
    at: Date;
  }>`
    select a.id, c.no, a.kind, coalesce(a.state_after, c.state) as state, a.facts, a.at
      from cases.activity a join cases."case" c on c.street = a.street and c.id = a.case_id
     where a.street = ${street} and a.public and a.at >= ${from ?? null}::timestamptz and a.at <= ${to ?? null}::timestamptz
       and not c.sensitive and c.type = any(${[...types]}::text[]) and (${nos === undefined} or c.no = any(${[...(nos ?? [])]}::text[]))
     order by a.at desc, a.id desc limit ${limit} offset ${offset}`.execute(db);
  return rows.map((row) => ({ ...row, facts: fromJson<Record<string, unknown>>(row.facts) }));
}

/** The case of a number; its sight is for the caller to decide. Served by the unique numbers. */
export async function caseOfNumber(
  { db, street }: Work,
  no: string,
): Promise<{ id: string; type: string | null; sensitive: boolean } | undefined> {
  return db
    .selectFrom('cases.case')
    .select(['id', 'type', 'sensitive'])
    .where('street', '=', street)
    .where('no', '=', no)
    .executeTakeFirst();
}

/** An update that another system sent before under the same id, so that sending it twice does it once; served by activity_case_idx. */
export async function sentUpdate(
  { db, street }: Work,
  caseId: string,
  key: string,
  updateId: string,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from cases.activity where street = ${street} and case_id = ${caseId} and kind = 'outside_update'
       and facts ->> 'key' = ${key} and facts ->> 'updateId' = ${updateId} limit 1`.execute(db);
  return rows[0]?.id ?? null;
}

/** The newest activity of a kind; served by activity_case_idx. */
export async function lastAct({ db, street }: Work, caseId: string, kind: string): Promise<string> {
  const row = await db
    .selectFrom('cases.activity')
    .select('id')
    .where('street', '=', street)
    .where('case_id', '=', caseId)
    .where('kind', '=', kind)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return row.id;
}

export type Spot = { readonly lng: number; readonly lat: number; readonly address: string };

/** A building by its id, which is an address_id of Open311; by primary key. */
export async function buildingSpot({ db, street }: Work, id: string): Promise<Spot | null> {
  const { rows } =
    await sql<Spot>`select lng, lat, address from grids.v_building where street = ${street} and id::text = ${id}`.execute(
      db,
    );
  return rows[0] ?? null;
}

/** The building whose address is meant by what somebody wrote: the same, or one within the other; served by building_address_idx. */
export async function addressSpot({ db, street }: Work, text: string): Promise<Spot | null> {
  const { rows } = await sql<Spot>`
    select lng, lat, address from grids.v_building
     where street = ${street} and (address = ${text} or address like '%' || ${likeable(text)} || '%' or position(address in ${text}) > 0)
     order by address = ${text} desc, position(address in ${text}) > 0 desc, length(address), address limit 1`.execute(
    db,
  );
  return rows[0] ?? null;
}

const likeable = (text: string) => text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);

/** What the street has settled for the door, and who it is. */
export async function houseOf({
  db,
  street,
}: Work): Promise<House & { readonly zh: string; readonly en: string }> {
  const { rows } = await sql<{ zh: string; en: string; zipcode: string | null; media: string | null }>`
    select name_zh as zh, name_en as en, settings ->> 'zipcode' as zipcode, settings ->> 'open311Media' as media from platform.street where id = ${street}`.execute(
    db,
  );
  const row = rows[0];
  return {
    zh: row?.zh ?? street,
    en: row?.en ?? street,
    zipcode: row?.zipcode ?? null,
    mediaPublic: row?.media === 'public',
  };
}
