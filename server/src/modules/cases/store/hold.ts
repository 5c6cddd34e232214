import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { accountOf } from '../domain/acting.ts';
import type { Case } from '../domain/case.ts';
import { capAt, reviewAt, type Plan } from '../domain/hold.ts';
import type { Hold, Milestone } from './beside.ts';

export type NewHold = {
  readonly reasonCode: string;
  readonly reason: string;
  readonly plan: string;
  readonly toldHow: string;
  readonly toldAt: Date;
  readonly milestones: Plan;
};

/** Begins a hold; the cap counts from the first hold of the round, so that holding again buys no time. */
export async function addHold(work: Work, theCase: Case, given: NewHold): Promise<string> {
  const { street, now } = work;
  const id = work.newId();
  await work.db
    .insertInto('cases.hold')
    .values({
      street,
      id,
      case_id: theCase.id,
      reason_code: given.reasonCode,
      reason: given.reason,
      plan: given.plan,
      told_how: given.toldHow,
      told_at: given.toldAt,
      approved_by: accountOf(work.actor),
      since: now,
      next_review_at: reviewAt(now),
      cap_at: (await capOf(work, theCase)) ?? capAt(now),
    })
    .execute();
  await addMilestones(work, { id, case_id: theCase.id }, given.milestones);
  return id;
}

/** The cap that the first hold of the round set, or undefined; a round begins with its overall clock. */
export async function capOf({ db, street }: Work, theCase: Case): Promise<Date | undefined> {
  const first = await db
    .selectFrom('cases.hold as h')
    .select('h.cap_at')
    .where('h.street', '=', street)
    .where('h.case_id', '=', theCase.id)
    .where('h.since', '>=', (eb) =>
      eb
        .selectFrom('cases.clock as k')
        .select((of) => of.fn.min('k.started_at').as('began'))
        .where('k.street', '=', street)
        .where('k.case_id', '=', theCase.id)
        .where('k.kind', '=', 'overall')
        .where('k.round', '=', theCase.round),
    )
    .orderBy('h.since')
    .limit(1)
    .executeTakeFirst();
  return first?.cap_at;
}

export async function addMilestones(
  work: Work,
  hold: Pick<Hold, 'id' | 'case_id'>,
  plan: Plan,
): Promise<void> {
  await work.db
    .insertInto('cases.milestone')
    .values(
      plan.map((one) => ({
        street: work.street,
        id: work.newId(),
        hold: hold.id,
        case_id: hold.case_id,
        title: one.title,
        due_on: one.dueOn,
      })),
    )
    .execute();
}

/** A hold, locked. */
export async function lockHold({ db, street }: Work, id: string): Promise<Hold> {
  const row = await db
    .selectFrom('cases.hold')
    .selectAll()
    .where('street', '=', street)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? refuse('platform.not_found');
}

export const milestonesOf = ({ db, street }: Work, hold: string): Promise<Milestone[]> =>
  db
    .selectFrom('cases.milestone')
    .selectAll()
    .where('street', '=', street)
    .where('hold', '=', hold)
    .orderBy('due_on')
    .execute();

export async function lockMilestone({ db, street }: Work, id: string): Promise<Milestone> {
  const row = await db
    .selectFrom('cases.milestone')
    .selectAll()
    .where('street', '=', street)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? refuse('platform.not_found');
}

export async function passMilestoneRow(
  { db, street, now, actor }: Work,
  id: string,
  note: string,
): Promise<void> {
  await db
    .updateTable('cases.milestone')
    .set({ done_at: now, done_by: actor.account, note })
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}

export async function reviewedHold({ db, street, now }: Work, id: string): Promise<void> {
  await db
    .updateTable('cases.hold')
    .set({ next_review_at: reviewAt(now) })
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}

export async function endHold({ db, street, now }: Work, caseId: string, why: string): Promise<void> {
  await db
    .updateTable('cases.hold')
    .set({ ended_at: now, ended_why: why })
    .where('street', '=', street)
    .where('case_id', '=', caseId)
    .where('ended_at', 'is', null)
    .execute();
}

/** Holds past their cap that nobody has taken up yet, in the order of their cases, in which these are locked; served by hold_review_idx. */
export function cappedHolds(
  { db, street, now }: Work,
  limit: number,
): Promise<Pick<Hold, 'id' | 'case_id'>[]> {
  return db
    .selectFrom('cases.hold')
    .select(['id', 'case_id'])
    .where('street', '=', street)
    .where('ended_at', 'is', null)
    .where('escalated_at', 'is', null)
    .where('cap_at', '<=', now)
    .orderBy('case_id')
    .limit(limit)
    .execute();
}

export async function markEscalated({ db, street, now }: Work, id: string): Promise<void> {
  await db
    .updateTable('cases.hold')
    .set({ escalated_at: now })
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}

/** Current holds of the cases the actor may see, next review first. */
export function holdsFor({ db, street }: Work, { after, limit }: { after: string | null; limit: number }) {
  return db
    .selectFrom('cases.hold as h')
    .innerJoin('cases.case as c', (join) =>
      join.onRef('c.street', '=', 'h.street').onRef('c.id', '=', 'h.case_id'),
    )
    .selectAll('h')
    .select(['c.no', 'c.title', 'c.lead'])
    .where('h.street', '=', street)
    .where('h.ended_at', 'is', null)
    .$if(after !== null, (query) => query.where('h.id', '>', after ?? ''))
    .orderBy('h.id')
    .limit(limit)
    .execute();
}
