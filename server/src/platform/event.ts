import type { Tx } from './db.ts';
import { toJson } from './json.ts';
import { sql } from 'kysely';

/** Facts that rooms announce; each is defined by the room where it happens. */
export type EventKind =
  `${'case' | 'report' | 'account' | 'grid' | 'list' | 'message' | 'registry' | 'access' | 'privacy' | 'catalogue' | 'share' | 'retention' | 'export'}.${string}`;

export type Event = {
  readonly id: string;
  readonly street: string;
  readonly kind: string;
  readonly subject: string;
  readonly facts: Record<string, unknown>;
  readonly actor: string | null;
  readonly at: Date;
  readonly xid: string;
  readonly seq: number;
};

/** A place in the stream. An identity number is not commit order, so the transaction number comes first. */
export type Cursor = { readonly xid: string; readonly seq: number };

/**
 * The next facts after a cursor whose transactions, and all older ones, have ended; served by event_order_idx. The order
 * names the table: by its bare name it would be that of the text that is given out, in which 1000 comes before 999.
 */
export async function eventsAfter(db: Tx, cursor: Cursor, limit: number): Promise<Event[]> {
  const { rows } = await sql<Event>`
    select id, street, kind, subject, facts, actor, at, xid::text as xid, seq
      from platform.event e
     where (e.xid, e.seq) > (${cursor.xid}::xid8, ${cursor.seq}::bigint)
       and e.xid < pg_snapshot_xmin(pg_current_snapshot())
     order by e.xid, e.seq limit ${limit}`.execute(db);
  return rows;
}

/** Where a newcomer who wants only what comes now should begin: before the oldest transaction that still runs. */
export async function streamEnd(db: Tx): Promise<Cursor> {
  const { rows } =
    await sql<Cursor>`select pg_snapshot_xmin(pg_current_snapshot())::text as xid, 0 as seq`.execute(db);
  return rows[0] ?? { xid: '0', seq: 0 };
}

/** One fact by its number, served by the primary key. */
export async function eventBySeq(db: Tx, seq: number): Promise<Event | undefined> {
  const { rows } = await sql<Event>`
    select id, street, kind, subject, facts, actor, at, xid::text as xid, seq from platform.event where seq = ${seq}`.execute(
    db,
  );
  return rows[0];
}

/**
 * Writes one fact, to stand in a `with` beside the change it tells of, in a statement that is written out. Its parameters
 * 1 to 7 are street, id, kind, subject, facts as JSON text, actor and moment; without a kind nothing is announced.
 * `among` names the rows without which nothing is announced either.
 */
export const announcing = (among = 'from (select) once') => `
  insert into platform.event (street, id, kind, subject, facts, actor, at)
  select $1::text, $2::uuid, $3::text, $4::text, $5::jsonb, $6::uuid, $7::timestamptz ${among} where $3 is not null`;

type Announced = { readonly id: string; readonly subject: string; readonly facts: Record<string, unknown> };
type By = {
  readonly db: Tx;
  readonly street: string;
  readonly actor: { readonly account: string | null };
  readonly now: Date;
};

/** Announces many facts of one kind in one statement, as imports do. */
export async function announceAll(
  { db, street, actor, now }: By,
  kind: EventKind,
  facts: readonly Announced[],
): Promise<void> {
  await sql`
    insert into platform.event (street, id, kind, subject, facts, actor, at)
    select ${street}, e.id, ${kind}, e.subject, e.facts, ${actor.account}::uuid, ${now}::timestamptz
      from json_to_recordset(${JSON.stringify(facts)}::json) as e(id uuid, subject text, facts jsonb)`.execute(
    db,
  );
}

/** Rewrites the words in what was announced of a subject at these moments; served by event_at_idx, which is kept by time. */
export async function rewriteFacts(
  { db, street }: By,
  { subject, moments }: { readonly subject: string; readonly moments: readonly Date[] },
  change: (facts: unknown) => unknown,
): Promise<void> {
  const { rows } = await sql<{ seq: number; facts: unknown }>`select seq, facts from platform.event
    where at = any(${[...moments]}::timestamptz[]) and street = ${street} and subject = ${subject}`.execute(
    db,
  );
  for (const { seq, facts } of rows) {
    const after = change(facts);
    if (after !== facts)
      await sql`update platform.event set facts = ${toJson(after)}::jsonb where seq = ${seq}`.execute(db);
  }
}
