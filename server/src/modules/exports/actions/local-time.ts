import { DAY } from '#platform/calendar/zone.ts';
import type { Work } from '#platform/work.ts';

/** A moment by the clock on the wall of the street: 2026-11-25 10:00. */
export function localTime({ calendar: { zone } }: Pick<Work, 'calendar'>, at: Date): string {
  const day = zone.dayOf(at.getTime());
  const wall = at.getTime() - zone.at(day, 0);
  return new Date(day * DAY + wall).toISOString().slice(0, 16).replace('T', ' ');
}
