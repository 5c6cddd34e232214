import { deadline } from '#platform/calendar/deadline.ts';
import type { TimeUnit } from '#platform/calendar/pace.ts';
import type { Work } from '#platform/work.ts';

/** When a term that starts now is due, by the street's calendar. */
export const dueAfter = (work: Work, unit: TimeUnit, value: number): Date => deadline(work.calendar, { unit, value, start: work.now }).dueAt;
