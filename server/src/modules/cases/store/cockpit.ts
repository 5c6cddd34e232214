import { sql } from 'kysely';
import { openStates } from '@fengqiao/contract/cases/words.ts';
import type { Part } from '@fengqiao/contract/cases/figures.ts';
import type { Work } from '#platform/work.ts';
import { periodBefore, type Period } from '../domain/figures.ts';
import { inStates, type Condition } from './desk.ts';
import { among, fitting, happened, isCase, isHappened, tells, type Ground } from './part.ts';

export type Counted = {
  /** Of the period that is asked for, or of the one before. */
  readonly now: boolean;
  readonly type: string | null;
  readonly list: number | null;
  readonly counts: readonly number[];
};

/**
 * How many cases of a ground fit each of its parts, in a period and in the one before; reads the ground once. Those that went
 * badly in the period are told by type. Whoever may ask sees every case of the street (`wide` in contract/roles.ts), so what
 * happened is counted where it is written, and only what went badly is looked up.
 */
export async function countParts(
  work: Work,
  ground: Ground,
  parts: readonly Part[],
  { since, until }: Period,
): Promise<Counted[]> {
  const both = { since: periodBefore({ since, until }).since, until };
  const each = sql.join(parts.map((part) => sql`count(*) filter (where ${fits(part, until, work)})::int`));
  const said = isHappened(ground)
    ? sql`select f.now, c.type, max(c.list_version)::int as list, array[${each}] as counts
        from (${happened[ground](both, work, since)}) f
        left join lateral (select type, list_version from cases."case"
                            where street = ${work.street} and id = f.case_id and f.now and f.bad offset 0) c on true`
    : sql`select ${sideOf(ground, since)} as now, c.type, max(c.list_version)::int as list, array[${each}] as counts
        from cases."case" c where c.street = ${work.street} and ${among(ground, both)}`;
  const { rows } = await sql<{
    now: boolean;
    type: string | null;
    list: number | null;
    counts: number[];
  }>`/* unnamed */ ${said} group by 1, 2`.execute(work.db);
  return rows;
}

function fits(part: Part, until: Date, work: Work): Condition {
  const told = tells[part];
  return isCase(told) ? told.fits(work, until) : fitting[told.fits];
}

/** What is open or on hold is so now; how it was a period ago is not kept. */
function sideOf(ground: Ground, since: Date): Condition {
  if (ground === 'came') return sql`c.reported_at >= ${since}`;
  return ground === 'closed' ? sql`c.closed_at >= ${since}` : sql`true`;
}

export type WeekRow = {
  readonly until: Date;
  readonly came: number;
  readonly closed: number;
  readonly ages: readonly number[];
};

/**
 * What stood open at the end of each of these weeks by the days since it was reported, and what came and was closed in it.
 * Days are counted whole, so that many cases are few rows. A case taken up again counts as open all the while. Reads what is open (case_new_idx) and what was closed since the first
 * of them (case_closed_idx).
 */
export async function weeksUntil({ db, street }: Work, ends: readonly Date[]): Promise<WeekRow[]> {
  const first = new Date(Math.min(...ends.map(Number)) - WEEK);
  const { rows } = await sql<{ until: Date; came: number; closed: number; ages: number[] }>`/* unnamed */
    with live as materialized (
      select date_bin('1 day', reported_at, ${first}::timestamptz) as reported_at, date_bin('1 day', closed_at, ${first}::timestamptz) as closed_at, count(*) as n
        from (select c.reported_at, null::timestamptz as closed_at from cases."case" c where c.street = ${street} and ${inStates(openStates)}
              union all
              select c.reported_at, c.closed_at from cases."case" c
               where c.street = ${street} and c.closed_at >= ${first} and c.state in ('closed', 'archived')) each
       group by 1, 2)
    select w.until, coalesce(sum(l.n) filter (where l.reported_at >= w.until - interval '7 days'), 0)::int as came,
           coalesce(sum(l.n) filter (where l.closed_at < w.until), 0)::int as closed,
           array[coalesce(sum(l.n) filter (where l.stands and l.age <= interval '7 days'), 0),
                 coalesce(sum(l.n) filter (where l.stands and l.age > interval '7 days' and l.age <= interval '30 days'), 0),
                 coalesce(sum(l.n) filter (where l.stands and l.age > interval '30 days' and l.age <= interval '90 days'), 0),
                 coalesce(sum(l.n) filter (where l.stands and l.age > interval '90 days'), 0)]::int[] as ages
      from unnest(${ends}::timestamptz[]) w (until)
      left join lateral (
        select n, reported_at, closed_at, w.until - reported_at as age, (closed_at is null or closed_at >= w.until) as stands from live
         where reported_at < w.until and (closed_at is null or closed_at >= w.until - interval '7 days')) l on true
     group by w.until order by w.until`.execute(db);
  return rows;
}

export const WEEK = 7 * 86_400_000;

/** What is open now by the days since it was reported: under 7, to 30, to 90, and more before `now`; served by case_new_idx. */
export async function openByAge({ db, street }: Work, bounds: readonly Date[]): Promise<number[]> {
  const [week, month, quarter] = bounds;
  const { rows } = await sql<{ ages: number[] }>`
    select array[count(*) filter (where c.reported_at >= ${week}),
                 count(*) filter (where c.reported_at >= ${month} and c.reported_at < ${week}),
                 count(*) filter (where c.reported_at >= ${quarter} and c.reported_at < ${month}),
                 count(*) filter (where c.reported_at < ${quarter})]::int[] as ages
      from cases."case" c where c.street = ${street} and ${inStates(openStates)}`.execute(db);
  return rows[0]?.ages ?? [0, 0, 0, 0];
}

export type ParityRow = {
  readonly channel: string;
  readonly n: number;
  readonly solved: number;
  readonly answer: readonly (number | null)[];
  readonly close: readonly (number | null)[];
};

/**
 * By channel, of what residents reported and was closed in the period: how much was solved, and the quartiles of the time to
 * the first contact and to the closing of what was solved, in seconds. By case_closed_idx and assignment_case_idx.
 */
export async function parityRows(
  { db, street }: Work,
  { since, until }: Period,
  { channels, type }: { channels: readonly string[]; type: string | undefined },
): Promise<ParityRow[]> {
  const quartiles = sql`percentile_cont(array[0.25, 0.5, 0.75]) within group`;
  const { rows } = await sql<{
    channel: string;
    n: number;
    solved: number;
    answer: (number | null)[] | null;
    close: (number | null)[] | null;
  }>`/* unnamed */
    select c.channel, count(*)::int as n, count(*) filter (where solved)::int as solved,
           ${quartiles} (order by extract(epoch from f.first - c.reported_at)) as answer,
           ${quartiles} (order by case when solved then extract(epoch from c.closed_at - c.reported_at) end) as close
      from cases."case" c
      cross join lateral (select c.outcome = 'solved' and c.satisfied is not false as solved) s
      left join lateral (select min(a.contacted_at) as first from cases.assignment a
                          where a.street = c.street and a.case_id = c.id) f on true
     where c.street = ${street} and c.closed_at >= ${since} and c.closed_at < ${until} and c.state in ('closed', 'archived')
       and c.channel = any(${[...channels]}::text[]) and (${type ?? null}::text is null or c.type = ${type ?? null}::text)
     group by c.channel`.execute(db);
  return rows.map((row) => ({ ...row, answer: row.answer ?? [], close: row.close ?? [] }));
}
