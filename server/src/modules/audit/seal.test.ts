import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asSuperuser } from '#test/inspect.ts';
import { startWorld, STREET, type World } from '#test/world.ts';
import { headText } from './domain/head.ts';
import { isConsistent, rootByInclusion } from './domain/proof.ts';
import { isSigned } from '#platform/crypto/signing.ts';
import {
  bundleOf,
  headOf,
  recordAccess,
  verifyBundle,
  verifySeal,
  type HeadLine,
  type Look,
} from './index.ts';

const folder = join(tmpdir(), `fengqiao-heads-${process.pid}`);
const auditorsOwn = '00000000-0000-7000-8000-000000000000';
let world: World;
beforeAll(async () => {
  world = await startWorld({ env: { SEAL_PUBLISH_DIR: folder } });
});
afterAll(async () => {
  await world.close();
  rmSync(folder, { recursive: true, force: true });
});

const look = (more: Partial<Look> = {}) =>
  world.asSystem((work) =>
    recordAccess(work, {
      action: 'contact.reveal',
      object: 'contact:x',
      subjects: [work.newId()],
      fields: ['name', 'phone'],
      purpose: 'deliver',
      ...more,
    }),
  );
const verify = (outside: Parameters<typeof verifySeal>[1] = []) =>
  world.asSystem((work) => verifySeal(work, outside));
const published = () =>
  readFileSync(join(folder, `${STREET}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as HeadLine);

/** Sealing stays below what still runs, also in the databases of other test files on the same server; it waits for them. */
async function sealed(of: World = world): Promise<void> {
  for (;;) {
    await of.settle();
    const { rows } = await of.asSystem(({ db }) =>
      sql`select from audit.access a where not exists (select from audit.leaf l where l.street = a.street and l.access = a.id) limit 1`.execute(
        db,
      ),
    );
    if (rows.length === 0) return;
    await wait(5);
  }
}

test('a minute later what was looked at is sealed, signed and carried outside', async () => {
  for (let i = 0; i < 5; i += 1) await look();
  await sealed();
  expect(await verify()).toMatchObject({ size: 5, heads: 1, problems: [] });
  const [line] = published();
  const head = headOf(line ?? expect.fail());
  expect(head).toMatchObject({ street: STREET, size: 5 });
  const { key } = (await world.as(null).get('/api/audit/key')).json();
  expect(isSigned(Buffer.from(key.publicKey, 'base64'), headText(head), head.signature)).toBe(true);
  expect(existsSync(join(world.platform.settings.dataDir, 'seal.key'))).toBe(true);
});

test('sealing waits for nobody who looks, and stays below a transaction that still runs', async () => {
  let release = () => {};
  const open = new Promise<void>((resolve) => (release = resolve));
  let began = () => {};
  const begun = new Promise<void>((resolve) => (began = resolve));
  const slow = world.asSystem(async (work) => {
    await recordAccess(work, {
      action: 'slow',
      object: 'contact:slow',
      subjects: [work.newId()],
      fields: ['phone'],
      purpose: 'deliver',
    });
    await work.db.selectFrom('audit.access').select('id').limit(1).execute();
    began();
    await open;
  });
  await begun;
  await look();
  await world.settle().catch(() => undefined);
  expect((await verify()).size).toBe(5);
  release();
  await slow;
  await sealed();
  expect(await verify()).toMatchObject({ size: 7, problems: [] });
});

test('a bundle is verified without the database, and tells what somebody changed in it', async () => {
  const lines: string[] = await world.asSystem(async (work) => {
    const all: string[] = [];
    for await (const line of bundleOf(work)) all.push(line.trim());
    return all;
  });
  const feed = async function* (from: readonly string[]) {
    yield* from;
  };
  expect(await verifyBundle(feed(lines))).toMatchObject({ size: 7, problems: [] });
  const altered = lines.map((line) => line.replace('"contact:slow"', '"contact:none"'));
  const found = await verifyBundle(feed(altered));
  expect(found?.problems.map(({ kind }) => kind)).toEqual(['altered']);
  expect(await verifyBundle(feed(['{"bundle":"another"}']))).toBeNull();
});

test('who owns the database and the key can rewrite everything, but not what was carried outside', async () => {
  const heads = published().map(headOf);
  await asSuperuser(world.url, async (ask) => {
    await ask('delete from audit.head');
    await ask('delete from audit.leaf');
    await ask('delete from audit.node');
    await ask(`update audit.seal set xid = '0', seq = 0, size = 0, frontier = ''`);
    await ask(`update audit.access set purpose = 'legal' where object = 'contact:slow'`);
  });
  await sealed();
  expect((await verify()).problems).toEqual([]);
  const { problems } = await verify(heads);
  expect(problems[0]).toMatchObject({ kind: 'rewritten', position: 5 });
});

test('once sealing is more than four hours late, sensitive facts stay closed until it has caught up', async () => {
  await look();
  world.clock.advance({ hours: 4, minutes: 1 });
  await expect(look({ fields: ['address'], purpose: 'correct' })).rejects.toThrow('audit.seal_late');
  await look();
  await sealed();
  await look({ fields: ['address'], purpose: 'correct' });
});

test('the program can add looks but never change or remove one, and shows nothing where it cannot add', async () => {
  for (const act of [
    'update audit.access set purpose = purpose',
    'delete from audit.access',
    'truncate audit.access',
  ])
    await expect(
      world.asSystem(({ db }) => db.executeQuery({ sql: act, parameters: [] } as never)),
    ).rejects.toThrow('permission denied');
  await asSuperuser(world.url, (ask) => ask('revoke insert on audit.access from fengqiao_app'));
  try {
    await expect(look()).rejects.toThrow('permission denied');
  } finally {
    await asSuperuser(world.url, (ask) => ask('grant insert on audit.access to fengqiao_app'));
  }
});

test('anybody can hold two heads against each other, and an auditor proves that a look stands in the seal', async () => {
  const auditor = world.as(await world.person('auditor'));
  await look();
  await sealed();
  const { items } = (await world.as(null).get('/api/audit/heads')).json();
  const [late, early] = items.map(headOf);
  const { path } = (
    await world.as(null).get(`/api/audit/consistency?first=${early.size}&second=${late.size}`)
  ).json();
  const hashes = path.map((one: string) => Buffer.from(one, 'hex'));
  expect(isConsistent(early, late, hashes)).toBe(true);
  const [some] = await world.asSystem(({ db }) =>
    db.selectFrom('audit.leaf').select(['access', 'position']).where('position', '=', 3).execute(),
  );
  const proof = (await auditor.get(`/api/audit/accesses/${some?.access}/proof`)).json();
  const root = rootByInclusion(
    Buffer.from(proof.leaf, 'hex'),
    proof.position,
    proof.head.size,
    proof.path.map((one: string) => Buffer.from(one, 'hex')),
  );
  expect(root?.toString('hex')).toBe(proof.head.root);
  const unsealed = await auditor.get(`/api/audit/accesses/${auditorsOwn}/proof`);
  expect([unsealed.statusCode, unsealed.json().code]).toEqual([404, 'audit.not_sealed_yet']);
  const beyond = await world.as(null).get('/api/audit/consistency?first=3&second=999');
  expect([beyond.statusCode, beyond.json().code]).toEqual([422, 'audit.no_such_head']);
});

test('the auditor derives the seal again part by part, and sees how it stands', async () => {
  const auditor = world.as(await world.person('auditor'));
  await sealed();
  const { size, late, waiting } = (await auditor.get('/api/audit/seal')).json();
  expect({ late, waiting }).toEqual({ late: false, waiting: 0 });
  const part = (await auditor.post('/api/audit/verifications', { size: 0, frontier: '' })).json();
  expect(part).toMatchObject({ size, whole: size, problems: [] });
});

test('where the street works with 国密 every head is signed with SM2 as well, and both are verified, offline too', async () => {
  const other = await startWorld({ env: { CRYPTO_SUITE: 'sm' } });
  try {
    await other.asSystem((work) =>
      recordAccess(work, {
        action: 'contact.reveal',
        object: 'contact:x',
        subjects: [work.newId()],
        fields: ['phone'],
        purpose: 'deliver',
      }),
    );
    await sealed(other);
    const verified = await other.asSystem((work) => verifySeal(work));
    expect(verified).toMatchObject({ size: 1, heads: 1, problems: [] });
    expect(verified.keys).toHaveLength(2);
    const { known } = (await other.as(null).get('/api/audit/key')).json();
    expect(known.map(({ algorithm }: { algorithm: string }) => algorithm).toSorted()).toEqual([
      'Ed25519',
      'SM2',
    ]);
    const lines: string[] = await other.asSystem(async (work) => {
      const all: string[] = [];
      for await (const line of bundleOf(work)) all.push(line.trim());
      return all;
    });
    const feed = async function* (from: readonly string[]) {
      yield* from;
    };
    expect(await verifyBundle(feed(lines))).toMatchObject({ problems: [] });
    const [{ sm2 }] = (await other.as(null).get('/api/audit/heads')).json().items;
    const torn = Buffer.from(sm2.signature, 'base64');
    torn[20] = (torn[20] ?? 0) ^ 1;
    const forged = lines.map((line) => line.replace(sm2.signature, torn.toString('base64')));
    expect((await verifyBundle(feed(forged)))?.problems).toMatchObject([{ kind: 'head', position: 1 }]);
  } finally {
    await other.close();
  }
});
