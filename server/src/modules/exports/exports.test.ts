import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ExportView } from '@fengqiao/contract/exports.ts';
import { refusals } from '@fengqiao/contract/refusals.ts';
import { knownAs } from '#modules/audit';
import { placeOf } from '#platform/files/disk.ts';
import { places } from '#test/ground.ts';
import { linesOf, register, startDesk, wanted, type Desk } from './exports.fixture.ts';

let desk: Desk;
let people: string[];
beforeAll(async () => {
  desk = await startDesk();
  people = await register(desk, 5);
}, 60_000);
afterAll(() => desk.world.close());

const preview = (by: keyof Desk & ('steward' | 'community' | 'dispatcher'), body: object) =>
  desk.world.as(desk[by]).post('/api/exports/preview', { ...body });
const codeOf = (reply: { json(): { code?: string } }) => reply.json().code;
const accesses = () =>
  desk.world.asSystem((work) =>
    work.db
      .selectFrom('audit.access')
      .selectAll()
      .where('action', '=', 'export.page')
      .orderBy('id')
      .execute(),
  );

test('before asking it is told how many rows, which grades and whose approval, and nobody is read', async () => {
  const { what } = wanted;
  expect((await preview('steward', { what, fields: ['name', 'phone'] })).json()).toMatchObject({
    rows: 5,
    more: false,
    grade: 2,
    approval: 'lead',
    barred: null,
  });
  expect((await preview('steward', { what, fields: ['name', 'idNumber'] })).json()).toMatchObject({
    grade: 3,
    approval: 'privacy',
  });
  expect((await preview('dispatcher', { what, fields: ['name'] })).json().barred.code).toBe(
    'exports.source_not_yours',
  );
  expect(codeOf(await preview('steward', { what, fields: ['shoeSize'] }))).toBe('exports.fields_unknown');
  expect(await accesses()).toEqual([]);
});

test('a list of people is asked for, approved by somebody else, made, marked, taken so many times and wiped', async () => {
  const asked = await desk.ask(desk.steward, {});
  const { id, no, state, approval } = asked.json<ExportView>();
  expect([state, approval, no]).toEqual(['asked', 'lead', expect.stringMatching(/^DC2026-\d{6}$/)]);
  await desk.world.settle();
  expect((await desk.read(desk.steward, id)).state).toBe('asked');
  expect(codeOf(await desk.take(desk.steward, id))).toBe('exports.not_ready');
  expect(codeOf(await desk.decide(desk.steward, id))).toBe('exports.own_request');
  expect(codeOf(await desk.decide(desk.officer, id))).toBe('exports.not_your_approval');
  expect((await desk.decide(desk.leader, id)).json().state).toBe('approved');
  expect(codeOf(await desk.decide(desk.steward2, id))).toBe('exports.not_waiting');
  await desk.world.settle();
  const made = await desk.read(desk.steward, id);
  expect(made).toMatchObject({ state: 'ready', rows: 5, people: 5, may: { download: true } });
  expect(new Date(made.expiresAt ?? 0).getTime() - new Date(made.readyAt ?? 0).getTime()).toBe(
    72 * 3_600_000,
  );
  expect((await desk.take(desk.leader, id)).statusCode).toBe(404);

  const taken = await desk.take(desk.steward, id);
  expect([taken.statusCode, taken.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
  const [mark, header, ...lines] = linesOf(taken.body);
  expect(mark?.join(',')).toMatch(
    new RegExp(`^${no}｜.*${desk.steward.name}｜2026-11-23 10:00｜用途：为走访和上门服务`),
  );
  expect(header).toEqual(['姓名', '联系电话', '导出编号']);
  expect(lines).toHaveLength(6);
  expect(lines.every((cells) => cells.at(-1) === no)).toBe(true);
  const real = lines.filter(([, phone]) => phone?.startsWith('1990001'));
  expect([real.length, lines.filter(([, phone]) => phone?.startsWith('1990000')).length]).toEqual([5, 1]);

  for (let n = 1; n < 5; n += 1) expect((await desk.take(desk.steward, id)).statusCode).toBe(200);
  expect(codeOf(await desk.take(desk.steward, id))).toBe('exports.taken_enough');
  expect((await desk.world.as(desk.officer).get(`/api/exports/${id}`)).json().taken).toHaveLength(5);
  desk.world.clock.advance({ hours: 72 });
  await desk.world.settle();
  expect(codeOf(await desk.take(desk.steward, id))).toBe('exports.expired');
  expect(await desk.read(desk.steward, id)).toMatchObject({
    state: 'wiped',
    why: { en: expect.stringContaining('term') },
  });
});

test('everybody in a file has it on their record as an export, with its purpose, reason and who approved it', async () => {
  const [row] = await accesses();
  expect(row).toMatchObject({
    account: desk.steward.account,
    purpose: 'visit',
    reason: wanted.reason,
    approved_by: desk.leader.account,
    fields: ['name', 'phone'],
  });
  expect(row?.subjects.toSorted()).toEqual(people.toSorted());
  const resident = await desk.world.person('resident');
  await desk.world.asSystem((work) => knownAs(work, resident.account, people[0] ?? ''));
  const [mine] = (await desk.world.as(resident).get('/api/me/accesses'))
    .json()
    .items.filter(({ flags }: { flags: string[] }) => flags.includes('export'));
  expect(mine).toMatchObject({ role: 'steward', purpose: 'visit', times: 1 });
});

test('what somebody took along counts into the people they have seen that day, and an approval lifts the hard limit', async () => {
  const seen = await desk.world.asSystem((work) =>
    work.db
      .selectFrom('audit.revealed_count')
      .select('people')
      .where('account', '=', desk.steward.account)
      .execute(),
  );
  expect(seen.map(({ people: n }) => Number(n))).toEqual([5]);
});

test('sensitive facts need the privacy officer, who is not who asked, and proof that it is still they', async () => {
  const fields = ['name', 'idNumber'];
  const stale = await desk.world.session({ role: 'steward', unit: 'centre', account: desk.steward2.account });
  await desk.world.asSystem((work) =>
    work.db
      .updateTable('identity.session')
      .set({ stepped_until: null })
      .where('account', '=', desk.steward2.account)
      .execute(),
  );
  expect(codeOf(await desk.world.as(stale).post('/api/exports', { ...wanted, fields }))).toBe(
    'identity.step_up_needed',
  );
  const { id, approval } = (await desk.ask(desk.steward, { fields })).json<ExportView>();
  expect(approval).toBe('privacy');
  expect((await desk.decide(desk.leader, id)).statusCode).toBe(404);
  expect((await desk.decide(desk.officer, id)).json().state).toBe('approved');
  await desk.world.settle();
  expect((await desk.take(desk.steward, id)).statusCode).toBe(200);
  await desk.world.asSystem((work) =>
    work.db
      .updateTable('identity.session')
      .set({ stepped_until: null })
      .where('account', '=', desk.steward.account)
      .execute(),
  );
  expect(codeOf(await desk.take(desk.steward, id))).toBe('identity.step_up_needed');
  await desk.world.asSystem((work) =>
    work.db
      .updateTable('identity.session')
      .set({ stepped_until: new Date('2030-01-01') })
      .where('account', 'in', [desk.steward.account, desk.steward2.account])
      .execute(),
  );
});

test('the database itself refuses an approval by whoever asked, and sensitive facts without the officer', async () => {
  const change = (set: object) =>
    desk.world.asSystem((work) =>
      work.db
        .updateTable('exports.export')
        .set(set)
        .where('requested_by', '=', desk.steward.account)
        .execute(),
    );
  await expect(change({ approved_by: desk.steward.account })).rejects.toThrow(/check/);
  await expect(change({ grade: 3, approval: 'lead' })).rejects.toThrow(/check/);
  await expect(change({ grade: 4 })).rejects.toThrow(/check/);
});

test('a purpose carries no graver facts than for a look, and a list without rows is not asked for', async () => {
  expect(codeOf(await desk.ask(desk.steward, { fields: ['idNumber'], purpose: 'deliver' }))).toBe(
    'audit.grade_beyond_purpose',
  );
  const what = { source: 'people', filters: { kind: 'migrant' } };
  expect(codeOf(await desk.ask(desk.steward, { what }))).toBe('exports.nothing_there');
  expect(codeOf(await desk.ask(desk.dispatcher, {}))).toBe('exports.source_not_yours');
});

test('whoever keeps a community takes its own people along and nobody else’s', async () => {
  const made = await desk.made(desk.community, {}, desk.leader);
  const all = await desk.world.asSystem((work) =>
    work.db.selectFrom('registry.person').select('id').where('community', '=', 'c01').execute(),
  );
  expect([made.rows, made.state]).toEqual([all.length, 'ready']);
  const neighbour = await desk.world.person('community', 'c02');
  expect(codeOf(await desk.ask(neighbour, {}))).toBe('exports.nothing_there');
  expect((await desk.world.as(neighbour).get(`/api/exports/${made.id}`)).statusCode).toBe(404);
});

test('a short list of cases needs nobody’s yes and opens as a workbook; its words count as about who reported', async () => {
  for (let i = 0; i < 3; i += 1)
    await desk.world.as(desk.intake).post('/api/cases', {
      text: `橹声路口路灯不亮，第 ${i} 处`,
      address: '橹声路口',
      channel: 'window',
      ...places['c01-g01'],
      contact: { name: '张三丰', phone: `1990002000${i}` },
    });
  const what = { source: 'cases', filters: { desk: 'open', sort: 'oldest' } };
  const light = await desk.made(desk.dispatcher, {
    what,
    fields: ['no', 'state', 'community'],
    format: 'xlsx',
  });
  expect([light.state, light.approval, light.rows, light.people]).toEqual(['ready', 'none', 3, 0]);
  const file = await desk.take(desk.dispatcher, light.id);
  expect(file.headers['content-type']).toContain('spreadsheetml');
  const heavy = await desk.made(desk.dispatcher, { what, fields: ['no', 'title'] }, desk.leader);
  expect([heavy.grade, heavy.people]).toEqual([2, 3]);
  const looked = (await accesses()).at(-1);
  expect([looked?.fields, looked?.subjects.length]).toEqual([['report'], 3]);
});

test('homes and organizations leave by the same way', async () => {
  for (const source of ['homes', 'organizations']) {
    const what = { source, filters: {} };
    const fields = source === 'homes' ? ['building', 'door', 'use'] : ['organization', 'creditCode', 'kind'];
    const told = (await preview('steward', { what, fields })).json();
    if (told.rows === 0)
      expect(codeOf(await desk.ask(desk.steward, { what, fields }))).toBe('exports.nothing_there');
    else expect((await desk.made(desk.steward, { what, fields })).rows).toBe(told.rows);
  }
});

test('an export is withdrawn, refused, called back, or ends with the post it was asked from', async () => {
  const one = (await desk.ask(desk.steward, {})).json<ExportView>();
  expect((await desk.world.as(desk.community).delete(`/api/exports/${one.id}`)).statusCode).toBe(404);
  expect((await desk.world.as(desk.steward).delete(`/api/exports/${one.id}`)).json()).toEqual({ ok: true });
  const two = (await desk.ask(desk.steward, {})).json<ExportView>();
  expect((await desk.decide(desk.leader, two.id, false)).json()).toMatchObject({
    state: 'refused',
    answer: '范围过大',
  });

  const three = await desk.made(desk.steward, {}, desk.steward2);
  const back = () =>
    desk.world.as(desk.officer).post(`/api/exports/${three.id}/wiping`, { reason: '用途已结束' });
  expect((await back()).json()).toMatchObject({ state: 'wiped', why: { zh: '用途已结束' } });
  expect(codeOf(await back())).toBe('exports.not_ready');

  const leaver = await desk.world.person('community', 'c01');
  const four = (await desk.ask(leaver, {})).json<ExportView>();
  await desk.world.asSystem((work) =>
    work.db
      .updateTable('identity.post')
      .set({ valid_to: work.now })
      .where('account', '=', leaver.account)
      .execute(),
  );
  await desk.decide(desk.leader, four.id);
  await desk.world.settle();
  expect((await desk.read(desk.leader, four.id)).why?.zh).toBe(refusals['exports.post_ended'].zh);
});

test('a list that grew beyond its approval is not made', async () => {
  const { id } = (await desk.ask(desk.steward, {})).json<ExportView>();
  await desk.decide(desk.leader, id);
  await desk.world.asSystem((work) =>
    work.db
      .updateTable('exports.export')
      .set({ rows: 1_000, state: 'making' })
      .where('id', '=', id)
      .execute(),
  );
  await desk.world.settle();
  expect(await desk.read(desk.steward, id)).toMatchObject({
    state: 'failed',
    why: { en: refusals['exports.grew'].en },
  });
});

test('on the disk a file is sealed, and whoever is erased takes every file along that holds them', async () => {
  const made = await desk.made(desk.steward, {}, desk.leader);
  const file = await fileAt(made);
  const bytes = readFileSync(file);
  for (const secret of ['张测乙', '19900010001', made.no]) expect(bytes.includes(secret)).toBe(false);
  const [person = ''] = people;
  const room = desk.world.platform.rooms.find(({ name }) => name === 'exports');
  await desk.world.asSystem(async (work) => room?.erase?.(work, { person, account: null, contacts: [] }));
  expect((await desk.read(desk.steward, made.id)).state).toBe('wiped');
  expect(existsSync(file)).toBe(false);
});

const fileAt = async ({ id }: ExportView): Promise<string> => {
  const { sha256 } = await desk.world.asSystem((work) =>
    work.db.selectFrom('exports.export').select('sha256').where('id', '=', id).executeTakeFirstOrThrow(),
  );
  return placeOf(desk.world.platform.settings.dataDir, sha256 ?? '');
};

test('a list of others: the auditor and the officer see all, nobody else sees more than their own or what waits for them', async () => {
  const auditor = await desk.world.person('auditor');
  const listed = async (by: Parameters<Desk['read']>[0], part: string) =>
    (await desk.world.as(by).get(`/api/exports?part=${part}`)).json().items as ExportView[];
  expect((await listed(auditor, 'all')).length).toBeGreaterThan(8);
  expect((await listed(desk.community, 'all')).every(({ mine }) => mine)).toBe(true);
  const { id } = (await desk.ask(desk.steward, {})).json<ExportView>();
  expect((await listed(desk.leader, 'waiting')).map((one) => one.id)).toEqual([id]);
  expect(await listed(desk.steward, 'waiting')).toEqual([]);
});
