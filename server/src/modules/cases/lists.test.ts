import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ListRow } from '@fengqiao/contract/cases/list-row.ts';
import { makeUnits } from '#town/units/units.ts';
import { saveUnits } from '#modules/identity';
import { codeOf, startDispatch } from './dispatch.fixture.ts';

let town: Awaited<ReturnType<typeof startDispatch>>;
beforeAll(async () => {
  town = await startDispatch();
  const ground = { zh: '听枫街道', en: 'Tingfeng', communities: [], grids: [] };
  await town.world.asSystem((work) =>
    saveUnits(
      work,
      makeUnits(ground)
        .filter((unit) => unit.kind !== 'team' && unit.kind !== 'street')
        .map(({ zh, en, short, power, ...unit }) => ({
          ...unit,
          parent: null,
          path: `/${unit.id}/`,
          name: { zh, en },
          shortZh: short,
          hasPower: power,
          phone: null,
          address: null,
          window: { from: '08:30', to: '17:30', workdaysOnly: false },
          current: true,
        })),
    ),
  );
});
afterAll(() => town.world.close());

const desk = () => town.world.as(town.dispatcher);
const draft = async () =>
  (await desk().post('/api/lists', { note: '修订停车条目' })).json<{ version: number }>().version;
const rowOf = async (version: number, key: string): Promise<ListRow> =>
  (await desk().get(`/api/lists/${version}`))
    .json<{ items: ListRow[] }>()
    .items.find((row) => row.rowKey === key) ?? Promise.reject(new Error(key));
const problems = async (version: number): Promise<{ key: string }[]> =>
  (await desk().get(`/api/lists/${version}/analysis`)).json<{ problems: { key: string }[] }>().problems;
const publish = (version: number, body: object = {}) =>
  town.world.as(town.leader).post(`/api/lists/${version}/publication`, body);

describe('the responsibility list', () => {
  test('is readable by all staff, version by version, and says which one is in force', async () => {
    const { items, inForce } = (await desk().get('/api/lists')).json();
    expect([
      inForce,
      items.map((one: { version: number; state: string; rows: number }) => [
        one.version,
        one.state,
        one.rows,
      ]),
    ]).toEqual([1, [[1, 'published', 201]]]);
    expect((await rowOf(1, '02004.1')).lead).toBe('traffic_police');
    expect(await problems(1)).toEqual([]);
    expect(codeOf(await desk().get('/api/lists/9'))).toEqual([404, 'platform.not_found']);
  });

  test('is never changed once published, and has one draft at a time', async () => {
    const row = await rowOf(1, '02004.1');
    expect(codeOf(await desk().put('/api/lists/1/rows/02004.1', row))).toEqual([409, 'cases.list_not_draft']);
    expect(codeOf(await desk().delete('/api/lists/1/rows/02004.1'))).toEqual([409, 'cases.list_not_draft']);
    expect(codeOf(await desk().delete('/api/lists/1'))).toEqual([409, 'cases.list_not_draft']);
    expect(codeOf(await publish(1))).toEqual([409, 'cases.list_not_draft']);
    const version = await draft();
    expect(codeOf(await desk().post('/api/lists', { note: '再来一个' }))).toEqual([
      409,
      'cases.list_draft_exists',
    ]);
    expect((await desk().delete(`/api/lists/${version}`)).statusCode).toBe(200);
    expect(codeOf(await desk().delete(`/api/lists/${version}`))).toEqual([404, 'platform.not_found']);
  });

  test('is published only when every problem is corrected or accepted by its key, and never into the past', async () => {
    const version = await draft();
    const row = await rowOf(version, '02004.1');
    expect(codeOf(await desk().put(`/api/lists/${version}/rows/02004.2`, row))).toEqual([
      400,
      'platform.invalid_input',
    ]);
    await desk().put(`/api/lists/${version}/rows/02004.1`, {
      ...row,
      placeKinds: ['road', 'estate'],
      lead: 'nobody',
    });
    expect((await desk().delete(`/api/lists/${version}/rows/12001`)).statusCode).toBe(200);
    expect(codeOf(await desk().delete(`/api/lists/${version}/rows/12001`))).toEqual([
      404,
      'platform.not_found',
    ]);
    const found = (await problems(version)).map((one) => one.key);
    expect(found).toEqual(['overlap:02004:02004.1:02004.3', 'unknown_unit:02004:02004.1', 'gap:12001']);
    const refused = await publish(version, { accepted: found.slice(0, 2) });
    expect([
      ...codeOf(refused),
      refused.json().details.problems.map((one: { key: string }) => one.key),
    ]).toEqual([409, 'cases.list_unreachable_rows', ['gap:12001']]);
    expect(
      codeOf(await publish(version, { accepted: found, effectiveFrom: '2026-11-01T00:00:00Z' })),
    ).toEqual([422, 'cases.list_effective_past']);
    expect(codeOf(await desk().post(`/api/lists/${version}/publication`, {}))).toEqual([
      403,
      'platform.not_allowed',
    ]);
    expect((await desk().delete(`/api/lists/${version}`)).statusCode).toBe(200);
  });

  test('tells before publication which past cases it would have sent elsewhere', async () => {
    const parked = [
      await town.registered({ type: '02004', placeKind: 'road' }),
      await town.registered({ type: '02004', placeKind: 'road' }),
    ];
    await town.registered({ type: '01002' });
    const version = await draft();
    await desk().put(`/api/lists/${version}/rows/02004.1`, {
      ...(await rowOf(version, '02004.1')),
      lead: 'law_enforcement',
    });
    const said = (await desk().get(`/api/lists/${version}/replay?days=30`)).json();
    expect([said.cases, said.same, said.changes.length]).toEqual([3, 1, 1]);
    expect(said.changes[0]).toMatchObject({
      type: '02004',
      count: 2,
      from: 'statutory:traffic_police',
      to: 'statutory:law_enforcement',
    });
    expect(said.changes[0].sample.map((one: { id: string }) => one.id).sort()).toEqual(parked.toSorted());
    await desk().delete(`/api/lists/${version}`);
  });

  test('takes effect on its date; older cases keep the version they were registered under', async () => {
    const old = await town.registered({ type: '02004', placeKind: 'road' });
    const version = await draft();
    await desk().put(`/api/lists/${version}/rows/02004.1`, {
      ...(await rowOf(version, '02004.1')),
      lead: 'law_enforcement',
      co: ['traffic_police'],
    });
    expect(
      (await publish(version, { effectiveFrom: '2026-11-30T00:00:00+08:00', note: '停车执法划转' })).json(),
    ).toMatchObject({ state: 'published', note: '停车执法划转' });
    expect((await desk().get('/api/lists')).json().inForce).toBe(1);
    town.world.clock.set('2026-11-30T02:00:00Z');
    const now = (await desk().get('/api/lists')).json();
    expect([
      now.inForce,
      now.items.map((one: { version: number; state: string }) => [one.version, one.state]),
    ]).toEqual([
      version,
      [
        [version, 'published'],
        [1, 'retired'],
      ],
    ]);
    const fresh = await town.registered({ type: '02004', placeKind: 'road' });
    for (const id of [old, fresh])
      expect((await desk().post(`/api/cases/${id}/dispatch`, {})).statusCode).toBe(200);
    expect([await town.read(old), await town.read(fresh)].map((one) => [one.lead, one.listVersion])).toEqual([
      ['traffic_police', 1],
      ['law_enforcement', version],
    ]);
  });

  test('lets a revision be finished by the version that now has the rule, an optional one also by a note', async () => {
    const designated = await town.registered({ type: '19001' });
    await town.world
      .as(town.leader)
      .post(`/api/cases/${designated}/designation`, { lead: 'relocation', reason: '动迁政策由动迁办解释' });
    const open = async () =>
      (await desk().get('/api/list-revisions'))
        .json()
        .items.find((one: { type: string; state: string }) => one.type === '19001');
    const revision = await open();
    expect(revision).toMatchObject({
      mandatory: false,
      cases: [designated],
      name: { zh: '征收补偿、安置诉求' },
    });
    const finish = (body: object) =>
      desk().post(`/api/list-revisions/${revision.id}/completion`, { note: '个案，不改清单', ...body });
    expect(codeOf(await finish({ version: 99 }))).toEqual([422, 'cases.revision_needs_version']);
    expect((await finish({})).json()).toMatchObject({ state: 'done', doneVersion: null });
    expect(codeOf(await finish({}))).toEqual([404, 'platform.not_found']);
  });

  test('is published with a problem that somebody has looked at and accepted', async () => {
    const version = await draft();
    await desk().delete(`/api/lists/${version}/rows/12007`);
    const accepted = (await problems(version)).map((one) => one.key);
    expect([accepted, (await publish(version, { accepted })).json()]).toMatchObject([
      ['gap:12007'],
      { version, state: 'published' },
    ]);
    expect((await desk().get('/api/types')).json().types).toHaveLength(164);
  });
});
