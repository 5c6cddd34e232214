import { missing, wrong, type Input, type Wrong } from './input.ts';

const DAY = 86_400_000;
/** The longest span of one query, and the most records of one reply, as the specification has them. */
export const MOST_DAYS = 90;
export const MOST_RECORDS = 1000;
const MOST_PAGES = 10_000;

const W3C = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** A moment in the form of the W3C note with its zone, or null. A plus sign that a form turned into a blank is taken for what it was. */
export function momentOf(text: string): Date | null {
  const sent = text.replace(/ (\d{2}:\d{2})$/, '+$1');
  if (!W3C.test(sent)) return null;
  try {
    return new Date(Temporal.Instant.from(sent).epochMilliseconds);
  } catch {
    return null;
  }
}

export type Span = { readonly from: Date; readonly to: Date };

/** The span a list covers: the last 90 days, or from or up to a moment, or between two that lie at most 90 days apart. */
export function spanOf(input: Input, now: Date): Span {
  const problems: Wrong[] = [];
  const read = (name: string): Date | undefined => {
    const text = input.one(name);
    if (text === undefined) return undefined;
    const moment = momentOf(text);
    if (moment === null)
      problems.push({
        parameter: name,
        zh: '时间须为 W3C 格式并带时区，如 2010-01-01T00:00:00Z',
        en: 'must be in w3 format with a time zone, eg 2010-01-01T00:00:00Z',
      });
    return moment ?? undefined;
  };
  const [start, end] = [read('start_date'), read('end_date')];
  const to = end ?? (start === undefined ? now : new Date(start.getTime() + MOST_DAYS * DAY));
  const from = start ?? new Date(to.getTime() - MOST_DAYS * DAY);
  if (problems.length === 0 && from > to)
    problems.push({ parameter: 'start_date', zh: '开始时间晚于结束时间', en: 'must not be after end_date' });
  if (problems.length === 0 && to.getTime() - from.getTime() > MOST_DAYS * DAY)
    problems.push({
      parameter: 'end_date',
      zh: `时间跨度不能超过 ${MOST_DAYS} 天`,
      en: `may not span more than ${MOST_DAYS} days`,
    });
  return problems.length > 0 ? wrong(problems) : { from, to };
}

export type Paging = { readonly limit: number; readonly offset: number };

/** Which part of a list: `page` from 1, `page_size` up to 1000. */
export function pagingOf(input: Input): Paging {
  const size = whole(input, 'page_size', MOST_RECORDS, MOST_RECORDS);
  return { limit: size, offset: (whole(input, 'page', 1, MOST_PAGES) - 1) * size };
}

function whole(input: Input, name: string, standard: number, most: number): number {
  const text = input.one(name);
  const value = text === undefined ? standard : Number(text);
  return Number.isInteger(value) && value >= 1 && value <= most
    ? value
    : wrong([
        { parameter: name, zh: `应为 1 到 ${most} 的整数`, en: `must be a whole number from 1 to ${most}` },
      ]);
}

/** The statuses asked for; none means all. */
export function statusesOf(input: Input): ('open' | 'closed')[] {
  return input.many('status').map((status) => {
    const word = status.toLowerCase();
    return word === 'open' || word === 'closed'
      ? word
      : wrong([{ parameter: 'status', zh: '应为 open 或 closed', en: 'must be open or closed' }]);
  });
}

/** The ids asked for by name, at most 1000. */
export function idsOf(input: Input): string[] {
  const ids = input.many('service_request_id');
  return ids.length > MOST_RECORDS
    ? wrong([
        { parameter: 'service_request_id', zh: `最多 ${MOST_RECORDS} 个`, en: `at most ${MOST_RECORDS}` },
      ])
    : ids.map((id) => id.slice(0, 60));
}

/** A value that must be there. */
export const needed = (input: Input, name: string): string => input.one(name) ?? wrong([missing(name)]);
