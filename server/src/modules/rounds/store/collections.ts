import { sql } from 'kysely';
import type { Work } from '#platform/work.ts';

export type Count = { readonly rows: number; readonly newest: Date | null; readonly some: number };

/** How many patrols there are, and how many of them saw a point; the whole table is read, once a day. */
export async function countPatrols({ db, street }: Work): Promise<Count> {
  const { rows } = await sql<Count>`
    select count(*)::int as rows, max(p.received_at) as newest,
           count(*) filter (where exists (select from rounds.point_seen s where s.street = p.street and s.patrol = p.id))::int as some
      from rounds.patrol p where p.street = ${street}`.execute(db);
  return rows[0] ?? { rows: 0, newest: null, some: 0 };
}

/** How many visits there are, and how many found a need. */
export async function countVisits({ db, street }: Work): Promise<Count> {
  const { rows } = await sql<Count>`
    select count(*)::int as rows, max(received_at) as newest, count(*) filter (where needs <> '{}')::int as some
      from rounds.visit where street = ${street}`.execute(db);
  return rows[0] ?? { rows: 0, newest: null, some: 0 };
}

export type PatrolTold = {
  readonly id: string;
  readonly grid: string;
  readonly day: string;
  readonly points: number;
};

/** A page of patrols by primary key: where, on which day, how many points were looked at; never who went or which way. */
export async function patrolsTold(
  { db, street, calendar }: Work,
  after: string | null,
  limit: number,
): Promise<PatrolTold[]> {
  const { rows } = await sql<PatrolTold>`
    select p.id, p.unit as grid, ((p.started_at at time zone ${calendar.zone.id})::date)::text as day,
           (select count(*)::int from rounds.point_seen s where s.street = p.street and s.patrol = p.id) as points
      from rounds.patrol p where p.street = ${street} ${after === null ? sql`` : sql`and p.id > ${after}::uuid`}
     order by p.id limit ${limit}`.execute(db);
  return rows;
}
