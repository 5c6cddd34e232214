import { sql } from 'kysely';
import type { CaseQuery } from '@fengqiao/contract/cases.ts';
import { openStates } from '@fengqiao/contract/cases/words.ts';
import { quadRangesOf, readArea } from '#modules/grids';
import type { Work } from '#platform/work.ts';
import type { Period } from '../domain/figures.ts';
import { endOfDay } from '../domain/map/kinds.ts';
import { inStates, type Condition } from './desk.ts';
import { partFilter } from './part.ts';

const equal = ['type', 'grade', 'class', 'channel', 'community', 'grid', 'lead'] as const;

/** What the filters of a list or of the map ask of a case `c`, beside its state. */
export function narrowing(asked: CaseQuery, work: Work): Condition[] {
  const { late, held, part, area, openOn } = asked;
  return [
    ...equal.flatMap((name) =>
      asked[name] === undefined ? [] : [sql`${sql.raw(`c.${name}`)} = ${asked[name]}`],
    ),
    ...(late === undefined ? [] : [late ? sql`c.late_since is not null` : sql`c.late_since is null`]),
    ...(held === undefined ? [] : [held ? sql`c.state = 'held'` : sql`c.state <> 'held'`]),
    ...(part === undefined ? reportedIn(asked) : [partFilter(part, periodOf(asked, work), work)]),
    ...(area === undefined ? [] : inArea(area)),
    ...(openOn === undefined ? [] : [wasOpen(endOfDay(openOn))]),
  ];
}

const reportedIn = ({ since, until }: CaseQuery): Condition[] => [
  ...(since === undefined ? [] : [sql`c.reported_at >= ${new Date(since)}`]),
  ...(until === undefined ? [] : [sql`c.reported_at < ${new Date(until)}`]),
];

/** The period in which something happened; without bounds, ever until now. */
const periodOf = ({ since, until }: CaseQuery, { now }: Work): Period => ({
  since: new Date(since ?? 0),
  until: until === undefined ? new Date(now.getTime() + 1) : new Date(until),
});

/**
 * The index of places finds what may lie in the area, PostgreSQL's polygon tells what does. It compares coordinates with a
 * tolerance made for larger numbers, so degrees are given in millionths.
 */
function inArea(text: string): Condition[] {
  const area = readArea(text);
  const ranges = quadRangesOf(area).map(
    ({ from, below }) => sql`c.quad >= ${from}::bigint and c.quad < ${below}::bigint`,
  );
  const polygon = `(${area.map(([lng, lat]) => `(${lng * MILLION},${lat * MILLION})`).join(',')})`;
  return [
    sql`(${sql.join(ranges, sql` or `)})`,
    sql`${polygon}::polygon @> point(c.lng * ${sql.lit(MILLION)}, c.lat * ${sql.lit(MILLION)})`,
  ];
}
const MILLION = 1_000_000;

/** Reported by then and not ended; what was declined, merged or voided ended with its last change. */
const wasOpen = (end: Date): Condition =>
  sql`c.reported_at < ${end} and (${inStates(openStates)} or coalesce(c.closed_at, c.updated_at) >= ${end})`;
