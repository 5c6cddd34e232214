import { sql } from 'kysely';
import type { Work } from '#platform/work.ts';

type Page = { readonly after: string | null; readonly limit: number };
const caseTitle = ['c.no', 'c.title', 'c.lead'] as const;

/** Joint tasks of the actor's units, or given by them and waiting for their judgement, newest first. */
export function tasksFor({ db, street, actor }: Work, { after, limit }: Page, state?: string) {
  const units = actor.units.length === 0 ? ['-'] : [...actor.units];
  return db
    .selectFrom('cases.task as t')
    .innerJoin('cases.case as c', (join) =>
      join.onRef('c.street', '=', 't.street').onRef('c.id', '=', 't.case_id'),
    )
    .leftJoin('cases.clock as k', (join) =>
      join.onRef('k.street', '=', 't.street').onRef('k.subject', '=', 't.id'),
    )
    .selectAll('t')
    .select([...caseTitle, 'k.due_at'])
    .where('t.street', '=', street)
    .where('t.part', '=', 'co')
    .where((eb) =>
      actor.wide ? eb.lit(true) : eb.or([eb('t.unit', 'in', units), eb('c.lead', 'in', units)]),
    )
    .$if(state !== undefined, (query) => query.where('t.state', '=', state ?? ''))
    .$if(after !== null, (query) => query.where('t.id', '<', after ?? ''))
    .orderBy('t.id', 'desc')
    .limit(limit)
    .execute();
}

/** Requests to reopen and objections, newest first. */
export function reopeningsFor({ db, street }: Work, { after, limit }: Page, open?: boolean) {
  return db
    .selectFrom('cases.reopening as r')
    .innerJoin('cases.case as c', (join) =>
      join.onRef('c.street', '=', 'r.street').onRef('c.id', '=', 'r.case_id'),
    )
    .selectAll('r')
    .select(caseTitle)
    .where('r.street', '=', street)
    .$if(open === true, (query) => query.where('r.decided_at', 'is', null))
    .$if(open === false, (query) => query.where('r.decided_at', 'is not', null))
    .$if(after !== null, (query) => query.where('r.id', '<', after ?? ''))
    .orderBy('r.id', 'desc')
    .limit(limit)
    .execute();
}

/** Callbacks drawn by the system that are due, or are to be tried again later, for cases that still stand closed, oldest first; served by ask_callback_idx. */
export async function callbacksDue(
  { db, street, now, actor }: Work,
  { after, limit }: Page,
  part: 'due' | 'later',
): Promise<{ id: string; case_id: string; report: string; ask_at: Date; tries: number; own: boolean }[]> {
  const units = sql`${[...actor.units]}::text[]`;
  const { rows } = await sql<{
    id: string;
    case_id: string;
    report: string;
    ask_at: Date;
    tries: number;
    own: boolean;
  }>`
    select a.id, a.case_id, a.report, a.ask_at,
           (select count(*)::int from cases.call_attempt t where t.street = a.street and t.ask = a.id) as tries,
           coalesce(c.lead = any(${units}) or c.holder = any(${units}), false) as own
      from cases.ask a join cases."case" c on c.street = a.street and c.id = a.case_id and c.round = a.round
     where a.street = ${street} and a.kind = 'callback' and a.answered_at is null and c.state in ('closed', 'archived')
       and ${part === 'due' ? sql`a.ask_at <= ${now}` : sql`a.ask_at > ${now}`}
       and (${after}::uuid is null or a.id > ${after}::uuid)
     order by a.id limit ${limit}`.execute(db);
  return rows;
}

/** Drawn sample checks that are still to be made, of cases that still stand closed, oldest first; served by field_check_open_idx. */
export function checksToDo({ db, street }: Work, { after, limit }: Page) {
  return db
    .selectFrom('cases.field_check as f')
    .innerJoin('cases.case as c', (join) =>
      join
        .onRef('c.street', '=', 'f.street')
        .onRef('c.id', '=', 'f.case_id')
        .onRef('c.round', '=', 'f.round'),
    )
    .select(['f.id', 'f.case_id', 'f.drawn_at'])
    .where('f.street', '=', street)
    .where('f.at', 'is', null)
    .where('c.state', 'in', ['closed', 'archived'])
    .$if(after !== null, (query) => query.where('f.id', '>', after ?? ''))
    .orderBy('f.id')
    .limit(limit)
    .execute();
}
