import { sql } from 'kysely';
import type { Capacity, DoubtState } from '@fengqiao/contract/audit.ts';
import type { GradedField } from '@fengqiao/contract/grades.ts';
import type { Purpose } from '@fengqiao/contract/purposes.ts';
import type { Role } from '@fengqiao/contract/roles.ts';
import type { Work } from '#platform/work.ts';

export type AccessRow = {
  id: string;
  at: Date;
  account: string | null;
  name: string | null;
  role: Role | null;
  unit: string | null;
  action: string;
  object: string;
  subjects: string[];
  fields: GradedField[];
  purpose: Purpose;
  capacity: Capacity;
  reason: string | null;
  flags: number;
  review: 'proper' | 'improper' | null;
};

export type Filters = {
  readonly from: Date;
  readonly to: Date;
  readonly account?: string | undefined;
  readonly subject?: string | undefined;
  readonly unit?: string | undefined;
  readonly role?: string | undefined;
  readonly purpose?: string | undefined;
  /** The bits of a mark. */
  readonly flag?: number | undefined;
};

/** Looks in a span, newest first; ids begin with their time, so the primary key serves it. */
export function accessesBetween(
  work: Work,
  { from, to, account, subject, unit, role, purpose, flag }: Filters,
  page: { limit: number; after: string | null },
): Promise<AccessRow[]> {
  return work.db
    .selectFrom('audit.access as a')
    .leftJoin('audit.review as r', (on) =>
      on.onRef('r.street', '=', 'a.street').onRef('r.access', '=', 'a.id'),
    )
    .where('a.street', '=', work.street)
    .where('a.id', '>=', firstIdAt(from))
    .where('a.id', '<', firstIdAt(to))
    .$if(account !== undefined, (query) => query.where('a.account', '=', account ?? ''))
    .$if(unit !== undefined, (query) => query.where('a.unit', '=', unit ?? ''))
    .$if(role !== undefined, (query) => query.where('a.role', '=', role ?? ''))
    .$if(purpose !== undefined, (query) => query.where('a.purpose', '=', purpose ?? ''))
    .$if(flag !== undefined, (query) => query.where(sql<boolean>`a.flags & ${flag ?? 0} <> 0`))
    .$if(subject !== undefined, (query) => query.where(sql<boolean>`a.subjects @> array[${subject}::uuid]`))
    .$if(page.after !== null, (query) => query.where('a.id', '<', page.after ?? ''))
    .select([
      'a.id',
      'a.at',
      'a.account',
      'a.name',
      'a.role',
      'a.unit',
      'a.action',
      'a.object',
      'a.subjects',
      'a.fields',
      'a.purpose',
      'a.capacity',
      'a.reason',
      'a.flags',
      'r.verdict as review',
    ])
    .orderBy('a.id', 'desc')
    .limit(page.limit)
    .$narrowType<{
      role: Role | null;
      fields: GradedField[];
      purpose: Purpose;
      capacity: Capacity;
      review: AccessRow['review'];
    }>()
    .execute();
}

export async function accessById(work: Work, id: string): Promise<{ account: string | null } | null> {
  const row = await work.db
    .selectFrom('audit.access')
    .select('account')
    .where('street', '=', work.street)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

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

const LIST = 16;

/**
 * The looks somebody may see at their own data, newest first, those in lists summed per local month. What a purpose hides
 * or delays is left out until its exception ends. Served by access_subjects_idx inside audit.looks_at.
 */
export async function looksAtMe(
  { db, street, now, calendar }: Work,
  me: { account: string; subjects: readonly string[] },
  page: { limit: number; after: string | null },
): Promise<MyRow[]> {
  const { rows } = await sql<MyRow>`/* unnamed */
    with mine as (
      select l.*, case when l.flags & ${LIST} <> 0 then to_char(l.at at time zone ${calendar.zone.id}, 'YYYY-MM') else l.id::text end as heap
        from audit.looks_at(${[...me.subjects]}::uuid[]) l
        left join lateral (select visible, delay_days, exception_until from audit.purpose p
                            where p.street = ${street} and p.id = l.purpose order by version desc limit 1) p on true
       where p.exception_until is null or p.exception_until < (${now}::timestamptz at time zone ${calendar.zone.id})::date
          or (p.visible and l.at <= ${now}::timestamptz - make_interval(days => p.delay_days))),
    summed as (
      select (array_agg(id order by id desc))[1] as id, max(at) as at, role, unit, purpose, max(purpose_version) as version,
             fields, capacity, bit_or(flags)::int as flags, count(*)::int as times
        from mine group by heap, role, unit, purpose, fields, capacity)
    select s.id, s.at, s.role, s.unit, s.purpose, w.zh, w.en, s.fields, s.capacity, s.flags, s.times,
           coalesce(t.verdict, case when t.acknowledged_at is not null then 'acknowledged' when t.id is not null then 'open' end) as doubt,
           case when t.verdict = 'upheld' then a.name end as name
      from summed s
      left join audit.purpose w on w.street = ${street} and w.id = s.purpose and w.version = s.version
      left join audit.ticket t on t.street = ${street} and t.account = ${me.account} and t.access = s.id
      left join audit.access a on a.street = ${street} and a.id = t.access
     where ${page.after}::uuid is null or s.id < ${page.after}::uuid
     order by s.id desc limit ${page.limit}`.execute(db);
  return rows;
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

function firstIdAt(moment: Date): string {
  const time = Math.max(moment.getTime(), 0).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}
