import { sql } from 'kysely';
import type { Work } from '#platform/work.ts';
import type { Parts, Sort } from '../domain/canonical.ts';
import type { SignedHead } from '../domain/head.ts';
import { KEPT_HEIGHT, type Hash, type TreeNode } from '../domain/merkle.ts';
import type { Leaf } from '../domain/verify.ts';
import { looks, securityEvents } from './canonical-sql.ts';

const sorts = { look: looks, security: securityEvents } as const;

/** How far sealing came among the records of a sort. */
export type Place = { readonly xid: string; readonly seq: number };

export type SealState = {
  readonly size: number;
  readonly look: Place;
  readonly security: Place;
  readonly frontier: Buffer;
  readonly published: number;
};

type SealRow = Omit<SealState, Sort> & Place & { act_xid: string; act_seq: number };

const STATE = sql.raw(
  'size, xid::text as xid, seq, act_xid::text as act_xid, act_seq, frontier, published from audit.seal',
);
const toState = (row: SealRow | undefined): SealState | null =>
  row === undefined
    ? null
    : {
        size: row.size,
        look: { xid: row.xid, seq: row.seq },
        security: { xid: row.act_xid, seq: row.act_seq },
        frontier: row.frontier,
        published: row.published,
      };

/** Takes the street's seal for this transaction; null while another process seals. */
export async function takeSeal(work: Work): Promise<SealState | null> {
  const { street, db } = work;
  await sql`insert into audit.seal (street) values (${street}) on conflict do nothing`.execute(db);
  const { rows } = await sql<SealRow>`
    select ${STATE} where street = ${street} for update skip locked`.execute(db);
  return toState(rows[0]);
}

export async function sealState(work: Work): Promise<SealState | null> {
  const { rows } = await sql<SealRow>`select ${STATE} where street = ${work.street}`.execute(work.db);
  return toState(rows[0]);
}

/**
 * Gives the next records of a sort their leaves from a position on, in the order of their transactions and never above the
 * oldest one that still runs; served by access_order_idx and security_event_order_idx. The hashes come back one after another.
 */
export async function appendLeaves(
  { street, db }: Work,
  sort: Sort,
  { size, xid, seq }: Place & { readonly size: number },
  most: number,
): Promise<(Place & { hashes: Buffer }) | null> {
  const { table, texts, leaf } = sorts[sort];
  const { rows } = await sql<{ hashes: Buffer | null; xid: string; seq: number }>`/* unnamed */
    with batch as materialized (
      select ${size}::bigint + row_number() over (order by t.xid, t.seq) - 1 as position, t.id, t.xid, t.seq, ${leaf} as hash
        from (select ${texts}, a.xid, a.seq from ${table} a
               where a.street = ${street} and (a.xid, a.seq) > (${xid}::xid8, ${seq}::bigint)
                 and a.xid < pg_snapshot_xmin(pg_current_snapshot())
               order by a.xid, a.seq limit ${most}) t),
    kept as (
      insert into audit.leaf (street, position, access, hash) select ${street}, position, id, hash from batch order by position)
    select string_agg(hash, ''::bytea order by position) as hashes, (array_agg(xid order by position desc))[1]::text as xid,
           (array_agg(seq order by position desc))[1] as seq from batch`.execute(db);
  const [row] = rows;
  return row === undefined || row.hashes === null ? null : { hashes: row.hashes, xid: row.xid, seq: row.seq };
}

export async function saveNodes({ street, db }: Work, nodes: readonly TreeNode[]): Promise<void> {
  if (nodes.length === 0) return;
  await sql`
    insert into audit.node (street, height, position, hash)
    select ${street}, * from unnest(${nodes.map((one) => one.height)}::smallint[], ${nodes.map((one) => one.position)}::bigint[],
                                    ${nodes.map((one) => one.hash)}::bytea[])`.execute(db);
}

export async function saveHead({ db }: Work, head: SignedHead): Promise<void> {
  await db
    .insertInto('audit.head')
    .values({
      street: head.street,
      size: head.size,
      root: head.root,
      at: head.at,
      key: head.key,
      signature: head.signature,
      sm2_key: head.sm2?.key ?? null,
      sm2_signature: head.sm2?.signature ?? null,
    })
    .execute();
}

type Moved = Omit<SealState, 'published'>;

export async function moveSeal(
  { street, db }: Work,
  { look, security, size, frontier }: Moved,
): Promise<void> {
  await sql`update audit.seal set xid = ${look.xid}::xid8, seq = ${look.seq}, act_xid = ${security.xid}::xid8,
      act_seq = ${security.seq}, size = ${size}, frontier = ${frontier} where street = ${street}`.execute(db);
}

/** Says up to which size heads were carried to the folder outside. */
export async function savePublished({ street, db }: Work, size: number): Promise<void> {
  await db.updateTable('audit.seal').set({ published: size }).where('street', '=', street).execute();
}

export async function keepKey(
  { db, now }: Work,
  id: string,
  algorithm: 'Ed25519' | 'SM2',
  publicKey: Buffer,
): Promise<void> {
  await db
    .insertInto('audit.seal_key')
    .values({ id, algorithm, public_key: publicKey, since: now })
    .onConflict((on) => on.column('id').doNothing())
    .execute();
}

export type SealKey = {
  readonly id: string;
  readonly algorithm: string;
  readonly publicKey: Buffer;
  readonly since: Date;
};

export async function sealKeys({ db }: Work): Promise<SealKey[]> {
  return db
    .selectFrom('audit.seal_key')
    .select(['id', 'algorithm', 'public_key as publicKey', 'since'])
    .orderBy('since')
    .orderBy('id')
    .execute();
}

type HeadRow = Omit<SignedHead, 'sm2'> & { sm2_key: string | null; sm2_signature: Buffer | null };

const toHead = ({ sm2_key, sm2_signature, ...head }: HeadRow): SignedHead => ({
  ...head,
  sm2: sm2_key === null || sm2_signature === null ? null : { key: sm2_key, signature: sm2_signature },
});

const headRows = ({ db, street }: Work) =>
  db
    .selectFrom('audit.head')
    .select(['street', 'size', 'root', 'at', 'key', 'signature', 'sm2_key', 'sm2_signature'])
    .where('street', '=', street);

/** Heads above a size, the smallest first; by primary key. */
export async function headsAfter(work: Work, size: number, limit: number): Promise<SignedHead[]> {
  return (await headRows(work).where('size', '>', size).orderBy('size').limit(limit).execute()).map(toHead);
}

/** Heads below a size, the newest first; by primary key. */
export async function headsBefore(work: Work, size: number | null, limit: number): Promise<SignedHead[]> {
  const rows = await headRows(work)
    .$if(size !== null, (query) => query.where('size', '<', size ?? 0))
    .orderBy('size', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toHead);
}

/** The first head at or above a size. */
export async function headFrom(work: Work, size: number): Promise<SignedHead | null> {
  const row = await headRows(work).where('size', '>=', size).orderBy('size').limit(1).executeTakeFirst();
  return row === undefined ? null : toHead(row);
}

type LeafRow = { position: number; access: string; hash: Buffer; parts: Parts | null };

/** What stands for a leaf (as `l`), of whichever sort it is. */
const RECORDS = sql`left join audit.access a on a.street = l.street and a.id = l.access
      left join lateral (select ${securityEvents.parts} as parts from audit.security_event a
                          where a.street = l.street and a.id = l.access) e on true`;
const PARTS_OF = sql`case when a.id is null then e.parts else ${looks.parts} end as parts`;

/** Leaves from a position on with the records they stand for, by primary key. */
export async function leavesFrom({ street, db }: Work, position: number, limit: number): Promise<Leaf[]> {
  const { rows } = await sql<LeafRow>`
    select l.position, l.access, l.hash, ${PARTS_OF} from audit.leaf l ${RECORDS}
     where l.street = ${street} and l.position >= ${position} order by l.position limit ${limit}`.execute(db);
  return rows;
}

/** Records of a sort that stand at or before the last sealed one in the order of commits, but have no leaf; a whole reading of both tables. */
export async function strays(
  { street, db }: Work,
  sort: Sort,
  last: { xid: bigint; seq: bigint },
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`/* unnamed */
    select a.id from ${sorts[sort].table} a
     where a.street = ${street} and (a.xid, a.seq) <= (${String(last.xid)}::xid8, ${String(last.seq)}::bigint)
       and not exists (select from audit.leaf l where l.street = a.street and l.access = a.id)
     order by a.xid, a.seq limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}

export async function placeOf({ street, db }: Work, access: string): Promise<Leaf | null> {
  const { rows } = await sql<LeafRow>`
    select l.position, l.access, l.hash, ${PARTS_OF} from audit.leaf l ${RECORDS}
     where l.street = ${street} and l.access = ${access}`.execute(db);
  return rows[0] ?? null;
}

/** The roots of subtrees of a height that is kept, or leaves, side by side; by primary key. */
export async function rowOfHashes(
  { street, db }: Work,
  height: number,
  from: number,
  count: number,
): Promise<Hash[]> {
  const { rows } =
    height < KEPT_HEIGHT
      ? await sql<{ hash: Hash }>`
          select hash from audit.leaf where street = ${street} and position >= ${from} and position < ${from + count} order by position`.execute(
          db,
        )
      : await sql<{ hash: Hash }>`
          select hash from audit.node where street = ${street} and height = ${height} and position >= ${from} and position < ${from + count} order by position`.execute(
          db,
        );
  return rows.map(({ hash }) => hash);
}

/** How many records wait for their seal, counted no further than a bound, and since when. */
export async function waiting(
  { street, db }: Work,
  { look, security }: Pick<SealState, Sort>,
): Promise<{ count: number; since: Date | null }> {
  const { rows } = await sql<{ count: number; since: Date | null }>`
    select count(*)::int as count, min(at) as since from (
      (select at from audit.access where street = ${street} and (xid, seq) > (${look.xid}::xid8, ${look.seq}::bigint)
        order by xid, seq limit 100000)
      union all
      (select at from audit.security_event where street = ${street} and (xid, seq) > (${security.xid}::xid8, ${security.seq}::bigint)
        order by xid, seq limit 100000)) w`.execute(db);
  return rows[0] ?? { count: 0, since: null };
}

/** Records of a sort without a leaf, sealed next or slipped in; a whole reading of both tables, bounded. */
export async function looseFrom(
  { street, db }: Work,
  sort: Sort,
): Promise<{ access: string; parts: Parts }[]> {
  const { rows } = await sql<{ access: string; parts: Parts }>`/* unnamed */
    select a.id as access, ${sorts[sort].parts} as parts from ${sorts[sort].table} a
     where a.street = ${street} and not exists (select from audit.leaf l where l.street = a.street and l.access = a.id)
     order by a.xid, a.seq limit 100000`.execute(db);
  return rows;
}
