import { sql } from 'kysely';
import type { dutyChanges, DutyState } from '@fengqiao/contract/catalogue/duties.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';

const read = ({ db, street }: Work) =>
  db
    .selectFrom('catalogue.update_duty as u')
    .innerJoin('catalogue.resource as r', (join) =>
      join.onRef('r.street', '=', 'u.street').onRef('r.id', '=', 'u.resource'),
    )
    .where('u.street', '=', street)
    .select([
      'u.id',
      'u.resource',
      'r.provider',
      'u.change',
      'u.basis',
      sql<string>`u.occurred_on::text`.as('occurredOn'),
      'u.due_at as dueAt',
      'u.extended',
      'u.state',
      'u.ending',
      'u.opened_by as openedBy',
      'u.opened_at as openedAt',
    ])
    .$narrowType<{ change: keyof typeof dutyChanges; state: DutyState }>();

export type Duty = Awaited<ReturnType<ReturnType<typeof read>['executeTakeFirstOrThrow']>>;

export async function lockDuty(work: Work, id: string): Promise<Duty> {
  return (
    (await read(work).where('u.id', '=', id).forUpdate('u').executeTakeFirst()) ??
    refuse('platform.not_found')
  );
}

type Sought = { readonly state?: DutyState | undefined; readonly resource?: string | undefined };

/** One more than a page, newest first; served by update_duty_resource_idx or the primary key. */
export const pageOfDuties = (
  work: Work,
  { state, resource }: Sought,
  { limit, after }: { limit: number; after: string | null },
): Promise<Duty[]> =>
  read(work)
    .$if(state !== undefined, (query) => query.where('u.state', '=', state ?? 'open'))
    .$if(resource !== undefined, (query) => query.where('u.resource', '=', resource ?? ''))
    .$if(after !== null, (query) => query.where('u.id', '<', after ?? ''))
    .orderBy('u.id', 'desc')
    .limit(limit + 1)
    .execute();

export async function insertDuty(
  { db, street, now }: Work,
  given: Pick<Duty, 'id' | 'resource' | 'change' | 'basis' | 'occurredOn' | 'dueAt' | 'openedBy'>,
): Promise<void> {
  const { occurredOn, dueAt, openedBy, ...rest } = given;
  await db
    .insertInto('catalogue.update_duty')
    .values({
      ...rest,
      street,
      occurred_on: sql<Date>`${occurredOn}::date`,
      due_at: dueAt,
      state: 'open',
      opened_by: openedBy,
      opened_at: now,
    })
    .execute();
}

export async function saveExtended({ db, street }: Work, id: string, dueAt: Date): Promise<void> {
  await db
    .updateTable('catalogue.update_duty')
    .set({ due_at: dueAt, extended: true })
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}

export async function saveClosed({ db, street, now }: Work, id: string, ending: string): Promise<void> {
  await db
    .updateTable('catalogue.update_duty')
    .set({ state: 'closed', ending, ended_at: now })
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}

/** The update of an entry was handed in with a proposal, or the entry is gone; served by update_duty_resource_idx. */
export async function saveMet(
  { db, street, now }: Work,
  resource: string,
  proposal: string | null,
): Promise<void> {
  await db
    .updateTable('catalogue.update_duty')
    .set({ state: 'met', ended_at: now, proposal })
    .where('street', '=', street)
    .where('resource', '=', resource)
    .where('state', '=', 'open')
    .execute();
}

/** What a proposal handed in was sent back, so that the duty stands as it did; served by update_duty_proposal_idx. */
export async function saveOpenAgain({ db, street }: Work, proposal: string): Promise<void> {
  await db
    .updateTable('catalogue.update_duty')
    .set({ state: 'open', ended_at: null, proposal: null })
    .where('street', '=', street)
    .where('proposal', '=', proposal)
    .where('state', '=', 'met')
    .execute();
}
