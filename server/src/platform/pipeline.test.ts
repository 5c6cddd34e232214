import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from '#test/world.ts';
import type { Work } from './work.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ rooms: [] });
});
afterAll(() => world.close());

const number = async ({ db }: Work, n: number) =>
  (await sql<{ n: number }>`select ${n}::int as n`.execute(db)).rows[0]?.n;

test('what is asked together is answered in the order it was asked', async () => {
  expect(await world.asSystem((work) => Promise.all([3, 1, 2].map((n) => number(work, n))))).toEqual([
    3, 1, 2,
  ]);
});

test('when one of them fails, nothing of the act is kept and the next act is not disturbed', async () => {
  const add = ({ db, now }: Work, id: string) =>
    sql`insert into platform.street (id, name_zh, name_en, prefix, made_at) values (${id}, '甲', 'A', ${id.toUpperCase()}, ${now})`.execute(
      db,
    );
  await expect(
    world.asSystem((work) =>
      Promise.all([add(work, 'ja'), sql`select 1 / 0`.execute(work.db), add(work, 'jb')]),
    ),
  ).rejects.toThrow('division by zero');
  expect(
    await world.asSystem(
      async ({ db }) =>
        (await db.selectFrom('platform.street').select('id').where('id', 'in', ['ja', 'jb']).execute())
          .length,
    ),
  ).toBe(0);
  expect(await world.asSystem((work) => number(work, 5))).toBe(5);
});
