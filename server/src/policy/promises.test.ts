import { afterAll, beforeAll, expect, test } from 'vitest';
import { norms, promiseNames, promises, promiseList } from '@fengqiao/contract/forbidden.ts';
import { startWorld, type World } from '#test/world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ env: { FILING_NO: '浙ICP备00000000号' } });
});
afterAll(() => world.close());

test('anybody may read what the platform refuses to do, each with its norm', async () => {
  const reply = await world.as(null).get('/api/promises');
  expect(reply.statusCode).toBe(200);
  expect(reply.json().items.map(({ id }: { id: string }) => id)).toEqual(promiseNames);
});

test('every promise says in both languages what is not done, how that is kept, and what the norm says', () => {
  const odd = promiseList.filter(
    ({ words, how, says }) =>
      ![words, how, says].every(({ zh, en }) => /[\u4e00-\u9fff]/.test(zh) && /^[A-Z]/.test(en)),
  );
  expect(odd).toEqual([]);
  expect(promiseList.every(({ how }) => how.zh.endsWith('。') && how.en.endsWith('.'))).toBe(true);
});

test('a norm that was not read whole says so, and every norm that is named is used', () => {
  const used = new Set<string>(Object.values(promises).map(({ norm }) => norm));
  expect(Object.keys(norms).filter((name) => !used.has(name))).toEqual([]);
  expect(new Set(promiseList.map(({ read }) => read))).toEqual(new Set(['seen', 'partly', 'recalled']));
});

test('the filing number is told to every screen', async () => {
  expect((await world.as(null).get('/api/me')).json().filing.no).toBe('浙ICP备00000000号');
});
