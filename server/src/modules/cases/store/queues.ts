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

/** Callbacks drawn by the system whose time has come, for cases that still stand closed, oldest first; served by ask_callback_idx. */
export function callbacksDue({ db, street, now }: Work, { after, limit }: Page) {
  return db
    .selectFrom('cases.ask as a')
    .innerJoin('cases.case as c', (join) =>
      join
        .onRef('c.street', '=', 'a.street')
        .onRef('c.id', '=', 'a.case_id')
        .onRef('c.round', '=', 'a.round'),
    )
    .select(['a.id', 'a.case_id', 'a.report', 'a.ask_at'])
    .where('a.street', '=', street)
    .where('a.kind', '=', 'callback')
    .where('a.answered_at', 'is', null)
    .where('a.ask_at', '<=', now)
    .where('c.state', 'in', ['closed', 'archived'])
    .$if(after !== null, (query) => query.where('a.id', '>', after ?? ''))
    .orderBy('a.id')
    .limit(limit)
    .execute();
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
