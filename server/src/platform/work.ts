import { isDeepStrictEqual } from 'node:util';
import { CompiledQuery, sql } from 'kysely';
import type { Calendar } from './calendar/calendar.ts';
import { limit, UNAWAITED, type Db, type Tx } from './db.ts';
import { enter, enterMeanwhile, type Actor, type Entered, type Entry, type Kept } from './enter.ts';
import type { EventKind } from './event.ts';
import { newId } from './ids.ts';
import type { Settings } from './config.ts';
import { vaultOf, type Vault } from './crypto/vault.ts';
import { pipelined } from './pipeline.ts';
import { Refusal, refuse } from './refusal.ts';
import type { Space } from './space.ts';

export type { Actor, ActorKind, Entry } from './enter.ts';

/** What is at hand inside one act: its transaction, who acts, and when. */
export type Work = {
  readonly db: Tx;
  readonly actor: Actor;
  readonly street: string;
  readonly now: Date;
  readonly calendar: Calendar;
  readonly settings: Settings;
  /** Seals and opens personal data. */
  readonly vault: Vault;
  /** Why whoever asks looks at personal data, where they said so beside the request. */
  readonly reason?: string;
  /** The address a request came from; none for the engine and for commands. */
  readonly address?: string;
  newId(): string;
  announce(kind: EventKind, subject: string, facts: Record<string, unknown>): Promise<void>;
};

export type Rooms = {
  readonly db: Db;
  readonly calendar: () => Calendar;
  readonly settings: Settings;
  readonly space: Pick<Space, 'admit'>;
};
export type Access = 'read' | 'write';

/** Runs an act in one transaction, entered by a session; refuses when the session is unknown or over. */
// oxlint-disable-next-line max-params -- the five things every act stands on, in the order they are known
export const withWork = <T>(
  rooms: Rooms,
  entry: Entry,
  now: Date,
  access: Access,
  act: (work: Work) => Promise<T>,
): Promise<T> =>
  transact(rooms, { access, entry }, async (db) => {
    const { actor } = await enterOrRefuse(db, entry, now);
    return act(workOf(db, actor, now, rooms));
  });

// One process may serve several databases, as tests do; the settings stand for the one at hand.
const met = new WeakMap<Settings, Map<string, Actor>>();
const MOST_MET = 10_000;

/**
 * The same by somebody who holds a token, for what only reads and for a look with its record: it begins as whoever they were
 * the last time, so that its first question travels with that for the session. What it finds was found under the policies of
 * the session as it is now, and leaves here, or is written, only if they are still the same; otherwise all of it is undone and
 * done over as who they are, or refused.
 */
// oxlint-disable-next-line max-params -- the five things every act stands on, in the order they are known
export async function withGuess<T>(
  rooms: Rooms,
  entry: Entry,
  now: Date,
  access: Access,
  act: (work: Work) => Promise<T>,
): Promise<T> {
  if ('service' in entry) return withWork(rooms, entry, now, access, act);
  const known = met.get(rooms.settings) ?? new Map<string, Actor>();
  met.set(rooms.settings, known);
  const guess = known.get(entry.tokenHash);
  if (guess !== undefined) {
    const tried = await tryAs(rooms, { guess, entry, now, access }, act);
    if (tried !== null) return tried.value;
    known.delete(entry.tokenHash);
  }
  return withWork(rooms, entry, now, access, async (work) => {
    if (known.size >= MOST_MET) known.clear();
    if (work.actor.kind !== 'guest') known.set(entry.tokenHash, work.actor);
    return act(work);
  });
}

const WRONG = new Error('somebody else holds this session by now');
type Guess = {
  readonly guess: Actor;
  readonly entry: Extract<Entry, { tokenHash: string }>;
  readonly now: Date;
  readonly access: Access;
};

/** Acts as somebody before it is known whether they are; leaves nothing behind when they are not. */
async function tryAs<T>(
  rooms: Rooms,
  { guess, entry, now, access }: Guess,
  act: (work: Work) => Promise<T>,
): Promise<{ readonly value: T } | null> {
  try {
    return await transact(rooms, { access, entry }, async (db) => {
      const { answer } = await enterMeanwhile(db, entry.tokenHash, now);
      const [tried] = await Promise.allSettled([act(workOf(db, guess, now, rooms))]);
      if (isDeepStrictEqual((await answer)?.actor, guess)) return { value: outcomeOf(tried) };
      throw WRONG;
    });
  } catch (error) {
    if (error === WRONG) return null;
    throw error;
  }
}

function outcomeOf<T>(settled: PromiseSettledResult<T>): T {
  if (settled.status === 'fulfilled') return settled.value;
  throw settled.reason;
}

/** The same for a write that carries an Idempotency-Key: the act is told what is kept under it. */
// oxlint-disable-next-line max-params -- the five things every act stands on, in the order they are known
export const withKey = <T>(
  rooms: Rooms,
  entry: Entry,
  now: Date,
  key: string,
  act: (work: Work, kept: Kept) => Promise<T>,
): Promise<T> =>
  transact(rooms, { access: 'write', entry }, async (db) => {
    const { actor, kept } = await enterOrRefuse(db, entry, now, key);
    return act(workOf(db, actor, now, rooms), kept);
  });

type Doing = { readonly access: Access; readonly entry: Entry };

/** Whoever asked is answered within the time of a request; the engine has as long as the database gives it. */
async function transact<T>(
  { db, settings, space }: Rooms,
  { access, entry }: Doing,
  act: (db: Tx) => Promise<T>,
): Promise<T> {
  if (access === 'write') space.admit('row');
  const isAsked = !('service' in entry) || entry.service !== 'system';
  const outcome = await db
    .transaction()
    .setAccessMode(access === 'read' ? 'read only' : 'read write')
    .execute(async (tx) => {
      if (isAsked) await limit(tx, settings.requestMs);
      return pipelined(tx, act).then((value) => ({ value }), keptRefusal);
    });
  if ('refusal' in outcome) throw outcome.refusal;
  return outcome.value;
}

/** A refusal that keeps what was written, such as the count of wrong tries, lets the transaction commit first. */
function keptRefusal(error: unknown): { refusal: Refusal } {
  if (error instanceof Refusal && error.keeps) return { refusal: error };
  throw error;
}

async function enterOrRefuse(db: Tx, entry: Entry, now: Date, key: string | null = null): Promise<Entered> {
  return (
    (await enter(db, entry, now, key)) ??
    refuse('tokenHash' in entry ? 'platform.not_signed_in' : 'platform.not_found')
  );
}

/**
 * Lets the engine read and write the whole case for somebody who may see only their own part of it, such as a resident
 * whose report joins a neighbour's case. The actor stays who they are; only the row policies are told "system".
 */
export async function asEngine<T>(work: Work, act: () => Promise<T>): Promise<T> {
  const depth = engines.get(work.db) ?? 0;
  if (depth === 0) await enter(work.db, { service: 'system', street: work.street }, work.now);
  engines.set(work.db, depth + 1);
  const [result] = await Promise.allSettled([(async () => act())()]);
  const left = (engines.get(work.db) ?? 1) - 1;
  engines.set(work.db, left);
  if (left === 0) await leaveEngine(work, result.status);
  return outcomeOf(result);
}

/** In how many acts of the engine a transaction is, one inside the other. */
const engines = new WeakMap<Tx, number>();

/** A refusal may be caught, and what follows is no act of the engine; where a statement failed the transaction is over anyway. */
async function leaveEngine({ db, actor }: Work, how: 'fulfilled' | 'rejected'): Promise<void> {
  const left = sql`select set_config('fengqiao.session', ${actor.session}, true)`.execute(db);
  await (how === 'fulfilled' ? left : left.catch(() => undefined));
}

const ANNOUNCE = `${UNAWAITED} insert into platform.event (street, id, kind, subject, facts, actor, at) values ($1, $2, $3, $4, $5, $6, $7)`;

function workOf(
  db: Tx,
  actor: Actor,
  now: Date,
  { calendar, settings }: Pick<Rooms, 'calendar' | 'settings'>,
): Work {
  return {
    db,
    actor,
    street: actor.street,
    now,
    calendar: calendar(),
    settings,
    vault: vaultOf(settings),
    newId: () => newId(now),
    announce: async (kind, subject, facts) => {
      await db.executeQuery(
        CompiledQuery.raw(ANNOUNCE, [
          actor.street,
          newId(now),
          kind,
          subject,
          JSON.stringify(facts),
          actor.account,
          now,
        ]),
      );
    },
  };
}
