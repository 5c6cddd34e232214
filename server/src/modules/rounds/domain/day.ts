import type { Calendar } from '#platform/calendar/calendar.ts';
import { DAY } from '#platform/calendar/zone.ts';

/** The local day of a moment, or one some days from it, as 'YYYY-MM-DD'. */
export const localDay = ({ calendar, now }: { calendar: Calendar; now: Date }, days = 0): string =>
  new Date((calendar.zone.dayOf(now.getTime()) + days) * DAY).toISOString().slice(0, 10);
