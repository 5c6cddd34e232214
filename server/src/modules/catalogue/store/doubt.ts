import type { DoubtState } from '@fengqiao/contract/catalogue/corrections.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';

const read = ({ db, street }: Work) =>
  db
    .selectFrom('catalogue.doubt as d')
    .innerJoin('catalogue.resource as r', (join) =>
      join.onRef('r.street', '=', 'd.street').onRef('r.id', '=', 'd.resource'),
    )
    .where('d.street', '=', street)
    .select([
      'd.id',
      'd.resource',
      'd.by_unit as by',
      'r.provider',
      'd.field',
      'd.text',
      'd.state',
      'd.opened_at as openedAt',
      'd.due_at as dueAt',
      'd.answer',
    ])
    .$narrowType<{ state: DoubtState }>();

export type Doubt = Awaited<ReturnType<ReturnType<typeof read>['executeTakeFirstOrThrow']>>;

export async function lockDoubt(work: Work, id: string): Promise<Doubt> {
  return (
    (await read(work).where('d.id', '=', id).forUpdate('d').executeTakeFirst()) ??
    refuse('platform.not_found')
  );
}

type Sought = { readonly state?: DoubtState | undefined; readonly resource?: string | undefined };

/** One more than a page, newest first; served by doubt_resource_idx or the primary key. */
export const pageOfDoubts = (
  work: Work,
  { state, resource }: Sought,
  { limit, after }: { limit: number; after: string | null },
) =>
  read(work)
    .$if(state !== undefined, (query) => query.where('d.state', '=', state ?? 'open'))
    .$if(resource !== undefined, (query) => query.where('d.resource', '=', resource ?? ''))
    .$if(after !== null, (query) => query.where('d.id', '<', after ?? ''))
    .orderBy('d.id', 'desc')
    .limit(limit + 1)
    .execute();

export async function insertDoubt(
  { db, street, now }: Work,
  given: {
    id: string;
    resource: string;
    unit: string;
    account: string;
    field: string | null;
    text: string;
    dueAt: Date;
  },
): Promise<void> {
  const { id, resource, unit, account, field, text, dueAt } = given;
  await db
    .insertInto('catalogue.doubt')
    .values({
      street,
      id,
      resource,
      by_unit: unit,
      by_account: account,
      field,
      text,
      state: 'open',
      opened_at: now,
      due_at: dueAt,
    })
    .execute();
}

export async function saveAnswer(work: Work, id: string, state: DoubtState, answer: string): Promise<void> {
  await work.db
    .updateTable('catalogue.doubt')
    .set({ state, answer, answered_by: work.actor.account, answered_at: work.now })
    .where('street', '=', work.street)
    .where('id', '=', id)
    .execute();
}
