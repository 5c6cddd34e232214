import { LOOKUPS_A_MINUTE } from '@fengqiao/contract/registry/people.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { idOf, startRegistry, type Registry } from './registry.fixture.ts';

let registry: Registry;
beforeAll(async () => void (registry = await startRegistry()));
afterAll(() => registry.world.close());

test('nobody tries out number after number: look-ups by phone and ID number are few a minute for each account', async () => {
  const { world, steward, worker } = registry;
  const ask = (by: typeof steward, body: object) =>
    world.as(by).post('/api/registry/people/search', { purpose: 'register', ...body });
  for (let n = 0; n < LOOKUPS_A_MINUTE; n += 1) {
    const by = n % 2 === 0 ? { idNumber: idOf('1987-11-03', n) } : { phone: `199000088${10 + n}` };
    expect((await ask(steward, by)).statusCode).toBe(200);
  }
  const refused = await ask(steward, { idNumber: idOf('1987-11-03', 99) });
  expect([refused.statusCode, refused.json().code]).toEqual([429, 'platform.too_many']);
  expect((await ask(steward, { name: '张三' })).statusCode).toBe(200);
  expect((await ask(worker, { idNumber: idOf('1987-11-03', 99) })).statusCode).toBe(200);
  world.clock.advance({ minutes: 1 });
  expect((await ask(steward, { idNumber: idOf('1987-11-03', 99) })).statusCode).toBe(200);
});
