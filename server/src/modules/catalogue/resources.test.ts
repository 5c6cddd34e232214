import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DutyView } from '@fengqiao/contract/catalogue/duties.ts';
import type { ProposalView } from '@fengqiao/contract/catalogue/proposals.ts';
import type { ResourceView } from '@fengqiao/contract/catalogue/resources.ts';
import { rooms as house } from '../../app.ts';
import type { TestPerson } from '#test/people.ts';
import { startWorld, type World } from '#test/world.ts';
import { assessment, content, ledgerRoom } from './catalogue.fixture.ts';
import { catalogueRoomOf } from './index.ts';

let world: World;
let clerk: TestPerson;
let head: TestPerson;
let other: TestPerson;
let steward: TestPerson;

beforeAll(async () => {
  const rooms = [...house.filter(({ name }) => name !== 'catalogue'), ledgerRoom];
  world = await startWorld({ rooms: [...rooms, catalogueRoomOf(() => [ledgerRoom])] });
  clerk = await world.person('department', 'urban_ops');
  head = await world.person('department', 'urban_ops');
  other = await world.person('department', 'law_enforcement');
  steward = await world.person('steward', 'centre');
  await world.as(clerk).post('/api/catalogue/assessments', assessment);
});
afterAll(() => world.close());

const codeOf = async (reply: Promise<{ statusCode: number; json(): { code: string } }>) => {
  const { statusCode, json } = await reply;
  return [statusCode, statusCode < 400 ? 'allowed' : json().code];
};
const propose = async (by: TestPerson, body: Record<string, unknown> = {}) =>
  (
    await world.as(by).post('/api/catalogue/proposals', { content, reason: '新建台账', ...body })
  ).json<ProposalView>();
const act = (by: TestPerson, path: string, body: unknown = {}) =>
  world.as(by).post(`/api/catalogue/${path}`, body);
async function published(): Promise<ResourceView> {
  const { id } = await propose(clerk);
  await act(head, `proposals/${id}/endorsement`);
  return (await act(steward, `proposals/${id}/publication`)).json<ResourceView>();
}

describe('a resource comes into the catalogue', () => {
  test('proposed by one person of the unit, endorsed by another, published by the steward within two work days', async () => {
    const proposed = await propose(clerk);
    expect([proposed.state, proposed.provider, proposed.may.endorse]).toEqual([
      'proposed',
      'urban_ops',
      false,
    ]);
    expect(await codeOf(act(clerk, `proposals/${proposed.id}/endorsement`))).toEqual([
      409,
      'catalogue.same_person',
    ]);
    expect(await codeOf(act(other, `proposals/${proposed.id}/endorsement`))).toEqual([
      403,
      'catalogue.not_your_unit',
    ]);
    expect(await codeOf(act(steward, `proposals/${proposed.id}/publication`))).toEqual([
      409,
      'catalogue.not_waiting',
    ]);
    const endorsed = (await act(head, `proposals/${proposed.id}/endorsement`)).json<ProposalView>();
    // Monday morning; two work days end on Wednesday at the close of business.
    expect(endorsed.dueAt).toBe('2026-11-25T09:00:00.000Z');
    const view = (await act(steward, `proposals/${proposed.id}/publication`)).json<ResourceView>();
    expect(view.row).toMatchObject({
      provider: 'urban_ops',
      grade: 4,
      connected: false,
      quality: null,
      state: 'published',
    });
    expect(view.row.code).toMatch(/^301001\/\d{6}$/);
    expect([view.approval?.reviewedBy, view.approval?.publishedBy]).toEqual([head.name, steward.name]);
    expect(view.approval?.reviewedAt).toBe('2026-11-23T02:00:00.000Z');
  });

  test('its code tells class, item, group and sub-group; its length, rules and relatives are said', async () => {
    const { row } = await published();
    const more = {
      ...content,
      theme: 'safety',
      category: ['公共安全', '养犬安全', '烈性犬'],
      providerCode: '91350100M000100Y43',
      related: [row.code, '999999/000000'],
      qualityRules: [{ aspect: 'accurate', rule: '犬证号与芯片号一致' }],
      items: content.items.map((item) => ({ ...item, length: 40 })),
    };
    const wrong = { content: { ...more, providerCode: '91350100M000100Y44' }, reason: '新建台账' };
    expect((await act(clerk, 'proposals', wrong)).json().details.fields).toEqual(['providerCode']);
    const { id } = await propose(clerk, { content: more });
    await act(head, `proposals/${id}/endorsement`);
    const view = (await act(steward, `proposals/${id}/publication`)).json<ResourceView>();
    expect(view.row.code).toMatch(/^2020011\/\d{6}$/);
    expect(view.content.items[0]?.length).toBe(40);
    expect(view.related.map(({ code }) => code)).toEqual([row.code]);
    const { items } = (
      await world.as(other).get(`/api/catalogue/resources?q=${encodeURIComponent(view.row.code)}`)
    ).json<{
      items: { id: string }[];
    }>();
    expect(items.map((one) => one.id)).toEqual([view.row.id]);
  });

  test('never without what the law asks for', async () => {
    const { assessmentNo: _, ...bare } = content;
    const reply = await act(clerk, 'proposals', { content: bare, reason: '新建台账' });
    expect([reply.statusCode, reply.json().code, reply.json().details.fields]).toEqual([
      422,
      'catalogue.incomplete',
      ['assessmentNo'],
    ]);
  });

  test('an impact assessment is chosen from the register, and one that found it may not be done serves nothing', async () => {
    const unfit = await act(clerk, 'assessments', { ...assessment, conclusion: 'not_acceptable' });
    const { no, keptUntil } = unfit.json<{ no: string; keptUntil: string }>();
    expect([no, keptUntil]).toEqual([expect.stringMatching(/^PIA-2026-\d{4}$/), '2029-11-23']);
    const withNo = (assessmentNo: string) =>
      codeOf(act(clerk, 'proposals', { content: { ...content, assessmentNo }, reason: '新建台账' }));
    expect(await withNo('PIA-2026-9999')).toEqual([422, 'catalogue.no_such_assessment']);
    expect(await withNo(no)).toEqual([422, 'catalogue.assessed_unfit']);
    const later = { ...assessment, assessedOn: '2026-12-01' };
    expect(await codeOf(act(clerk, 'assessments', later))).toEqual([422, 'catalogue.day_ahead']);
    const { row } = await published();
    const { items } = (await world.as(other).get('/api/catalogue/assessments?q=PIA-2026-0001')).json<{
      items: { resources: { id: string }[] }[];
    }>();
    expect(items[0]?.resources.map(({ id }) => id)).toContain(row.id);
  });

  test('a change waits beside the entry, one at a time, and is its unit’s own business', async () => {
    const { row } = await published();
    const change = { resource: row.id, content: { ...content, cycle: 'weekly' }, reason: '改为每周更新' };
    expect(await codeOf(act(other, 'proposals', change))).toEqual([403, 'catalogue.not_your_unit']);
    const { id } = await propose(clerk, change);
    expect(await codeOf(act(head, 'proposals', change))).toEqual([409, 'catalogue.proposal_open']);
    const before = (await world.as(clerk).get(`/api/catalogue/resources/${row.id}`)).json<ResourceView>();
    expect([before.row.cycle, before.version, before.proposal]).toEqual(['monthly', 1, id]);
    await act(head, `proposals/${id}/endorsement`);
    const after = (await act(steward, `proposals/${id}/publication`)).json<ResourceView>();
    expect([after.row.cycle, after.version, after.proposal]).toEqual(['weekly', 2, null]);
  });

  test('what is sent back says what to change, and whoever proposed it is told', async () => {
    const { id } = await propose(clerk);
    await act(head, `proposals/${id}/endorsement`);
    const back = (
      await act(steward, `proposals/${id}/return`, { answer: '请补充数据项说明' })
    ).json<ProposalView>();
    expect([back.state, back.answer]).toEqual(['sent_back', '请补充数据项说明']);
    const { items } = (await world.as(clerk).get('/api/messages')).json<{ items: { zh: string }[] }>();
    expect(items.some(({ zh }) => zh.includes('请补充数据项说明'))).toBe(true);
  });

  test('a change of it is proposed once, however many propose at the same moment', async () => {
    const { row } = await published();
    const change = { resource: row.id, content: { ...content, cycle: 'weekly' }, reason: '改为每周更新' };
    for (let round = 0; round < 6; round += 1) {
      // Connections are there already, so that the two acts truly meet.
      await Promise.all([clerk, head].map((by) => world.as(by).get('/api/me')));
      const both = await Promise.all([clerk, head].map((by) => act(by, 'proposals', change)));
      expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
      const { id } = both.find(({ statusCode }) => statusCode === 200)?.json<ProposalView>() ?? { id: '' };
      await act(steward, `proposals/${id}/return`, { answer: '请补充理由' });
    }
  });

  test('what was withdrawn is changed no more, and a change of it that waited is sent back', async () => {
    const { row } = await published();
    const change = { resource: row.id, content: { ...content, cycle: 'weekly' }, reason: '改为每周更新' };
    const { id } = await propose(clerk, change);
    await act(head, `proposals/${id}/endorsement`);
    await act(steward, `resources/${row.id}/withdrawal`, { reason: '并入城管综合台账' });
    const no = [409, 'catalogue.not_waiting'];
    expect(await codeOf(act(steward, `proposals/${id}/publication`))).toEqual(no);
    expect(await codeOf(act(steward, `proposals/${id}/return`, { answer: '资源已撤下' }))).toEqual([
      200,
      'allowed',
    ]);
    expect(await codeOf(act(clerk, 'proposals', change))).toEqual(no);
  });

  test('whoever has to publish it hears of it when its two work days begin, and who proposed it when it stands', async () => {
    const { id } = await propose(clerk, { content: { ...content, name: { zh: '犬只免疫', en: 'Dogs' } } });
    const tellings = async (by: TestPerson, words: string) =>
      (await world.as(by).get('/api/messages?limit=100'))
        .json<{ items: { zh: string }[] }>()
        .items.filter(({ zh }) => zh.includes('犬只免疫') && zh.includes(words)).length;
    await act(head, `proposals/${id}/endorsement`);
    expect(await tellings(steward, '2 个工作日内')).toBe(1);
    await act(steward, `proposals/${id}/publication`);
    expect(await tellings(clerk, '已发布')).toBe(1);
  });

  test('only posts that speak for its unit are offered to act for it', async () => {
    const { row } = await published();
    const auditor = await world.person('auditor', 'urban_ops');
    const raised = await act(other, `resources/${row.id}/doubts`, { text: '有三户地址写错了楼栋' });
    const doubts = async (by: TestPerson) =>
      (await world.as(by).get(`/api/catalogue/doubts?resource=${row.id}`)).json<{
        items: { may: { answer: boolean } }[];
      }>().items;
    expect([(await doubts(clerk))[0]?.may.answer, (await doubts(auditor))[0]?.may.answer]).toEqual([
      true,
      false,
    ]);
    const said = { corrected: true, answer: '已按现场核对更正三户' };
    await act(clerk, `doubts/${raised.json<{ id: string }>().id}/answer`, said);
    const { id } = await propose(clerk);
    const may = async (by: TestPerson) =>
      (await world.as(by).get(`/api/catalogue/proposals/${id}`)).json<ProposalView>().may.endorse;
    expect([await may(head), await may(auditor)]).toEqual([true, false]);
  });

  test('it is found by its words, fields, unit and kind of sharing, and withdrawn with a reason', async () => {
    const { row } = await published();
    const found = async (query: string) =>
      (await world.as(other).get(`/api/catalogue/resources?${query}`))
        .json<{ items: { id: string }[] }>()
        .items.map(({ id }) => id);
    for (const query of [
      'q=犬证号',
      'q=Keeper',
      'provider=urban_ops',
      'shareType=conditional',
      'base=business',
      'connected=false',
    ])
      expect(await found(query), query).toContain(row.id);
    // How the entry is kept is none of its words.
    for (const query of [
      'q=secrecyReview',
      'q=shareScope',
      'q=水表',
      'provider=centre',
      'shareType=none',
      'base=house',
      'connected=true',
    ])
      expect(await found(query), query).not.toContain(row.id);
    await act(steward, `resources/${row.id}/withdrawal`, { reason: '并入城管综合台账' });
    expect(await found('q=犬证号')).not.toContain(row.id);
    expect(await codeOf(act(steward, `resources/${row.id}/withdrawal`, { reason: '再撤一次' }))).toEqual([
      409,
      'catalogue.not_waiting',
    ]);
  });
});

describe('what the street already holds', () => {
  test('what a room tells of waits for two people, and no program says that it was reviewed', async () => {
    await world.settle();
    const found = async (query: string) =>
      (await world.as(steward).get(`/api/catalogue/${query}`)).json<{ items: { id: string }[] }>().items;
    expect(await found('resources?q=测试人口台账')).toEqual([]);
    const [drafted] = await found('proposals?state=drafted');
    const one = async () =>
      (await world.as(steward).get(`/api/catalogue/proposals/${drafted?.id}`)).json<ProposalView>();
    const draft = await one();
    expect([draft.byRoom, draft.proposedBy, draft.content.secrecyReview, draft.content.assessmentNo]).toEqual(
      [true, null, undefined, undefined],
    );
    const complete = (by: TestPerson, of: object) =>
      codeOf(act(by, `proposals/${draft.id}/completion`, { content: { ...draft.content, ...of } }));
    const said = { secrecyReview: '经审查不涉密', assessmentNo: 'PIA-2026-0001', keptMonths: 36 };
    expect(await complete(steward, { ...said, assessmentNo: undefined })).toEqual([
      422,
      'catalogue.incomplete',
    ]);
    expect(await complete(steward, { ...said, items: draft.content.items.slice(1) })).toEqual([
      422,
      'catalogue.fields_kept',
    ]);
    expect(await complete(other, said)).toEqual([403, 'catalogue.not_your_unit']);
    expect(await codeOf(act(steward, `proposals/${draft.id}/endorsement`))).toEqual([
      409,
      'catalogue.not_waiting',
    ]);
    expect(await complete(steward, said)).toEqual([200, 'allowed']);
    expect(await codeOf(act(steward, `proposals/${draft.id}/publication`))).toEqual([
      409,
      'catalogue.same_person',
    ]);
    const second = await world.person('steward', 'centre');
    await act(second, `proposals/${draft.id}/return`, { answer: '请写明保密审查结论' });
    await world.settle();
    expect([(await one()).state, (await found('proposals?state=drafted')).length]).toEqual(['sent_back', 0]);
    expect(await complete(steward, said)).toEqual([200, 'allowed']);
    expect(await codeOf(act(second, `proposals/${draft.id}/publication`))).toEqual([200, 'allowed']);
  });

  test('a room’s collection is measured from its data, once a day', async () => {
    await world.settle();
    const { items } = (await world.as(steward).get('/api/catalogue/resources?q=测试人口台账')).json<{
      items: ResourceView['row'][];
    }>();
    const quality = items[0]?.quality;
    expect(items[0]).toMatchObject({ connected: true, provider: 'centre', base: 'population', grade: 3 });
    expect(quality?.completeness).toBeCloseTo(5 / 6);
    expect(quality?.validity).toBeCloseTo(0.75);
    expect([quality?.rows, quality?.timeliness]).toEqual([40, 1]);
    world.clock.advance({ days: 1, minutes: 1 });
    await world.settle();
    const view = (
      await world.as(steward).get(`/api/catalogue/resources/${items[0]?.id}`)
    ).json<ResourceView>();
    expect(view.history).toHaveLength(2);
    expect(view.fieldQuality.find(({ name }) => name === 'phone')).toMatchObject({ filled: 0.5, valid: 1 });
    const summary = (await world.as(steward).get('/api/catalogue')).json();
    expect(summary).toMatchObject({ connected: 1, stale: 0 });
  });

  test('is named before somebody collects it again, by any of its names, but not where it is being entered itself', async () => {
    const { items } = (await act(other, 'held', { fields: ['身份证号', '手机号', 'dog_no', '血型'] })).json<{
      items: { asked: string; field: string; provider: string }[];
    }>();
    expect([...new Set(items.map(({ asked }) => asked))].toSorted()).toEqual(
      ['身份证号', '手机号', 'dog_no'].toSorted(),
    );
    const { row } = await published();
    const besides = (await act(other, 'held', { fields: ['dog_no'], besides: row.id })).json<{
      items: { resource: string }[];
    }>();
    expect(besides.items.map(({ resource }) => resource)).not.toContain(row.id);
    expect(besides.items.length).toBeGreaterThan(0);
  });
});

test('a doubt and an endorsed entry that nobody decides in time are told to whom they wait for, once', async () => {
  const leader = await world.person('leader', 'street');
  const { row } = await published();
  await act(other, `resources/${row.id}/doubts`, { text: '有三户地址写错了楼栋' });
  const { id } = await propose(clerk, { resource: row.id });
  await act(head, `proposals/${id}/endorsement`);
  const tellings = async (by: TestPerson, words: string) =>
    (await world.as(by).get('/api/messages?limit=100'))
      .json<{ items: { zh: string }[] }>()
      .items.filter(({ zh }) => zh.includes(words)).length;
  world.clock.advance({ days: 5 });
  await world.settle();
  expect(await tellings(steward, '尚未发布或退回')).toBe(1);
  expect(await tellings(leader, '尚未答复')).toBe(0);
  world.clock.advance({ days: 14 });
  await world.settle();
  await world.settle();
  expect(await tellings(steward, '尚未发布或退回')).toBe(1);
  for (const by of [clerk, other, leader]) expect(await tellings(by, '数据校核已超过')).toBe(1);
});

test('a change of law or duty starts a clock of ten work days, which only the update itself or the steward ends', async () => {
  world.clock.set('2026-11-23T02:00:00Z');
  const { row } = await published();
  const change = { change: 'law', basis: '《江苏省养犬管理条例》修订', occurredOn: '2026-11-20' };
  const path = `resources/${row.id}/duties`;
  expect(await codeOf(act(other, path, change))).toEqual([403, 'catalogue.not_your_unit']);
  expect(await codeOf(act(steward, path, { ...change, occurredOn: '2026-11-24' }))).toEqual([
    422,
    'catalogue.day_ahead',
  ]);
  const opened = (await act(steward, path, change)).json<DutyView>();
  expect([opened.dueAt, opened.state, opened.may.extend]).toEqual(['2026-12-04T09:00:00.000Z', 'open', true]);
  const longer = { workDays: 5, reason: '数据项较多' };
  const extended = (await act(steward, `duties/${opened.id}/extension`, longer)).json<DutyView>();
  expect(extended.dueAt).toBe('2026-12-11T09:00:00.000Z');
  expect(await codeOf(act(steward, `duties/${opened.id}/extension`, longer))).toEqual([
    409,
    'catalogue.update_extended_once',
  ]);
  const second = (await act(clerk, path, { ...change, change: 'duty' })).json<DutyView>();
  const closed = (
    await act(steward, `duties/${second.id}/closure`, { reason: '职责未涉及该资源' })
  ).json<DutyView>();
  expect([closed.state, closed.ending]).toEqual(['closed', '职责未涉及该资源']);
  world.clock.set('2026-12-14T02:00:00Z');
  await world.settle();
  await world.settle();
  const told = (await world.as(steward).get('/api/messages?limit=100'))
    .json<{ items: { zh: string }[] }>()
    .items.filter(({ zh }) => zh.includes('目录更新已超过期限'));
  expect(told).toHaveLength(1);
  const states = async () =>
    (await world.as(other).get(`/api/catalogue/duties?resource=${row.id}`))
      .json<{ items: DutyView[] }>()
      .items.map(({ state }) => state);
  const handIn = async () => {
    const { id } = await propose(clerk, { resource: row.id });
    await act(head, `proposals/${id}/endorsement`);
    return id;
  };
  const first = await handIn();
  expect(await states()).toEqual(['closed', 'met']);
  // An update that was none does not end it.
  await act(steward, `proposals/${first}/return`, { answer: '没有按新条例更新' });
  expect(await states()).toEqual(['closed', 'open']);
  await handIn();
  expect(await states()).toEqual(['closed', 'met']);
});

test('a doubt about data is verified, corrected and answered by its provider within ten work days', async () => {
  const { row } = await published();
  const raised = (
    await act(other, `resources/${row.id}/doubts`, { field: 'address', text: '有三户地址写错了楼栋' })
  ).json();
  expect([raised.state, raised.by, raised.may.answer]).toEqual(['open', 'law_enforcement', false]);
  const said = { corrected: true, answer: '已按现场核对更正三户' };
  expect(await codeOf(act(other, `doubts/${raised.id}/answer`, said))).toEqual([
    403,
    'catalogue.not_your_unit',
  ]);
  expect((await act(clerk, `doubts/${raised.id}/answer`, said)).json()).toMatchObject({
    state: 'corrected',
    overdue: false,
  });
  expect(await codeOf(act(clerk, `doubts/${raised.id}/answer`, said))).toEqual([
    409,
    'catalogue.not_waiting',
  ]);
  const { items } = (await world.as(other).get(`/api/catalogue/doubts?resource=${row.id}`)).json<{
    items: { answer: string }[];
  }>();
  expect(items.map(({ answer }) => answer)).toEqual(['已按现场核对更正三户']);
});
