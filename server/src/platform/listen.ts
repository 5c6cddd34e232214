import { sql } from 'kysely';
import type { Tx } from './db.ts';
import { describe, isPassing } from './errors.ts';
import { eventsAfter, type Cursor, type Event } from './event.ts';
import type { Listener } from './room.ts';
import type { Platform } from './serve.ts';
import { withWork } from './work.ts';

const BATCH = 200;
const MOST_TRIES = 8;
const LONGEST_WAIT = 60_000;

/** Which fact a listener is stuck at, how often it was tried, why, and when it is tried again (ms of the process clock). */
export type Trouble = Map<string, { seq: number; tries: number; again: number; error: unknown }>;

/** One round for every listener; returns how many facts were acted on. */
export async function hearAll(platform: Platform, trouble: Trouble, signal?: AbortSignal): Promise<number> {
  const listeners = listenersOf(platform);
  if (listeners.length === 0) return 0;
  const places = await readPlaces(platform, listeners);
  let acted = 0;
  for (const listener of listeners) {
    const place = places.cursors.get(listener.name);
    if (signal?.aborted || place === undefined || isAtEnd(place, places.last)) continue;
    acted += await hear({ platform, listener, trouble, signal }, place);
  }
  return acted;
}

/** About how many facts lie before each listener, and how many it set aside; for the metrics and the doctor. */
export async function eventLag({
  db,
}: Pick<Platform, 'db'>): Promise<{ listener: string; waiting: number; parked: number }[]> {
  const { rows } = await sql<{ listener: string; waiting: number; parked: number }>`
    select c.listener, greatest(0, coalesce((select max(seq) from platform.event), 0) - c.seq) as waiting,
           (select count(*) from platform.parked p where p.listener = c.listener) as parked
      from platform.cursor c order by c.listener`.execute(db);
  return rows;
}

/** Whether every listener has come to the newest fact. */
export async function allHeard(platform: Platform): Promise<boolean> {
  const { cursors, last } = await readPlaces(platform, listenersOf(platform));
  return listenersOf(platform).every(({ name }) => isAtEnd(cursors.get(name) ?? { xid: '0', seq: 0 }, last));
}

const listenersOf = (platform: Platform) => platform.rooms.flatMap((room) => room.listeners ?? []);

type Places = { readonly cursors: ReadonlyMap<string, Cursor>; readonly last: Cursor | null };

async function readPlaces(platform: Platform, listeners: readonly Listener[]): Promise<Places> {
  const names = listeners.map((listener) => listener.name);
  const { rows } = await sql<{ listener: string | null; xid: string; seq: number }>`
    (select null as listener, xid::text as xid, seq from platform.event e order by e.xid desc, e.seq desc limit 1)
    union all select listener, xid::text, seq from platform.cursor where listener = any(${names})`.execute(
    platform.db,
  );
  const last = rows.find((row) => row.listener === null) ?? null;
  const cursors = new Map(rows.flatMap((row) => (row.listener === null ? [] : [[row.listener, row]])));
  for (const name of names) if (!cursors.has(name)) await begin(platform, name);
  return { cursors, last };
}

/** A listener never seen before hears the whole stream from its first fact. */
async function begin(platform: Platform, listener: string): Promise<void> {
  await platform.db
    .insertInto('platform.cursor')
    .values({ listener, xid: '0', seq: 0, moved_at: platform.clock() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

const isAtEnd = (place: Cursor, last: Cursor | null) =>
  last === null || (place.xid === last.xid && place.seq >= last.seq);

type Hearing = {
  readonly platform: Platform;
  readonly listener: Listener;
  readonly trouble: Trouble;
  readonly signal: AbortSignal | undefined;
};

async function hear(hearing: Hearing, from: Cursor): Promise<number> {
  const { platform, listener, trouble, signal } = hearing;
  const stuck = trouble.get(listener.name);
  if (stuck !== undefined && stuck.again > Date.now()) return 0;
  const events = await platform.db
    .transaction()
    .setAccessMode('read only')
    .execute((db) => eventsAfter(db, from, BATCH));
  let place = from;
  let acted = 0;
  for (const event of events) {
    if (signal?.aborted) break;
    if (!listener.hears.includes(event.kind)) continue;
    const before = place;
    place = { xid: event.xid, seq: event.seq };
    if (!(await hearOne(hearing, event, before))) return acted;
    acted += 1;
  }
  const end = signal?.aborted ? undefined : events.at(-1);
  if (end !== undefined && end.seq !== place.seq) await pass(hearing, place, end);
  return acted;
}

/** True when the fact is behind us: acted on, or set aside. False when it is to be tried again or somebody else has it. */
async function hearOne(hearing: Hearing, event: Event, from: Cursor): Promise<boolean> {
  const { platform, listener, trouble } = hearing;
  try {
    const mine = await withWork(
      platform,
      { service: 'system', street: event.street },
      platform.clock(),
      'write',
      async (work) => {
        if (!(await move(work.db, listener, { from, to: event }, work.now))) return false;
        await listener.act(work, event);
        return true;
      },
    );
    trouble.delete(listener.name);
    return mine;
  } catch (error) {
    return stumble(hearing, event, from, error);
  }
}

async function stumble(hearing: Hearing, event: Event, from: Cursor, error: unknown): Promise<boolean> {
  const { platform, listener, trouble } = hearing;
  const known = trouble.get(listener.name);
  const tries = (known?.seq === event.seq ? known.tries : 0) + (isPassing(error) ? 0 : 1);
  if (!(await platform.space.covers(error)))
    platform.log.error(
      { listener: listener.name, event: event.seq, kind: event.kind, tries, ...describe(error) },
      'listener failed',
    );
  if (tries < MOST_TRIES) {
    trouble.set(listener.name, {
      seq: event.seq,
      tries,
      again: Date.now() + Math.min(LONGEST_WAIT, 250 * 2 ** tries),
      error,
    });
    return false;
  }
  await park(hearing, event, from, { tries, error });
  trouble.delete(listener.name);
  return true;
}

/** Sets a fact aside, in sight of the operator, so that the ones behind it go on. */
async function park(
  { platform, listener }: Hearing,
  event: Event,
  from: Cursor,
  { tries, error }: { tries: number; error: unknown },
): Promise<void> {
  const now = platform.clock();
  await platform.db.transaction().execute(async (db) => {
    if (!(await move(db, listener, { from, to: event }, now))) return;
    const text = error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 500) : 'unknown';
    await db
      .insertInto('platform.parked')
      .values({
        listener: listener.name,
        seq: event.seq,
        street: event.street,
        error: text,
        tries,
        parked_at: now,
      })
      .execute();
  });
}

/** Goes past facts the listener does not care for. */
const pass = ({ platform, listener }: Hearing, from: Cursor, to: Cursor) =>
  platform.db.transaction().execute((db) => move(db, listener, { from, to }, platform.clock()));

/** Takes the listener from one place to the next; false when another process has already done so. */
async function move(
  db: Tx,
  listener: Listener,
  { from, to }: { from: Cursor; to: Cursor },
  now: Date,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update platform.cursor set xid = ${to.xid}::xid8, seq = ${to.seq}, moved_at = ${now}
     where listener = ${listener.name} and xid = ${from.xid}::xid8 and seq = ${from.seq}`.execute(db);
  return numAffectedRows === 1n;
}
