import type { ListRow } from '@fengqiao/contract/cases/list-row.ts';
import type { Calendar } from '../../src/platform/calendar/calendar.ts';
import { deadline } from '../../src/platform/calendar/deadline.ts';
import { unitAt } from '../../src/modules/cases/domain/list.ts';
import type { Random } from '../names/random.ts';
import { reportText } from '../life/words.ts';
import type { Building, Grid } from '../street/types.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How far a case has come, with its share of all cases and how many days back it may have been reported. */
const fates = [
  ['archived', 0.866, 30, 900],
  ['closed', 0.035, 2, 25],
  ['declined', 0.02, 1, 900],
  ['merged', 0.03, 1, 900],
  ['voided', 0.005, 1, 900],
  ['received', 0.001, 0, 1],
  ['verifying', 0.001, 0, 1],
  ['registered', 0.002, 0, 2],
  ['negotiating', 0.001, 0, 3],
  ['dispatched', 0.015, 0, 3],
  ['handling', 0.014, 0, 12],
  ['handled', 0.003, 0, 10],
  ['held', 0.005, 10, 150],
] as const;
type Fate = (typeof fates)[number][0];

const channels = [
  ['resident', 40],
  ['field', 25],
  ['hotline', 18],
  ['phone', 8],
  ['window', 4],
  ['paper', 1],
  ['upstream', 2],
  ['sensor', 2],
] as const;
const registered: readonly Fate[] = [
  'registered',
  'negotiating',
  'dispatched',
  'handling',
  'handled',
  'held',
  'closed',
  'archived',
  'voided',
];
const dispatched: readonly Fate[] = ['dispatched', 'handling', 'handled', 'held', 'closed', 'archived'];

/** A case as the load writes it: what every column of the table holds, dates in ms. */
export type MadeCase = {
  readonly no: string;
  readonly fate: Fate;
  readonly channel: string;
  readonly row: ListRow;
  readonly text: string;
  readonly building: Building;
  readonly community: string;
  readonly lead: string | null;
  readonly seenBy: readonly string[];
  readonly reportedAt: number;
  readonly registeredAt: number | null;
  readonly dispatchedAt: number | null;
  readonly handledAt: number | null;
  readonly closedAt: number | null;
  readonly archivedAt: number | null;
  readonly dueAt: number | null;
  readonly lateSince: number | null;
  readonly updatedAt: number;
  readonly satisfied: boolean | null;
  readonly reports: number;
};

export type Ground = {
  readonly buildings: readonly Building[];
  readonly grids: ReadonlyMap<string, Grid>;
  readonly rows: readonly ListRow[];
  readonly calendar: Calendar;
  readonly now: number;
};

/** The n-th of the made cases; a few types make up most of them, as in any street. */
export function madeCase(
  random: Random,
  n: number,
  { buildings, grids, rows, calendar, now }: Ground,
): MadeCase {
  const [fate, , from, to] = pickFate(random);
  const reportedAt = now - Math.round((from + random.next() * (to - from)) * DAY);
  const row = rows[Math.floor(rows.length * random.next() ** 2.5)] ?? random.pick(rows);
  const building = random.pick(buildings);
  const community = grids.get(building.grid)?.community ?? '';
  const isRegistered = registered.includes(fate);
  const lead = dispatched.includes(fate) ? unitAt(row.lead, community) : null;
  const registeredAt = isRegistered ? Math.min(now, reportedAt + random.int(2, 50) * 60_000) : null;
  const dispatchedAt =
    lead === null || registeredAt === null ? null : Math.min(now, registeredAt + random.int(1, 40) * 60_000);
  const dueAt =
    registeredAt === null
      ? null
      : deadline(calendar, { ...row.limit, start: new Date(registeredAt) }).dueAt.getTime();
  const ended = fate === 'archived' || fate === 'closed';
  const handledAt =
    dispatchedAt !== null && (ended || fate === 'handled')
      ? Math.min(now, dispatchedAt + Math.round(((dueAt ?? now) - dispatchedAt) * random.between(0.1, 1.15)))
      : null;
  const closedAt = ended && handledAt !== null ? Math.min(now, handledAt + random.int(1, 30) * HOUR) : null;
  const until = closedAt ?? now;
  return {
    no: `TF${new Date(reportedAt).toISOString().slice(0, 10).replaceAll('-', '')}-L${String(n).padStart(7, '0')}`,
    fate,
    channel: random.weighted(channels),
    row,
    text: rare(n, reportText(random, row, building.address.zh)),
    building,
    community,
    lead,
    reportedAt,
    registeredAt,
    dispatchedAt,
    handledAt,
    closedAt,
    seenBy: [
      ...new Set([
        ...(row.sensitive ? [] : [building.grid, community]),
        ...(lead === null ? [] : [lead]),
        ...(random.chance(0.1) ? row.co : []),
      ]),
    ],
    archivedAt: fate === 'archived' && closedAt !== null ? Math.min(now, closedAt + 15 * DAY) : null,
    dueAt,
    lateSince: dueAt !== null && dueAt < until && fate !== 'voided' ? dueAt : null,
    updatedAt: Math.max(reportedAt, closedAt ?? handledAt ?? dispatchedAt ?? registeredAt ?? reportedAt),
    satisfied: ended ? random.pick([null, null, true, true, false]) : null,
    reports: random.chance(0.1) ? random.int(2, 6) : 1,
  };
}

function pickFate(random: Random): (typeof fates)[number] {
  let left = random.next();
  return fates.find(([, share]) => (left -= share) < 0) ?? fates[0];
}

/** Words that stand in one case of 20 000, so that a rare search has something to find. */
const rare = (n: number, text: string): string =>
  n % 20_000 === 7 ? `${text}岸边有人捕捉白鹭，望制止。` : text;
