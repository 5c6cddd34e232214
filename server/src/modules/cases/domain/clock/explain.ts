import { countWorkdays, type Calendar } from '#platform/calendar/calendar.ts';
import { countedMs } from '#platform/calendar/count.ts';
import { pausedSince, type Clock, type Paused, type Running } from './clock.ts';
import { dueOf, type Count } from './due.ts';
import { lineWords, type LineKind } from './words.ts';

/**
 * One line of the sum shown beside a deadline. `counted` is in the clock's unit, in hundredths; `from` and `to`
 * are null where the time depends on when a pause ends.
 */
export type Line = {
  readonly kind: LineKind;
  readonly from: Date | null;
  readonly to: Date | null;
  readonly counted: number;
  readonly zh: string;
  readonly en: string;
  readonly reason: string | null;
  readonly approver: string | null;
};

type Part = Pick<Line, 'kind' | 'from' | 'to'> & {
  readonly ms: number;
  readonly daysOff?: number;
  readonly units?: number;
  readonly by?: { readonly reason: string; readonly approver: string };
};

/**
 * How a clock comes to its deadline, from its start to its due date in order of time. The `counted` of all lines
 * add up to the term with its extensions, exactly to the hundredth shown.
 */
export function explain(clock: Clock, calendar: Calendar): Line[] {
  const { full, due, count } = dueOf(clock, calendar);
  const stopped = clock.stoppedAt?.getTime() ?? Infinity;
  const pause = pausedSince(clock)?.getTime() ?? Infinity;
  const waiting = pause < due;
  const parts = spansOf(clock, Math.min(due, stopped), waiting).flatMap((span) => partsOf(span, count, full));
  const left = count.total - parts.reduce((sum, part) => sum + part.ms, 0);
  if (waiting) parts.push({ kind: 'remaining', from: null, to: null, ms: left });
  else if (stopped < due)
    parts.push({ kind: 'unused', from: new Date(stopped), to: new Date(due), ms: left });
  else if (stopped > due && stopped !== Infinity)
    parts.push({ kind: 'late', from: new Date(due), to: new Date(stopped), ms: 0 });
  const ordered = [...parts, ...extensionsOf(clock)].toSorted((a, b) => startOf(a) - startOf(b));
  return toLines(ordered, clock, count.pace.perUnit);
}

type Span = { readonly segment: Running | Paused; readonly from: number; readonly to: number };

/** Running and paused spans up to the end that matters; a pause still open has no end. */
function spansOf(clock: Clock, end: number, waiting: boolean): Span[] {
  return clock.segments
    .filter((segment) => segment.kind !== 'extended')
    .map((segment) => {
      const open = waiting && segment.kind === 'paused' && segment.to === null;
      const to = segment.to === null ? Infinity : Date.parse(segment.to);
      return { segment, from: Date.parse(segment.from), to: open ? to : Math.min(to, end) };
    })
    .filter((span) => span.from < span.to);
}

/** A running span falls into the uncounted first day, what counts, and what is left of the last day. */
function partsOf({ segment, from, to }: Span, count: Count, full: number): Part[] {
  if (segment.kind === 'paused') {
    return [
      { kind: 'paused', from: new Date(from), to: to === Infinity ? null : new Date(to), ms: 0, by: segment },
    ];
  }
  const counts = Math.min(Math.max(from, count.begins), to);
  const ends = Math.max(counts, Math.min(to, full));
  const { reading, pace } = count;
  const off = pace.workdaysOnly ? daysOff(count, counts, ends) : 0;
  const parts: Part[] = [
    { kind: 'first_day', from: new Date(from), to: new Date(counts), ms: 0 },
    {
      kind: 'running',
      from: new Date(counts),
      to: new Date(ends),
      ms: countedMs(reading, pace, counts, ends),
      daysOff: off,
    },
    { kind: 'last_day', from: new Date(ends), to: new Date(to), ms: 0 },
  ];
  return parts.filter((part) => part.from?.getTime() !== part.to?.getTime());
}

function daysOff({ reading }: Count, from: number, to: number): number {
  const { zone } = reading.calendar;
  const first = zone.dayOf(from);
  // The very end of a day still belongs to it.
  const end = zone.dayOf(to - 1) + 1;
  return Math.max(0, end - first - countWorkdays(reading, first, end));
}

function extensionsOf(clock: Clock): Part[] {
  return clock.segments
    .filter((segment) => segment.kind === 'extended')
    .map((by) => ({
      kind: 'extended',
      from: new Date(by.at),
      to: new Date(by.at),
      ms: 0,
      units: by.value,
      by,
    }));
}

function startOf(part: Part): number {
  return part.from?.getTime() ?? Infinity;
}

/** Rounds the running sum, not the parts, so that what is shown adds up. */
function toLines(parts: readonly Part[], clock: Clock, perUnit: number): Line[] {
  let sum = 0;
  return parts.map(({ kind, from, to, ms, daysOff: off = 0, units, by }) => {
    const before = hundredths(sum, perUnit);
    sum += ms;
    const value = (hundredths(sum, perUnit) - before) / 100;
    const words = lineWords({ kind, unit: clock.unit, units: units ?? value, daysOff: off });
    return {
      kind,
      from,
      to,
      counted: value,
      ...words,
      reason: by?.reason ?? null,
      approver: by?.approver ?? null,
    };
  });
}

function hundredths(ms: number, perUnit: number): number {
  return Math.round((ms * 100) / perUnit);
}
