import { read, type Calendar, type Reading } from '#platform/calendar/calendar.ts';
import { countedMs, countStart, instantAfter, settle } from '#platform/calendar/count.ts';
import { paceOf, type Pace } from '#platform/calendar/pace.ts';
import { totalUnits, type Clock } from './clock.ts';

/** A pause in epoch ms; `to` is Infinity while it lasts. */
export type Pause = { readonly from: number; readonly to: number };

/** One computation of a clock: how it counts, when it does not, and from when. */
export type Count = {
  readonly reading: Reading;
  readonly pace: Pace;
  readonly pauses: readonly Pause[];
  readonly begins: number;
  readonly total: number;
};

/** Opens a computation on a clock, all in ms. */
export function countOf(clock: Clock, calendar: Calendar): Count {
  const reading = read(calendar);
  const pace = paceOf(clock.unit, clock.window ?? undefined);
  const begins = countStart(reading, pace, clock.startedAt.getTime());
  return {
    reading,
    pace,
    pauses: pausesOf(clock),
    begins,
    total: Math.round(totalUnits(clock) * pace.perUnit),
  };
}

/** Sets the due date a clock has by its segments. A pause still open counts from when it is over. */
export function withDue(clock: Clock, calendar: Calendar): Clock {
  const { due, count } = dueOf(clock, calendar);
  return { ...clock, dueAt: new Date(due), provisional: count.reading.provisional };
}

/** The instant the count is full and the instant it falls due, epoch ms; they differ for terms in days. */
export function dueOf(clock: Clock, calendar: Calendar): { full: number; due: number; count: Count } {
  const open = countOf(clock, calendar);
  const count = { ...open, pauses: open.pauses.filter((pause) => pause.to !== Infinity) };
  const full = reach(count, count.begins, count.total);
  return { full, due: settleAround(count, full), count };
}

/** When the clock, counting from an instant, has counted so many ms; Infinity if a pause without end comes first. */
export function reach(count: Count, from: number, ms: number): number {
  let at = from;
  let left = ms;
  for (const pause of count.pauses) {
    if (pause.to <= at) continue;
    if (pause.from >= at) {
      const ran = countedMs(count.reading, count.pace, at, pause.from);
      if (ran >= left) break;
      left -= ran;
    }
    at = pause.to;
  }
  return at === Infinity ? at : instantAfter(count.reading, count.pace, at, left);
}

/** What the clock counts between two instants, ms; pauses left out. */
export function counted(count: Count, from: number, until: number): number {
  let sum = 0;
  let at = from;
  for (const pause of [...count.pauses, { from: Infinity, to: Infinity }]) {
    const end = Math.min(pause.from, until);
    if (end > at) sum += countedMs(count.reading, count.pace, at, end);
    at = Math.max(at, pause.to);
  }
  return sum;
}

/** The last moment of a full count. A pause that covers it gives the whole last day again after it. */
function settleAround(count: Count, full: number): number {
  let due = settle(count.reading, count.pace, full);
  for (const pause of count.pauses) {
    if (pause.from >= full && pause.from < due && pause.to >= due)
      due = settle(count.reading, count.pace, pause.to);
  }
  return due;
}

/** The pauses in order, those that touch made one: two approvals in a row stop the clock once. */
function pausesOf(clock: Clock): Pause[] {
  const pauses: Pause[] = [];
  for (const segment of clock.segments) {
    if (segment.kind !== 'paused') continue;
    const from = Date.parse(segment.from);
    const to = segment.to === null ? Infinity : Date.parse(segment.to);
    const last = pauses.at(-1);
    if (last?.to === from) pauses[pauses.length - 1] = { from: last.from, to };
    else if (from < to) pauses.push({ from, to });
  }
  return pauses;
}
