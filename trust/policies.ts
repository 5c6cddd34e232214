import { asSuperuser, type Ask } from '../server/test/inspect.ts';
import { stopTestServer } from '../server/test/database.ts';
import type { Experiment } from './experiment.ts';
import { FOREIGN, startTown } from './town.ts';

type Policy = {
  readonly table: string;
  readonly name: string;
  readonly command: string;
  readonly permissive: string;
  readonly using: string | null;
  readonly check: string | null;
  /** The role of the program that it binds. */
  readonly role: string;
};
/** A question whose answer must be nothing while the policies stand. */
type Probe = {
  readonly name: string;
  readonly session: string;
  readonly count: (ask: Ask) => Promise<number>;
};

/** Tables that a narrowing policy keeps for the privacy officer. */
const ofOfficers = /^((retention|exports|audit)\.|registry\.decoy$)/;

/** The second lock holds by itself, and every part of it matters: weaken one policy and something leaks. */
export const policies: Experiment = {
  name: 'row policies, each one weakened in turn',
  run: async (_, check) => {
    const town = await startTown();
    try {
      const staff = await town.staff('c01');
      const resident = await town.world.person('resident');
      const steward = await town.world.person('steward', 'centre');
      const privacy = await town.world.person('privacy', 'centre');
      await asSuperuser(town.world.url, async (ask) => {
        const tables = await guarded(ask);
        for (const table of tables) await fill(ask, table);
        const sessions = await sessionsOf(ask, [
          staff.account,
          resident.account,
          steward.account,
          privacy.account,
        ]);
        const engine = await engineOf(ask);
        const all = await policiesOf(ask);
        const narrowed = new Set(
          all.filter((one) => one.permissive === 'RESTRICTIVE').map(({ table }) => table),
        );
        const unguarded = await openTables(ask);
        check(
          'every table that belongs to a street has a policy, or only keeps what has no person in it',
          unguarded,
        );
        const open: string[] = [];
        const alive: string[] = [];
        for (const policy of all) {
          // Where another policy narrows what is left, only somebody whom that one lets through can show a leak of this one.
          const through = policy.table.startsWith('care.')
            ? engine
            : (sessions.get((ofOfficers.test(policy.table) ? privacy : steward).account) ?? '');
          const probes = probesOf(policy, {
            staff: narrowed.has(policy.table) ? through : (sessions.get(staff.account) ?? ''),
            resident: sessions.get(resident.account) ?? '',
          });
          for (const probe of probes) {
            if ((await asProgram(ask, policy.role, probe)) !== 0)
              open.push(`${probe.name} with all policies in place`);
            await weaken(ask, policy);
            const leaked = await asProgram(ask, policy.role, probe);
            await restore(ask, policy);
            if (leaked === 0)
              alive.push(`${policy.name} on ${policy.table}: ${probe.name} told nothing more without it`);
          }
        }
        check(
          `with the policies in place nothing of others is seen or changed (${all.length} policies, ${tables.length} tables)`,
          open,
        );
        check('each policy, weakened alone, makes its named query leak', alive);
      });
    } finally {
      await town.close();
      await stopTestServer();
    }
  },
};

const guarded = async (ask: Ask): Promise<string[]> =>
  (
    await ask<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c where c.relrowsecurity and c.relforcerowsecurity and c.relkind = 'r' order by 1`,
    )
  ).map((row) => row.name);

/** Tables with a street and neither policy nor a good reason to have none. */
async function openTables(ask: Ask): Promise<string[]> {
  const reasons = ['platform.', 'grids.', 'identity.session', 'identity.unit', 'identity.attempt'];
  const rows = await ask<{ name: string }>(
    `select a.attrelid::regclass::text as name from pg_attribute a join pg_class c on c.oid = a.attrelid where a.attname = 'street' and c.relkind = 'r' and not c.relrowsecurity order by 1`,
  );
  return rows.map((row) => row.name).filter((name) => !reasons.some((open) => name.startsWith(open)));
}

type Column = { readonly column: string; readonly type: string; readonly needed: boolean };

/** One row of each street in each table, made up; the rules about their content are taken away in this throw-away database. */
async function fill(ask: Ask, table: string): Promise<void> {
  await ask('set session_replication_role = replica');
  const rules = await ask<{ name: string }>(
    `select quote_ident(conname) as name from pg_constraint where conrelid = '${table}'::regclass and contype in ('c', 'x')`,
  );
  for (const { name } of rules) await ask(`alter table ${table} drop constraint ${name}`);
  const columns = await ask<Column>(
    `select attname as column, format_type(atttypid, atttypmod) as type, attnotnull and not atthasdef and attidentity = '' and attgenerated = '' as needed from pg_attribute where attrelid = '${table}'::regclass and attnum > 0 and not attisdropped`,
  );
  for (const street of ['tingfeng', FOREIGN]) {
    const row = Object.fromEntries(
      columns
        .filter((one) => one.needed)
        .map((one) => [one.column, one.column === 'street' ? street : madeUp(one.type)]),
    );
    const names = Object.keys(row)
      .map((name) => `"${name}"`)
      .join(', ');
    await ask(
      `insert into ${table} (${names}) select ${names} from jsonb_populate_record(null::${table}, $1::jsonb) on conflict do nothing`,
      [JSON.stringify(row)],
    );
  }
  await ask('set session_replication_role = origin');
}

function madeUp(type: string): unknown {
  if (type === 'uuid') return crypto.randomUUID();
  if (type.endsWith('[]')) return [];
  if (type.startsWith('timestamp') || type === 'date') return '2026-11-23T02:00:00Z';
  if (/int|double|numeric|real/.test(type)) return 1 + Math.floor(Math.random() * 30_000);
  if (type === 'boolean') return false;
  if (type.startsWith('json')) return {};
  if (type.startsWith('bit(')) return '0'.repeat(Number.parseInt(type.slice('bit('.length), 10));
  if (type === 'bytea') return '\\x00';
  return type === 'tsvector' ? '' : `policy-${crypto.randomUUID().slice(0, 8)}`;
}

async function sessionsOf(ask: Ask, accounts: readonly string[]): Promise<Map<string, string>> {
  const rows = await ask<{ id: string; account: string }>(
    'select id, account from identity.session where account = any($1)',
    [accounts],
  );
  return new Map(rows.map((row) => [row.account, row.id]));
}

/** The session of the street's engine, which alone sees every record of special care. */
async function engineOf(ask: Ask): Promise<string> {
  const [row] = await ask<{ id: string }>(
    `select id from identity.session where street = 'tingfeng' and kind = 'system'`,
  );
  return row?.id ?? '';
}

const policiesOf = (ask: Ask): Promise<Policy[]> =>
  ask<Policy>(
    `select format('%I.%I', schemaname, tablename) as table, policyname as name, cmd as command, permissive, qual as using, with_check as check, roles[1] as role from pg_policies where roles <@ '{fengqiao_app,fengqiao_care}' order by 1, 2`,
  );

function probesOf(
  { table, command, permissive }: Policy,
  { staff, resident }: { staff: string; resident: string },
): Probe[] {
  const foreign: Probe = {
    name: `rows of ${table} in another street`,
    session: staff,
    count: async (ask) =>
      Number(
        (await ask<{ n: number }>(`select count(*)::int as n from ${table} where street <> 'tingfeng'`))[0]
          ?.n ?? 0,
      ),
  };
  const added: Probe = {
    name: `a row added to ${table} of another street`,
    session: staff,
    count: (ask) => added1(ask, table),
  };
  if (permissive === 'RESTRICTIVE')
    return [
      {
        name: `rows of ${table} that somebody else of the street reported`,
        session: resident,
        count: async (ask) =>
          Number(
            (await ask<{ n: number }>(`select count(*)::int as n from ${table} where street = 'tingfeng'`))[0]
              ?.n ?? 0,
          ),
      },
    ];
  if (command === 'INSERT') return [added];
  if (command === 'UPDATE')
    return [
      {
        name: `rows of ${table} changed in another street`,
        session: staff,
        count: async (ask) => (await ask(`update ${table} set title = 'x'`)).changed - 1,
      },
    ];
  if (command === 'SELECT')
    return [
      foreign,
      {
        name: `rows of ${table} in which the unit has no part`,
        session: staff,
        count: async (ask) =>
          Number(
            (await ask<{ n: number }>(`select count(*)::int as n from ${table} where street = 'tingfeng'`))[0]
              ?.n ?? 0,
          ),
      },
    ];
  return [foreign, added];
}

/** How many rows somebody of this street can put into the other one: 1, or 0 when the policy forbids it. */
async function added1(ask: Ask, table: string): Promise<number> {
  await ask('savepoint before');
  try {
    const columns = await ask<Column>(
      `select attname as column, format_type(atttypid, atttypmod) as type, attnotnull and not atthasdef and attidentity = '' and attgenerated = '' as needed from pg_attribute where attrelid = '${table}'::regclass and attnum > 0 and not attisdropped`,
    );
    const row = Object.fromEntries(
      columns
        .filter((one) => one.needed)
        .map((one) => [one.column, one.column === 'street' ? FOREIGN : madeUp(one.type)]),
    );
    const names = Object.keys(row)
      .map((name) => `"${name}"`)
      .join(', ');
    return (
      await ask(
        `insert into ${table} (${names}) select ${names} from jsonb_populate_record(null::${table}, $1::jsonb)`,
        [JSON.stringify(row)],
      )
    ).changed;
  } catch (error) {
    await ask('rollback to savepoint before');
    if (error instanceof Error && error.message.includes('row-level security')) return 0;
    // Anything else came after the policy had let the row in: a missing neighbour, a right the role lacks.
    return error instanceof Error && error.message.includes('permission denied') ? 0 : 1;
  }
}

/** Asks as the program does: as a role that owns nothing, entered by a session, and takes everything back. */
async function asProgram(ask: Ask, role: string, { session, count }: Probe): Promise<number> {
  await ask('begin');
  try {
    await ask(`set local role ${role}`);
    await ask(`select set_config('fengqiao.session', $1, true)`, [session]);
    return await count(ask);
  } finally {
    await ask('rollback');
  }
}

const weaken = (ask: Ask, policy: Policy): Promise<unknown> => alter(ask, policy, () => 'true');
const restore = (ask: Ask, policy: Policy): Promise<unknown> => alter(ask, policy, (rule) => rule);

function alter(
  ask: Ask,
  { table, name, using, check }: Policy,
  to: (rule: string) => string,
): Promise<unknown> {
  const parts = [
    using === null ? '' : `using (${to(using)})`,
    check === null ? '' : `with check (${to(check)})`,
  ];
  return ask(`alter policy ${name} on ${table} ${parts.join(' ')}`);
}
