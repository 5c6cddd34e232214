import type { Random } from '../names/random.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const LOCAL = 8 * 3_600_000;

export const minutes = (n: number): number => n * MINUTE;
export const hours = (n: number): number => n * 60 * MINUTE;
export const days = (n: number): number => n * DAY;

const localMinutes = (at: number): number => Math.floor(((((at + LOCAL) % DAY) + DAY) % DAY) / MINUTE);

/** The same moment, or the next morning between half past eight and nine when it lies outside working hours; the street works every day. */
export function atWork(random: Random, at: Date): Date {
  const time = at.getTime();
  const minute = localMinutes(time);
  if (minute >= 510 && minute < 1050) return at;
  const midnight = time - (minute * MINUTE + (time % MINUTE));
  return new Date(midnight + (minute < 510 ? 0 : DAY) + 510 * MINUTE + random.int(0, 45) * MINUTE);
}

/** The same moment in working hours from Monday to Friday: leaders and desks that decide rest at weekends, and what they are asked then waits. */
export function atOffice(random: Random, at: Date): Date {
  const found = atWork(random, at);
  const weekday = new Date(found.getTime() + LOCAL).getUTCDay();
  if (weekday !== 0 && weekday !== 6) return found;
  return atOffice(random, new Date(found.getTime() - localMinutes(found.getTime()) * MINUTE + DAY));
}

/** When somebody reports something on a day: mostly mornings and evenings. `midnight` is the local start of the day. */
export function momentOfDay(random: Random, midnight: number): Date {
  const hour = random.weighted([
    [7, 2],
    [8, 5],
    [9, 7],
    [10, 7],
    [11, 5],
    [12, 3],
    [13, 3],
    [14, 5],
    [15, 5],
    [16, 5],
    [17, 5],
    [18, 5],
    [19, 5],
    [20, 4],
    [21, 3],
    [22, 2],
    [23, 1],
    [5, 0.5],
  ]);
  return new Date(midnight + hour * 60 * MINUTE + random.int(0, 59) * MINUTE + random.int(0, 59_000));
}
