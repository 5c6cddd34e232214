import { sql } from 'kysely';
import type { ErasureGround, ErasureState } from '@fengqiao/contract/retention.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';

const read = ({ db, street }: Work) =>
  db
    .selectFrom('retention.erasure')
    .where('street', '=', street)
    .select([
      'id',
      'person',
      'account',
      'ground',
      'reason',
      'state',
      'asked_by as askedBy',
      'asked_at as askedAt',
      'due_at as dueAt',
      'decided_at as decidedAt',
      'answer',
      'done_at as doneAt',
    ])
    .$narrowType<{ ground: ErasureGround; state: ErasureState }>();

export type ErasureRow = Awaited<ReturnType<ReturnType<typeof read>['executeTakeFirstOrThrow']>>;

export async function lockErasure(work: Work, id: string): Promise<ErasureRow> {
  return (
    (await read(work).where('id', '=', id).forUpdate().executeTakeFirst()) ?? refuse('platform.not_found')
  );
}

/** Requests that nobody decided or that were not carried out in time, marked as told; served by erasure_due_idx. */
export async function takeOverdueErasures(
  { db, street, now }: Work,
  most: number,
): Promise<{ id: string; dueAt: Date }[]> {
  const { rows } = await sql<{ id: string; dueAt: Date }>`
    update retention.erasure set overdue_told_at = ${now} where street = ${street} and id in (
      select id from retention.erasure
       where street = ${street} and state in ('asked', 'approved') and overdue_told_at is null and due_at <= ${now}
       order by due_at, id limit ${most} for update skip locked)
    returning id, due_at as "dueAt"`.execute(db);
  return rows;
}

/** The newest request of an account; by erasure_account_idx. */
export async function erasureOf(work: Work, account: string): Promise<ErasureRow | null> {
  const row = await read(work)
    .where('account', '=', account)
    .orderBy('asked_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** Those waiting by erasure_due_idx, first due first; all of them newest first by primary key. */
export function pageOfErasures(
  work: Work,
  { waiting, after, limit }: { waiting: boolean; after: string | null; limit: number },
): Promise<ErasureRow[]> {
  const list = read(work).limit(limit);
  return waiting
    ? list
        .where('state', 'in', ['asked', 'approved'])
        .$if(after !== null, (query) =>
          query.where(
            sql<boolean>`(due_at, id) > (select o.due_at, o.id from retention.erasure o where o.street = ${work.street} and o.id::text = ${after})`,
          ),
        )
        .orderBy('due_at')
        .orderBy('id')
        .execute()
    : list
        .$if(after !== null, (query) => query.where(sql<boolean>`id::text < ${after}`))
        .orderBy('id', 'desc')
        .execute();
}

/** Those that were approved and are still to be done; by erasure_due_idx. */
export const approvedErasures = (work: Work, limit: number): Promise<ErasureRow[]> =>
  read(work).where('state', '=', 'approved').orderBy('due_at').limit(limit).execute();

/** How many wait for somebody else than who asked to decide them; by erasure_due_idx. */
export async function countUndecided({ db, street, actor }: Work): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from retention.erasure
     where street = ${street} and state = 'asked' and asked_by is distinct from ${actor.account}`.execute(db);
  return rows[0]?.n ?? 0;
}

type NewErasure = {
  readonly id: string;
  readonly person: string | null;
  readonly account: string | null;
  readonly ground: ErasureGround;
  readonly reason: string;
  readonly by: string;
  readonly dueAt: Date;
  readonly provisional: boolean;
};

/** Writes a request down; false when one about the same is open already. */
export async function insertErasure({ db, street, now }: Work, given: NewErasure): Promise<boolean> {
  const { id, person, account, ground, reason, by, dueAt, provisional } = given;
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('retention.erasure')
    .values({
      street,
      id,
      person,
      account,
      ground,
      reason,
      asked_by: by,
      asked_at: now,
      due_at: dueAt,
      provisional,
      state: 'asked',
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

type Decision = { readonly state: ErasureState; readonly by?: string | null; readonly answer?: string };

export async function saveState(
  { db, street, now }: Work,
  id: string,
  { state, by, answer }: Decision,
): Promise<void> {
  await db
    .updateTable('retention.erasure')
    .set({
      state,
      ...(by === undefined ? {} : { decided_by: by, decided_at: now }),
      ...(answer === undefined ? {} : { answer }),
      ...(state === 'done' ? { done_at: now } : {}),
    })
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}

/** What the ledger tells of an erasure that an older database never saw, or saw undone. */
export async function rememberErasure(
  { db, street }: Work,
  {
    id,
    person,
    account,
    at,
    ground = 'own_request',
  }: {
    readonly id: string;
    readonly person: string | null;
    readonly account: string | null;
    readonly at: Date;
    readonly ground?: ErasureGround;
  },
): Promise<void> {
  await sql`insert into retention.erasure (street, id, person, account, ground, reason, asked_by, asked_at, due_at, state, done_at)
    values (${street}, ${id}, ${person}, ${account}, ${ground}, '删除台账', ${account ?? person}, ${at}, ${at}, 'done', ${at})
    on conflict (street, id) do update set state = 'done', done_at = excluded.done_at`.execute(db);
}
