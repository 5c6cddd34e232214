import { dayOf } from '@fengqiao/ui/time.ts';

const DAY = 86_400_000;
/** The slider of time reaches back a year. */
export const BACK = 365;

/** The day so many days ago, as it stands in an address. */
export const dayAt = (back: number, now: Date): string => dayOf(new Date(now.getTime() - back * DAY));

/** Reported from the start of one day to the end of another. */
export const spanOf = (from: number, to: number, now: Date) => ({
  since: `${dayAt(from, now)}T00:00:00+08:00`,
  until: `${dayAt(to - 1, now)}T00:00:00+08:00`,
});

/** How many days ago a day or an instant of an address was, at least none and at most a year. */
export function agoOf(at: string | undefined, now: Date, otherwise: number): number {
  const then = at === undefined ? NaN : Date.parse(at.length === 10 ? `${at}T00:00:00+08:00` : at);
  if (Number.isNaN(then)) return otherwise;
  const today = Date.parse(`${dayOf(now)}T00:00:00+08:00`);
  return Math.max(0, Math.min(BACK, Math.round((today - then) / DAY)));
}
