import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepings, type KeepingId, type RunView, type TermView } from '@fengqiao/contract/retention.ts';
import { keepContact, keepPersonKeys, newPersonKeys, personSeals } from '#modules/identity';
import { placeOf } from '#platform/files/disk.ts';
import { COOKIE } from '#platform/http.ts';
import { ledgerOf, readLedger } from '#platform/ledger.ts';
import type { Room } from '#platform/room.ts';
import { laySquares, places } from '#test/ground.ts';
import { layUnits, type TestPerson } from '#test/people.ts';
import { startWorld, type World } from '#test/world.ts';
import { rooms } from '../../app.ts';
import { replayLedger, retentionRoomOf } from './index.ts';

let world: World;
let officer: TestPerson;
let steward: TestPerson;
let other: TestPerson;
/** Breaks the next batch of a timer on its way, once. */
const trip = { armed: false };
const tripping: Room = {
  name: 'tripping',
  routes: [],
  keepings: [
    {
      id: 'cases.imports',
      count: async () => left.length,
      sample: async () => [],
      take: async (_work, _over, most) => {
        if (trip.armed && left.length < 500) {
          trip.armed = false;
          throw new Error('the power went');
        }
        return left.splice(0, most).length;
      },
    },
  ],
};
const left: number[] = [];
const house: readonly Room[] = [
  ...rooms.filter(({ name }) => name !== 'retention'),
  retentionRoomOf(() => house),
  tripping,
];

beforeAll(async () => {
  world = await startWorld({ rooms: house });
  await world.asSystem(async (work) => {
    await layUnits(work);
    await laySquares(work);
  });
  officer = await world.person('privacy');
  other = await world.person('privacy');
  steward = await world.person('steward');
}, 60_000);
afterAll(() => world.close());

const terms = async () =>
  (await world.as(null).get('/api/retention/terms')).json<{ items: TermView[] }>().items;
const termOf = async (kind: KeepingId) => (await terms()).find((term) => term.kind === kind);
const runs = async (kind: KeepingId) =>
  (await world.as(steward).get('/api/retention/runs?limit=100'))
    .json<{ items: RunView[] }>()
    .items.filter((run) => run.kind === kind);
const newest = async (kind: KeepingId) => (await runs(kind))[0] ?? expect.unreachable();
const count = (kind: KeepingId, by = steward) => world.as(by).post(`/api/retention/terms/${kind}/runs`);
const decide = (id: string, by: TestPerson, approve = true) =>
  world.as(by).post(`/api/retention/runs/${id}/decision`, { approve, note: '已核对样例' });
const askTerm = (kind: KeepingId, body: object, by = steward) =>
  world.as(by).post(`/api/retention/terms/${kind}/changes`, {
    enabled: true,
    reason: '按新规定调整',
    ...body,
  });
const decideTerm = (id: string, by: TestPerson, approve = true) =>
  world.as(by).post(`/api/retention/term-changes/${id}/decision`, { approve, note: '依据充分' });
const ago = ({ now }: { now: Date }, days: number) => new Date(now.getTime() - days * 86_400_000);

/** The regular round is gone once a day. */
const nextDay = async () => {
  world.clock.advance({ days: 1 });
  await world.settle();
};

/** A case of somebody without an account, filed so many days ago. */
async function filed(days: number, files: readonly string[] = []): Promise<{ id: string; contact: string }> {
  const said = { text: '路灯不亮', address: '橹声路口', ...places['c01-g01'] };
  const reply = await world.as(await world.person('resident')).post('/api/reports', said);
  if (reply.statusCode !== 200) throw new Error(reply.body);
  const { caseId } = reply.json<{ caseId: string }>();
  return world.asSystem(async (work) => {
    const contact = await keepContact(work, { name: '钱七', phone: '19900007799' });
    await work.db
      .updateTable('cases.report')
      .set({ contact, account: null, channel: 'window', files: [...files] })
      .where('case_id', '=', caseId)
      .execute();
    await work.db
      .updateTable('cases.case')
      .set({ state: 'archived', archived_at: ago(work, days) })
      .where('id', '=', caseId)
      .execute();
    return { id: caseId, contact };
  });
}

const phoneOf = (contact: string) =>
  world.asSystem(async ({ db }) => {
    const row = await db
      .selectFrom('identity.contact')
      .select('phone_enc')
      .where('id', '=', contact)
      .executeTakeFirstOrThrow();
    return row.phone_enc;
  });

test('a street begins with the terms of the product, which anybody may read', async () => {
  await world.settle();
  const found = await terms();
  expect(found.map(({ kind }) => kind)).toEqual(Object.keys(keepings));
  expect(found.every(({ version, since }) => version === 1 && since !== null)).toBe(true);
});

test('a term that the law or the program sets is not changed, and none is shorter than the law asks', async () => {
  expect((await askTerm('audit.accesses', { value: 4, unit: 'year' })).json().code).toBe(
    'retention.term_fixed',
  );
  expect((await count('platform.uploads')).json().code).toBe('retention.term_fixed');
  expect((await askTerm('identity.sessions', { value: 90, unit: 'day' })).json().code).toBe(
    'retention.term_too_short',
  );
});

test('a change of a term waits for a second person, alone; then the next version holds', async () => {
  const asked = await askTerm('notices.messages', { value: 18, unit: 'month' });
  expect(asked.statusCode).toBe(200);
  expect((await askTerm('notices.messages', { value: 2, unit: 'year' }, officer)).json().code).toBe(
    'retention.change_waits',
  );
  const { id } = asked.json<{ id: string }>();
  expect((await decideTerm(id, steward)).json().code).toBe('retention.own_change');
  expect((await decideTerm(id, officer)).json()).toMatchObject({ approved: true });
  expect((await decideTerm(id, officer)).json().code).toBe('retention.not_waiting');
  expect(await termOf('notices.messages')).toMatchObject({ version: 2, value: 18, unit: 'month' });
  const changes = (await world.as(steward).get('/api/retention/term-changes')).json();
  expect(changes.items).toMatchObject([{ kind: 'notices.messages', mine: true }]);
});

test('what is over its term is counted and shown by numbers, and stays until somebody approves; a hold keeps its own', async () => {
  const [kept, gone, young] = [await filed(800), await filed(500), await filed(100)];
  await nextDay();
  const run = await newest('cases.contacts');
  expect(run).toMatchObject({ state: 'dry', counted: 2, taken: 0, madeBy: null, mine: false });
  expect(run.sample.map(({ name }) => name)).toEqual([
    expect.stringMatching(/^TF\d+-/),
    expect.stringMatching(/^TF\d+-/),
  ]);
  expect(JSON.stringify(run)).not.toMatch(/钱七|1990000/);
  expect((await count('cases.contacts')).json().code).toBe('retention.run_open');
  expect(await phoneOf(gone.contact)).not.toBeNull();
  await world.as(other).post('/api/retention/holds', {
    subject: kept.id,
    basis: '民事诉讼法第八十四条',
    reason: '法院要求保全',
  });
  expect((await decide(run.id, officer)).json().state).toBe('approved');
  expect((await decide(run.id, officer)).json().code).toBe('retention.not_waiting');
  await world.settle();
  expect(await newest('cases.contacts')).toMatchObject({ state: 'done', counted: 2, taken: 1 });
  expect(await phoneOf(gone.contact)).toBeNull();
  expect(await phoneOf(kept.contact)).not.toBeNull();
  expect(await phoneOf(young.contact)).not.toBeNull();
});

test('whoever asked for a count, or for the term it follows, is not the second person', async () => {
  await filed(600);
  const own = (await count('cases.contacts')).json<RunView>();
  expect(own).toMatchObject({ counted: 1, mine: true });
  expect((await decide(own.id, steward)).json().code).toBe('retention.own_run');
  expect((await decide(own.id, officer, false)).json()).toMatchObject({ state: 'refused' });
  const { id } = (await askTerm('cases.contacts', { value: 400, unit: 'day' }, officer)).json<{
    id: string;
  }>();
  await decideTerm(id, steward);
  await nextDay();
  const fresh = await newest('cases.contacts');
  expect(fresh).toMatchObject({ state: 'dry', version: 2, madeBy: null });
  expect((await decide(fresh.id, officer)).json().code).toBe('retention.own_run');
});

test('a changed term makes its count void, and a fresh one is counted; switched off, nothing is counted', async () => {
  const before = await newest('cases.contacts');
  const { id } = (await askTerm('cases.contacts', { value: 2, unit: 'year' })).json<{ id: string }>();
  await decideTerm(id, officer);
  expect((await runs('cases.contacts')).find((run) => run.id === before.id)?.state).toBe('stale');
  expect((await decide(before.id, other)).json().code).toBe('retention.not_waiting');
  const off = (await askTerm('cases.contacts', { value: 2, unit: 'year', enabled: false })).json<{
    id: string;
  }>();
  await decideTerm(off.id, officer);
  expect((await count('cases.contacts')).json().code).toBe('retention.timer_off');
});

test('a count that is older than two weeks tells nothing any more', async () => {
  await filed(2000, []);
  await world.asSystem(async ({ db, now }) =>
    db
      .insertInto('notices.message')
      .values({
        street: world.street,
        id: crypto.randomUUID(),
        channel: 'in_app',
        kind: 'case.closed',
        zh: '已办结',
        en: 'Closed',
        state: 'sent',
        made_at: ago({ now }, 700),
      })
      .execute(),
  );
  const old = (await count('notices.messages')).json<RunView>();
  world.clock.advance({ days: 15 });
  expect((await decide(old.id, other)).json().code).toBe('retention.run_stale');
  await world.settle();
  expect((await runs('notices.messages')).map(({ state }) => state)).toEqual(['dry', 'stale']);
  await decide((await newest('notices.messages')).id, other);
  await world.settle();
  expect(await newest('notices.messages')).toMatchObject({ state: 'done', taken: 1 });
});

test('a run goes in batches, and after a stop it goes on where it was', async () => {
  left.push(...Array.from({ length: 650 }, (_, n) => n));
  const run = (await count('cases.imports')).json<RunView>();
  trip.armed = true;
  await decide(run.id, officer);
  await expect(world.settle()).rejects.toThrow('the power went');
  expect(await newest('cases.imports')).toMatchObject({ state: 'running', taken: 200 });
  await world.settle();
  expect(await newest('cases.imports')).toMatchObject({ state: 'done', taken: 650 });
});

test('sign-ins of more than half a year ago go, and those that are open stay', async () => {
  await world.asSystem(async ({ db, now, newId }) => {
    const over = { street: world.street, kind: 'staff', name: '测试员', made_at: now, seen_at: now };
    const session = (days: number) => ({
      ...over,
      id: newId(),
      account: newId(),
      token_hash: `old-${days}`,
      ends_at: ago({ now }, days),
    });
    await db
      .insertInto('identity.session')
      .values([session(200), session(100)])
      .execute();
  });
  const run = (await count('identity.sessions')).json<RunView>();
  expect(run.counted).toBe(1);
  await decide(run.id, officer);
  await world.settle();
  const rest = await world.asSystem(({ db }) =>
    db.selectFrom('identity.session').select('token_hash').where('token_hash', 'like', 'old-%').execute(),
  );
  expect(rest).toEqual([{ token_hash: 'old-100' }]);
  expect((await world.as(officer).get('/api/retention/runs')).statusCode).toBe(200);
});

test('pictures of a case filed long ago go from the disk as well, and the case stays', async () => {
  const photo = await world.app.inject({
    method: 'POST',
    url: '/api/uploads',
    payload: Buffer.from(PIXEL, 'base64'),
    headers: { 'content-type': 'application/octet-stream' },
    cookies: { [COOKIE]: steward.token },
  });
  const { id: file, sha256 } = photo.json<{ id: string; sha256: string }>();
  await world.asSystem(({ db }) =>
    db.updateTable('platform.file').set({ attached: true }).where('id', '=', file).execute(),
  );
  const { id } = await filed(1200, [file]);
  const path = placeOf(world.platform.settings.dataDir, sha256);
  expect(existsSync(path)).toBe(true);
  const run = (await count('cases.photos')).json<RunView>();
  await decide(run.id, officer);
  await world.settle();
  const report = await world.asSystem(({ db }) =>
    db.selectFrom('cases.report').select('files').where('case_id', '=', id).executeTakeFirstOrThrow(),
  );
  expect([report.files, existsSync(path)]).toEqual([[], false]);
});

test('keys made for people of a table that was never applied are destroyed with what was staged', async () => {
  const people = await world.asSystem(async (work) => {
    const ids = [work.newId(), work.newId()];
    await keepPersonKeys(work, newPersonKeys(work, ids).rows);
    const { db, street, now, newId } = work;
    const run = newId();
    await db
      .insertInto('registry.import')
      .values({
        street,
        id: run,
        kind: 'people',
        state: 'checked',
        file_name: '未应用.csv',
        sha256: 'x',
        mapping: '{}',
        source: '公安户籍',
        as_of: '2026-01-01',
        made_at: ago({ now }, 40),
      })
      .execute();
    await db
      .insertInto('registry.stage')
      .values(ids.map((id, line) => ({ import: run, line, act: 'new', id, match: Buffer.from(id) })))
      .execute();
    return ids;
  });
  const alive = () => world.asSystem(async (work) => (await personSeals(work, people)).size);
  expect(await alive()).toBe(2);
  const run = (await count('registry.staged')).json<RunView>();
  expect(run).toMatchObject({ counted: 3, sample: [{ name: '未应用.csv' }] });
  await decide(run.id, officer);
  await world.settle();
  expect(await alive()).toBe(0);
  const [row] = await world.asSystem(({ db }) =>
    db
      .selectFrom('registry.import')
      .select(['state', 'error'])
      .where('file_name', '=', '未应用.csv')
      .execute(),
  );
  expect(row).toMatchObject({ state: 'failed', error: { zh: expect.stringContaining('密钥已销毁') } });
});

test('mandates that ended years ago go with what was done by them', async () => {
  const { id } = await world.asSystem(async ({ db, street, now, newId }) => {
    const [principal, helper] = [await world.person('resident'), await world.person('resident')];
    const mandate = newId();
    await db
      .insertInto('identity.mandate')
      .values({
        street,
        id: mandate,
        principal: principal.account,
        helper: helper.account,
        asked: 'helper',
        acts: ['reports.follow'],
        state: 'ended',
        ended_how: 'principal',
        made_at: ago({ now }, 1500),
        until: ago({ now }, 1400),
        ended_at: ago({ now }, 1400),
      })
      .execute();
    await db
      .insertInto('identity.mandate_use')
      .values({ street, id: newId(), mandate, act: 'reports.follow', object: 'report:1', at: now })
      .execute();
    return { id: mandate };
  });
  const run = (await count('identity.mandates')).json<RunView>();
  expect(run.sample).toMatchObject([{ name: id.slice(-8) }]);
  await decide(run.id, officer);
  await world.settle();
  const rest = await world.asSystem(({ db }) =>
    db.selectFrom('identity.mandate').select('id').where('id', '=', id).execute(),
  );
  expect(rest).toEqual([]);
});

test('reporters of a case filed three years ago are named no more, by a run of that timer', async () => {
  const resident = await world.person('resident');
  const { id } = await filed(1200);
  await world.asSystem(({ db }) =>
    db
      .updateTable('cases.report')
      .set({ account: resident.account, contact: null, channel: 'resident' })
      .where('case_id', '=', id)
      .execute(),
  );
  const run = (await count('cases.reporters')).json<RunView>();
  expect(run.counted).toBe(1);
  await decide(run.id, officer);
  await world.settle();
  const row = await world.asSystem(({ db }) =>
    db.selectFrom('cases.report').select('account').where('case_id', '=', id).executeTakeFirstOrThrow(),
  );
  expect(row.account).toBeNull();
});

test('every run stands in the ledger by kind and moment, and is done again over a restored backup', async () => {
  const entries = (await readLedger(ledgerOf(world.platform.settings))).filter((entry) => 'run' in entry);
  expect(entries.length).toBeGreaterThanOrEqual(6);
  expect(Object.keys(entries[0] ?? {}).sort()).toEqual(['at', 'before', 'held', 'kind', 'run', 'street']);
  const back = await filed(1000);
  const held = await world.asSystem(({ db }) =>
    db.selectFrom('retention.legal_hold').select('subject').where('lifted_at', 'is', null).execute(),
  );
  const { runs: done } = await replayLedger(world.platform, entries, [world.street]);
  expect([done, held.length]).toEqual([entries.length, 1]);
  expect(await phoneOf(back.contact)).toBeNull();
});

test('terms and runs are minded by their desks alone', async () => {
  for (const role of ['community', 'leader', 'admin'] as const) {
    const who = await world.person(role);
    expect((await world.as(who).get('/api/retention/runs')).statusCode).toBe(403);
    expect((await count('cases.contacts', who)).statusCode).toBe(403);
  }
});

/** A white pixel as a PNG. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=';
