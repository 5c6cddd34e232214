import { sql } from 'kysely';
import type { SecurityAct } from '@fengqiao/contract/audit/security-acts.ts';
import type { Role } from '@fengqiao/contract/roles.ts';
import { UNAWAITED } from '#platform/db.ts';
import type { Work } from '#platform/work.ts';
import { firstIdAt } from './lists.ts';
import type { Place } from './seal.ts';

export type SecurityRow = {
  readonly id: string;
  readonly at: Date;
  readonly act: SecurityAct;
  readonly result: 'done' | 'refused';
  readonly code: string | null;
  readonly account: string | null;
  readonly name: string | null;
  readonly role: Role | null;
  readonly unit: string | null;
  readonly object: string | null;
  readonly whom: string | null;
  readonly detail: string | null;
  readonly network: string | null;
  readonly machine: string | null;
};

type Entry = Omit<SecurityRow, 'id' | 'at' | 'result'>;

/** Should it fail, the transaction fails with it. */
export async function insertSecurity(
  { street, db, now, newId }: Work,
  { act, code, account, name, role, unit, object, whom, detail, network, machine }: Entry,
): Promise<void> {
  await sql`${sql.raw(UNAWAITED)}
    insert into audit.security_event (street, id, at, act, result, code, account, name, role, unit, object, whom, detail, network, machine)
    values (${street}, ${newId()}, ${now}, ${act}, ${code === null ? 'done' : 'refused'}, ${code}, ${account}, ${name}, ${role}, ${unit},
            ${object}, ${whom}, ${detail}, ${network}, ${machine})`.execute(db);
}

const COLUMNS = sql.raw(
  'id, at, act, result, code, account, name, role, unit, object, whom, detail, network, machine',
);

export type SecurityFilters = {
  readonly from: Date;
  readonly to: Date;
  readonly acts: readonly SecurityAct[] | null;
  readonly result?: 'done' | 'refused' | undefined;
  readonly account?: string | undefined;
  readonly unit?: string | undefined;
  readonly machine?: string | undefined;
};

/**
 * Entries in a span, newest first; ids begin with their time, so the primary key serves it, security_event_refused_idx what
 * was refused, and the indexes of account and whom one person.
 */
export async function securityBetween(
  { db, street }: Work,
  { from, to, acts, result, account, unit, machine }: SecurityFilters,
  { limit, after }: { limit: number; after: string | null },
): Promise<SecurityRow[]> {
  const { rows } = await sql<SecurityRow>`/* unnamed */
    select ${COLUMNS} from audit.security_event
     where street = ${street} and id >= ${firstIdAt(from)} and id < ${firstIdAt(to)}
       ${after === null ? sql`` : sql`and id < ${after}`}
       ${acts === null ? sql`` : sql`and act = any(${[...acts]}::text[])`}
       ${result === undefined ? sql`` : sql`and result = ${sql.lit(result)}`}
       ${account === undefined ? sql`` : sql`and (account = ${account} or whom = ${account})`}
       ${unit === undefined ? sql`` : sql`and unit = ${unit}`}
       ${machine === undefined ? sql`` : sql`and machine = ${machine}`}
     order by id desc limit ${limit}`.execute(db);
  return rows;
}

export type ActCount = { readonly act: SecurityAct; readonly done: number; readonly refused: number };

/** How often each act was done and refused in a span; by primary key. */
export async function securityCounts(
  { db, street }: Work,
  { from, to }: { from: Date; to: Date },
): Promise<ActCount[]> {
  const { rows } = await sql<ActCount>`/* unnamed */
    select act, count(*) filter (where result = 'done')::int as done, count(*) filter (where result = 'refused')::int as refused
      from audit.security_event
     where street = ${street} and id >= ${firstIdAt(from)} and id < ${firstIdAt(to)} group by act`.execute(
    db,
  );
  return rows;
}

export type OddRow = {
  readonly what: string;
  readonly account: string | null;
  readonly name: string | null;
  readonly machine: string | null;
  readonly network: string | null;
  readonly times: number;
  readonly last: Date;
};

const SIGN_INS = sql`('identity.signIn', 'identity.signOnBack')`;
const WRONG = sql`('identity.wrong_sign_in', 'identity.wrong_totp', 'identity.sign_in_paused')`;
const HAS = sql`max(at) as last from span`;

/** What is out of the ordinary in a span, by what makes it so; by primary key, twenty of each at most. */
export async function securityOdd(
  { db, street, calendar }: Work,
  { from, to }: { from: Date; to: Date },
  { guesses, targets }: { guesses: number; targets: number },
): Promise<OddRow[]> {
  const hour = sql`extract(hour from at at time zone ${calendar.zone.id})`;
  const { rows } = await sql<OddRow>`/* unnamed */
    with span as materialized (
      select at, act, result, code, account, name, role, object, whom, detail, network, machine from audit.security_event
       where street = ${street} and id >= ${firstIdAt(from)} and id < ${firstIdAt(to)}),
    failed as (select * from span where act in ${SIGN_INS} and code in ${WRONG}),
    odd as (
      select 'guessing' as what, whom as account, max(detail) as name, max(machine) as machine, max(network) as network, count(*)::int as times, max(at) as last
        from failed where whom is not null group by whom having count(*) >= ${guesses}
      union all
      select 'spraying', null, null, machine, max(network), count(*)::int, max(at)
        from failed where machine is not null group by machine having count(distinct coalesce(whom::text, object)) >= ${targets}
      union all
      select 'paused', whom, max(detail), max(machine), max(network), count(*)::int, ${HAS} where act = 'identity.paused' group by whom
      union all
      select 'night', account, max(name), max(machine), max(network), count(*)::int, ${HAS}
       where act in ${SIGN_INS} and result = 'done' and (${hour} >= 22 or ${hour} < 6) group by account
      union all
      select 'new_device', account, max(name), max(machine), max(network), count(*)::int, ${HAS} where act = 'identity.newDevice' group by account
      union all
      select 'denied', account, max(name), max(machine), max(network), count(*)::int, ${HAS}
       where code = 'platform.not_allowed' and role is not null group by account
      union all
      select 'command', null, max(name), null, null, count(*)::int, ${HAS} where act like 'cli.%' group by name)
    select * from (select odd.*, row_number() over (partition by what order by last desc) as nth from odd) o
     where nth <= 20 order by what, last desc`.execute(db);
  return rows;
}

/** The last time somebody reviewed the log; served by security_event_review_idx. */
export async function lastReview({ db, street }: Work): Promise<SecurityRow | null> {
  const { rows } = await sql<SecurityRow>`
    select ${COLUMNS} from audit.security_event
     where street = ${street} and act = 'audit.reviewSecurity' and result = 'done' order by id desc limit 1`.execute(
    db,
  );
  return rows[0] ?? null;
}

/** Where sending the log on stands. */
export async function syslogPlace({ db, street }: Work): Promise<Place> {
  const { rows } = await sql<Place>`
    select xid::text as xid, seq from audit.syslog where street = ${street}`.execute(db);
  return rows[0] ?? { xid: '0', seq: 0 };
}

/** Entries after a place whose transactions, and all older ones, have ended; served by security_event_order_idx. */
export async function securityAfter(
  { db, street }: Work,
  { xid, seq }: Place,
  limit: number,
): Promise<(SecurityRow & Place)[]> {
  const { rows } = await sql<SecurityRow & Place>`
    select ${COLUMNS}, e.xid::text as xid, e.seq from audit.security_event e
     where street = ${street} and (e.xid, e.seq) > (${xid}::xid8, ${seq}::bigint) and e.xid < pg_snapshot_xmin(pg_current_snapshot())
     order by e.xid, e.seq limit ${limit}`.execute(db);
  return rows;
}

export async function moveSyslog({ db, street }: Work, { xid, seq }: Place): Promise<void> {
  await sql`insert into audit.syslog (street, xid, seq) values (${street}, ${xid}::xid8, ${seq})
    on conflict (street) do update set xid = excluded.xid, seq = excluded.seq`.execute(db);
}
