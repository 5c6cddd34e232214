import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountsWith } from '#modules/identity';
import type { Work } from '#platform/work.ts';
import type { TestPerson } from '#test/people.ts';
import { startWorld, type World } from '#test/world.ts';
import { knownAs, openBreakGlass, openedByMe, plantCanary, recordAccess, type Look } from './index.ts';

let world: World;
let resident: TestPerson;
let wang: TestPerson;
let officer: TestPerson;
let second: TestPerson;
beforeAll(async () => {
  world = await startWorld();
  resident = await world.person('resident');
  wang = await world.person('department', 'urban_ops');
  [officer, second] = [await world.person('privacy'), await world.person('privacy')];
});
afterAll(() => world.close());

const as = (person: TestPerson) => world.as(person);
const code = (reply: { json(): { code?: string } }) => reply.json().code;

/** Somebody of the staff looks, as a room above would have it recorded. */
async function look(person: TestPerson, more: Partial<Look> = {}): Promise<void> {
  const { role, unit } = person;
  await world.asSystem((work) =>
    recordAccess(
      {
        ...work,
        actor: { ...work.actor, kind: 'staff', account: person.account, name: person.name, role, unit },
      },
      {
        action: 'contact.reveal',
        object: 'contact:x',
        subjects: [resident.account],
        fields: ['name', 'phone'],
        purpose: 'correct',
        ...more,
      },
    ),
  );
}
const mine = async (person = resident) => (await as(person).get('/api/me/accesses')).json().items;

test('I read who looked at my data: when, which unit and post, why, what, but not the name', async () => {
  await look(wang);
  const [seen] = await mine();
  expect(seen).toMatchObject({
    role: 'department',
    unit: 'urban_ops',
    purpose: 'correct',
    why: { zh: '为更正您的资料' },
    fields: ['name', 'phone'],
    capacity: 'post',
    times: 1,
    name: null,
    doubt: null,
  });
});

test('lists in which I appeared are summed per month', async () => {
  for (let i = 0; i < 3; i += 1) await look(wang, { subjects: [resident.account, officer.account] });
  const [sum] = await mine();
  expect(sum).toMatchObject({ times: 3, flags: ['list'] });
});

test('looks at the person I proved to be are looks at me', async () => {
  const person = await world.asSystem(async (work) => {
    const id = work.newId();
    await knownAs(work, resident.account, id);
    return id;
  });
  await look(wang, { subjects: [person], fields: ['sex'] });
  expect((await mine())[0]).toMatchObject({ fields: ['sex'] });
});

test('a doubt goes round the unit in question to the privacy officers, and the name is told once it is upheld', async () => {
  await look(wang, { fields: ['email'] });
  const [doubted] = await mine();
  const raised = await as(resident).post(`/api/me/accesses/${doubted.id}/doubt`, {
    text: '我没有找过这个部门',
  });
  expect(raised.json()).toMatchObject({ state: 'open', look: { name: null } });
  const open = raised.json();
  expect(open.dueAt.slice(0, 10)).toBe('2026-12-14');
  expect(code(await as(resident).post(`/api/me/accesses/${doubted.id}/doubt`, { text: '再说一次' }))).toBe(
    'audit.already_doubted',
  );
  await world.settle();
  const told = async (person: TestPerson) =>
    (await as(person).get('/api/messages')).json().items.map(({ kind }: { kind: string }) => kind);
  expect(await told(officer)).toContain('privacy.doubt_raised');
  expect(await told(wang)).not.toContain('privacy.doubt_raised');
  expect(code(await as(wang).get('/api/privacy/tickets?state=open'))).toBe('platform.not_allowed');
  const { items } = (await as(officer).get('/api/privacy/tickets?state=open')).json();
  expect(items).toMatchObject([{ id: open.id, text: '我没有找过这个部门', look: { name: wang.name } }]);
  await as(officer).post(`/api/privacy/tickets/${open.id}/acknowledgement`);
  const decided = await as(officer).post(`/api/privacy/tickets/${open.id}/decision`, {
    verdict: 'upheld',
    answer: '该次查看没有事由，已处理。',
  });
  expect(decided.json()).toMatchObject({ state: 'upheld' });
  expect(
    code(
      await as(second).post(`/api/privacy/tickets/${open.id}/decision`, {
        verdict: 'proper',
        answer: '没有问题',
      }),
    ),
  ).toBe('audit.doubt_decided');
  expect((await as(resident).get('/api/me/doubts')).json().items[0]).toMatchObject({
    state: 'upheld',
    answer: '该次查看没有事由，已处理。',
    look: { name: wang.name },
  });
  expect((await mine()).find(({ id }: { id: string }) => id === doubted.id)).toMatchObject({
    name: wang.name,
    doubt: 'upheld',
  });
  await world.settle();
  expect(await told(resident)).toContain('privacy.doubt_decided');
  // What the officer read of the resident is on the record too.
  expect((await mine())[0]).toMatchObject({ role: 'privacy', fields: ['report'], purpose: 'inspect' });
});

test('a doubt about an officer never reaches that officer, but the leaders', async () => {
  await look(officer, { fields: ['sex', 'name'] });
  const [doubted] = await mine();
  const { id } = (
    await as(resident).post(`/api/me/accesses/${doubted.id}/doubt`, { text: '专员为什么看' })
  ).json();
  const ids = async (person: TestPerson) =>
    (await as(person).get('/api/privacy/tickets?state=open'))
      .json()
      .items.map((one: { id: string }) => one.id);
  expect(await ids(officer)).not.toContain(id);
  expect(await ids(second)).toContain(id);
  expect(await ids(await world.person('leader'))).toEqual([id]);
  expect(
    code(
      await as(officer).post(`/api/privacy/tickets/${id}/decision`, {
        verdict: 'proper',
        answer: '正当查看',
      }),
    ),
  ).toBe('platform.not_found');
});

test('nobody doubts a look at somebody else', async () => {
  const [some] = await mine();
  expect(
    code(
      await as(await world.person('resident')).post(`/api/me/accesses/${some.id}/doubt`, {
        text: '不是我的',
      }),
    ),
  ).toBe('platform.not_found');
});

const plain = async (id: string) => {
  const { items } = (await world.as(null).get('/api/purposes')).json();
  const { version: _v, since: _s, id: _i, ...rules } = items.find((one: { id: string }) => one.id === id);
  return rules;
};

test('the register is public, and one purpose changes only when a second person approves', async () => {
  const asked = { ...(await plain('visit')), visible: false };
  const path = '/api/purposes/visit/changes';
  expect(code(await as(officer).post(path, { asked, reason: '走访试点' }))).toBe('audit.exception_unfounded');
  const exception = { basis: { zh: '某法第几条', en: 'Some law' }, until: '2026-12-31' };
  const change = (
    await as(officer).post(path, { asked: { ...asked, exception }, reason: '走访试点' })
  ).json();
  expect(code(await as(second).post(path, { asked: { ...asked, exception }, reason: '又一次' }))).toBe(
    'audit.change_waits',
  );
  const decide = (person: TestPerson) =>
    as(person).post(`/api/audit/changes/${change.id}/decision`, { approve: true, note: '' });
  expect(code(await decide(officer))).toBe('audit.own_change');
  expect((await decide(second)).json()).toMatchObject({ approved: true });
  expect(code(await decide(second))).toBe('audit.change_decided');
  const register = (await world.as(null).get('/api/purposes')).json();
  expect(register.exceptions).toBe(1);
  expect(register.items.find((one: { id: string }) => one.id === 'visit')).toMatchObject({
    version: 2,
    visible: false,
  });
  await look(wang, { purpose: 'visit', fields: ['workplace'] });
  expect((await mine())[0].fields).not.toEqual(['workplace']);
  world.clock.set('2027-01-02T02:00:00Z');
  expect((await mine())[0].fields).toEqual(['workplace']);
});

test('the database itself refuses a version that one person alone made', async () => {
  const insert = (by: string) =>
    world.asSystem(({ db, street, now }) =>
      db
        .insertInto('audit.budget')
        .values({
          street,
          role: 'leader',
          version: 7,
          soft: 1,
          hard: 2,
          requested_by: by,
          approved_by: by,
          since: now,
        })
        .execute(),
    );
  await expect(insert(officer.account)).rejects.toThrow('budget_check');
});

test('beyond the usual number of people a reason is asked and told, beyond the most nothing is shown', async () => {
  const asked = { soft: 2, hard: 3 };
  const path = '/api/audit/budgets/checker/changes';
  expect(code(await as(officer).post(path, { asked: { soft: 3, hard: 2 }, reason: '试一试' }))).toBe(
    'audit.limits_crossed',
  );
  const change = (await as(officer).post(path, { asked, reason: '试一试' })).json();
  await as(second).post(`/api/audit/changes/${change.id}/decision`, { approve: true, note: '' });
  const supervisor = await world.person('supervisor');
  const checker = await world.person('checker');
  const others = await world.asSystem(async (work) => [
    work.newId(),
    work.newId(),
    work.newId(),
    work.newId(),
  ]);
  const at = (n: number, reason?: string) => look(checker, { subjects: [others[n] ?? ''], reason });
  await at(0);
  await at(0);
  await at(1);
  await expect(at(2)).rejects.toThrow('audit.reason_needed');
  await at(2, '集中核查');
  await expect(at(3, '集中核查')).rejects.toThrow('audit.budget_spent');
  await at(0);
  await world.settle();
  const kinds = (await as(supervisor).get('/api/messages'))
    .json()
    .items.map(({ kind }: { kind: string }) => kind);
  expect(kinds).toContain('access.over_limit');
  const { today, items } = (await as(officer).get('/api/audit/budgets')).json();
  expect(today[0]).toMatchObject({ account: checker.account, people: 3 });
  expect(items.find(({ role }: { role: string }) => role === 'checker')).toMatchObject({
    version: 2,
    soft: 2,
    hard: 3,
  });
});

test('a reason that is said beside the request goes with the look, whatever the request is', async () => {
  const reason = encodeURIComponent('集中核对疑问');
  await as(officer).get('/api/privacy/tickets?state=decided', { headers: { 'x-access-reason': reason } });
  await as(officer).get('/api/privacy/tickets?state=decided', { headers: { 'x-access-reason': '%00%zz' } });
  const reasons = await world.asSystem(({ db }) =>
    db
      .selectFrom('audit.access')
      .select('reason')
      .where('action', '=', 'privacy.tickets')
      .orderBy('id', 'desc')
      .limit(2)
      .execute(),
  );
  expect(reasons.map((one) => one.reason)).toEqual([null, '集中核对疑问']);
});

test('break-glass opens one person for half an hour, can be ended before, and somebody else reviews it', async () => {
  const leader = await world.person('leader');
  const emergency = {
    subject: resident.account,
    reasonCode: 'missing',
    text: '老人走失，家属报警，需联系亲属',
  } as const;
  const asLeader = <T>(act: (work: Work) => Promise<T>) =>
    world.asSystem((work) =>
      act({
        ...work,
        actor: { ...work.actor, kind: 'staff', account: leader.account, role: 'leader', unit: 'centre' },
      }),
    );
  const mineNow = async () => (await as(leader).get('/api/audit/break-glass/mine')).json();
  expect(await mineNow()).toEqual({ use: null, left: 0 });
  const used = await asLeader((work) => openBreakGlass(work, emergency));
  await expect(asLeader((work) => openBreakGlass(work, emergency))).rejects.toThrow('audit.break_glass_open');
  expect(await asLeader(openedByMe)).toEqual({ subject: resident.account, reason: emergency.text });
  world.clock.advance({ minutes: 4 });
  expect(await mineNow()).toMatchObject({ use: { id: used.id, mine: true }, left: 26 * 60 });
  await look(leader, { purpose: 'emergency', flags: ['break_glass'], fields: ['phone'] });
  expect((await mine())[0]).toMatchObject({ capacity: 'emergency', flags: ['break_glass'] });
  expect((await as(leader).post('/api/audit/break-glass/mine/end')).json()).toEqual({ ok: true });
  expect(code(await as(leader).post('/api/audit/break-glass/mine/end'))).toBe('audit.break_glass_over');
  await expect(asLeader(openedByMe)).rejects.toThrow('audit.break_glass_over');
  world.clock.advance({ minutes: 1 });
  const again = await asLeader((work) => openBreakGlass(work, emergency));
  world.clock.advance({ minutes: 31 });
  await expect(asLeader(openedByMe)).rejects.toThrow('audit.break_glass_over');
  const review = (person: TestPerson, id = used.id) =>
    as(person).post(`/api/audit/break-glass/${id}/review`, { verdict: 'proper', note: '确有走失警情' });
  expect(code(await review(leader))).toBe('audit.own_review');
  expect((await review(officer)).json()).toMatchObject({ verdict: 'proper', looks: 1 });
  expect(code(await review(second))).toBe('audit.reviewed_already');
  expect((await review(officer, again.id)).json()).toMatchObject({ looks: 0 });
});

test('a look without a case, or at somebody who does not exist, stands out and is reviewed by somebody else', async () => {
  const canary = await world.asSystem(async (work) => {
    const id = work.newId();
    await plantCanary(work, id, '导出试验');
    return id;
  });
  await look(wang, { purpose: 'handle', fields: ['phone'] });
  await look(wang, { subjects: [canary] });
  const span = 'from=2026-12-20T00:00:00Z&to=2027-01-20T00:00:00Z';
  const marked = async (flag: string) =>
    (await as(officer).get(`/api/accesses?${span}&flag=${flag}`)).json().items;
  expect(await marked('canary')).toMatchObject([{ account: wang.account, name: wang.name, review: null }]);
  const [orphan] = await marked('orphan');
  const review = (person: TestPerson, id: string) =>
    as(person).post(`/api/accesses/${id}/review`, { verdict: 'improper', note: '没有对应工单' });
  expect((await review(officer, orphan.id)).json()).toEqual({ ok: true });
  expect(code(await review(second, orphan.id))).toBe('audit.reviewed_already');
  const waiting = (await as(await world.person('auditor')).get(`/api/accesses?${span}&desk=open`)).json()
    .items;
  expect(waiting.length).toBeGreaterThan(0);
  expect(
    waiting.every((one: { flags: string[]; review: null }) => one.review === null && one.flags.length > 0),
  ).toBe(true);
  expect(waiting.map(({ id }: { id: string }) => id)).not.toContain(orphan.id);
  await look(officer, { purpose: 'handle' });
  const [own] = await marked('orphan');
  expect(code(await review(officer, own.id))).toBe('audit.own_review');
  await world.settle();
  const kinds = (await as(officer).get('/api/messages'))
    .json()
    .items.map(({ kind }: { kind: string }) => kind);
  expect(kinds).toContain('access.canary_met');
});

test('an auditor takes a table of looks along, with a reason and without anything of a resident', async () => {
  const auditor = await world.person('auditor');
  const body = { from: '2026-12-20T00:00:00Z', to: '2027-01-20T00:00:00Z', reason: '年度审计' };
  const made = (await as(auditor).post('/api/accesses/exports', body)).json();
  expect(made.rows).toBeGreaterThan(2);
  expect(made.csv).toContain(`${auditor.name} ·`);
  expect(made.csv).not.toContain(resident.account);
  const kept = await world.asSystem(({ db }) =>
    db.selectFrom('audit.export').select(['rows', 'sha256']).execute(),
  );
  expect(kept).toEqual([{ rows: made.rows, sha256: made.sha256 }]);
  expect(await world.asSystem((work) => accountsWith(work, 'auditor'))).toContain(auditor.account);
});

test('a table of looks has at most 10 000 rows', async () => {
  // Ids of the winter of 2025, which the clock of this town has passed.
  await world.asSystem(({ db, street, now }) =>
    sql`insert into audit.access (street, id, at, action, object, subjects, fields, purpose)
        select ${street}, ('019b' || substr(md5(n::text), 1, 4) || substr(gen_random_uuid()::text, 9))::uuid, ${now}, 'bulk', 'bulk',
               '{}', '{name}', 'deliver' from generate_series(1, 10001) n`.execute(db),
  );
  const body = { from: '2025-12-01T00:00:00Z', to: '2026-02-20T00:00:00Z', reason: '年度审计' };
  expect(code(await as(await world.person('auditor')).post('/api/accesses/exports', body))).toBe(
    'audit.too_many_rows',
  );
});

test('an auditor only reads', async () => {
  const auditor = await world.person('auditor');
  for (const path of ['/api/privacy/tickets?state=open', '/api/cases?limit=1'])
    expect([(await as(auditor).get(path)).statusCode < 500, path]).toEqual([true, path]);
  expect(
    code(
      await as(auditor).post('/api/purposes/visit/changes', {
        asked: await plain('care'),
        reason: '不该可以',
      }),
    ),
  ).toBe('platform.not_allowed');
});

test('a doubt that is past its day is told once to officers and leaders, and is counted beside their desk', async () => {
  const leader = await world.person('leader');
  await world.asSystem(async (work) => {
    const { account, role, unit } = wang;
    const actor = { ...work.actor, kind: 'staff' as const, account, role, unit };
    await openBreakGlass({ ...work, actor }, { subject: work.newId(), reasonCode: 'life', text: '未应门' });
  });
  const counted = async () => (await as(officer).get('/api/privacy/waiting')).json();
  const before = await counted();
  await look(wang, { fields: ['phone'] });
  const [doubted] = await mine();
  await as(resident).post(`/api/me/accesses/${doubted.id}/doubt`, { text: '为什么看我的电话' });
  expect(await counted()).toEqual({ ...before, tickets: before.tickets + 1 });
  world.clock.advance({ days: 40 });
  await world.settle();
  world.clock.advance({ minutes: 10 });
  await world.settle();
  const told = (await as(leader).get('/api/messages')).json().items.map(({ kind }: { kind: string }) => kind);
  expect(told.filter((kind: string) => kind === 'privacy.doubt_overdue')).toHaveLength(1);
  expect(told.filter((kind: string) => kind === 'privacy.review_overdue')).toHaveLength(1);
});
