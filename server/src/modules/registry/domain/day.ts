import type { Calendar } from '#platform/calendar/calendar.ts';
import { DAY } from '#platform/calendar/zone.ts';

/** The local day of a moment, as 'YYYY-MM-DD'. */
export const dayOf = ({ calendar }: { readonly calendar: Calendar }, at: Date): string =>
  new Date(calendar.zone.dayOf(at.getTime()) * DAY).toISOString().slice(0, 10);

/** The local day of the act. */
export const todayOf = (work: { readonly calendar: Calendar; readonly now: Date }): string =>
  dayOf(work, work.now);
