import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CorrectionView, TwinView } from '@fengqiao/contract/registry/corrections.ts';
import type { PersonSummary } from '@fengqiao/contract/registry/people.ts';
import type { TestPerson } from '#test/people.ts';
import { homesCsv, idOf, people, peopleCsv, startRegistry, type Registry } from './registry.fixture.ts';

let registry: Registry;
let colleague: TestPerson;
beforeAll(async () => {
  registry = await startRegistry();
  await registry.bring('homes', homesCsv.replace(/,[^,\n]*\n/, ',\n').replace(people.zhang.number, ''));
  await registry.bring('people', peopleCsv);
  colleague = await registry.world.person('community', 'c01');
});
afterAll(() => registry.world.close());
beforeEach(() => registry.world.clock.advance({ days: 1, minutes: 1 }));

const post = (by: TestPerson, path: string, body: unknown = {}) =>
  registry.world.as(by).post(`/api${path}`, body);
const code = async (reply: ReturnType<typeof post>) => {
  const { statusCode, json } = await reply;
  return statusCode < 400 ? 'allowed' : json().code;
};
const find = async (name: string) =>
  (await post(registry.steward, '/registry/people/search', { purpose: 'register', name })).json<{
    items: PersonSummary[];
  }>().items;
const proof = (one: { name: string; number: string }) => ({ name: one.name, idNumber: one.number });

describe('a real name is proven without a face', () => {
  test('by name and number; whatever is wrong, the answer is the same, and five tries a day are all', async () => {
    const resident = await registry.world.person('resident');
    for (const wrong of [
      proof({ ...people.wang, name: '王建军' }),
      proof({ ...people.wang, number: idOf('1985-01-02', 77) }),
      { name: '王建国', idNumber: '不是号码' },
      proof({ ...people.li, number: people.wang.number }),
      { name: '王建国', idNumber: '000000198501020000' },
    ])
      expect(await code(post(resident, '/me/real-name', wrong))).toBe('registry.not_proven');
    expect(await code(post(resident, '/me/real-name', proof(people.wang)))).toBe('registry.proving_paused');
    registry.world.clock.advance({ days: 1, minutes: 1 });
    expect((await post(resident, '/me/real-name', proof(people.wang))).json()).toMatchObject({ level: 2 });
  });

  test('a number cannot be guessed from many accounts either', async () => {
    for (let n = 0; n < 5; n += 1) {
      const guesser = await registry.world.person('resident');
      await post(guesser, '/me/real-name', { name: `猜${n}`, idNumber: people.zhao.number });
    }
    const owner = await registry.world.person('resident');
    expect(await code(post(owner, '/me/real-name', proof(people.zhao)))).toBe('registry.proving_paused');
  });
});

describe('what is written of somebody is corrected by two people within ten work days', () => {
  const wish = { wishes: [{ field: 'workplace', value: '听枫中学' }] };

  test('a resident asks for their own once it is proven who they are', async () => {
    const resident = await registry.world.person('resident');
    expect(await code(post(resident, '/me/registry/corrections', wish))).toBe('registry.not_proven_yet');
    await post(resident, '/me/real-name', proof(people.li));
    const asked = (await post(resident, '/me/registry/corrections', wish)).json<CorrectionView>();
    expect([asked.state, asked.byResident, asked.fields]).toEqual(['open', true, ['workplace']]);
    expect(await code(post(resident, '/me/registry/corrections', wish))).toBe('registry.correction_open');
    const decided = (
      await post(registry.steward, `/registry/corrections/${asked.id}/decision`, {
        accept: ['workplace'],
        reply: '已核实更正',
      })
    ).json<CorrectionView>();
    expect([decided.state, decided.accepted]).toEqual(['accepted', ['workplace']]);
    expect(
      await code(
        post(registry.steward, `/registry/corrections/${asked.id}/decision`, {
          accept: [],
          reply: '再来一次',
        }),
      ),
    ).toBe('registry.correction_decided');
    expect(await code(post(resident, '/me/registry/corrections', wish))).toBe('registry.correction_same');
  });

  test('whoever took it down does not decide it', async () => {
    const [zhang] = await find(people.zhang.name);
    const asked = (
      await post(registry.community, `/registry/people/${zhang?.id}/corrections`, {
        wishes: [{ field: 'workplace', value: '退休' }],
      })
    ).json<CorrectionView>();
    const decision = { accept: ['workplace'], reply: '入户核实无误' };
    expect(await code(post(registry.community, `/registry/corrections/${asked.id}/decision`, decision))).toBe(
      'registry.second_eyes',
    );
    expect(await code(post(colleague, `/registry/corrections/${asked.id}/decision`, decision))).toBe(
      'allowed',
    );
  });
});

test('two entries of one person are found with reasons, merged after a look, and set apart again', async () => {
  const twin = `姓名,身份证号,性别,手机号码,现住址,人口类别,与户主关系,户号,迁入日期\n${people.zhang.name},${idOf('1970-05-06', 55)},男,${people.zhang.phone},${people.zhang.address},户籍人口,,,\n`;
  await registry.bring('people', twin);
  expect((await post(registry.steward, '/registry/twins/search')).json().found).toBeGreaterThan(0);
  const { items } = (await registry.world.as(registry.steward).get('/api/registry/twins')).json<{
    items: TwinView[];
  }>();
  const [pair] = items;
  expect(pair?.reasons).toEqual(expect.arrayContaining(['same_name', 'same_birth_date', 'same_phone']));
  const path = `/registry/twins/${pair?.one}/${pair?.other}`;
  expect(await code(post(registry.steward, `${path}/undoing`))).toBe('registry.twin_state');
  expect((await post(registry.steward, `${path}/decision`, { keep: pair?.one })).json()).toMatchObject({
    state: 'merged',
  });
  expect(await find(people.zhang.name)).toHaveLength(1);
  expect(await code(post(registry.steward, `${path}/decision`, { keep: null }))).toBe('registry.twin_state');
  expect(await code(post(registry.steward, `${path}/undoing`))).toBe('allowed');
  expect(await find(people.zhang.name)).toHaveLength(2);
});
