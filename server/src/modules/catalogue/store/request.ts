import { sql } from 'kysely';
import type {
  DisputeForum,
  DisputeStep,
  Finding,
  RefusalGround,
  RequestKind,
  RequestState,
  ShareMethod,
} from '@fengqiao/contract/catalogue/words.ts';
import { fromJson, toJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import type { Request } from '../domain/request.ts';

/** What the application says; it does not change but by supplying what was missing. */
export type Asked = {
  readonly fields: readonly string[];
  readonly basis: string;
  readonly scenario: string;
  readonly scope: string;
  readonly method: ShareMethod;
  readonly from: string;
  readonly until: string;
};

export type Kept = Request & {
  readonly id: string;
  readonly no: string;
  readonly resource: string | null;
  readonly wanted: string | null;
  readonly asked: Asked;
  readonly findings: readonly Finding[];
  readonly askedAt: Date;
  readonly until: Date;
};

const read = ({ db, street }: Work) =>
  db.selectFrom('catalogue.request').where('street', '=', street).selectAll().$narrowType<{
    kind: RequestKind;
    state: RequestState;
    ground: RefusalGround | null;
    dispute: DisputeStep | null;
    dispute_forum: DisputeForum | null;
    findings: Finding[];
  }>();

type Row = Awaited<ReturnType<ReturnType<typeof read>['executeTakeFirstOrThrow']>>;

function present(row: Row): Kept {
  const asked = fromJson<Asked>(row.asked);
  const { id, no, kind, resource, wanted, provider, requester, findings, state, granted, ground, answer } =
    row;
  const { missing, supplemented, extended, delivery, dispute, provisional, until } = row;
  return {
    id,
    no,
    kind,
    resource,
    wanted,
    provider,
    requester,
    asked,
    findings,
    state,
    granted,
    ground,
    answer,
    missing,
    supplemented,
    extended,
    delivery,
    dispute,
    provisional,
    until,
    fields: asked.fields,
    forum: row.dispute_forum,
    decisionNo: row.decision_no,
    disputeDueAt: row.dispute_due_at,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    approvedBy: row.approved_by,
    dueAt: row.due_at,
    pausedDays: row.paused_days,
  };
}

export async function findRequest(work: Work, id: string): Promise<Kept> {
  const row = await read(work).where('id', '=', id).executeTakeFirst();
  return row === undefined ? refuse('platform.not_found') : present(row);
}

/** By its number, locked; served by the unique key. */
export async function lockNumbered(work: Work, no: string): Promise<Kept> {
  const row = await read(work).where('no', '=', no).forUpdate().executeTakeFirst();
  return row === undefined ? refuse('platform.not_found') : present(row);
}

export async function lockRequest(work: Work, id: string): Promise<Kept> {
  const row = await read(work).where('id', '=', id).forUpdate().executeTakeFirst();
  return row === undefined ? refuse('platform.not_found') : present(row);
}

type Desk = {
  readonly requester?: string;
  readonly provider?: string;
  readonly state?: RequestState | undefined;
};

/** One more than a page, newest first; served by request_requester_idx, request_provider_idx or the primary key. */
export async function pageOfRequests(
  work: Work,
  { requester, provider, state }: Desk,
  { limit, after }: { limit: number; after: string | null },
): Promise<Kept[]> {
  const rows = await read(work)
    .$if(requester !== undefined, (query) => query.where('requester', '=', requester ?? ''))
    .$if(provider !== undefined, (query) => query.where('provider', '=', provider ?? ''))
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'asked'))
    .$if(after !== null, (query) => query.where('id', '<', after ?? ''))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  return rows.map(present);
}

/** Whether the unit has a share of the resource in force; served by request_resource_idx. */
export async function hasShareOf(work: Work, resource: string, requester: string): Promise<boolean> {
  const found = await read(work)
    .where('resource', '=', resource)
    .where('requester', '=', requester)
    .where('state', 'in', ['granted', 'active'])
    .limit(1)
    .execute();
  return found.length > 0;
}

/** How many shares of a resource are in force or about to be; served by request_resource_idx. */
export async function countInForce({ db, street }: Work, resource: string): Promise<number> {
  const { n } = await db
    .selectFrom('catalogue.request')
    .where('street', '=', street)
    .where('resource', '=', resource)
    .where('state', 'in', ['granted', 'active', 'suspended'])
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

export async function insertRequest(work: Work, request: Kept): Promise<void> {
  const {
    id,
    no,
    kind,
    resource,
    wanted,
    provider,
    requester,
    asked,
    findings,
    state,
    askedBy,
    askedAt,
    until,
  } = request;
  await work.db
    .insertInto('catalogue.request')
    .values({
      street: work.street,
      id,
      no,
      kind,
      resource,
      wanted,
      provider,
      requester,
      state,
      until,
      asked: toJson(asked),
      findings: [...findings],
      asked_by: askedBy,
      asked_at: askedAt,
    })
    .execute();
}

export async function saveRequest({ db, street }: Work, request: Kept): Promise<void> {
  const {
    id,
    state,
    granted,
    ground,
    answer,
    missing,
    supplemented,
    extended,
    delivery,
    dispute,
    provisional,
  } = request;
  await db
    .updateTable('catalogue.request')
    .set({
      state,
      ground,
      answer,
      missing,
      supplemented,
      extended,
      delivery,
      dispute,
      provisional,
      granted: granted === null ? null : [...granted],
      asked: toJson(request.asked),
      findings: [...request.findings],
      approved_by: request.approvedBy,
      due_at: request.dueAt,
      dispute_due_at: request.disputeDueAt,
      dispute_forum: request.forum,
      decision_no: request.decisionNo,
      paused_days: request.pausedDays,
    })
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}

/** Requests whose time has come: a clock that ran out and was not yet told, negotiations and coordinations that ran out, shares past their term. */
export async function dueRequests(work: Work, limit: number): Promise<Kept[]> {
  const { now } = work;
  const rows = await read(work)
    .where((eb) =>
      eb.or([
        eb.and([
          eb('state', 'in', ['submitted', 'granted']),
          eb('due_at', '<', now),
          sql<boolean>`told_due_at is distinct from due_at`,
        ]),
        eb.and([eb('dispute', 'in', ['negotiating', 'coordination']), eb('dispute_due_at', '<', now)]),
        eb.and([eb('state', 'in', ['active', 'suspended']), eb('until', '<', now)]),
      ]),
    )
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map(present);
}

/** The end that ran out was told; a later clock of the same request is told anew. */
export async function saveTold({ db, street }: Work, id: string): Promise<void> {
  await db
    .updateTable('catalogue.request')
    .set((eb) => ({ told_due_at: eb.ref('due_at') }))
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}

export type WaitRow = { waiting: string; on: string; requests: number; overdue: number; since: Date };

/** Who waits on whom: requests that wait for their provider, by pair of units. */
export async function waits({ db, street, now }: Work): Promise<WaitRow[]> {
  return db
    .selectFrom('catalogue.request')
    .where('street', '=', street)
    .where('state', 'in', ['submitted', 'granted'])
    .groupBy(['requester', 'provider'])
    .select(({ fn }) => [
      'requester as waiting',
      'provider as on',
      fn.countAll<number>().as('requests'),
      sql<number>`count(*) filter (where due_at < ${now})::int`.as('overdue'),
      sql<Date>`min(asked_at)`.as('since'),
    ])
    .execute();
}
