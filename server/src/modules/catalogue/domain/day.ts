import type { Calendar } from '#platform/calendar/calendar.ts';
import { DAY } from '#platform/calendar/zone.ts';

/** The local day of a moment as 'YYYY-MM-DD'. */
export const localDay = ({ calendar, now }: { calendar: Calendar; now: Date }): string =>
  new Date(calendar.zone.dayOf(now.getTime()) * DAY).toISOString().slice(0, 10);
