import { setTimeout as wait } from 'node:timers/promises';
import { askWithin, type Db } from './db.ts';
import { eventsAfter, streamEnd, type Cursor, type Event } from './event.ts';

/** Somebody who wants to know what changes; `group` says whose eyes they share, so that one look serves all of them. */
export type Reader = {
  readonly street: string;
  readonly group: string;
  readonly tokenHash: string;
  send(events: readonly Event[]): void;
  end(): void;
};

/** Which of these facts somebody may know of; null when their session is over. */
export type Sieve = (reader: Reader, events: readonly Event[]) => Promise<readonly Event[] | null>;

/** Hands new facts to the readers of this process; looks for them only while there are readers. */
export type Live = {
  size(): number;
  /** Readers of one session. */
  sizeOf(tokenHash: string): number;
  add(reader: Reader, sieve: Sieve): () => void;
  close(): void;
};

const PULSE = 400;
const BATCH = 500;
/** Every screen waits for the one look; a database that is silent for longer is asked anew. */
const PATIENCE_MS = 10_000;

export function makeLive(db: Db, failed: (error: unknown) => Promise<void>): Live {
  const readers = new Map<Reader, Sieve>();
  let looking = false;
  let closed = false;

  const look = async () => {
    looking = true;
    let place: Cursor | null = null;
    while (readers.size > 0 && !closed) {
      try {
        place = await handOut(db, readers, place);
      } catch (error) {
        await failed(error);
      }
      await wait(PULSE, undefined, { ref: false });
    }
    looking = false;
  };

  return {
    size: () => readers.size,
    sizeOf: (tokenHash) => [...readers.keys()].filter((reader) => reader.tokenHash === tokenHash).length,
    add: (reader, sieve) => {
      readers.set(reader, sieve);
      if (!looking) void look();
      return () => void readers.delete(reader);
    },
    close: () => {
      closed = true;
      for (const reader of readers.keys()) reader.end();
      readers.clear();
    },
  };
}

async function handOut(db: Db, readers: Map<Reader, Sieve>, place: Cursor | null): Promise<Cursor> {
  const { from, events } = await askWithin(db, PATIENCE_MS, async (tx) => {
    const start = place ?? (await streamEnd(tx));
    return { from: start, events: await eventsAfter(tx, start, BATCH) };
  });
  const last = events.at(-1);
  if (last === undefined) return from;
  for (const group of Map.groupBy(readers.keys(), (reader) => `${reader.street}|${reader.group}`).values()) {
    const own = events.filter((event) => event.street === group[0]?.street);
    if (own.length > 0) await handToGroup(readers, group, own);
  }
  return { xid: last.xid, seq: last.seq };
}

async function handToGroup(
  readers: Map<Reader, Sieve>,
  group: readonly Reader[],
  events: readonly Event[],
): Promise<void> {
  let seen: readonly Event[] | null = null;
  for (const reader of group) {
    seen ??= (await readers.get(reader)?.(reader, events)) ?? null;
    if (seen !== null) {
      if (seen.length > 0) reader.send(seen);
      continue;
    }
    readers.delete(reader);
    reader.end();
  }
}
