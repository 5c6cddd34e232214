import { daysOfAge } from '@fengqiao/contract/cases/map-words.ts';

const DAY = 86_400_000;

/** The instants before which a case was reported to be of the next age: 7, 30 and 90 days back. */
export const ageBorders = (now: Date): readonly Date[] =>
  Object.values(daysOfAge)
    .slice(1)
    .map((days) => new Date(now.getTime() - days * DAY));

/** The end of a day "2026-11-23" where every deadline is reckoned, in China. */
export const endOfDay = (day: string): Date => new Date(Date.parse(`${day}T00:00:00+08:00`) + DAY);
