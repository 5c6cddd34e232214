import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunView } from '@fengqiao/contract/retention.ts';
import { keepPersonKeys, newPersonKeys, personSeals, raiseToRealName } from '#modules/identity';
import { ledgerOf, readLedger } from '#platform/ledger.ts';
import type { TestPerson } from '#test/people.ts';
import { startWorld, type World } from '#test/world.ts';
import { replayLedger } from './index.ts';

let world: World;
let officer: TestPerson;
let steward: TestPerson;
beforeAll(async () => {
  world = await startWorld();
  officer = await world.person('privacy');
  steward = await world.person('steward');
}, 60_000);
afterAll(() => world.close());

/** Somebody who moved away or died so many years ago, as it was noted then. */
async function departed(state: 'left' | 'dead' | 'here', years: number): Promise<string> {
  return world.asSystem(async (work) => {
    const id = work.newId();
    const made = newPersonKeys(work, [id]);
    await keepPersonKeys(work, made.rows);
    const at = new Date(work.now.getTime() - years * 366 * 86_400_000);
    const sealed = (column: string, facts: object) =>
      made.of(id).seal(JSON.stringify(facts), { table: 'registry.person', column, row: id });
    await work.db
      .insertInto('registry.person')
      .values({
        street: work.street,
        id,
        kind: 'registered',
        state,
        name_index: Buffer.from(id),
        g2_enc: sealed('g2_enc', { name: '周正', phone: null, sex: null, workplace: null, relation: null }),
        g3_enc: sealed('g3_enc', {
          idNumber: null,
          idKind: null,
          birthDate: null,
          ethnicity: null,
          address: null,
        }),
        provenance: '{}',
        made_at: at,
        changed_at: work.now,
      })
      .execute();
    if (state !== 'here')
      await work.db
        .insertInto('registry.life_event')
        .values({
          street: work.street,
          id: work.newId(),
          person: id,
          kind: state === 'left' ? 'moved_out' : 'died',
          at,
          source: '派出所',
          made_at: at,
        })
        .execute();
    return id;
  });
}

const withAccount = async (person: string): Promise<TestPerson> => {
  const resident = await world.person('resident');
  await world.asSystem((work) => raiseToRealName(work, resident.account, person));
  return resident;
};
const accountRow = (id: string) =>
  world.asSystem((work) =>
    work.db
      .selectFrom('identity.account')
      .select(['state', 'person', 'level'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
  );

test('whoever moved away or died is erased everywhere five years later, once a second person has let the count go', async () => {
  const [left, dead, young, here, held] = [
    await departed('left', 6),
    await departed('dead', 6),
    await departed('left', 2),
    await departed('here', 9),
    await departed('left', 7),
  ];
  const [mover, heir] = [await withAccount(left), await withAccount(dead)];
  await world
    .as(officer)
    .post('/api/retention/holds', { subject: held, basis: '民事诉讼法第八十四条', reason: '法院要求保全' });
  const counted = await world.as(steward).post('/api/retention/terms/registry.people/runs');
  const run = counted.json<RunView>();
  expect(run).toMatchObject({ counted: 2, taken: 0, mine: true });
  expect(run.sample.map(({ name }) => name).toSorted()).toEqual(['死亡 died', '迁出 moved away']);
  const decide = (by: TestPerson) =>
    world.as(by).post(`/api/retention/runs/${run.id}/decision`, { approve: true, note: '已核对样例' });
  expect((await decide(steward)).statusCode).toBe(409);
  expect((await decide(officer)).json()).toMatchObject({ state: 'approved' });
  await world.settle();
  const readable = await world.asSystem(async (work) => [
    ...(await personSeals(work, [left, dead, young, here, held])).keys(),
  ]);
  expect(readable.toSorted()).toEqual([young, here, held].toSorted());
  expect(await accountRow(mover.account)).toEqual({ state: 'active', person: null, level: 1 });
  expect(await accountRow(heir.account)).toMatchObject({ state: 'closed', person: null });
  const entries = await readLedger(ledgerOf(world.platform.settings));
  const told = entries.flatMap((entry) => ('erasure' in entry ? (entry.people ?? []) : []));
  expect(told.toSorted()).toEqual([left, dead].toSorted());
  await world.asSystem((work) => raiseToRealName(work, mover.account, left));
  expect(await replayLedger(world.platform, entries, [world.street])).toMatchObject({ people: 2, runs: 1 });
  expect(await accountRow(mover.account)).toEqual({ state: 'active', person: null, level: 1 });
});
