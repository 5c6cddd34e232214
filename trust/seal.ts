import { randomInt, randomUUID } from 'node:crypto';
import { recordAccess, sealNext, verifySeal } from '../server/src/modules/audit/index.ts';
import { sealedColumns, sealOf, type Parts } from '../server/src/modules/audit/domain/canonical.ts';
import type { Problem } from '../server/src/modules/audit/domain/verify.ts';
import { asSuperuser, type Ask } from '../server/test/inspect.ts';
import { stopTestServer } from '../server/test/database.ts';
import { startWorld, type World } from '../server/test/world.ts';
import type { Experiment } from './experiment.ts';

const RECORDS = 160;
const HEADS = 16;

/** Somebody who owns the database changes what was recorded: each change is found, and where it was made. */
export const seal: Experiment = {
  name: 'records of looks, altered one at a time',
  run: async (depth, check) => {
    const world = await startWorld();
    try {
      await makeRecords(world);
      const clean = await world.asSystem((work) => verifySeal(work));
      check(
        `${clean.size} looks under ${clean.heads} heads fit before anybody touches them`,
        clean.size === RECORDS && clean.heads === HEADS ? clean.problems.map(say) : ['not all were sealed'],
      );
      const missed: string[] = [];
      const rounds = depth === 'short' ? 100 : 1_000;
      await asSuperuser(world.url, async (ask) => {
        for (let round = 0; round < rounds; round += 1) {
          const alter = alterations[round % alterations.length] ?? alterations[0];
          const position = randomInt(RECORDS);
          if (alter === undefined) continue;
          const undo = await alter.make(ask, position);
          const { problems } = await world.asSystem((work) => verifySeal(work));
          await undo();
          const [first] = problems;
          if (first === undefined) missed.push(`${alter.name} at ${position}: not found`);
          else if (!isThere(first, position, undo.access))
            missed.push(`${alter.name} at ${position}: located at ${say(first)}`);
        }
      });
      check(`${rounds} alterations in ${alterations.length} ways: every one found and located`, missed);
      const after = await world.asSystem((work) => verifySeal(work));
      check('taken back, everything fits again', after.problems.map(say));
    } finally {
      await world.close();
      await stopTestServer();
    }
  },
};

async function makeRecords(world: World): Promise<void> {
  for (let head = 0; head < HEADS; head += 1) {
    for (let i = 0; i < RECORDS / HEADS; i += 1)
      await world.asSystem((work) =>
        recordAccess(work, {
          action: 'contact.reveal',
          object: `contact:${work.newId()}`,
          subjects: i % 5 === 0 ? [work.newId(), work.newId()] : [work.newId()],
          fields: i % 2 === 0 ? ['name', 'phone'] : ['phone'],
          purpose: 'deliver',
          ...(i % 3 === 0 ? { reason: `事由 ${i}` } : {}),
        }),
      );
    world.clock.advance({ minutes: 1 });
    // A look of another test file's database may still run on the same server.
    for (let sealed = 0; sealed < RECORDS / HEADS;) {
      const now = await world.asSystem(sealNext);
      if (now > 0 && now < RECORDS / HEADS) throw new Error('A batch was torn');
      sealed += now;
    }
  }
}

type Undo = (() => Promise<void>) & { access?: string };
type Alteration = { readonly name: string; readonly make: (ask: Ask, position: number) => Promise<Undo> };
type Row = Record<string, unknown> & { id: string };

const rowAt = async (ask: Ask, position: number): Promise<Row> =>
  (
    await ask<{ row: Row }>(
      'select to_jsonb(a) as row from audit.access a join audit.leaf l on l.access = a.id where l.position = $1',
      [position],
    )
  )[0]?.row ?? { id: '' };
const leafAt = async (ask: Ask, position: number): Promise<{ access: string; hash: Buffer }> =>
  (
    await ask<{ access: string; hash: Buffer }>('select access, hash from audit.leaf where position = $1', [
      position,
    ])
  )[0] ?? {
    access: '',
    hash: Buffer.alloc(0),
  };

const put = (ask: Ask, row: Row) =>
  ask(
    `insert into audit.access overriding system value select * from jsonb_populate_record(null::audit.access, $1::jsonb)`,
    [JSON.stringify(row)],
  );

/** The owner of the database may switch constraints off, so nothing of it stands in the way here. */
async function free<T>(ask: Ask, act: () => Promise<T>): Promise<T> {
  await ask('set session_replication_role = replica');
  try {
    return await act();
  } finally {
    await ask('set session_replication_role = origin');
  }
}

const remove = (ask: Ask, id: string) => ask('delete from audit.access where id = $1', [id]);

async function change(ask: Ask, row: Row, changed: Record<string, unknown>): Promise<Undo> {
  await free(ask, async () => {
    await remove(ask, row.id);
    await put(ask, { ...row, ...changed });
  });
  return named(row.id, () =>
    free(ask, async () => {
      await remove(ask, typeof changed['id'] === 'string' ? changed['id'] : row.id);
      await put(ask, row);
    }),
  );
}

const named = (access: string, undo: () => Promise<unknown>): Undo =>
  Object.assign(async () => void (await undo()), { access });

const other: Readonly<Record<string, (row: Row) => unknown>> = {
  id: () => randomUUID(),
  at: () => '2026-11-23T02:00:00.000001Z',
  account: () => randomUUID(),
  name: () => '别人',
  role: () => 'leader',
  unit: () => 'c01',
  action: () => 'contact.other',
  object: () => 'contact:none',
  subjects: () => [randomUUID()],
  fields: () => ['email'],
  purpose: () => 'legal',
  purpose_version: () => 9,
  grade: () => 3,
  capacity: () => 'mandate',
  reason: ({ reason }) => (typeof reason === 'string' ? `${reason}。` : ''),
  flags: ({ flags }) => Number(flags) + 2,
  about: () => 'a case',
  approved_by: () => randomUUID(),
  nonce: () => randomUUID(),
  xid: ({ xid }) => String(Number(xid) + 1),
  seq: ({ seq }) => Number(seq) + 1,
};

const alterations: readonly Alteration[] = [
  ...sealedColumns
    .filter((column) => column !== 'street')
    .map((column): Alteration => ({
      name: `${column} changed`,
      make: async (ask, position) => {
        const row = await rowAt(ask, position);
        return change(ask, row, { [column]: other[column]?.(row) });
      },
    })),
  {
    name: 'a look taken out',
    make: async (ask, position) => {
      const row = await rowAt(ask, position);
      await free(ask, () => remove(ask, row.id));
      return named(row.id, () => put(ask, row));
    },
  },
  {
    name: 'a look slipped in',
    make: async (ask, position) => {
      const id = randomUUID();
      await put(ask, { ...(await rowAt(ask, position)), id });
      return named(id, () => remove(ask, id));
    },
  },
  {
    name: 'a leaf changed',
    make: async (ask, position) => {
      const { access, hash } = await leafAt(ask, position);
      await ask(`update audit.leaf set hash = sha256(hash) where position = $1`, [position]);
      return named(access, () =>
        ask('update audit.leaf set hash = $2 where position = $1', [position, hash]),
      );
    },
  },
  {
    name: 'a leaf taken out',
    make: async (ask, position) => {
      const { access, hash } = await leafAt(ask, position);
      await ask('delete from audit.leaf where position = $1', [position]);
      return named(access, () =>
        ask('insert into audit.leaf (street, position, access, hash) values ($1, $2, $3, $4)', [
          'tingfeng',
          position,
          access,
          hash,
        ]),
      );
    },
  },
  {
    name: 'a look changed together with its leaf',
    make: async (ask, position) => {
      const row = await rowAt(ask, position);
      const { hash } = await leafAt(ask, position);
      const undo = await change(ask, row, { purpose: 'legal' });
      const [found] = await ask<{ parts: Parts }>(PARTS, [row.id]);
      await ask('update audit.leaf set hash = $2 where position = $1', [
        position,
        sealOf(found?.parts ?? []),
      ]);
      return named(row.id, async () => {
        await undo();
        await ask('update audit.leaf set hash = $2 where position = $1', [position, hash]);
      });
    },
  },
  {
    name: 'everything after a place taken out',
    make: async (ask, position) => {
      const rows = await ask<{ row: Row }>(
        'select to_jsonb(a) as row from audit.access a join audit.leaf l on l.access = a.id where l.position >= $1',
        [position],
      );
      await free(ask, () =>
        ask('delete from audit.access a using audit.leaf l where l.access = a.id and l.position >= $1', [
          position,
        ]),
      );
      await ask('create temp table gone as select * from audit.leaf where position >= $1', [position]);
      await ask('delete from audit.leaf where position >= $1', [position]);
      return named('', async () => {
        for (const { row } of rows) await put(ask, row);
        await ask('insert into audit.leaf select * from gone');
        await ask('drop table gone');
      });
    },
  },
  {
    name: 'a head signed by nobody',
    make: async (ask, position) => {
      const [head] = await ask<{ size: number; root: Buffer }>(
        'select size::int as size, root from audit.head where size > $1 order by size limit 1',
        [position],
      );
      await ask('update audit.head set root = sha256(root) where size = $1', [head?.size]);
      return named('', () =>
        ask('update audit.head set root = $2 where size = $1', [head?.size, head?.root]),
      );
    },
  },
];

const PARTS = `select array[${sealedColumns
  .map((column) =>
    column === 'at'
      ? '(extract(epoch from at) * 1000000)::bigint::text'
      : column === 'subjects' || column === 'fields'
        ? `array_to_string(${column}, ',')`
        : `${column}::text`,
  )
  .join(', ')}]::text[] as parts from audit.access where id = $1`;

/** By name, by the head that covers it, or within the looks that one head covers. */
function isThere(
  { kind, access, position, until }: Problem,
  at: number,
  changed: string | undefined,
): boolean {
  if (access !== null && access === changed) return true;
  if (position === null) return false;
  const batch = RECORDS / HEADS;
  if (kind === 'head') return at < position && position <= at + batch;
  return until === undefined
    ? position === at
    : position <= at && at <= until && (until - position < batch || until === RECORDS - 1);
}

const say = ({ kind, position, until, access }: Problem): string =>
  `${kind} ${position ?? '-'}${until === undefined ? '' : `–${until}`} ${access ?? ''}`;
