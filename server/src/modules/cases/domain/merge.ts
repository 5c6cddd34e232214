import type { State } from '@fengqiao/contract/cases/words.ts';
import type { Calendar } from '#platform/calendar/calendar.ts';
import { refuse } from '#platform/refusal.ts';
import { after, isOpen, mayHappen, touched, type Case } from './case.ts';
import { pauseClock } from './clock/change.ts';
import { pausedSince, type Clock } from './clock/clock.ts';
import { replay } from './clock/replay.ts';

/** What a merge knows of the clocks: the main case's own overall clock as if nothing had been merged, and the other's. */
export type Term = { readonly clock: Clock; readonly since: Date };

/**
 * Refuses a merge that would lose something: into itself or an ended case, from one that has ended or stands too far
 * along, of a registered case into one that is not, of a sensitive case with one that is not.
 */
export function mustMerge(main: Case, from: Case): void {
  if (main.id === from.id) refuse('cases.merge_self');
  if (main.state === 'merged' || from.state === 'merged')
    refuse('cases.already_merged', { into: main.mergedInto ?? from.mergedInto });
  if (!isOpen(main.state) || !isOpen(from.state))
    refuse('cases.merge_self', { main: main.state, from: from.state });
  if (!mayHappen(from.state, 'merge')) refuse('cases.not_in_this_state', { state: from.state });
  if (from.registeredAt !== null && main.registeredAt === null) refuse('cases.merge_wrong_way');
  if (main.sensitive !== from.sensitive) refuse('cases.merge_sensitive');
}

/** The main case with what another brought, and the units that come to see it by that. */
export function withMerged(
  main: Case,
  from: Case,
  now: Date,
): { main: Case; from: Case; seenAdded: string[] } {
  const seenAdded = from.seenBy.filter((unit) => !main.seenBy.includes(unit));
  return {
    main: touched(main, now, {
      reports: main.reports + from.reports,
      seenBy: [...main.seenBy, ...seenAdded],
    }),
    from: after(from, 'merge', now, { mergedInto: main.id, reports: 0 }),
    seenAdded,
  };
}

/** A merged case as it was before; the one way out of `merged`. */
export function restored(
  from: Case,
  now: Date,
  { state, reports, dueAt }: { state: State; reports: number; dueAt: Date | null },
): Case {
  if (from.state !== 'merged') refuse('cases.merge_undone', { state: from.state });
  return touched(from, now, { state, reports, dueAt, mergedInto: null });
}

/** The main case without what a merge had brought; units that take part by now keep their sight. */
export function withoutMerged(
  main: Case,
  now: Date,
  {
    reports,
    seenAdded,
    takingPart,
  }: { reports: number; seenAdded: readonly string[]; takingPart: readonly string[] },
): Case {
  const gone = seenAdded.filter(
    (unit) => !takingPart.includes(unit) && unit !== main.lead && unit !== main.holder,
  );
  return touched(main, now, {
    reports: main.reports - reports,
    seenBy: main.seenBy.filter((unit) => !gone.includes(unit)),
  });
}

/**
 * The overall clock of a main case: the earliest among its own and those of the cases merged into it, each with the pauses
 * and extensions that the main case has had since. So a merge never gives anybody more time.
 */
export function earliest(own: Clock, merged: readonly Term[], calendar: Calendar, current: Clock): Clock {
  return merged.reduce((first, { clock, since }) => {
    const term = heldAs(replay(clock, calendar, { of: current, since }), current, since);
    return term.dueAt < first.dueAt ? term : first;
  }, own);
}

/** While the main case is on hold, a clock it takes over stands still too. */
function heldAs(clock: Clock, current: Clock, since: Date): Clock {
  const open = current.segments.findLast((segment) => segment.kind === 'paused' && segment.to === null);
  if (open === undefined || open.kind !== 'paused' || pausedSince(clock) !== null) return clock;
  const from = new Date(Math.max(Date.parse(open.from), since.getTime()));
  return pauseClock(clock, { at: from, reason: open.reason, approver: open.approver });
}
