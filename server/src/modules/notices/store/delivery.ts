import { sql } from 'kysely';
import type { Attempt, AttemptOutcome, Rung } from '@fengqiao/contract/notices/delivery.ts';
import { fromJson } from '#platform/json.ts';
import type { Work } from '#platform/work.ts';

export type Delivery = {
  readonly id: string;
  readonly message: string;
  readonly sms: string | null;
  readonly account: string | null;
  readonly contact: string | null;
  readonly unit: string | null;
  readonly rung: Rung;
};

export async function insertDelivery(work: Work, made: Delivery, dueAt: Date): Promise<void> {
  await work.db
    .insertInto('notices.delivery')
    .values({ ...made, street: work.street, due_at: dueAt, made_at: work.now })
    .execute();
}

export async function insertAttempt(
  work: Work,
  delivery: string,
  rung: Rung,
  outcome: AttemptOutcome,
): Promise<void> {
  await work.db
    .insertInto('notices.attempt')
    .values({
      street: work.street,
      id: work.newId(),
      delivery,
      rung,
      outcome,
      by_account: work.actor.kind === 'staff' ? work.actor.account : null,
      at: work.now,
    })
    .execute();
}

const columns = [
  'd.id',
  'd.message',
  'd.sms',
  'd.account',
  'd.contact',
  'd.unit',
  'd.rung',
  'd.state',
  'd.due_at as dueAt',
] as const;

/** Whether the person has read it, and what became of the text message. */
const seen = sql<boolean>`exists (select 1 from notices.reading r where r.street = d.street and r.message = d.message and r.account = d.account)`;
const smsState = sql<
  string | null
>`(select s.state from notices.message s where s.street = d.street and s.id = d.sms)`;

const rows = (work: Work) =>
  work.db
    .selectFrom('notices.delivery as d')
    .innerJoin('notices.message as m', (on) =>
      on.onRef('m.street', '=', 'd.street').onRef('m.id', '=', 'd.message'),
    )
    .select([
      ...columns,
      'm.kind',
      'm.zh',
      'm.en',
      'm.case_id as caseId',
      seen.as('seen'),
      smsState.as('smsState'),
    ])
    .where('d.street', '=', work.street)
    .$narrowType<{ rung: Rung; state: 'open' | 'reached' }>();

/** Open ones whose time is over or whose text message could not be sent, locked; served by delivery_due_idx. */
export function takeDueDeliveries(work: Work, limit: number) {
  return rows(work)
    .where('d.state', '=', 'open')
    .where((eb) =>
      eb.or([
        eb('d.due_at', '<=', work.now),
        eb.and([eb('d.rung', '=', 'sms'), eb(smsState, '=', 'failed')]),
      ]),
    )
    .orderBy('d.due_at')
    .limit(limit)
    .forUpdate('d')
    .skipLocked()
    .execute();
}

/** One more than a page of people to call or visit who have not read it meanwhile; served by delivery_todo_idx. */
export function deliveriesToTell(
  work: Work,
  asked: { limit: number; after: string | null; rung: Rung | null; units: readonly string[] | null },
) {
  return rows(work)
    .where('d.state', '=', 'open')
    .where('d.rung', 'in', asked.rung === null ? ['call', 'visit'] : [asked.rung])
    .where(seen, '=', false)
    .$if(asked.units !== null, (query) => query.where('d.unit', 'in', [...(asked.units ?? [])]))
    .$if(asked.after !== null, (query) => query.where('d.id', '>', asked.after ?? ''))
    .orderBy('d.id')
    .limit(asked.limit + 1)
    .execute();
}

/** One of them, locked; undefined when it is not among those of these units. */
export function lockDelivery(work: Work, id: string, units: readonly string[] | null) {
  return rows(work)
    .where('d.id', '=', id)
    .where('d.rung', 'in', ['call', 'visit'])
    .$if(units !== null, (query) => query.where('d.unit', 'in', [...(units ?? [])]))
    .forUpdate('d')
    .executeTakeFirst();
}

export async function saveRung(
  work: Work,
  id: string,
  { rung, dueAt, sms }: { rung: Rung; dueAt: Date; sms?: string },
): Promise<void> {
  await work.db
    .updateTable('notices.delivery')
    .set({ rung, due_at: dueAt, ...(sms !== undefined && { sms }) })
    .where('street', '=', work.street)
    .where('id', '=', id)
    .execute();
}

export async function saveReached(work: Work, id: string): Promise<void> {
  await work.db
    .updateTable('notices.delivery')
    .set({ state: 'reached', reached_at: work.now })
    .where('street', '=', work.street)
    .where('id', '=', id)
    .execute();
}

/** What was tried for some deliveries or messages, oldest first; a text message that failed says so. Served by attempt_delivery_idx. */
export async function attemptsOf(
  { db, street }: Work,
  by: 'id' | 'message',
  keys: readonly string[],
): Promise<Map<string, Attempt[]>> {
  if (keys.length === 0) return new Map();
  const { rows: found } = await sql<{ key: string; rung: string; outcome: string; at: Date }>`
    select d.${sql.ref(by)} as key, a.rung, a.at,
           case when a.rung = 'sms' and a.outcome = 'sent' and s.state = 'failed' then 'failed' else a.outcome end as outcome
      from notices.delivery d
      join notices.attempt a on a.street = d.street and a.delivery = d.id
      left join notices.message s on s.street = d.street and s.id = d.sms
     where d.street = ${street} and d.${sql.ref(by)} = any(${[...keys]}::uuid[])
     order by a.id`.execute(db);
  const attempts = new Map<string, Attempt[]>();
  for (const { key, at, ...one } of found)
    attempts.set(key, [...(attempts.get(key) ?? []), fromJson<Attempt>({ ...one, at: at.toISOString() })]);
  return attempts;
}
