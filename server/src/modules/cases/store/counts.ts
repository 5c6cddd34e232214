import { sql } from 'kysely';
import type { Work } from '#platform/work.ts';
import { deskFilters, deskStates, inStates, isOwnDesk } from './desk.ts';

const COUNT_MOST = 1000;

/** How many cases lie on a desk, counted up to 1 000; served by the indexes of open cases. */
export async function countDesk(work: Work, desk: string): Promise<number> {
  const states = deskStates[desk];
  const own = isOwnDesk(desk, work)
    ? [sql`(c.lead = any(${[...work.actor.units]}) or c.holder = any(${[...work.actor.units]}))`]
    : [];
  const where = sql.join(
    [
      sql`c.street = ${work.street}`,
      ...(states === undefined ? [] : [inStates(states)]),
      ...own,
      ...deskFilters(desk, work),
    ],
    sql` and `,
  );
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from (select from cases."case" c where ${where} limit ${COUNT_MOST}) as found`.execute(
    work.db,
  );
  return rows[0]?.n ?? 0;
}

export type Health = {
  stock: { days: string; count: number }[];
  closedLast30: number;
  solvedLast30: number;
  reopenedLast30: number;
  lateOpen: number;
};

/** The stock of unsolved problems by age, beside what was closed, solved and reopened in 30 days; served by case_new_idx. */
export async function healthOf({ db, street, now }: Work): Promise<Health> {
  const { rows } = await sql<{
    a: number;
    b: number;
    c: number;
    d: number;
    closed: number;
    solved: number;
    late: number;
  }>`
    with stock as (
      select ${now}::timestamptz - c.reported_at as age, c.late_since from cases."case" c
       where c.street = ${street} and c.state in ('received', 'verifying', 'registered', 'negotiating', 'dispatched', 'handling', 'handled', 'held')),
    done as (
      select c.outcome, c.satisfied from cases."case" c
       where c.street = ${street} and c.state in ('closed', 'archived') and c.closed_at > ${now}::timestamptz - interval '30 days')
    select (select count(*) from stock where age < interval '7 days') as a, (select count(*) from stock where age >= interval '7 days' and age < interval '30 days') as b,
           (select count(*) from stock where age >= interval '30 days' and age < interval '90 days') as c, (select count(*) from stock where age >= interval '90 days') as d,
           (select count(*) from done) as closed, (select count(*) from done where outcome = 'solved' and satisfied) as solved,
           (select count(*) from stock where late_since is not null) as late`.execute(db);
  const reopened = await sql<{
    n: number;
  }>`select count(*) as n from cases.activity a join cases."case" c on c.street = a.street and c.id = a.case_id where a.street = ${street} and a.kind = 'reopen' and a.at > ${now}::timestamptz - interval '30 days'`.execute(
    db,
  );
  const row = rows[0];
  const stock = [
    ['<7', row?.a],
    ['7-30', row?.b],
    ['30-90', row?.c],
    ['>90', row?.d],
  ] as const;
  return {
    stock: stock.map(([days, count]) => ({ days, count: Number(count ?? 0) })),
    closedLast30: Number(row?.closed ?? 0),
    solvedLast30: Number(row?.solved ?? 0),
    reopenedLast30: Number(reopened.rows[0]?.n ?? 0),
    lateOpen: Number(row?.late ?? 0),
  };
}

type Waiting = {
  tasks: number;
  requests: number;
  consultations: number;
  supervisions: number;
  callbacks: number;
  revisions: number;
};

/** What waits beside the cases themselves, for the actor's units or, for the centre, for the street. */
export async function waitingFor({ db, street, now, actor }: Work): Promise<Waiting> {
  const units = [...actor.units];
  const { rows } = await sql<Waiting>`
    select (select count(*)::int from cases.task t where t.street = ${street} and t.part = 'co' and t.state in ('open', 'rejected') and t.unit = any(${units})) as tasks,
           (select count(*)::int from cases.side_request r join cases."case" c on c.street = r.street and c.id = r.case_id where r.street = ${street} and r.state = 'pending') as requests,
           (select count(*)::int from cases.opinion o join cases.consultation k on k.street = o.street and k.id = o.consultation and k.state = 'open'
             where o.street = ${street} and o.stance = 'waiting' and (${actor.wide} or o.unit = any(${units}))) as consultations,
           (select count(*)::int from cases.supervision s where s.street = ${street} and s.kind = 'order' and s.answered_at is null and (${actor.wide} or s.unit = any(${units}))) as supervisions,
           (select count(*)::int from cases.ask k join cases."case" c on c.street = k.street and c.id = k.case_id and c.round = k.round and c.state in ('closed', 'archived')
             where k.street = ${street} and k.kind = 'callback' and k.answered_at is null and k.ask_at <= ${now}::timestamptz) as callbacks,
           (select count(*)::int from cases.list_revision v where v.street = ${street} and v.state = 'open') as revisions`.execute(
    db,
  );
  return rows[0] ?? { tasks: 0, requests: 0, consultations: 0, supervisions: 0, callbacks: 0, revisions: 0 };
}
