import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AccessView, MyAccess } from '@fengqiao/contract/audit.ts';
import { CARE_READS_A_DAY, careKinds } from '@fengqiao/contract/care.ts';
import { roleNames } from '@fengqiao/contract/roles.ts';
import { raiseToRealName } from '#modules/identity';
import { asCare } from '#platform/care.ts';
import { careVaultOf } from '#platform/crypto/care-vault.ts';
import { asSuperuser } from '#test/inspect.ts';
import type { TestPerson } from '#test/people.ts';
import { people } from '../registry/registry.fixture.ts';
import { canary, startCare, type CareHouse } from './care.fixture.ts';

let house: CareHouse;
/** A record about 张三丰, who has an account as well. */
let zhang: { id: string; person: string; account: TestPerson };
beforeAll(async () => {
  house = await startCare();
  const id = await house.opened();
  const account = await house.world.person('resident');
  const person = await personOf('zhang');
  await house.world.asSystem((work) => raiseToRealName(work, account.account, person));
  zhang = { id, person, account };
}, 60_000);
afterAll(() => house.world.close());

const personOf = (who: keyof typeof people): Promise<string> =>
  house.world.asSystem(async (work) => {
    const row = await work.db
      .selectFrom('registry.person')
      .select('id')
      .where('id_index', '=', work.vault.index(people[who].number, 'id-number'))
      .executeTakeFirstOrThrow();
    return row.id;
  });

/** Works as the program does in one of its roles, entered by somebody's session, and takes it back. */
async function asRole(
  role: string,
  who: TestPerson,
  act: (client: pg.Client) => Promise<unknown>,
): Promise<unknown> {
  const client = new pg.Client({ connectionString: house.world.url });
  await client.connect();
  try {
    await client.query('begin');
    const session = await client.query('select id from identity.session where account = $1 limit 1', [
      who.account,
    ]);
    await client.query(`set local role ${role}`);
    await client.query("select set_config('fengqiao.session', $1, true)", [session.rows[0]?.id]);
    return await act(client);
  } finally {
    await client.query('rollback');
    await client.end();
  }
}
const said = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: Error) => error.message,
  );

test('the role of everything else cannot read special care, whoever has entered', async () => {
  for (const table of ['record', 'note', 'handover', 'reading'])
    expect(
      await said(
        asRole('fengqiao_app', house.worker, (client) => client.query(`select * from care.${table}`)),
      ),
    ).toBe('permission denied for schema care');
});

test('the role of special care reads nothing but special care, and there only one’s own records', async () => {
  const seen = (who: TestPerson) =>
    asRole('fengqiao_care', who, async (client) => (await client.query('select id from care.record')).rows);
  expect(await seen(house.worker)).toEqual([{ id: zhang.id }]);
  expect(await seen(house.second)).toEqual([{ id: zhang.id }]);
  for (const stranger of [house.third, house.doctor, house.steward, zhang.account])
    expect(await seen(stranger)).toEqual([]);
  for (const table of ['registry.person', 'identity.account', 'audit.access'])
    expect(
      await said(asRole('fengqiao_care', house.worker, (client) => client.query(`select * from ${table}`))),
    ).toMatch(/permission denied/);
});

test('the database itself keeps two people: no approval of one’s own, none in another’s name, none from the start', async () => {
  const { id } = (await house.propose({ who: 'zhao' })).json<{ id: string }>();
  const approve = (as: TestPerson, by: TestPerson) =>
    said(
      asRole('fengqiao_care', as, (client) =>
        client.query(
          "update care.record set state = 'open', approved_by = $1, approved_at = now() where id = $2",
          [by.account, id],
        ),
      ),
    );
  expect(await approve(house.worker, house.worker)).toMatch(/check constraint/);
  expect(await approve(house.worker, house.second)).toMatch(/approved by a second person/);
  expect(await approve(house.second, house.second)).toBe('done');
  expect(
    await said(
      asRole('fengqiao_care', house.worker, (client) =>
        client.query('update care.record set requested_by = $1 where id = $2', [house.second.account, id]),
      ),
    ),
  ).toMatch(/permission denied/);
  expect(
    await said(
      asRole('fengqiao_care', house.worker, (client) =>
        client.query('insert into care.record (street, id, approved_by) values ($1, $2, $3)', [
          'tingfeng',
          id,
          null,
        ]),
      ),
    ),
  ).toMatch(/permission denied/);
});

test('two windows of the proposer at once approve nothing, and two of the second person approve once', async () => {
  const { act, propose, worker, second } = house;
  const { id } = (await propose({ who: 'wang' })).json<{ id: string }>();
  const decide = (who: TestPerson) => act(who, id, 'decision', { approve: true, answer: '同意' });
  const own = await Promise.all([decide(worker), decide(worker)]);
  expect(own.map((reply) => reply.json().code)).toEqual(['care.own_proposal', 'care.own_proposal']);
  const both = await Promise.all([decide(second), decide(second)]);
  expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
});

test('no other operation tells anybody that there is a record, nor a word of it', async () => {
  const { world, read, worker } = house;
  expect(JSON.stringify(await read(worker, zhang.id))).toContain(canary);
  const routes = world.platform.rooms.flatMap((room) => room.routes.map(({ route }) => route));
  const reads = routes.filter(({ method, id }) => method === 'GET' && !id.startsWith('care.'));
  const cast = [
    ...(await Promise.all(roleNames.map((role) => world.person(role)))),
    zhang.account,
    house.third,
  ];
  const leaks: string[] = [];
  for (const who of cast)
    for (const { id, path, who: may } of reads) {
      if (Array.isArray(may) && !may.some((role) => role === who.role)) continue;
      for (const key of path.includes(':') ? [zhang.person, zhang.id] : [''])
        if (tells((await world.as(who).get(`/api${path.replaceAll(/:\w+/g, key)}`)).body, path))
          leaks.push(`${id} as ${who.role}`);
    }
  expect(leaks).toEqual([]);
  const person = await world
    .as(house.steward)
    .post(`/api/registry/people/${zhang.person}/view`, { purpose: 'register' });
  expect(person.body).not.toMatch(/care|关爱|矫正|安置/);
}, 60_000);

const tells = (body: string, path: string) =>
  body.includes(canary) || (body.includes(zhang.id) && !path.includes(':') && !path.startsWith('/accesses'));

test('a look is on record, for supervision without whom it was about, for the person with when, which unit and why', async () => {
  const { world, worker, second } = house;
  const span = 'from=2026-11-22T00:00:00Z&to=2026-11-24T00:00:00Z&purpose=care';
  const listed = async (who: TestPerson, more = '') =>
    (await world.as(who).get(`/api/accesses?${span}${more}`)).json<{ items: AccessView[] }>().items;
  const [auditor, supervisor] = [await world.person('auditor'), await world.person('supervisor')];
  const looks = (await listed(auditor)).filter(({ action }) => action === 'care.look');
  expect(looks[0]).toMatchObject({
    unit: 'justice_office',
    subjects: [],
    reason: '联系或走访本人：约定的联系',
  });
  expect(looks[0]?.flags).toContain('special');
  expect(looks.map(({ account }) => account)).toContain(worker.account);
  const seen = await listed(supervisor);
  expect(seen.map(({ subjects, reason }) => [subjects, reason])).toEqual(seen.map(() => [[], null]));
  expect(await listed(auditor, `&subject=${zhang.person}`)).toEqual([]);
  const kept = await world.asSystem((work) =>
    work.db
      .selectFrom('audit.access')
      .select(['grade', 'approved_by', 'subjects'])
      .where('action', '=', 'care.look')
      .execute(),
  );
  expect(kept.every(({ grade, approved_by: by }) => grade === 4 && by !== null)).toBe(true);
  const own = (await world.as(zhang.account).get('/api/me/accesses')).json<{ items: MyAccess[] }>().items;
  expect(own.find(({ fields }) => fields.includes('care') && fields.includes('phone'))).toMatchObject({
    unit: 'justice_office',
    why: { zh: '为提供专门的帮扶服务' },
    name: null,
  });
  expect(second.account).not.toBe(worker.account);
});

test('one person opens only so many records a day', async () => {
  const { world, worker, look, read } = house;
  await world.asSystem((work) =>
    asCare(work, async () => {
      for (let n = 1; n < CARE_READS_A_DAY; n += 1)
        await work.db
          .insertInto('care.reading')
          .values({ street: work.street, day: '2026-11-23', account: worker.account, record: work.newId() })
          .execute();
    }),
  );
  expect((await look(worker, zhang.id)).statusCode).toBe(200);
  const other = await house.opened({ who: 'li' });
  expect((await look(worker, other)).json().code).toBe('care.budget_spent');
  world.clock.advance({ days: 1 });
  await world.settle();
  expect((await read(worker, other)).state).toBe('open');
});

test('what is measured and what lies in the tables tell nothing: no name, no kind, no key of a person', async () => {
  const { world } = house;
  expect(await world.platform.meters.text()).not.toMatch(/operation="care/);
  await asSuperuser(world.url, async (ask) => {
    const rows = await ask<{ text: string }>(
      'select r::text as text from care.record r union all select n::text from care.note n union all select h::text from care.handover h',
    );
    const all = rows.map(({ text }) => text).join('\n');
    for (const told of [canary, zhang.person, people.zhang.name, ...Object.keys(careKinds)])
      expect([told, all.includes(told), all.includes(Buffer.from(told).toString('hex'))]).toEqual([
        told,
        false,
        false,
      ]);
    const kept = await ask<{ n: number }>(
      'select count(*)::int as n from platform.event where facts::text like $1 or kind like $2',
      [`%${zhang.id}%`, 'care%'],
    );
    expect(kept[0]?.n).toBe(0);
  });
});

test('a record takes neither the master key nor its own key alone: the person’s key is needed as well', async () => {
  await house.world.asSystem(async (work) => {
    const { body_enc: sealed } = await asCare(work, () =>
      work.db
        .selectFrom('care.record')
        .select('body_enc')
        .where('id', '=', zhang.id)
        .executeTakeFirstOrThrow(),
    );
    const place = { table: 'care.record', column: 'body_enc', row: zhang.id };
    expect(() => work.vault.open(sealed, place)).toThrow();
    expect(careVaultOf(work.settings).open(sealed, place)).not.toContain(canary);
  });
});
