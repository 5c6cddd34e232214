import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from } from 'pg-copy-streams';
import { newId } from '../../src/platform/ids.ts';
import { titleOf } from '../../src/modules/cases/domain/intake.ts';
import { searched } from '#modules/cases';
import { Random } from '../names/random.ts';
import { madeCase, type Ground, type MadeCase } from './made-case.ts';

const columns = [
  'street',
  'id',
  'no',
  'version',
  'state',
  'channel',
  'type',
  'list_version',
  'row_key',
  'class',
  'grade',
  'basis',
  'title',
  'text',
  'lng',
  'lat',
  'address',
  'community',
  'grid',
  'lead',
  'holder',
  'seen_by',
  'sensitive',
  'verified',
  'outcome',
  'reports',
  'due_at',
  'late_since',
  'satisfied',
  'reported_at',
  'registered_at',
  'dispatched_at',
  'handled_at',
  'closed_at',
  'archived_at',
  'updated_at',
];

/** Writes `count` cases by COPY in the order they were reported, so that their keys grow with time. */
export async function copyCases(
  client: pg.Client,
  street: string,
  count: number,
  ground: Ground,
): Promise<void> {
  const random = new Random('load-2026');
  const make = (n: number) => madeCase(random.branch(String(n)), n, ground);
  const times = Float64Array.from({ length: count }, (_, n) => make(n).reportedAt);
  const order = Array.from({ length: count }, (_, n) => n).sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0));
  await copy(client, `cases."case" (${columns.join(', ')})`, order, (n) => lineOf(street, make(n)));
}

/** Writes the words of the cases that are there; their pairs are computed here, which the database would do slowly. */
export async function copyWords(client: pg.Client, street: string): Promise<void> {
  const { rows } = await client.query<{
    id: string;
    at: Date;
    title: string;
    text: string;
    address: string;
    no: string;
  }>(
    'select id, reported_at as at, title, text, address, no from cases."case" where street = $1 order by reported_at, id',
    [street],
  );
  await copy(
    client,
    'cases.search_text (street, case_id, reported_at, words, pairs)',
    rows,
    ({ id, at, ...found }) => {
      const { words, pairs } = searched(found);
      return [street, id, at.toISOString(), words, pairs].map(field).join('\t');
    },
  );
}

async function copy<Item>(
  client: pg.Client,
  into: string,
  items: readonly Item[],
  line: (item: Item) => string,
): Promise<void> {
  const parts = (function* () {
    for (let i = 0; i < items.length; i += PART)
      yield `${items
        .slice(i, i + PART)
        .map(line)
        .join('\n')}\n`;
  })();
  await pipeline(Readable.from(parts), client.query(from(`copy ${into} from stdin`)));
}

const PART = 500;

function lineOf(
  street: string,
  { no, fate, channel, row, text, building, community, lead, seenBy, reports, satisfied, ...times }: MadeCase,
): string {
  const title = titleOf(text);
  const address = building.address.zh;
  const isRegistered = times.registeredAt !== null;
  const ended = times.closedAt !== null;
  return [
    street,
    newId(new Date(times.reportedAt)),
    no,
    ended ? 8 : 3,
    fate,
    channel,
    row.type,
    isRegistered ? 1 : null,
    isRegistered ? row.rowKey : null,
    isRegistered ? row.class : null,
    isRegistered ? row.grade : null,
    lead === null ? null : row.basis,
    title,
    text,
    building.lng,
    building.lat,
    address,
    community,
    building.grid,
    lead,
    lead,
    list(seenBy),
    row.sensitive,
    true,
    ended ? 'solved' : null,
    reports,
    time(times.dueAt),
    time(times.lateSince),
    satisfied,
    time(times.reportedAt),
    time(times.registeredAt),
    time(times.dispatchedAt),
    time(times.handledAt),
    time(times.closedAt),
    time(times.archivedAt),
    time(times.updatedAt),
  ]
    .map(field)
    .join('\t');
}

const time = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
const list = (items: readonly string[]): string => `{${items.map((item) => `"${item}"`).join(',')}}`;

function field(value: string | number | boolean | null): string {
  if (value === null) return '\\N';
  if (typeof value === 'boolean') return value ? 't' : 'f';
  return String(value).replaceAll('\\', '\\\\').replaceAll('\t', ' ').replaceAll('\n', ' ');
}
