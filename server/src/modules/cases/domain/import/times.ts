export type DayOrder = 'ymd' | 'mdy' | 'dmy';

const YEAR_FIRST = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]*(.+))?$/u;
const YEAR_LAST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[T ]+(.+))?$/u;
const CLOCK =
  /^(\d{1,2})(?:[:时点](\d{1,2})?)?(?:[:分](\d{1,2})?(?:\.(\d{1,3})\d*)?)?秒?\s*(am|pm|上午|下午)?\s*(z|[+-]\d{2}:?\d{2})?$/iu;

type Clock = {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly offset: string | null;
};

/**
 * A moment as tables write it: year first, or last in the order given; with an offset, else meant in the zone (an IANA
 * name). A cell of a spreadsheet comes as a Date that holds wall time as if it were UTC. Null when it is not a time.
 */
export function readTime(cell: string | Date, zone: string, order: DayOrder = 'ymd'): Date | null {
  if (cell instanceof Date)
    return Number.isNaN(cell.getTime()) ? null : inZone(cell.toISOString().slice(0, -1), zone);
  const text = cell.trim();
  const [, a = '', b = '', c = '', rest = ''] = YEAR_FIRST.exec(text) ?? [];
  const [, d = '', e = '', f = '', last = ''] = a === '' ? (YEAR_LAST.exec(text) ?? []) : [];
  const day =
    a !== '' ? [a, b, c] : f === '' ? null : order === 'mdy' ? [f, d, e] : order === 'dmy' ? [f, e, d] : null;
  const clock = clockOf(a === '' ? last : rest);
  if (day === null || clock === null) return null;
  const wall = `${day.map((part) => part.padStart(2, '0')).join('-')}T${pad(clock.hour)}:${pad(clock.minute)}:${pad(clock.second)}`;
  return clock.offset === null ? inZone(wall, zone) : exact(`${wall}${clock.offset}`);
}

const pad = (n: number) => String(n).padStart(2, '0');

function clockOf(text: string): Clock | null {
  if (text === '') return { hour: 0, minute: 0, second: 0, offset: null };
  const found = CLOCK.exec(text.trim());
  if (found === null) return null;
  const [, hour = '', minute = '0', second = '0', , half = '', offset] = found;
  const late =
    /pm|下午/iu.test(half) && Number(hour) < 12
      ? 12
      : /am|上午/iu.test(half) && Number(hour) === 12
        ? -12
        : 0;
  return {
    hour: Number(hour) + late,
    minute: Number(minute),
    second: Number(second),
    offset: offset === undefined ? null : plainOffset(offset),
  };
}

const plainOffset = (offset: string) =>
  offset.length === 5 ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset.toUpperCase();

function inZone(wall: string, zone: string): Date | null {
  try {
    return new Date(
      Temporal.PlainDateTime.from(wall, { overflow: 'reject' }).toZonedDateTime(zone).epochMilliseconds,
    );
  } catch {
    return null;
  }
}

function exact(text: string): Date | null {
  try {
    return new Date(Temporal.Instant.from(text).epochMilliseconds);
  } catch {
    return null;
  }
}

/** Whether the zone is one the program knows. */
export function isZone(zone: string): boolean {
  return inZone('2026-01-01T00:00:00', zone) !== null;
}
