import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '#test/world.ts';
import { destroyPersonKeys, keepPersonKeys, newPersonKeys, personSeals } from './index.ts';

let world: World;
beforeAll(async () => void (world = await startWorld()));
afterAll(() => world.close());

const place = { table: 'registry.person', column: 'g3_enc', row: 'x' };

test('what was sealed for a person is read with their key, and by nobody once the key is destroyed', async () => {
  const [anna, bert] = await world.asSystem(async (work) => [work.newId(), work.newId()] as const);
  const sealed = await world.asSystem(async (work) => {
    const keys = newPersonKeys(work, [anna, bert]);
    await keepPersonKeys(work, keys.rows);
    expect(() => keys.of(work.newId())).toThrow('No key was made');
    return [anna, bert].map((subject) => keys.of(subject).seal(`${subject} 的证件号码`, place));
  });
  const read = () => world.asSystem((work) => personSeals(work, [anna, bert]));
  const before = await read();
  expect(before.get(anna)?.open(sealed[0] ?? Buffer.of(), place)).toBe(`${anna} 的证件号码`);
  expect(() => before.get(bert)?.open(sealed[0] ?? Buffer.of(), place)).toThrow();
  expect(await world.asSystem((work) => destroyPersonKeys(work, [anna]))).toEqual([anna]);
  expect(await world.asSystem((work) => destroyPersonKeys(work, [anna]))).toEqual([]);
  expect([...(await read()).keys()]).toEqual([bert]);
});

test('a destroyed key is not made again by taking the person in once more', async () => {
  const id = await world.asSystem(async (work) => work.newId());
  const make = () =>
    world.asSystem(async (work) => {
      const { rows } = newPersonKeys(work, [id]);
      await keepPersonKeys(work, rows);
    });
  await make();
  await world.asSystem((work) => destroyPersonKeys(work, [id]));
  await make();
  expect((await world.asSystem((work) => personSeals(work, [id]))).size).toBe(0);
});
