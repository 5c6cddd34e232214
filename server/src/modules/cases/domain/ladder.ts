import type { Grade } from '@fengqiao/contract/cases/words.ts';
import type { Calendar } from '#platform/calendar/calendar.ts';
import { refuse } from '#platform/refusal.ts';
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

/** At what percent of a term each of the four levels is told. */
export type LadderShares = Readonly<Record<LadderLevel, number>>;

/** A grade's own shares and from when they count. */
export type LadderSet = { readonly grade: Grade; readonly beginsAt: Date; readonly shares: LadderShares };

/** 75 % reminder, 100 % community, 150 % centre with a supervision order, 200 % district (loop, supervision). */
export const standardShares: LadderShares = { grid: 75, community: 100, centre: 150, district: 200 };

const levelsInOrder = ['grid', 'community', 'centre', 'district'] as const;

/** The four steps of these shares; the centre's is an order, which must be answered. */
export const stepsOf = (shares: LadderShares): Ladder =>
  levelsInOrder.map((level) => ({ share: shares[level] / 100, level, order: level === 'centre' }));

export const standardLadder: Ladder = stepsOf(standardShares);

/** The ladder of a clock: its grade's own that held when it started, else the standard. What is set later never touches it. */
export function ladderOf(sets: readonly LadderSet[], grade: Grade | null, startedAt: Date): Ladder {
  const own = sets.filter((one) => one.grade === (grade ?? 'B') && one.beginsAt <= startedAt);
  const last = own.toSorted((a, b) => a.beginsAt.getTime() - b.beginsAt.getTime()).at(-1);
  return last === undefined ? standardLadder : stepsOf(last.shares);
}

/** Each level comes after the one below it, and none is left out. */
export function mustRise(shares: LadderShares): void {
  const falls = levelsInOrder.some((level, i) => {
    const below = levelsInOrder[i - 1];
    return below !== undefined && shares[level] <= shares[below];
  });
  if (falls) refuse('cases.ladder_not_rising');
}

const DAY = 86_400_000;
const CHINA_AHEAD = 8 * 3_600_000;

/** A ladder set now counts from the next midnight in China. */
export const ladderBegins = (now: Date): Date =>
  new Date((Math.floor((now.getTime() + CHINA_AHEAD) / DAY) + 1) * DAY - CHINA_AHEAD);

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
