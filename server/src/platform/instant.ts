type Parse = (text: string) => Date;

const ZERO = 48;
const pair = (text: string, at: number) => (text.charCodeAt(at) - ZERO) * 10 + text.charCodeAt(at + 1) - ZERO;
const MOMENT = '2026-11-26 09:40:51'.length;
const UTC = '+00';

/**
 * Reads a timestamptz as connections of ours are given it, in UTC and of our time: 2026-11-26 09:40:51.123+00. A page of a list
 * holds a hundred, and reading them by the driver's patterns cost as much as finding its rows. All else, such as
 * infinity, is the driver's to read.
 */
export const instantReader =
  (driver: Parse): Parse =>
  (text) => {
    const fraction = text.length - MOMENT - UTC.length;
    if (!text.endsWith(UTC) || text.charAt(4) !== '-' || fraction < 0) return driver(text);
    const year = pair(text, 0) * 100 + pair(text, 2);
    const date = [year, pair(text, 5) - 1, pair(text, 8)] as const;
    const time = [pair(text, 11), pair(text, 14), pair(text, 17), milliseconds(text, fraction)] as const;
    return year < 1000 ? driver(text) : new Date(Date.UTC(...date, ...time));
  };

/** What stands behind the seconds, such as .12 or .123456, cut off after the third digit. */
function milliseconds(text: string, length: number): number {
  let found = 0;
  for (let digit = 1; digit <= 3; digit += 1)
    found = found * 10 + (digit < length ? text.charCodeAt(MOMENT + digit) - ZERO : 0);
  return found;
}
