import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RequestRow } from '@fengqiao/contract/catalogue/requests.ts';
import type { ResourceView } from '@fengqiao/contract/catalogue/resources.ts';
import { makeApiKey } from '#test/api-key.ts';
import type { World } from '#test/world.ts';
import { people } from './catalogue.fixture.ts';
import { code, startSharing, view, type Seat, type Sharing } from './sharing.fixture.ts';

let sharing: Sharing;
let world: World;
beforeAll(async () => {
  sharing = await startSharing();
  ({ world } = sharing);
});
afterAll(() => world.close());
beforeEach(() => world.clock.set('2026-11-23T02:00:00Z'));

const post: Sharing['post'] = (...of) => sharing.post(...of);
const asking: Sharing['asking'] = (of) => sharing.asking(of);
const submitted: Sharing['submitted'] = (of) => sharing.submitted(of);
const active: Sharing['active'] = (fields) => sharing.active(fields);
const tellings: Sharing['tellings'] = (...of) => sharing.tellings(...of);

describe('a department asks, waits and gets a part of the fields', () => {
  test('its own unit approves first, the answer is due in ten work days, delivery in twenty', async () => {
    const asked = await view(post('asker', 'requests', asking()));
    expect([asked.row.state, asked.row.waitsOn, asked.may.approve]).toEqual([
      'asked',
      'law_enforcement',
      false,
    ]);
    expect(await code(post('asker', `requests/${asked.row.id}/approval`))).toBe('catalogue.same_person');
    const sent = await view(post('second', `requests/${asked.row.id}/approval`));
    expect([sent.row.state, sent.row.waitsOn, sent.row.dueAt]).toEqual([
      'submitted',
      'centre',
      '2026-12-07T09:00:00.000Z',
    ]);
    const granted = await view(
      post('holder', `requests/${asked.row.id}/grant`, { fields: ['name'], answer: '电话超出最小必要' }),
    );
    expect(granted.items.map(({ name, granted: got }) => [name, got])).toEqual([
      ['name', true],
      ['phone', false],
    ]);
    expect(granted.row.dueAt).toBe('2026-12-21T09:00:00.000Z');
    const given = await view(
      post('holder', `requests/${asked.row.id}/delivery`, { delivery: '通过本平台接口提供' }),
    );
    expect(given.row.state).toBe('active');
    expect(given.steps.map(({ act }) => act)).toEqual(['ask', 'approve', 'grant', 'deliver']);
  });

  test('only the granted fields are read, by the asking unit, and each reading is on record for the people in it', async () => {
    const { row } = await active(['name']);
    const reading = { why: '核对案件当事人' };
    expect(await code(post('holder', `requests/${row.id}/use`, reading))).toBe('catalogue.not_your_unit');
    const used = (await post('asker', `requests/${row.id}/use`, reading)).json();
    expect(used.columns.map((column: { name: string }) => column.name)).toEqual(['name']);
    expect(used.rows).toEqual(people.map(({ name }) => [name]));
    const records = await world.asSystem((work) =>
      work.db.selectFrom('audit.access').selectAll().where('object', '=', `share:${row.id}`).execute(),
    );
    expect(records.map(({ subjects, purpose }) => [subjects, purpose])).toEqual([
      [people.map(({ id }) => id), 'share'],
    ]);
    const seen = await sharing.read('asker', row.id);
    expect(seen.uses).toMatchObject({ times: 1, rows: 2 });
    const kinds = async (name: Seat) =>
      (await world.as(sharing.who(name)).get(`/api/catalogue/resources/${sharing.ledger}`))
        .json<ResourceView>()
        .lineage.map(({ kind }) => kind);
    expect(await kinds('holder')).toEqual(expect.arrayContaining(['granted', 'delivered', 'used']));
    expect(await kinds('stranger')).not.toContain('used');
  });

  test('a share that is suspended, ended or past its term gives nothing', async () => {
    const { row } = await active();
    const use = () => code(post('asker', `requests/${row.id}/use`, { why: '核对当事人' }));
    expect(await use()).toBe('allowed');
    await post('privacy', `requests/${row.id}/suspension`, { reason: '发现用于其他目的' });
    expect(await use()).toBe('catalogue.share_not_in_force');
    await post('holder', `requests/${row.id}/resumption`, { reason: '已整改' });
    expect(await use()).toBe('allowed');
    world.clock.set('2027-05-24T02:00:00Z');
    await world.settle();
    expect(await use()).toBe('catalogue.share_not_in_force');
    const ended = await view(post('asker', `requests/${row.id}/disposal`, { how: '已删除本地副本' }));
    expect([ended.row.state, ended.steps.map(({ act }) => act).slice(-2)]).toEqual([
      'disposed',
      ['expire', 'dispose'],
    ]);
  });

  test('a resource whose data lies elsewhere is delivered elsewhere, and cannot be withdrawn while it is used', async () => {
    const { row } = await submitted({ resource: sharing.dogs, fields: ['dogNo'] });
    await post('dogKeeper', `requests/${row.id}/grant`, { fields: ['dogNo'], answer: '同意' });
    await post('dogKeeper', `requests/${row.id}/delivery`, { delivery: '线下移交加密光盘' });
    expect(await code(post('asker', `requests/${row.id}/use`, { why: '查证犬只' }))).toBe(
      'catalogue.not_connected',
    );
    expect(await code(post('steward', `resources/${sharing.dogs}/withdrawal`, { reason: '撤下' }))).toBe(
      'catalogue.in_use',
    );
    await post('asker', `requests/${row.id}/termination`, { reason: '案件已办结' });
    expect(await code(post('asker', `requests/${row.id}/disposal`, { how: '已销毁' }))).toBe('allowed');
  });
});

describe('a request is checked before anybody has to read it', () => {
  test('sensitive facts need the article of a law, special care is never shared, companies get no people', async () => {
    expect(await code(post('asker', 'requests', asking({ fields: ['idNumber'] })))).toBe(
      'catalogue.not_compliant',
    );
    expect(
      await code(
        post('asker', 'requests', asking({ fields: ['idNumber'], basis: '《行政处罚法》第五十四条' })),
      ),
    ).toBe('allowed');
    expect(
      await code(
        post(
          'asker',
          'requests',
          asking({ resource: sharing.dogs, fields: ['care'], basis: '《行政处罚法》第五十四条' }),
        ),
      ),
    ).toBe('catalogue.not_compliant');
    expect(await code(post('company', 'requests', asking()))).toBe('catalogue.not_compliant');
    await active();
    const { findings } = (await post('asker', 'requests/check', asking({ until: '2029-01-01' }))).json();
    expect(findings).toEqual(['term_too_long', 'already_granted']);
  });

  test('it has to say what is asked of whom', async () => {
    expect(await code(post('asker', 'requests', asking({ resource: undefined })))).toBe(
      'catalogue.what_is_asked',
    );
    expect(
      await code(
        post(
          'asker',
          'requests',
          asking({ kind: 'upward', resource: undefined, provider: 'urban_ops', wanted: '婚姻登记' }),
        ),
      ),
    ).toBe('catalogue.what_is_asked');
    expect(
      await code(post('dogKeeper', 'requests', asking({ resource: sharing.dogs, fields: ['dogNo'] }))),
    ).toBe('catalogue.what_is_asked');
  });
});

describe('there is no silent yes, and no silent no', () => {
  test('an answer that is overdue stays open, is told to the leaders once, and can be disputed up to the arbiter', async () => {
    const { row } = await submitted();
    expect(await code(post('asker', `requests/${row.id}/dispute`, { reason: '太慢' }))).toBe(
      'catalogue.not_disputable',
    );
    world.clock.set('2026-12-08T02:00:00Z');
    await world.settle();
    expect(await tellings('leader', row.no, '逾期不视为同意')).toBe(1);
    expect((await sharing.read('asker', row.id)).row).toMatchObject({
      state: 'submitted',
      overdue: true,
    });
    const waits = (await world.as(sharing.who('leader')).get('/api/catalogue/waits')).json<{
      items: { waiting: string; on: string; overdue: number }[];
    }>();
    expect(
      waits.items.find(({ waiting, on }) => waiting === 'law_enforcement' && on === 'centre')?.overdue,
    ).toBeGreaterThan(0);
    await post('asker', `requests/${row.id}/dispute`, { reason: '逾期未答复' });
    expect(
      await code(
        post('leader', `requests/${row.id}/dispute/decision`, { fields: ['name'], text: '应当提供姓名' }),
      ),
    ).toBe('catalogue.not_waiting');
    world.clock.set('2026-12-16T02:00:00Z');
    await world.settle();
    const decided = await view(
      post('leader', `requests/${row.id}/dispute/decision`, { fields: ['name'], text: '应当提供姓名' }),
    );
    expect(decided.row).toMatchObject({ state: 'granted', dispute: 'decided' });
    world.clock.set('2027-01-20T02:00:00Z');
    await world.settle();
    expect(await tellings('leader', row.no, '尚未提供数据')).toBe(1);
    expect(await tellings('asker', row.no, '尚未提供数据')).toBe(1);
  });

  test('each clock that runs out is told, and told once: the answer, the longer one, the delivery', async () => {
    const { row } = await submitted();
    await post('authority', `requests/${row.id}/extension`, { workDays: 5, reason: '数据量较大' });
    world.clock.set('2026-12-15T02:00:00Z');
    await world.settle();
    await world.settle();
    expect(await tellings('leader', row.no, '尚未答复')).toBe(1);
    await post('holder', `requests/${row.id}/grant`, { fields: ['name', 'phone'], answer: '同意' });
    expect((await sharing.read('asker', row.id)).may.dispute).toBe(false);
    world.clock.set('2027-01-20T02:00:00Z');
    await world.settle();
    expect(await tellings('leader', row.no, '尚未提供数据')).toBe(1);
    expect((await sharing.read('asker', row.id)).may.dispute).toBe(true);
  });

  test('a dispute with a bureau goes to the district and not to the leader of the street, step by step and on record', async () => {
    const { row } = await submitted({
      kind: 'upward',
      resource: undefined,
      provider: 'district_command',
      wanted: '婚姻登记',
    });
    const path = `requests/${row.id}`;
    const said = { ground: 'too_much', answer: '超出最小必要范围' };
    await post('bureau', `${path}/refusal`, said);
    await post('asker', `${path}/dispute`, { reason: '确需核对' });
    world.clock.set('2026-12-01T02:00:00Z');
    await world.settle();
    const outcome = { agreed: false, fields: [], text: '双方未达成一致' };
    expect(await code(post('bureau', `${path}/dispute/coordination`, outcome))).toBe(
      'catalogue.not_the_judge',
    );
    const passed = await view(post('authority', `${path}/dispute/coordination`, outcome));
    expect([passed.row.dispute, passed.row.forum, passed.row.waitsOn]).toEqual([
      'arbitration',
      'district',
      null,
    ]);
    const decision = { fields: ['name'], text: '应当提供姓名' };
    expect(await code(post('leader', `${path}/dispute/decision`, decision))).toBe('catalogue.not_the_judge');
    expect(await code(post('authority', `${path}/dispute/decision`, decision))).toBe(
      'catalogue.decision_number',
    );
    const numbered = { ...decision, decisionNo: '示政决〔2026〕14 号' };
    const decided = await view(post('authority', `${path}/dispute/decision`, numbered));
    expect([decided.row.state, decided.row.dispute, decided.decisionNo]).toEqual([
      'granted',
      'decided',
      '示政决〔2026〕14 号',
    ]);
    expect(decided.steps.map(({ act }) => act).slice(-5)).toEqual([
      'dispute',
      'to_coordination',
      'coordinate',
      'to_decision',
      'arbitrate',
    ]);
    expect(await tellings('asker', row.no, '区人民政府决定')).toBe(1);
    expect(await tellings('leader', row.no, '区人民政府决定')).toBe(0);
  });

  test('a bureau that answers on its own platform is recorded by one person and confirmed by another, and the request moves', async () => {
    const { row } = await submitted({
      kind: 'upward',
      resource: undefined,
      provider: 'district_command',
      wanted: '婚姻登记',
    });
    const path = `requests/${row.id}/outside`;
    const said = {
      through: 'province',
      reference: 'SGX-2026-0815',
      answeredOn: '2026-11-23',
      outcome: 'granted',
      fields: ['name'],
      text: '省平台答复同意提供姓名',
    };
    expect(await code(post('bureau', path, said))).toBe('catalogue.not_your_unit');
    expect(await code(post('asker', path, { ...said, outcome: 'refused' }))).toBe(
      'catalogue.outside_incomplete',
    );
    expect(await code(post('asker', path, { ...said, answeredOn: '2026-12-24' }))).toBe(
      'catalogue.outside_incomplete',
    );
    const recorded = await view(post('asker', path, said));
    expect([recorded.row.state, recorded.may.confirmOutside]).toEqual(['submitted', false]);
    expect(await code(post('second', path, said))).toBe('catalogue.outside_waits');
    expect(await code(post('asker', `${path}/confirmation`))).toBe('catalogue.same_person');
    const rejected = await view(post('second', `${path}/rejection`, { reason: '编号与原件不符' }));
    expect([rejected.row.state, rejected.outside[0]?.state]).toEqual(['submitted', 'rejected']);
    expect(await code(post('second', `${path}/confirmation`))).toBe('catalogue.not_waiting');
    await post('asker', path, said);
    const confirmed = await view(post('second', `${path}/confirmation`));
    expect([confirmed.row.state, confirmed.row.dueAt]).toEqual(['granted', '2026-12-21T09:00:00.000Z']);
    expect(confirmed.items.map(({ granted }) => granted)).toEqual([true, false]);
    const delivered = { ...said, outcome: 'delivered', text: '已从省平台下载，存于专网文件柜' };
    expect(await code(post('asker', path, said))).toBe('catalogue.not_outside');
    await post('second', path, delivered);
    const active = await view(post('asker', `${path}/confirmation`));
    expect([active.row.state, active.delivery]).toEqual(['active', '已从省平台下载，存于专网文件柜']);
    expect(active.outside.map(({ reference, state }) => [reference, state])).toEqual([
      ['SGX-2026-0815', 'confirmed'],
      ['SGX-2026-0815', 'confirmed'],
      ['SGX-2026-0815', 'rejected'],
    ]);
    const own = await submitted();
    expect(await code(post('asker', `requests/${own.row.id}/outside`, said))).toBe('catalogue.not_outside');
  });

  test('what is missing is said once; more time is given once, and not by who needs it', async () => {
    const { row } = await submitted();
    const missing = { missing: '请写明案件类型' };
    expect((await view(post('holder', `requests/${row.id}/supplement`, missing))).row.dueAt).toBeNull();
    const supplied = { basis: '依照三定方案', scenario: '查处占道经营案件', scope: '案件经办人两人' };
    expect((await view(post('asker', `requests/${row.id}/supply`, supplied))).asked.scenario).toBe(
      '查处占道经营案件',
    );
    expect(await code(post('holder', `requests/${row.id}/supplement`, missing))).toBe(
      'catalogue.supplement_once',
    );
    const longer = { workDays: 5, reason: '数据量较大' };
    expect((await view(post('authority', `requests/${row.id}/extension`, longer))).row.dueAt).toBe(
      '2026-12-14T09:00:00.000Z',
    );
    expect(await code(post('authority', `requests/${row.id}/extension`, longer))).toBe(
      'catalogue.extended_once',
    );
    const refused = await view(
      post('holder', `requests/${row.id}/refusal`, { ground: 'too_much', answer: '超出最小必要范围' }),
    );
    expect([refused.row.state, refused.ground]).toEqual(['refused', 'too_much']);
    await post('asker', `requests/${row.id}/dispute`, { reason: '不认可' });
    expect(
      (await view(post('asker', `requests/${row.id}/dispute/settlement`, { text: '同意改为匿名统计' }))).row
        .dispute,
    ).toBe('settled');
  });

  test('local data that an upper level collected comes back without conditions', async () => {
    const { row } = await submitted({
      kind: 'return',
      resource: undefined,
      provider: 'district_command',
      wanted: '本街道死亡登记',
    });
    expect(
      await code(post('bureau', `requests/${row.id}/refusal`, { ground: 'unsafe', answer: '安全条件不足' })),
    ).toBe('catalogue.no_conditions');
    expect(
      await code(post('bureau', `requests/${row.id}/grant`, { fields: ['name'], answer: '只给姓名' })),
    ).toBe('catalogue.no_conditions');
    expect(
      await code(
        post('bureau', `requests/${row.id}/grant`, { fields: ['name', 'phone'], answer: '全部回流' }),
      ),
    ).toBe('allowed');
  });
});

describe('another system of the asking unit pulls what was granted', () => {
  const makeKey = async (unit: string) =>
    (await makeApiKey(world, { name: '执法办案系统', scopes: ['shares'], unit })).key;
  const pull = (key: string, no: string, query = 'why=核对案件当事人') =>
    world.as(null).get(`/api/shares/${no}/rows?${encodeURI(query)}`, {
      headers: { authorization: `Bearer ${key}` },
    });

  test('by its key, exactly the granted fields, page by page, with the use and the look on record', async () => {
    const { row } = await active(['name']);
    const key = await makeKey('law_enforcement');
    const pulled = await pull(key, row.no);
    expect(pulled.json()).toMatchObject({
      no: row.no,
      columns: [{ name: 'name' }],
      rows: people.map(({ name }) => [name]),
      next: null,
      until: '2027-05-23',
    });
    const records = await world.asSystem((work) =>
      work.db
        .selectFrom('audit.access')
        .select(['subjects', 'fields', 'purpose', 'capacity', 'unit', 'reason', 'account'])
        .where('object', '=', `share:${row.id}`)
        .execute(),
    );
    expect(records).toEqual([
      {
        subjects: people.map(({ id }) => id),
        fields: ['name'],
        purpose: 'share',
        capacity: 'key',
        unit: 'law_enforcement',
        reason: '核对案件当事人',
        account: null,
      },
    ]);
    expect((await sharing.read('asker', row.id)).uses).toMatchObject({
      times: 1,
      rows: 2,
    });
  });

  test('never without a reason, for another unit, by another key, or when the share is over', async () => {
    const { row } = await active(['name']);
    const key = await makeKey('law_enforcement');
    expect(await code(pull(key, row.no, 'limit=5'))).toBe('platform.invalid_input');
    expect(await code(pull(await makeKey('urban_ops'), row.no))).toBe('platform.not_found');
    expect(await code(pull('fq_nobody_has_this', row.no))).toBe('catalogue.pull_key');
    const admin = await world.person('admin', 'centre');
    const bare = { name: '无单位', scopes: ['shares'] };
    expect((await world.as(admin).post('/api/api-keys', bare)).json().code).toBe('identity.key_needs_unit');
    await post('privacy', `requests/${row.id}/suspension`, { reason: '发现用于其他目的' });
    expect(await code(pull(key, row.no))).toBe('catalogue.share_not_in_force');
    for (let calls = 0; calls < 60; calls++) await pull(key, row.no);
    expect((await pull(key, row.no)).statusCode).toBe(429);
  });
});

test('a request is between two units: others see neither it nor that it exists, watchers see all', async () => {
  const { row } = await submitted();
  expect((await world.as(sharing.who('stranger')).get(`/api/catalogue/requests/${row.id}`)).statusCode).toBe(
    404,
  );
  const ids = async (name: Seat, desk: string) =>
    (await world.as(sharing.who(name)).get(`/api/catalogue/requests?desk=${desk}`))
      .json<{ items: RequestRow[] }>()
      .items.map(({ id }) => id);
  expect(await ids('stranger', 'all')).not.toContain(row.id);
  expect(await ids('asker', 'mine')).toContain(row.id);
  expect(await ids('holder', 'to_answer')).toContain(row.id);
  expect(await ids('leader', 'all')).toContain(row.id);
  expect(await code(post('dogKeeper', `requests/${row.id}/withdrawal`, { reason: '不是我的' }))).toBe(
    'platform.not_found',
  );
  expect(
    (await view(post('asker', `requests/${row.id}/withdrawal`, { reason: '改用其他资源' }))).row.state,
  ).toBe('withdrawn');
  const { items } = (await world.as(sharing.who('asker')).get('/api/catalogue/templates')).json<{
    items: { id: string }[];
  }>();
  expect(items.map(({ id }) => id)).toContain('marriage');
});
