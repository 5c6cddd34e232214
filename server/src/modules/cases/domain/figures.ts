import { LEAST, type Verdict } from '@fengqiao/contract/cases/figures.ts';

export type Interval = { readonly low: number; readonly high: number };
/** So many of so many cases. */
export type Share = { readonly over: number; readonly of: number };
export type Period = { readonly since: Date; readonly until: Date };

const DAY = 86_400_000;
/** The street's midnights are those of Beijing. */
const EAST = 8 * 3_600_000;
const Z = 1.959_964;

/** The last so many whole days, today among them, by the calendar of the street. */
export function lastDays(now: Date, days: number): Period {
  const until = (Math.floor((now.getTime() + EAST) / DAY) + 1) * DAY - EAST;
  return { since: new Date(until - days * DAY), until: new Date(until) };
}

/** The midnight with which the last whole week ended, Monday to Sunday by the calendar of the street. */
export function lastMonday(now: Date): Date {
  const day = Math.floor((now.getTime() + EAST) / DAY);
  return new Date((day - ((day + 3) % 7)) * DAY - EAST);
}

/** The period of the same length before. */
export const periodBefore = ({ since, until }: Period): Period => ({
  since: new Date(2 * since.getTime() - until.getTime()),
  until: since,
});

/** Wilson's 95 % score interval of a share, 0..1; null where nothing was counted. */
export function wilson({ over, of }: Share): Interval | null {
  if (of === 0) return null;
  const p = over / of;
  const middle = (p + (Z * Z) / (2 * of)) / (1 + (Z * Z) / of);
  const half = (Z / (1 + (Z * Z) / of)) * Math.sqrt((p * (1 - p)) / of + (Z * Z) / (4 * of * of));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** Newcombe's 95 % interval of the difference of two shares, `a` less `b`, −1..1; null where either counted nothing. */
export function newcombe(a: Share, b: Share): Interval | null {
  const [ofA, ofB] = [wilson(a), wilson(b)];
  if (ofA === null || ofB === null) return null;
  const [p, q] = [a.over / a.of, b.over / b.of];
  return {
    low: Math.max(-1, p - q - Math.hypot(p - ofA.low, ofB.high - q)),
    high: Math.min(1, p - q + Math.hypot(ofA.high - p, q - ofB.low)),
  };
}

type Judged = { readonly interval: Interval | null; readonly least: number };
type Aim = { readonly band: readonly [number, number]; readonly better: 'up' | 'down' };

/** A share misses its band only where its whole interval does; under ten cases nothing is said. */
export function judge({ interval, least }: Judged, { band: [low, high], better }: Aim): Verdict {
  if (interval === null || least < LEAST) return 'few';
  const [under, beyond] = [interval.high < low, interval.low > high];
  if (better === 'up') return under ? 'short' : beyond ? 'check' : 'within';
  return beyond ? 'short' : under ? 'check' : 'within';
}

/** A difference is one only where its interval lies wholly outside the band, to either side. */
export function judgeGap({ interval, least }: Judged, most: number): Verdict {
  if (interval === null || least < LEAST) return 'few';
  return interval.low > most || interval.high < -most ? 'short' : 'within';
}

/** A stock is to grow no further. */
export const judgeStock = (now: number, before: number): Verdict => (now > before ? 'short' : 'within');
