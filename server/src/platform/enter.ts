import { CompiledQuery } from 'kysely';
import type { MandateAct } from '@fengqiao/contract/mandate-acts.ts';
import type { Role } from '@fengqiao/contract/roles.ts';
import { MEANWHILE, type Tx } from './db.ts';

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
  /** Until when they count as proved again, for grave acts; null when they were not. */
  readonly steppedUntil: Date | null;
  /** The resident they act for, by which mandate, and what it covers; null when they act for themselves. */
  readonly behalf: Behalf | null;
};

export type Behalf = {
  readonly account: string;
  readonly mandate: string;
  readonly covers: readonly MandateAct[];
};

/** How a session is named to the database: the hash of a token someone holds, or a street's own guest or system session. */
export type Entry =
  | { readonly tokenHash: string; readonly orGuestOf?: string }
  | { readonly service: 'guest' | 'system'; readonly street: string };

/** What is kept under the key of a repeated request; `mine` is false while another transaction holds the key. */
export type Kept = {
  readonly mine: boolean;
  readonly requestHash: string | null;
  readonly reply: Buffer | null;
};

export type Entered = { readonly actor: Actor; readonly kept: Kept };

const session = `s.id as session, s.kind, s.account, s.name, s.street, s.role, s.unit, s.units, s.wide, s.level, s.stepped_until, s.behalf, s.behalf_mandate, s.behalf_scope, s.behalf_until, set_config('fengqiao.session', s.id::text, true)`;
const noKey = `true as mine, null as request_hash, null::bytea as reply from identity.session s`;
const withKey = `pg_try_advisory_xact_lock(hashtextextended(s.street || '|' || coalesce(s.account, s.id) || '|' || $3, 0)) as mine, k.request_hash, k.reply
  from identity.session s left join platform.idempotency k on k.street = s.street and k.who = coalesce(s.account, s.id)::text and k.key = $3`;
const byToken = `where s.token_hash = $1 and s.ends_at > $2 and coalesce(s.idle_until > $2, true)`;
const byService = `where s.street = $1 and s.kind = $2 and s.token_hash is null`;

type Row = Omit<Actor, 'steppedUntil' | 'behalf'> & {
  stepped_until: Date | null;
  behalf: string | null;
  behalf_mandate: string | null;
  behalf_scope: MandateAct[];
  behalf_until: Date | null;
  mine: boolean;
  request_hash: string | null;
  reply: Buffer | null;
};

/**
 * Names the session to the row policies for this transaction and says who acts; with a key it also takes the key and
 * reads what is kept under it, all in one statement. Undefined when there is no such session or it is over.
 * Served by the unique keys of session and idempotency. The statements are written out, since every request runs one.
 */
export async function enter(
  db: Tx,
  entry: Entry,
  now: Date,
  key: string | null = null,
): Promise<Entered | undefined> {
  if ('service' in entry) return ask(db, byService, [entry.street, entry.service], { key, now });
  const held = await ask(db, byToken, [entry.tokenHash, now], { key, now });
  // What anyone may do, somebody whose session is over does as a guest; otherwise an old cookie would bar the way in.
  if (held === undefined && entry.orGuestOf !== undefined)
    return ask(db, byService, [entry.orGuestOf, 'guest'], { key, now });
  return held;
}

async function ask(
  db: Tx,
  where: string,
  named: readonly unknown[],
  { key, now }: { key: string | null; now: Date },
): Promise<Entered | undefined> {
  const text = `select ${session}, ${key === null ? noKey : withKey} ${where}`;
  const { rows } = await db.executeQuery<Row>(
    CompiledQuery.raw(text, key === null ? [...named] : [...named, key]),
  );
  return enteredBy(rows, now);
}

const MEET = `${MEANWHILE} select ${session}, ${noKey} ${byToken}`;

/**
 * Names the session of a token, as above, and gives the promise of who it is: what is asked next travels behind it, and so
 * under its policies. Undefined when there is no such session or it is over; nothing was found for anybody then.
 */
export async function enterMeanwhile(
  db: Tx,
  tokenHash: string,
  now: Date,
): Promise<{ readonly answer: Promise<Entered | undefined> }> {
  const { rows } = await db.executeQuery<{ answer: Promise<{ rows: Row[] }> }>(
    CompiledQuery.raw(MEET, [tokenHash, now]),
  );
  const asked = rows[0]?.answer ?? Promise.resolve({ rows: [] });
  const answer = asked.then((found) => enteredBy(found.rows, now));
  answer.catch(() => undefined);
  return { answer };
}

function enteredBy([row]: readonly Row[], now: Date): Entered | undefined {
  if (row === undefined) return undefined;
  const { mine, request_hash: requestHash, reply } = row;
  return { actor: actorOf(row, now), kept: { mine, requestHash, reply } };
}

function actorOf(row: Row, now: Date): Actor {
  const { session, kind, account, name, street, role, unit, units, wide, level } = row;
  const steppedUntil = row.stepped_until;
  const acting = { session, kind, account, name, street, role, unit, units, wide, level, steppedUntil };
  const { behalf, behalf_mandate: mandate, behalf_scope: covers, behalf_until: until } = row;
  return behalf === null || mandate === null || until === null || until <= now
    ? { ...acting, behalf: null }
    : { ...acting, behalf: { account: behalf, mandate, covers } };
}
