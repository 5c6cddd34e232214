import type { RequestKind } from '@fengqiao/contract/cases/words.ts';
import { toJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import type { Case } from '../domain/case.ts';
import type { SideRequest } from './beside.ts';

/** Writes a side request; there is at most one pending request of a kind per case. A guest asks as the guests' session. */
export async function addRequest(
  work: Work,
  theCase: Case,
  kind: RequestKind,
  facts: Record<string, unknown>,
): Promise<SideRequest> {
  const pending = await work.db
    .selectFrom('cases.side_request')
    .select('id')
    .where('street', '=', work.street)
    .where('case_id', '=', theCase.id)
    .where('kind', '=', kind)
    .where('state', '=', 'pending')
    .executeTakeFirst();
  if (pending) refuse('cases.request_pending', { request: pending.id });
  const id = work.newId();
  await work.db
    .insertInto('cases.side_request')
    .values({
      street: work.street,
      id,
      case_id: theCase.id,
      round: theCase.round,
      kind,
      unit: work.actor.unit,
      asked_by: work.actor.account ?? work.actor.session,
      asked_at: work.now,
      facts: toJson(facts),
    })
    .execute();
  return findRequest(work, id);
}

async function findRequest({ db, street }: Work, id: string): Promise<SideRequest> {
  const row = await db
    .selectFrom('cases.side_request')
    .selectAll()
    .where('street', '=', street)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? refuse('platform.not_found');
}

/** A request that waits, locked. */
export async function lockRequest({ db, street }: Work, id: string): Promise<SideRequest> {
  const row = await db
    .selectFrom('cases.side_request')
    .selectAll()
    .where('street', '=', street)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) refuse('platform.not_found');
  return row.state === 'pending' ? row : refuse('cases.request_decided', { state: row.state });
}

/** The outcome of a request; the table refuses a decision by its asker. */
export async function endRequest(
  work: Work,
  id: string,
  state: 'approved' | 'rejected' | 'withdrawn',
  note: string | null,
): Promise<SideRequest> {
  const decided = state === 'withdrawn' ? {} : { decided_by: work.actor.account };
  await work.db
    .updateTable('cases.side_request')
    .set({ state, decided_at: work.now, decision: note, ...decided })
    .where('street', '=', work.street)
    .where('id', '=', id)
    .execute();
  return findRequest(work, id);
}

/** Requests nobody decided before the case left the line of work. */
export async function withdrawPending({ db, street, now }: Work, caseId: string): Promise<void> {
  await db
    .updateTable('cases.side_request')
    .set({ state: 'withdrawn', decided_at: now })
    .where('street', '=', street)
    .where('case_id', '=', caseId)
    .where('state', '=', 'pending')
    .execute();
}

/** How many extensions this round was granted. */
export async function extensionsGranted({ db, street }: Work, theCase: Case): Promise<number> {
  const rows = await db
    .selectFrom('cases.side_request')
    .select('id')
    .where('street', '=', street)
    .where('case_id', '=', theCase.id)
    .where('round', '=', theCase.round)
    .where('kind', '=', 'extension')
    .where('state', '=', 'approved')
    .execute();
  return rows.length;
}

/** Side requests of the cases the actor may see, newest first, with the unit of the overall clock (clock_case_idx). */
export function requestsFor(
  { db, street, actor }: Work,
  { after, limit }: { after: string | null; limit: number },
  asked: { kind?: RequestKind | undefined; state?: string | undefined },
) {
  return db
    .selectFrom('cases.side_request as r')
    .innerJoin('cases.case as c', (join) =>
      join.onRef('c.street', '=', 'r.street').onRef('c.id', '=', 'r.case_id'),
    )
    .selectAll('r')
    .select((eb) => [
      'c.no',
      'c.title',
      eb
        .selectFrom('cases.clock as k')
        .select('k.unit')
        .whereRef('k.street', '=', 'r.street')
        .whereRef('k.case_id', '=', 'r.case_id')
        .whereRef('k.round', '=', 'r.round')
        .where('k.kind', '=', 'overall')
        .limit(1)
        .as('clock_unit'),
    ])
    .where('r.street', '=', street)
    .where((eb) =>
      actor.wide ? eb.lit(true) : eb('r.unit', 'in', actor.units.length === 0 ? ['-'] : [...actor.units]),
    )
    .$if(asked.kind !== undefined, (query) => query.where('r.kind', '=', asked.kind ?? ''))
    .$if(asked.state !== undefined, (query) => query.where('r.state', '=', asked.state ?? ''))
    .$if(after !== null, (query) => query.where('r.id', '<', after ?? ''))
    .orderBy('r.id', 'desc')
    .limit(limit)
    .execute();
}

/** The returns asked in this round, oldest first; served by side_request_case_idx. */
export function returnsOf({ db, street }: Work, theCase: Case): Promise<SideRequest[]> {
  return db
    .selectFrom('cases.side_request')
    .selectAll()
    .where('street', '=', street)
    .where('case_id', '=', theCase.id)
    .where('round', '=', theCase.round)
    .where('kind', '=', 'return')
    .orderBy('asked_at')
    .orderBy('id')
    .execute();
}
