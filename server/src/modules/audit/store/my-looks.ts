import { sql, type RawBuilder } from 'kysely';
import { sensitiveServices, type Capacity, type DoubtState } from '@fengqiao/contract/audit.ts';
import type { GradedField } from '@fengqiao/contract/grades.ts';
import type { Purpose } from '@fengqiao/contract/purposes.ts';
import type { Role } from '@fengqiao/contract/roles.ts';
import { ONE_PLAN } from '#platform/db.ts';
import type { Work } from '#platform/work.ts';
import { bitsOf } from '../domain/look.ts';

/** Whose looks are read: under which keys they stand, and the account whose doubts stand beside them. */
export type Concerned = {
  readonly account: string | null;
  readonly subjects: readonly string[];
  /** Leaves out looks of sensitive services, which a guardian of a child from 14 on does not read. */
  readonly withoutSensitive?: boolean;
  /** Leaves out looks at special care, which somebody who acts for them and other portals do not read. */
  readonly withoutSpecial?: boolean;
};

export type MyRow = {
  id: string;
  at: Date;
  role: Role | null;
  unit: string | null;
  purpose: Purpose;
  zh: string | null;
  en: string | null;
  fields: GradedField[];
  capacity: Capacity;
  flags: number;
  times: number;
  name: string | null;
  doubt: DoubtState | null;
};

const LIST = bitsOf(['list']);
const EXPORT = bitsOf(['export']);
const SENSITIVE = bitsOf(['sensitive']);
const SPECIAL = bitsOf(['special']);
const G4 = 4;

type Span = { readonly from?: Date | null; readonly to?: Date | null };

/**
 * The looks somebody may read as `summed`, those in lists summed per local month but for what left as a file. What a purpose hides or delays is left
 * out until its exception ends. Served by access_subjects_idx inside audit.looks_at.
 */
const summed = (
  { street, now, calendar }: Work,
  { subjects, withoutSensitive = false, withoutSpecial = false }: Concerned,
  { from = null, to = null }: Span = {},
): RawBuilder<unknown> => sql`
  mine as (
    select l.*, case when l.flags & ${LIST} <> 0 and l.flags & ${EXPORT} = 0 then to_char(l.at at time zone ${calendar.zone.id}, 'YYYY-MM') else l.id::text end as heap
      from audit.looks_at(${[...subjects]}::uuid[]) l
      left join lateral (select visible, delay_days, exception_until from audit.purpose p
                          where p.street = ${street} and p.id = l.purpose order by version desc limit 1) p on true
     where (p.exception_until is null or p.exception_until < (${now}::timestamptz at time zone ${calendar.zone.id})::date
            or (p.visible and l.at <= ${now}::timestamptz - make_interval(days => p.delay_days)))
       and (${from}::timestamptz is null or l.at >= ${from}) and (${to}::timestamptz is null or l.at <= ${to})
       and not (${withoutSpecial} and l.flags & ${SPECIAL} <> 0)
       and not (${withoutSensitive} and (l.grade >= ${G4} or l.flags & ${SENSITIVE} <> 0
            or l.purpose = any(${[...sensitiveServices.purposes]}::text[]) or l.fields && ${[...sensitiveServices.fields]}::text[]))),
  summed as (
    select (array_agg(id order by id desc))[1] as id, max(at) as at, role, unit, purpose, max(purpose_version) as version,
           fields, capacity, bit_or(flags)::int as flags, count(*)::int as times
      from mine group by heap, role, unit, purpose, fields, capacity)`;

/** The looks at somebody, newest first; the index is asked inside audit.looks_at, so that one plan serves whoever asks. */
export async function looksAtMe(
  work: Work,
  me: Concerned,
  page: { limit: number; after: string | null },
): Promise<MyRow[]> {
  const { db, street } = work;
  const { rows } = await sql<MyRow>`${sql.raw(ONE_PLAN)}
    with ${summed(work, me)}
    select s.id, s.at, s.role, s.unit, s.purpose, w.zh, w.en, s.fields, s.capacity, s.flags, s.times,
           coalesce(t.verdict, case when t.acknowledged_at is not null then 'acknowledged' when t.id is not null then 'open' end) as doubt,
           case when t.verdict = 'upheld' then a.name end as name
      from summed s
      left join audit.purpose w on w.street = ${street} and w.id = s.purpose and w.version = s.version
      left join audit.ticket t on t.street = ${street} and t.account = ${me.account}::uuid and t.access = s.id
      left join audit.access a on a.street = ${street} and a.id = t.access
     where ${page.after}::uuid is null or s.id < ${page.after}::uuid
     order by s.id desc limit ${page.limit}`.execute(db);
  return rows;
}

/** A use of somebody's data as other portals tell it. */
export type UseRow = Pick<MyRow, 'at' | 'unit' | 'purpose' | 'zh' | 'en' | 'flags' | 'times'>;

/** The same by place in the list, with how many there are in all. */
export async function usesOf(
  work: Work,
  me: Concerned,
  { skip, limit, ...span }: Span & { skip: number; limit: number },
): Promise<{ rows: UseRow[]; total: number }> {
  const { rows } = await sql<{ [K in keyof UseRow]: UseRow[K] | null } & { total: number }>`/* unnamed */
    with ${summed(work, me, span)}
    select t.total, u.* from (select count(*)::int as total from summed) t
      left join lateral (
        select s.at, s.unit, s.purpose, w.zh, w.en, s.flags, s.times
          from summed s left join audit.purpose w on w.street = ${work.street} and w.id = s.purpose and w.version = s.version
         order by s.id desc offset ${skip} limit ${limit}) u on true`.execute(work.db);
  return { rows: rows.filter(isUse), total: rows[0]?.total ?? 0 };
}

/** Beyond the last one there is a row that tells the total alone. */
const isUse = <T extends { at: Date | null }>(row: T): row is T & UseRow => row.at !== null;

/** When the oldest look of the street was made, or null; ids begin with their time, so the primary key serves it. */
export async function firstLookAt({ db, street }: Work): Promise<Date | null> {
  const row = await db
    .selectFrom('audit.access')
    .select('at')
    .where('street', '=', street)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row?.at ?? null;
}

/** Every key under which looks may name the holder of an account; by primary key. */
export async function subjectsOf({ db, street }: Work, account: string): Promise<string[]> {
  const rows = await db
    .selectFrom('audit.known_as')
    .select('subject')
    .where('street', '=', street)
    .where('account', '=', account)
    .execute();
  return [account, ...rows.map(({ subject }) => subject)];
}

/** Looks at these subjects are those at somebody else after all; the account's own person stays. */
export async function dropKnownAs(
  { db, street }: Work,
  account: string,
  subjects: readonly string[],
): Promise<void> {
  if (subjects.length === 0) return;
  await db
    .deleteFrom('audit.known_as')
    .where('street', '=', street)
    .where('account', '=', account)
    .where('subject', 'in', [...subjects])
    .execute();
}

/** From now on looks at this subject are looks at the holder of the account. */
export async function saveKnownAs(
  { db, street, now }: Work,
  account: string,
  subject: string,
): Promise<void> {
  await db
    .insertInto('audit.known_as')
    .values({ street, account, subject, since: now })
    .onConflict((on) => on.doNothing())
    .execute();
}
