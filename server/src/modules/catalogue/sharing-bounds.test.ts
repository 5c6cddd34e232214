import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { toJson } from '#platform/json.ts';
import type { World } from '#test/world.ts';
import { content } from './catalogue.fixture.ts';
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
const upward = { kind: 'upward', resource: undefined, provider: 'district_command', wanted: '婚姻登记' };
const G3 = { fields: ['idNumber'], basis: '《行政处罚法》第五十四条' };

describe('nobody gets data by another way than the consent of whoever keeps it', () => {
  test('an upper level is asked for what it keeps: for data of a unit of the street, only that unit answers', async () => {
    for (const kind of ['upward', 'return'])
      for (const path of ['requests', 'requests/check'])
        expect(await code(post('asker', path, sharing.asking({ kind }))), `${kind} ${path}`).toBe(
          'catalogue.what_is_asked',
        );
    expect(await code(post('asker', 'requests', sharing.asking(upward)))).toBe('allowed');
  });

  test('whoever has to answer gives itself no more time', async () => {
    const longer = { workDays: 5, reason: '数据量较大' };
    const own = await sharing.submitted(upward);
    expect(await code(post('bureau', `requests/${own.row.id}/extension`, longer))).toBe(
      'catalogue.own_extension',
    );
    const { row } = await sharing.submitted();
    expect((await sharing.read('steward', row.id)).may.extend).toBe(false);
    expect(await code(post('steward', `requests/${row.id}/extension`, longer))).toBe(
      'catalogue.own_extension',
    );
    expect(await code(post('authority', `requests/${row.id}/extension`, longer))).toBe('allowed');
    expect(await sharing.tellings('holder', row.no, '数据量较大')).toBe(1);
  });

  test('a share gives nothing before its first day', async () => {
    const { row } = await sharing.submitted({ from: '2026-12-01' });
    await post('holder', `requests/${row.id}/grant`, { fields: ['name'], answer: '同意按需提供' });
    const given = post('holder', `requests/${row.id}/delivery`, { delivery: '通过本平台接口提供' });
    expect((await view(given)).row.state).toBe('active');
    const use = () => code(post('asker', `requests/${row.id}/use`, { why: '核对当事人' }));
    expect([await use(), (await sharing.read('asker', row.id)).may.use]).toEqual([
      'catalogue.share_not_in_force',
      false,
    ]);
    // Ten in the morning of the first day in the street.
    world.clock.set('2026-12-01T02:00:00Z');
    expect([await use(), (await sharing.read('asker', row.id)).may.use]).toEqual(['allowed', true]);
  });

  test('a term that is over already is not asked for', async () => {
    const over = sharing.asking({ from: '2026-01-01', until: '2026-11-22' });
    expect(await code(post('asker', 'requests', over))).toBe('catalogue.not_compliant');
  });

  test('what was missing is not supplied without the law that the request stood on', async () => {
    const { row } = await sharing.submitted(G3);
    await post('holder', `requests/${row.id}/supplement`, { missing: '请写明案件类型' });
    const said = { basis: '依照三定方案履行职责', scenario: '查处占道经营案件', scope: '案件经办人两人' };
    expect(await code(post('asker', `requests/${row.id}/supply`, said))).toBe('catalogue.not_compliant');
    const lawful = { ...said, basis: '《行政强制法》第十八条' };
    expect(await code(post('asker', `requests/${row.id}/supply`, lawful))).toBe('allowed');
  });

  test('only posts that speak for a unit are told that they may act for it', async () => {
    const { row } = await sharing.submitted();
    const may = async (by: Seat) => (await sharing.read(by, row.id)).may;
    expect([(await may('holder')).decide, (await may('privacy')).decide]).toEqual([true, false]);
    const at = await world.person('auditor', 'law_enforcement');
    const seen = await view(world.as(at).get(`/api/catalogue/requests/${row.id}`));
    expect([seen.may.withdraw, seen.may.supply]).toEqual([false, false]);
  });
});

describe('what the catalogue says when a unit answers counts, not what it said when it was asked', () => {
  test('a resource that was withdrawn meanwhile is granted to nobody, by no unit and no judge', async () => {
    const proposed = await post('dogKeeper', 'proposals', { content, reason: '另一份台账' });
    const { id } = proposed.json<{ id: string }>();
    await post('dogHead', `proposals/${id}/endorsement`);
    const published = await post('steward', `proposals/${id}/publication`);
    const resource = published.json<{ row: { id: string } }>().row.id;
    const { row } = await sharing.submitted({ resource, fields: ['dogNo'] });
    const gone = await post('steward', `resources/${resource}/withdrawal`, { reason: '并入综合台账' });
    expect(gone.statusCode).toBe(200);
    const grant = { fields: ['dogNo'], answer: '同意' };
    expect(await code(post('dogKeeper', `requests/${row.id}/grant`, grant))).toBe('catalogue.resource_gone');
    const no = { ground: 'not_held', answer: '该台账已撤下' };
    expect(await code(post('dogKeeper', `requests/${row.id}/refusal`, no))).toBe('allowed');
    await post('asker', `requests/${row.id}/dispute`, { reason: '仍需要' });
    world.clock.set('2026-12-22T02:00:00Z');
    for (let n = 0; n < 3; n += 1) {
      world.clock.advance({ days: 21 });
      await world.settle();
    }
    const ordered = { fields: ['dogNo'], text: '应当提供犬证号' };
    expect(await code(post('leader', `requests/${row.id}/dispute/decision`, ordered))).toBe(
      'catalogue.resource_gone',
    );
    const upheld = { fields: [], text: '资源已撤下，维持' };
    expect(await code(post('leader', `requests/${row.id}/dispute/decision`, upheld))).toBe('allowed');
  });

  test('a field that became special care is neither granted nor read any more', async () => {
    const regrade = (grade: number) =>
      world.asSystem(async ({ db, street }) => {
        const of = db.updateTable('catalogue.resource').where('street', '=', street);
        const row = await db
          .selectFrom('catalogue.resource')
          .select('content')
          .where('id', '=', sharing.ledger)
          .executeTakeFirstOrThrow();
        const said = row.content as unknown as typeof content;
        const items = said.items.map((item) => (item.name === 'phone' ? { ...item, grade } : item));
        await of
          .set({ content: toJson({ ...said, items }) })
          .where('id', '=', sharing.ledger)
          .execute();
      });
    const waiting = await sharing.submitted();
    const { row } = await sharing.active(['name', 'phone']);
    await regrade(4);
    const grant = { fields: ['name', 'phone'], answer: '同意' };
    expect(await code(post('holder', `requests/${waiting.row.id}/grant`, grant))).toBe(
      'catalogue.not_compliant',
    );
    const used = await post('asker', `requests/${row.id}/use`, { why: '核对当事人' });
    expect(used.json<{ columns: { name: string }[] }>().columns.map(({ name }) => name)).toEqual(['name']);
    await regrade(2);
  });

  test('it is withdrawn from nobody who uses it, however many have asked since', async () => {
    const { row } = await sharing.submitted({ resource: sharing.dogs, fields: ['dogNo'] });
    await post('dogKeeper', `requests/${row.id}/grant`, { fields: ['dogNo'], answer: '同意' });
    await world.asSystem(async (work) => {
      const { db, street } = work;
      const one = await db
        .selectFrom('catalogue.request')
        .selectAll()
        .where('id', '=', row.id)
        .executeTakeFirstOrThrow();
      const later = Array.from({ length: 101 }, (_, n) => ({
        ...one,
        street,
        asked: toJson(one.asked),
        id: work.newId(),
        no: `GX2026-9${String(n).padStart(5, '0')}`,
        state: 'withdrawn',
      }));
      await db.insertInto('catalogue.request').values(later).execute();
    });
    const withdrawal = post('steward', `resources/${sharing.dogs}/withdrawal`, { reason: '撤下' });
    expect(await code(withdrawal)).toBe('catalogue.in_use');
  });
});

describe('what is over stays over', () => {
  /** A share of a part of the fields, whose asker disputes the rest. */
  async function disputed(): Promise<string> {
    const { row } = await sharing.active(['name']);
    await post('asker', `requests/${row.id}/dispute`, { reason: '缺少电话无法核对' });
    return row.id;
  }
  const said = { fields: ['name', 'phone'], text: '应当提供姓名和电话' };
  const decide = (id: string) => post('leader', `requests/${id}/dispute/decision`, said);
  const ranOut = async () => {
    for (let n = 0; n < 2; n += 1) {
      world.clock.advance({ days: 21 });
      await world.settle();
    }
  };

  test('a dispute ends with its share, and nobody decides it into force again', async () => {
    const id = await disputed();
    await post('asker', `requests/${id}/termination`, { reason: '案件已办结' });
    await post('asker', `requests/${id}/disposal`, { how: '已删除本地副本' });
    await ranOut();
    const { row } = await sharing.read('leader', id);
    expect([row.state, row.dispute]).toEqual(['disposed', 'lapsed']);
    expect(await code(decide(id))).toBe('catalogue.not_waiting');
  });

  test('so does one that runs out of its term, and a request that is taken back', async () => {
    const id = await disputed();
    world.clock.set('2027-05-24T02:00:00Z');
    await world.settle();
    expect((await sharing.read('leader', id)).row).toMatchObject({ state: 'terminated', dispute: 'lapsed' });
    world.clock.set('2026-11-23T02:00:00Z');
    const late = await sharing.submitted();
    world.clock.set('2026-12-10T02:00:00Z');
    await post('asker', `requests/${late.row.id}/dispute`, { reason: '逾期未答复' });
    await post('asker', `requests/${late.row.id}/withdrawal`, { reason: '改用其他资源' });
    expect((await sharing.read('leader', late.row.id)).row).toMatchObject({
      state: 'withdrawn',
      dispute: 'lapsed',
    });
  });

  test('a share that the privacy officer suspended stays suspended, whatever is decided about its fields', async () => {
    const id = await disputed();
    await post('privacy', `requests/${id}/suspension`, { reason: '发现用于其他目的' });
    await ranOut();
    await ranOut();
    const decided = await view(decide(id));
    expect([decided.row.state, decided.row.dispute]).toEqual(['suspended', 'decided']);
    expect(decided.items.map(({ granted }) => granted)).toEqual([true, true]);
  });
});

describe('whoever it concerns hears of it, and nobody else', () => {
  test('a provider hears of no request that never left its unit', async () => {
    const { row } = await view(post('asker', 'requests', sharing.asking()));
    await post('asker', `requests/${row.id}/withdrawal`, { reason: '改用其他资源' });
    expect(await sharing.tellings('holder', row.no, '撤回')).toBe(0);
  });

  test('a share that one side ends, or a watcher suspends, is told to the other', async () => {
    const { row } = await sharing.active();
    await post('privacy', `requests/${row.id}/suspension`, { reason: '发现用于其他目的' });
    expect(await sharing.tellings('asker', row.no, '发现用于其他目的')).toBe(1);
    await post('holder', `requests/${row.id}/resumption`, { reason: '已整改并承诺' });
    await post('asker', `requests/${row.id}/termination`, { reason: '案件已经办结' });
    expect(await sharing.tellings('holder', row.no, '案件已经办结')).toBe(1);
    expect(await sharing.tellings('asker', row.no, '案件已经办结')).toBe(0);
  });

  test('what the clock does is done by nobody, in either language', async () => {
    const { row } = await sharing.active();
    world.clock.set('2027-05-24T02:00:00Z');
    await world.settle();
    const { steps } = await sharing.read('asker', row.id);
    expect(steps.at(-1)).toMatchObject({ act: 'expire', by: null, unit: null });
  });
});

test('a request is numbered by the year of the street, not of Greenwich', async () => {
  world.clock.set('2026-12-31T16:30:00Z');
  const { row } = await view(post('asker', 'requests', sharing.asking()));
  expect(row.no).toMatch(/^GX2027-/);
});

test('an answer from outside is not of a day before anybody had asked', async () => {
  const { row } = await sharing.submitted(upward);
  const said = {
    through: 'paper',
    reference: '示民函〔2026〕3 号',
    answeredOn: '2026-11-22',
    outcome: 'granted',
    fields: ['name'],
    text: '来函同意提供姓名',
  };
  const path = `requests/${row.id}/outside`;
  expect(await code(post('asker', path, said))).toBe('catalogue.outside_incomplete');
  expect(await code(post('asker', path, { ...said, answeredOn: '2026-11-23' }))).toBe('allowed');
});
