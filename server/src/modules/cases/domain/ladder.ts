import type { Calendar } from '#platform/calendar/calendar.ts';
import { pausedSince, type Clock } from './clock/clock.ts';
import { countOf, dueOf, reach } from './clock/due.ts';

/** Who is told at a step of the supervision ladder, 四级监督. */
export type LadderLevel = 'grid' | 'community' | 'centre' | 'district';

/** A step: at this share of the clock's term tell this level, with a supervision order 督办 where `order` says so. */
export type LadderStep = { readonly share: number; readonly level: LadderLevel; readonly order: boolean };

/** Steps in order of their share. */
export type Ladder = readonly LadderStep[];

/** A step with the instant it is due, null while a pause stands before it. */
export type LadderTime = LadderStep & { readonly at: Date | null };

/** 75 % reminder, 100 % community, 150 % centre with a supervision order, 200 % district (loop, supervision). */
export const standardLadder: Ladder = [
  { share: 0.75, level: 'grid', order: false },
  { share: 1, level: 'community', order: false },
  { share: 1.5, level: 'centre', order: true },
  { share: 2, level: 'district', order: false },
];

/** The ladder of a grade: its own where one is configured, else the standard. Throws RangeError for shares not rising from above 0. */
export function ladderOf(configured: Readonly<Record<string, Ladder>>, grade: string): Ladder {
  const ladder = configured[grade] ?? standardLadder;
  ladder.forEach(({ share }, i) => {
    if (!(share > (ladder[i - 1]?.share ?? 0)))
      throw new RangeError(`the ladder of grade ${grade} does not rise`);
  });
  return ladder;
}

/**
 * When each step is due, measured in the clock's own unit: three quarters of a work-hour clock lie inside the
 * service window, pauses push the steps back. 100 % is the due date itself and later shares count on from it.
 * A clock with no time at all (答复即办) has no ladder.
 */
export function ladderTimes(clock: Clock, calendar: Calendar, ladder: Ladder): LadderTime[] {
  const { due, count: closed } = dueOf(clock, calendar);
  if (closed.total === 0) return [];
  const open = countOf(clock, calendar);
  const waiting = (pausedSince(clock)?.getTime() ?? Infinity) < due;
  const stepAt = (share: number) => {
    if (share < 1) return reach(open, open.begins, Math.round(share * open.total));
    if (waiting) return Infinity;
    return share === 1 ? due : reach(open, due, Math.round((share - 1) * open.total));
  };
  return ladder.map((step) => {
    const at = stepAt(step.share);
    return { ...step, at: at === Infinity ? null : new Date(at) };
  });
}

/** The steps now due, after the first `taken` of the ladder; none once the clock has stopped. At the very deadline it is still in time. */
export function dueSteps(clock: Clock, times: readonly LadderTime[], now: Date, taken: number): LadderTime[] {
  if (clock.stoppedAt !== null) return [];
  return times
    .slice(taken)
    .filter(({ at, share }) => at !== null && (at < now || (share < 1 && at.getTime() === now.getTime())));
}

/** When to look at the clock again after `taken` steps, null if nothing more comes unless the clock is changed. */
export function nextStepAt(clock: Clock, times: readonly LadderTime[], taken: number): Date | null {
  return clock.stoppedAt === null ? (times[taken]?.at ?? null) : null;
}
