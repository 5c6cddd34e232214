import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ProposalView } from '@fengqiao/contract/catalogue/proposals.ts';
import type { ResourceView } from '@fengqiao/contract/catalogue/resources.ts';
import { rooms as house } from '../../app.ts';
import type { TestPerson } from '#test/people.ts';
import { startWorld, type World } from '#test/world.ts';
import { content, ledgerRoom } from './catalogue.fixture.ts';
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
    expect(view.row.code).toMatch(/^306\/\d{6}$/);
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
    for (const query of ['q=水表', 'provider=centre', 'shareType=none', 'base=house', 'connected=true'])
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
  test('a room’s collection enters by itself and is measured from its data, once a day', async () => {
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

  test('is named before somebody collects it again, by its Chinese, English or short name', async () => {
    const { items } = (await act(other, 'held', { fields: ['证件号码', 'Phone ', 'dog_no', '血型'] })).json<{
      items: { asked: string; field: string; provider: string }[];
    }>();
    expect([...new Set(items.map(({ asked }) => asked))].toSorted()).toEqual(
      ['Phone ', 'dog_no', '证件号码'].toSorted(),
    );
  });
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
