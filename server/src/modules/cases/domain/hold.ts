import { refuse } from '#platform/refusal.ts';
import type { Case } from './case.ts';
import type { ListRow } from './list.ts';

const DAY = 86_400_000;
/** A milestone is at most this far from the one before it, or from the start (loop, guard 8). */
export const MILESTONE_DAYS = 60;
export const REVIEW_DAYS = 30;
export const CAP_DAYS = 180;
/** Longer holds are approved by a leader. */
export const LEADER_DAYS = 90;

export type Plan = readonly { readonly title: string; readonly dueOn: string }[];

/** Held only where the list allows it, and for S and A only after the first stage: what is dangerous is made safe first (guard 9). */
export function mustBeElastic(
  theCase: Case,
  row: Pick<ListRow, 'elastic'> | undefined,
  madeSafe: boolean,
): void {
  if (theCase.state !== 'handling')
    refuse('cases.not_in_this_state', { state: theCase.state, needs: ['handling'] });
  const urgent = theCase.grade === 'S' || theCase.grade === 'A';
  if (theCase.grade === 'Q' || row === undefined || row.elastic === 'N')
    refuse(urgent ? 'cases.first_stage_not_elastic' : 'cases.not_elastic', { elastic: row?.elastic ?? null });
  if ((urgent || row.elastic === 'P2') && !madeSafe) refuse('cases.first_stage_not_elastic');
}

/** Milestones rise, lie ahead, are never more than 60 days apart, and end before the cap, which an earlier hold of the round may have set. */
export function mustBePlan(plan: Plan, now: Date, cap = capAt(now)): void {
  let before = startOfDay(now);
  for (const { dueOn } of plan) {
    const due = Date.parse(`${dueOn}T00:00:00+08:00`);
    if (!(due > before) || due - before > MILESTONE_DAYS * DAY) refuse('cases.hold_needs_plan', { dueOn });
    before = due;
  }
  if (before > cap.getTime()) refuse('cases.hold_needs_plan', { cap });
}

const startOfDay = (now: Date): number =>
  Math.floor((now.getTime() + 8 * 3_600_000) / DAY) * DAY - 8 * 3_600_000;

/** True while some milestone is neither reached nor past: a hold goes on towards something. */
export const hasAhead = (
  milestones: readonly { readonly doneAt: string | null; readonly dueOn: string }[],
  now: Date,
): boolean =>
  milestones.some(
    ({ doneAt, dueOn }) => doneAt === null && Date.parse(`${dueOn}T00:00:00+08:00`) >= startOfDay(now),
  );

/** After 180 days a hold is the district's: only it lets a case stay there (loop, guard 8). */
export function mustBeForDistrict(role: string | null, cap: Date, now: Date): void {
  if (now >= cap && role !== 'district') refuse('cases.only_district_releases', { cap });
}

/** How long a plan runs, in days; above 90 a leader approves. */
export const planDays = (plan: Plan, now: Date): number =>
  Math.max(0, ...plan.map(({ dueOn }) => (Date.parse(`${dueOn}T00:00:00+08:00`) - now.getTime()) / DAY));

export const reviewAt = (from: Date): Date => new Date(from.getTime() + REVIEW_DAYS * DAY);
export const capAt = (since: Date): Date => new Date(since.getTime() + CAP_DAYS * DAY);
