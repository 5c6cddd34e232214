import type { Calendar } from '#platform/calendar/calendar.ts';
import { DAY } from '#platform/calendar/zone.ts';

type In = { readonly calendar: Calendar };

/** The local day of a moment as 'YYYY-MM-DD'. */
export const localDay = ({ calendar, now }: In & { now: Date }): string =>
  new Date(calendar.zone.dayOf(now.getTime()) * DAY).toISOString().slice(0, 10);

const at = ({ calendar: { zone } }: In, day: string, hours: number): Date =>
  new Date(zone.at(Date.parse(day) / DAY, hours * HOUR));
const HOUR = DAY / 24;

/** When a local day given as 'YYYY-MM-DD' is over, and its noon. */
export const endOf = (work: In, day: string): Date => at(work, day, 24);
export const noonOf = (work: In, day: string): Date => at(work, day, 12);
