import { sql } from 'kysely';
import type { Role } from '@fengqiao/contract/roles.ts';
import type { Calendar } from './calendar/calendar.ts';
import type { Db, Tx } from './db.ts';
import type { EventKind } from './event.ts';
import { newId } from './ids.ts';
import type { Settings } from './config.ts';
import { vaultOf, type Vault } from './crypto/vault.ts';
import { Refusal, refuse } from './refusal.ts';

export type ActorKind = 'guest' | 'resident' | 'staff' | 'system';

/** Who acts, in which capacity; taken from the session row, never from what a client sends. */
export type Actor = {
  readonly session: string;
  readonly kind: ActorKind;
  readonly account: string | null;
  readonly name: string;
  readonly street: string;
  readonly role: Role | null;
  /** The unit of the post; null for residents and guests. */
  readonly unit: string | null;
  /** The unit and everything below it. */
  readonly units: readonly string[];
  /** Sees every case of the street. */
  readonly wide: boolean;
  /** How sure we are who this is: 0 guest, 1 phone, 2 real name. */
  readonly level: number;
};

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
  newId(): string;
  announce(kind: EventKind, subject: string, facts: Record<string, unknown>): Promise<void>;
};

export type Rooms = { readonly db: Db; readonly calendar: () => Calendar; readonly settings: Settings };
export type Access = 'read' | 'write';

type SessionRow = {
  session: string;
  kind: ActorKind;
  account: string | null;
  name: string;
  street: string;
  role: Role | null;
  unit: string | null;
  units: string[];
  wide: boolean;
  level: number;
};

/** How a session is named to the database: the hash of a token someone holds, or a street's own guest or system session. */
export type Entry = { readonly tokenHash: string; readonly orGuestOf?: string } | { readonly service: 'guest' | 'system'; readonly street: string };

/** Runs an act in one transaction, entered by a session; refuses when the session is unknown or over. */
export async function withWork<T>(rooms: Rooms, entry: Entry, now: Date, access: Access, act: (work: Work) => Promise<T>): Promise<T> {
  const outcome = await rooms.db
    .transaction()
    .setAccessMode(access === 'read' ? 'read only' : 'read write')
    .execute(async (db) => act(await enter(db, rooms, entry, now)).then((value) => ({ value }), keptRefusal));
  if ('refusal' in outcome) throw outcome.refusal;
  return outcome.value;
}

/** A refusal that keeps what was written, such as the count of wrong tries, lets the transaction commit first. */
function keptRefusal(error: unknown): { refusal: Refusal } {
  if (error instanceof Refusal && error.keeps) return { refusal: error };
  throw error;
}

async function enter(db: Tx, rooms: Rooms, entry: Entry, now: Date): Promise<Work> {
  const row = 'tokenHash' in entry ? await held(db, entry, now) : await session(db, null, entry.street, entry.service, now);
  if (!row) refuse('tokenHash' in entry ? 'platform.not_signed_in' : 'platform.not_found');
  return workOf(db, row, now, rooms);
}

/** What anyone may do, somebody whose session is over does as a guest; otherwise an old cookie would bar the way in. */
async function held(db: Tx, { tokenHash, orGuestOf }: { tokenHash: string; orGuestOf?: string }, now: Date): Promise<SessionRow | undefined> {
  const row = await session(db, tokenHash, null, null, now);
  return row === undefined && orGuestOf !== undefined ? session(db, null, orGuestOf, 'guest', now) : row;
}

async function session(db: Tx, hash: string | null, street: string | null, kind: string | null, now: Date): Promise<SessionRow | undefined> {
  const { rows } = await sql<SessionRow>`select * from identity.enter(${hash}::text, ${street}::text, ${kind}::text, ${now}::timestamptz)`.execute(db);
  return rows[0];
}

/**
 * Lets the engine read and write the whole case for somebody who may see only their own part of it, such as a resident
 * whose report joins a neighbour's case. The actor stays who they are; only the row policies are told "system".
 */
export async function asEngine<T>(work: Work, act: () => Promise<T>): Promise<T> {
  await session(work.db, null, work.street, 'system', work.now);
  const result = await act();
  await sql`select set_config('fengqiao.session', ${work.actor.session}, true)`.execute(work.db);
  return result;
}

/** The same work under a moved clock; for the simulation and for jobs that act for many moments. */
export const at = (work: Work, now: Date): Work => workOf(work.db, work.actor, now, { calendar: () => work.calendar, settings: work.settings });

function workOf(db: Tx, actor: Actor, now: Date, { calendar, settings }: Omit<Rooms, 'db'>): Work {
  return {
    db,
    actor,
    street: actor.street,
    now,
    calendar: calendar(),
    settings,
    vault: vaultOf(settings.masterKey),
    newId: () => newId(now),
    announce: async (kind, subject, facts) => {
      await db
        .insertInto('platform.event')
        .values({ street: actor.street, id: newId(now), kind, subject, facts: JSON.stringify(facts), actor: actor.account, at: now })
        .execute();
    },
  };
}
