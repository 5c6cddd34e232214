import { DAY } from './zone.ts';

/**
 * The units a term is given in. urgent_hour 紧急工作时: wall clock, day and night. work_hour 工作时: inside the
 * service window. work_day 工作日 and calendar_day 自然日: whole days after the day it starts (民法典 201–203).
 */
export type TimeUnit = 'urgent_hour' | 'work_hour' | 'work_day' | 'calendar_day';

/** When a unit serves, local wall-clock 'HH:MM' ('24:00' is the end of the day). Work days are workdays in any case. */
export type ServiceWindow = { readonly from: string; readonly to: string; readonly workdaysOnly: boolean };

/** City operations: every day of the week. The default of work_hour. */
export const urbanWindow: ServiceWindow = { from: '08:30', to: '17:30', workdaysOnly: false };

/** Office matters; its end is the close of business of a work day. The default of work_day. */
export const officeWindow: ServiceWindow = { from: '09:00', to: '17:00', workdaysOnly: true };

/** How a unit counts, in ms: the counted part of a day, which days count, and how much makes one unit. */
export type Pace = {
  readonly unit: TimeUnit;
  readonly opens: number;
  readonly closes: number;
  readonly workdaysOnly: boolean;
  readonly wholeDays: boolean;
  readonly perUnit: number;
};

const HOUR = 3_600_000;

/** The pace of a unit in a service window; throws RangeError for a window that never opens. */
export function paceOf(unit: TimeUnit, window?: ServiceWindow): Pace {
  if (unit === 'urgent_hour') {
    return { unit, opens: 0, closes: DAY, workdaysOnly: false, wholeDays: false, perUnit: HOUR };
  }
  if (unit === 'calendar_day') {
    return { unit, opens: 0, closes: DAY, workdaysOnly: false, wholeDays: true, perUnit: DAY };
  }
  const { from, to, workdaysOnly } = window ?? (unit === 'work_day' ? officeWindow : urbanWindow);
  const opens = wallMs(from);
  const closes = wallMs(to);
  if (opens >= closes) throw new RangeError(`the service window ${from}–${to} never opens`);
  if (unit === 'work_hour') return { unit, opens, closes, workdaysOnly, wholeDays: false, perUnit: HOUR };
  return { unit, opens, closes, workdaysOnly: true, wholeDays: true, perUnit: closes - opens };
}

function wallMs(time: string): number {
  const hours = Number(time.slice(0, 2));
  const minutes = Number(time.slice(3));
  const ms = hours * HOUR + minutes * 60_000;
  if (time.length !== 5 || time[2] !== ':' || !(hours >= 0 && minutes >= 0 && minutes < 60 && ms <= DAY)) {
    throw new RangeError(`not a time of day: ${time}`);
  }
  return ms;
}
