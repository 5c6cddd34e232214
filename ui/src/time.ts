import type { Both } from '@fengqiao/contract/route.ts';
import { language, t } from './language.ts';

/** The street's clock; deadlines are read there, wherever the reader's computer thinks it is. */
const ZONE = 'Asia/Shanghai';
const locale = () => (language() === 'zh' ? 'zh-CN' : 'en-GB');

const made = new Map<string, Intl.DateTimeFormat>();
function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale()}${JSON.stringify(options)}`;
  const found =
    made.get(key) ?? new Intl.DateTimeFormat(locale(), { timeZone: ZONE, hourCycle: 'h23', ...options });
  made.set(key, found);
  return found;
}

/** 2026-11-23 14:05; a table of times is read by its columns, so the digits stand alike in both languages. */
export function stamp(at: string | Date): string {
  const parts = Object.fromEntries(
    format({ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' })
      .formatToParts(new Date(at))
      .map((part) => [part.type, part.value]),
  );
  return `${parts['year']}-${parts['month']}-${parts['day']} ${parts['hour']}:${parts['minute']}`;
}

/** The day of an instant in the street, 2026-11-23. */
export const dayOf = (at: string | Date): string => stamp(at).slice(0, 10);

/** 11月23日 周一 14:05 or Mon 23 Nov 14:05: for sentences. The year stands only when it is another one. */
export function longTime(at: string | Date, now = new Date()): string {
  const other = dayOf(at).slice(0, 4) !== dayOf(now).slice(0, 4);
  const day = format({
    ...(other ? { year: 'numeric' } : {}),
    month: 'short',
    day: 'numeric',
    weekday: 'short',
  });
  return `${day.format(new Date(at))} ${stamp(at).slice(11)}`;
}

/** 2026年11月23日 星期一 or Monday 23 November 2026. */
export const longDay = (at: string | Date): string =>
  format({ year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' }).format(new Date(at));

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const spans = {
  days: { zh: '{d} 天', en: '{d} d' },
  daysHours: { zh: '{d} 天 {h} 小时', en: '{d} d {h} h' },
  hours: { zh: '{h} 小时', en: '{h} h' },
  hoursMinutes: { zh: '{h} 小时 {m} 分', en: '{h} h {m} min' },
  minutes: { zh: '{m} 分钟', en: '{m} min' },
  moment: { zh: '不到 1 分钟', en: 'under 1 min' },
} as const satisfies Record<string, Both>;

/** A length of time by its two largest units: 2 天 3 小时. Milliseconds in. */
export function span(ms: number): string {
  const d = Math.floor(ms / DAY);
  const h = Math.floor((ms % DAY) / HOUR);
  const m = Math.floor((ms % HOUR) / MINUTE);
  if (d >= 10 || (d > 0 && h === 0)) return t(spans.days, { d });
  if (d > 0) return t(spans.daysHours, { d, h });
  if (h > 0) return m > 0 && h < 10 ? t(spans.hoursMinutes, { h, m }) : t(spans.hours, { h });
  return m > 0 ? t(spans.minutes, { m }) : t(spans.moment);
}

const relative = {
  ago: { zh: '{span}前', en: '{span} ago' },
  in: { zh: '{span}后', en: 'in {span}' },
  now: { zh: '刚刚', en: 'just now' },
  left: { zh: '还剩 {span}', en: '{span} left' },
  over: { zh: '已超 {span}', en: '{span} over' },
} as const satisfies Record<string, Both>;

const coarse = (ms: number): string => span(ms >= DAY ? ms - (ms % DAY) : ms >= HOUR ? ms - (ms % HOUR) : ms);

/** 3 小时前, in 2 d: by the largest unit only. */
export function ago(at: string | Date, now = new Date()): string {
  const ms = now.getTime() - new Date(at).getTime();
  if (Math.abs(ms) < MINUTE) return t(relative.now);
  return t(ms > 0 ? relative.ago : relative.in, { span: coarse(Math.abs(ms)) });
}

/** What is left of a deadline, or by how much it has passed, by the wall clock. */
export function left(
  dueAt: string | Date,
  now = new Date(),
): { readonly late: boolean; readonly soon: boolean; readonly words: string } {
  const ms = new Date(dueAt).getTime() - now.getTime();
  return {
    late: ms < 0,
    soon: ms >= 0 && ms < 4 * HOUR,
    words: t(ms < 0 ? relative.over : relative.left, { span: span(Math.max(Math.abs(ms), MINUTE)) }),
  };
}

export const timeUnits = {
  urgent_hour: { zh: '小时', en: 'h' },
  work_hour: { zh: '工作小时', en: 'work h' },
  work_day: { zh: '工作日', en: 'work days' },
  calendar_day: { zh: '自然日', en: 'calendar days' },
} as const satisfies Record<string, Both>;
export type TimeUnit = keyof typeof timeUnits;

/** 4 工作小时; 1.25 stays, 2.00 becomes 2. */
export const term = (value: number, unit: TimeUnit): string =>
  `${amount(value)} ${value === 1 ? one(t(timeUnits[unit])) : t(timeUnits[unit])}`;

/** English puts one of a thing into the singular; Chinese has no plural. */
export const one = (many: string): string => (language() === 'en' ? many.replace(/s$/, '') : many);

const numbers = new Map<string, Intl.NumberFormat>();
function numberFormat(digits: number): Intl.NumberFormat {
  const key = `${locale()}${digits}`;
  const found = numbers.get(key) ?? new Intl.NumberFormat(locale(), { maximumFractionDigits: digits });
  numbers.set(key, found);
  return found;
}

/** 12,345.67: at most two decimals. */
export const amount = (value: number): string => numberFormat(2).format(value);

/** 0.953 → 95.3%; of nothing there is no share. */
export const share = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${numberFormat(1).format((part / whole) * 100)}%`;

/** 350 米, 1.2 km. */
export const metres = (value: number): string =>
  value < 1000
    ? t({ zh: '{n} 米', en: '{n} m' }, { n: Math.round(value) })
    : t({ zh: '{n} 公里', en: '{n} km' }, { n: numberFormat(1).format(value / 1000) });
