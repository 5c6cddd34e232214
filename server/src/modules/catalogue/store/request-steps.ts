import { sql } from 'kysely';
import type { RequestAct, RequestState } from '@fengqiao/contract/catalogue/words.ts';
import type { Work } from '#platform/work.ts';

export type Step = {
  readonly at: Date;
  readonly act: RequestAct;
  readonly by: string | null;
  readonly unit: string | null;
  readonly text: string | null;
};

export async function addStep(
  work: Work,
  request: string,
  {
    act,
    text,
    before,
    after,
  }: { act: RequestAct; text: string | null; before: RequestState | null; after: RequestState },
): Promise<void> {
  const { account, unit } = work.actor;
  await work.db
    .insertInto('catalogue.request_act')
    .values({
      street: work.street,
      id: work.newId(),
      request,
      at: work.now,
      act,
      account,
      unit,
      text,
      before,
      after,
    })
    .execute();
}

/** The steps of a request in their order; served by request_act_idx. */
export async function stepsOf({ db, street }: Work, request: string): Promise<Step[]> {
  return db
    .selectFrom('catalogue.request_act as a')
    .leftJoin('identity.v_staff as s', (join) =>
      join.onRef('s.street', '=', 'a.street').onRef('s.id', '=', 'a.account'),
    )
    .where('a.street', '=', street)
    .where('a.request', '=', request)
    .orderBy('a.id')
    .select(['a.at', 'a.act', 's.name as by', 'a.unit', 'a.text'])
    .$narrowType<{ act: RequestAct }>()
    .execute();
}

/** Who reads shared rows: a person of the asking unit, or another system by its key. */
export type User = { readonly unit: string; readonly account: string | null; readonly apiKey: string | null };

export async function addUse(
  work: Work,
  request: string,
  { rows, why, by }: { rows: number; why: string; by: User },
): Promise<void> {
  const { account, apiKey, unit } = by;
  await work.db
    .insertInto('catalogue.use')
    .values({
      street: work.street,
      id: work.newId(),
      request,
      at: work.now,
      account,
      unit,
      rows,
      why,
      api_key: apiKey,
    })
    .execute();
}

/** How often and how much a share was used; served by use_request_idx. */
export async function usesOf(
  { db, street }: Work,
  request: string,
): Promise<{ times: number; rows: number; last: Date | null }> {
  return db
    .selectFrom('catalogue.use')
    .where('street', '=', street)
    .where('request', '=', request)
    .select(({ fn }) => [
      fn.countAll<number>().as('times'),
      sql<number>`coalesce(sum(rows), 0)::int`.as('rows'),
      fn.max('at').as('last'),
    ])
    .executeTakeFirstOrThrow();
}
