import {
  rowProblems,
  type Mapping,
  type RowNote,
  type RowProblem,
} from '@fengqiao/contract/cases/imports.ts';
import type { Channel } from '@fengqiao/contract/cases/words.ts';
import type { TableRow } from '#platform/table/row.ts';
import { coordinateWords } from '../intake.ts';
import type { ResponsibilityList } from '../list.ts';
import { fillTemplate } from './mapping.ts';
import { readTime } from './times.ts';

export type Located = { readonly community: string | null; readonly grid: string | null };

/** A row of another system as a case of ours could be: what it is, where, since when, and how far it is there. */
export type Foreign = {
  readonly line: number;
  readonly id: string;
  readonly type: string;
  readonly owner: string | null;
  readonly channel: Channel | null;
  readonly status: 'open' | 'closed' | 'void';
  readonly statusSaid: string;
  readonly reportedAt: Date;
  readonly closedAt: Date | null;
  readonly updatedAt: Date | null;
  readonly lng: number;
  readonly lat: number;
  readonly located: Located;
  readonly address: string;
  readonly title: string | undefined;
  readonly text: string;
  readonly notes: readonly RowNote[];
};

export type Problem = {
  readonly line: number;
  readonly id: string | null;
  readonly code: RowProblem;
  readonly value: string;
};

/** What has to be at hand to read rows; it outlives a row, and `seen` remembers the ids met so far. */
export type Reading = {
  readonly mapping: Mapping;
  readonly list: ResponsibilityList;
  readonly now: Date;
  readonly seen: Map<string, number>;
  /** WGS84 of what the table's coordinates mean. */
  toWgs84(lng: number, lat: number): readonly [number, number];
  locate(lng: number, lat: number): Located | null;
};

const LONGEST = 4000;
const DAY = 86_400_000;
const TITLE = 60;

/** Reads a row, or says everything that is wrong with it. */
export function readRow(row: TableRow, reading: Reading): Foreign | Problem[] {
  const { mapping, seen, now } = reading;
  const { fields } = mapping;
  const problems: Problem[] = [];
  const id = textAt(row, fields.id);
  const no = <T>(code: RowProblem, value: string, stands: T): T => {
    problems.push({ line: row.line, id: id === '' ? null : id, code, value: value.slice(0, 200) });
    return stands;
  };
  if (row.broken) return no('row_broken', '', problems);
  if (id === '') no('id_missing', '', null);
  else if (seen.has(id)) no('id_twice', `${id} (${seen.get(id)})`, null);
  else seen.set(id, row.line);
  const times = timesOf(row, mapping, no);
  const status = meant(row, mapping, 'status') ?? no('status_unknown', saidOf(row, mapping, 'status'), null);
  const type = typeOf(row, reading) ?? no('type_unknown', saidOf(row, mapping, 'type'), null);
  const owner =
    meant(row, mapping, 'owner') ??
    (saidOf(row, mapping, 'owner') === '' ? null : no('owner_unknown', saidOf(row, mapping, 'owner'), null));
  const channel =
    meant(row, mapping, 'channel') ??
    (saidOf(row, mapping, 'channel') === ''
      ? null
      : no('channel_unknown', saidOf(row, mapping, 'channel'), null));
  const place = placeOf(row, reading, no);
  if (times !== null) orderOf(times, now, no);
  const words = wordsOf(row, mapping);
  if (words.text.length > LONGEST) no('text_too_long', String(words.text.length), null);
  if (problems.length > 0 || times === null || place === null || status === null || type === null)
    return problems;
  const stands = status === 'auto' ? (times.closedAt === null ? 'open' : 'closed') : status;
  const notes: RowNote[] = stands === 'closed' && times.closedAt === null ? ['closed_missing'] : [];
  const address = words.address === '' ? coordinateWords(place.lng, place.lat) : words.address;
  return {
    line: row.line,
    id,
    type,
    owner,
    channel,
    status: stands,
    statusSaid: saidOf(row, mapping, 'status'),
    ...times,
    ...place,
    ...words,
    address,
    notes,
  };
}

type No = <T>(code: RowProblem, value: string, stands: T) => T;
type Times = Pick<Foreign, 'reportedAt' | 'closedAt' | 'updatedAt'>;

function timesOf(row: TableRow, { fields, zone, dates = 'ymd' }: Mapping, no: No): Times | null {
  const read = (column: string | undefined): Date | null | undefined => {
    const cell = column === undefined ? null : (row.cells.get(column) ?? null);
    if (cell === null || cell === '') return null;
    return (
      readTime(cell instanceof Date ? cell : String(cell), zone, dates) ??
      no('time_unreadable', `${column}: ${String(cell)}`, undefined)
    );
  };
  const [reportedAt, closedAt, updatedAt] = [
    read(fields.reportedAt),
    read(fields.closedAt),
    read(fields.updatedAt),
  ];
  if (reportedAt === null) return no('reported_missing', '', null);
  return reportedAt === undefined || closedAt === undefined || updatedAt === undefined
    ? null
    : { reportedAt, closedAt, updatedAt };
}

function orderOf({ reportedAt, closedAt }: Times, now: Date, no: No): void {
  const latest = now.getTime() + DAY;
  if (reportedAt.getTime() > latest || (closedAt !== null && closedAt.getTime() > latest))
    no('time_future', (closedAt ?? reportedAt).toISOString(), null);
  if (closedAt !== null && closedAt < reportedAt)
    no('closed_before_reported', `${closedAt.toISOString()} < ${reportedAt.toISOString()}`, null);
}

type Tabled = 'type' | 'owner' | 'channel' | 'status';
const tables = {
  type: 'types',
  owner: 'owners',
  channel: 'channels',
  status: 'statuses',
} as const satisfies Record<Tabled, keyof Mapping>;
type Meaning = { type: string; owner: string; channel: Channel; status: Foreign['status'] | 'auto' };

const saidOf = (row: TableRow, { fields }: Mapping, what: Tabled): string => textAt(row, fields[what]);

/** What a word of the other system means here; undefined when nobody said. Without a column for it, status is read off the closing time. */
function meant<W extends Tabled>(row: TableRow, mapping: Mapping, what: W): Meaning[W] | undefined;
function meant(row: TableRow, mapping: Mapping, what: Tabled): string | undefined {
  const said = saidOf(row, mapping, what);
  const standard = mapping.defaults?.[what];
  if (said === '') return standard ?? (what === 'status' ? 'auto' : undefined);
  const table: Readonly<Record<string, string>> = mapping[tables[what]] ?? {};
  return Object.hasOwn(table, said) ? table[said] : mapping.others?.includes(what) ? standard : undefined;
}

function typeOf(row: TableRow, { mapping, list }: Reading): string | undefined {
  const type = meant(row, mapping, 'type');
  return type !== undefined && list.byType.has(type) ? type : undefined;
}

function placeOf(
  row: TableRow,
  { mapping, toWgs84, locate }: Reading,
  no: No,
): Pick<Foreign, 'lng' | 'lat' | 'located'> | null {
  const said = [textAt(row, mapping.fields.lng), textAt(row, mapping.fields.lat)] as const;
  if (said.includes('')) return no('place_missing', said.filter((part) => part !== '').join(), null);
  const [lng, lat] = [Number(said[0]), Number(said[1])];
  if (!Number.isFinite(lng) || !Number.isFinite(lat)) return no('place_unreadable', said.join(), null);
  if (Math.abs(lng) > 180 || Math.abs(lat) > 90) return no('place_out_of_range', said.join(), null);
  const [east, north] = toWgs84(lng, lat);
  const located = locate(east, north);
  return located === null ? no('place_outside', said.join(), null) : { lng: east, lat: north, located };
}

function wordsOf(
  row: TableRow,
  { fields }: Mapping,
): { address: string; title: string | undefined; text: string } {
  const fill = (template: string) => fillTemplate(template, (column) => textAt(row, column));
  const title = fill(fields.title ?? '').slice(0, TITLE);
  return {
    address: fill(fields.address ?? '').slice(0, 200),
    title: title === '' ? undefined : title,
    text: fill(fields.text),
  };
}

/** A cell as text, without the zero characters that cannot be stored. */
function textAt(row: TableRow, column: string | undefined): string {
  const cell = column === undefined ? null : (row.cells.get(column) ?? null);
  if (cell === null) return '';
  return (cell instanceof Date ? cell.toISOString() : String(cell)).replaceAll('\u0000', '').trim();
}

/** The words of a problem in both languages. */
export const wordsOfProblem = (code: RowProblem) => rowProblems[code];
