import { afterAll, beforeAll, expect, test } from 'vitest';
import type { MandateAct } from '@fengqiao/contract/mandate-acts.ts';
import { reported, startCases } from '#test/cases.ts';
import type { TestPerson } from '#test/people.ts';
import type { Hand, World } from '#test/world.ts';

let world: World;
beforeAll(async () => {
  world = await startCases();
});
afterAll(() => world.close());

type Reply = Awaited<ReturnType<Hand['get']>>;
const code = (reply: Reply) => reply.json<{ code?: string }>().code;

/** Somebody old and whoever acts for them, in a session that does. */
async function acting(acts: readonly MandateAct[]) {
  const [old, helper] = [await world.person('resident'), await world.person('resident')];
  const id = await world.asSystem(async (work) => {
    const made = work.newId();
    await work.db
      .insertInto('identity.mandate')
      .values({
        street: work.street,
        id: made,
        principal: old.account,
        helper: helper.account,
        acts: [...acts],
        state: 'active',
        evidence: work.newId(),
        taken_by: old.account,
        taken_unit: 'centre',
        made_at: work.now,
        active_at: work.now,
        until: new Date(work.now.getTime() + 90 * 86_400_000),
      })
      .execute();
    return made;
  });
  expect((await world.as(helper).post('/api/sessions/current/principal', { mandate: id })).statusCode).toBe(
    200,
  );
  return { old, helper, id };
}

const mine = async (person: TestPerson) =>
  (await world.as(person).get('/api/reports/mine')).json().items.map((one: { report: string }) => one.report);

test('a helper reports in the name of an old person: it is theirs, stamped with both, and they are told', async () => {
  const { old, helper, id } = await acting(['reports.report', 'reports.follow']);
  const { report, caseId } = await reported(world, helper);
  expect(await mine(old)).toEqual([report]);
  expect(await mine(helper)).toEqual([report]);
  const rows = await world.asSystem((work) =>
    work.db
      .selectFrom('cases.activity')
      .select(['kind', 'account', 'on_behalf', 'role'])
      .where('case_id', '=', caseId)
      .execute(),
  );
  expect(rows).toEqual([{ kind: 'report', account: helper.account, on_behalf: old.account, role: 'helper' }]);
  await world.settle();
  const told = (await world.as(old).get('/api/messages')).json().items;
  expect(told.map(({ zh }: { zh: string }) => zh).join()).toContain('以您的名义反映了一个问题');
  const [step] = (await world.as(old).get(`/api/reports/${report}`)).json().steps;
  expect(step.zh).toContain('由代办人办理');
  const [mandate] = (await world.as(old).get('/api/mandates')).json().items;
  expect(mandate).toMatchObject({ id, uses: [{ act: 'reports.report' }] });
});

test('what a helper looks at stands in the record of whoever it is about, as a look by mandate', async () => {
  const { old, helper } = await acting(['reports.follow']);
  const { report } = await reported(world, old);
  expect((await world.as(helper).get(`/api/reports/${report}`)).statusCode).toBe(200);
  const looks = await world.asSystem((work) =>
    work.db
      .selectFrom('audit.access')
      .select(['account', 'capacity', 'purpose', 'object'])
      .where('account', '=', helper.account)
      .execute(),
  );
  expect(looks).toEqual([
    { account: helper.account, capacity: 'mandate', purpose: 'mandate', object: `report:${report}` },
  ]);
});

test('a mandate covers what it says and nothing more', async () => {
  const { old, helper } = await acting(['reports.follow']);
  const { report } = await reported(world, old);
  const hand = world.as(helper);
  await expect(reported(world, helper)).rejects.toThrow('identity.mandate_not_covering');
  expect(code(await hand.post(`/api/reports/${report}/satisfaction`, { solved: true }))).toBe(
    'identity.mandate_not_covering',
  );
  expect((await hand.post(`/api/reports/${report}/additions`, { text: '还是没人来' })).statusCode).toBe(200);
  const { old: other, helper: clerk } = await acting(['reports.report']);
  const theirs = await reported(world, other);
  expect(code(await world.as(clerk).get('/api/reports/mine'))).toBe('identity.mandate_not_covering');
  expect(code(await world.as(clerk).get(`/api/reports/${theirs.report}`))).toBe(
    'identity.mandate_not_covering',
  );
});

test('acting for one person opens neither one’s own reports nor those of another', async () => {
  const { old, helper } = await acting(['reports.follow']);
  const { report } = await reported(world, await world.person('resident'));
  const theirs = await reported(world, old);
  expect(code(await world.as(helper).get(`/api/reports/${report}`))).toBe('platform.not_found');
  expect(await mine(helper)).toEqual([theirs.report]);
  await world.as(helper).delete('/api/sessions/current/principal');
  expect(await mine(helper)).toEqual([]);
  expect(code(await world.as(helper).get(`/api/reports/${theirs.report}`))).toBe('platform.not_found');
});

test('once revoked, the next request of the helper sees nothing of the person', async () => {
  const { old, helper, id } = await acting(['reports.follow']);
  const { report } = await reported(world, old);
  expect(await mine(helper)).toEqual([report]);
  await world.as(old).post(`/api/mandates/${id}/revocation`);
  expect(await mine(helper)).toEqual([]);
  expect(code(await world.as(helper).get(`/api/reports/${report}`))).toBe('platform.not_found');
});

test('what happens to the matter is also told to whoever follows it for somebody', async () => {
  const { old, helper } = await acting(['reports.follow']);
  const { caseId } = await reported(world, old);
  await world.settle();
  const intake = await world.person('intake');
  const worker = await world.person('grid_worker', 'c01-g01');
  await world.as(intake).post(`/api/cases/${caseId}/verification-request`, { unit: 'c01-g01' });
  await world.as(worker).post(`/api/cases/${caseId}/verification`, { found: true, note: '已到现场' });
  const registered = await world.as(intake).post(`/api/cases/${caseId}/registration`, { type: '02004' });
  expect(registered.statusCode).toBe(200);
  await world.settle();
  const told = (await world.as(helper).get('/api/messages')).json().items;
  expect(told.some(({ zh }: { zh: string }) => zh.startsWith('【代办】'))).toBe(true);
});
