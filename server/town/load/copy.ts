import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from } from 'pg-copy-streams';
import { newId } from '../../src/platform/ids.ts';
import { titleOf } from '../../src/modules/cases/domain/intake.ts';
import { pairsOf } from '../../src/modules/cases/domain/pairs.ts';
import { Random } from '../names/random.ts';
import { madeCase, type Ground, type MadeCase } from './made-case.ts';

const columns = [
  'street', 'id', 'no', 'version', 'state', 'channel', 'type', 'list_version', 'row_key', 'class', 'grade', 'basis', 'title', 'text', 'lng', 'lat', 'address',
  'community', 'grid', 'lead', 'holder', 'seen_by', 'sensitive', 'verified', 'outcome', 'reports', 'due_at', 'late_since', 'satisfied', 'bigrams', 'reported_at',
  'registered_at', 'dispatched_at', 'handled_at', 'closed_at', 'archived_at', 'updated_at',
];

/** Writes `count` cases by COPY in the order they were reported, so that their keys grow with time. */
export async function copyCases(client: pg.Client, street: string, count: number, ground: Ground): Promise<void> {
  const random = new Random('load-2026');
  const made = Array.from({ length: count }, (_, n) => n);
  const times = new Float64Array(count);
  for (const n of made) times[n] = madeCase(random.branch(String(n)), n, ground).reportedAt;
  made.sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0));
  const lines = (function* () {
    let some: string[] = [];
    for (const n of made) {
      some.push(lineOf(street, madeCase(random.branch(String(n)), n, ground)));
      if (some.length < 500) continue;
      yield `${some.join('\n')}\n`;
      some = [];
    }
    if (some.length > 0) yield `${some.join('\n')}\n`;
  })();
  await pipeline(Readable.from(lines), client.query(from(`copy cases."case" (${columns.join(', ')}) from stdin`)));
}

function lineOf(street: string, { no, fate, channel, row, text, building, community, lead, seenBy, reports, satisfied, ...times }: MadeCase): string {
  const title = titleOf(text);
  const address = building.address.zh;
  const isRegistered = times.registeredAt !== null;
  const ended = times.closedAt !== null;
  return [
    street, newId(new Date(times.reportedAt)), no, ended ? 8 : 3, fate, channel, row.type, isRegistered ? 1 : null, isRegistered ? row.rowKey : null, isRegistered ? row.class : null,
    isRegistered ? row.grade : null, lead === null ? null : row.basis, title, text, building.lng, building.lat, address, community, building.grid, lead, lead, list(seenBy),
    row.sensitive, true, ended ? 'solved' : null, reports, time(times.dueAt), time(times.lateSince), satisfied, vector(`${title} ${text} ${address} ${no}`), time(times.reportedAt),
    time(times.registeredAt), time(times.dispatchedAt), time(times.handledAt), time(times.closedAt), time(times.archivedAt), time(times.updatedAt),
  ].map(field).join('\t');
}

const time = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
const list = (items: readonly string[]): string => `{${items.map((item) => `"${item}"`).join(',')}}`;
const vector = (text: string): string => pairsOf(text).map((pair) => `'${pair.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`).join(' ');

function field(value: string | number | boolean | null): string {
  if (value === null) return '\\N';
  if (typeof value === 'boolean') return value ? 't' : 'f';
  return String(value).replaceAll('\\', '\\\\').replaceAll('\t', ' ').replaceAll('\n', ' ');
}
