import { readFile } from 'node:fs/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RequestView } from '@fengqiao/contract/cases/beside.ts';
import { startHandling, type Handling } from './handling.fixture.ts';

let town: Handling;
beforeAll(async () => {
  town = await startHandling();
});
afterAll(() => town.world.close());

const kinds = ['side_request', 'consultation', 'hold', 'supervision', 'whistle', 'merge', 'reopening'];

/** What is noted on the row of a case, told by the owner, whom nobody's scope binds. */
async function asOwner<T>(act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: town.world.url });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}
const notedBeside = (id: string) =>
  asOwner(
    async (client) =>
      (await client.query<{ beside: string[] }>('select beside from cases."case" where id = $1', [id]))
        .rows[0]?.beside,
  );

async function caseWithMuchBeside(): Promise<string> {
  const supervisor = await town.world.person('supervisor');
  const id = await town.inHand();
  await town.done(town.officer, `/cases/${id}/extension`, { reason: '需要专业队伍进场', value: 2 });
  await town.done(supervisor, `/cases/${id}/supervision`, {
    unit: 'law_enforcement',
    text: '请今日说明进度',
  });
  await town.done(town.officer, `/cases/${id}/whistle`, {
    kind: 'enforcement',
    units: ['fire', 'property_co'],
    text: '请到场协助',
  });
  return id;
}

test('what stands beside a case is noted on its row, and read because it is', async () => {
  const plain = await town.inHand();
  expect(await notedBeside(plain)).toEqual([]);
  const id = await caseWithMuchBeside();
  expect((await notedBeside(id))?.toSorted()).toEqual(['side_request', 'supervision', 'whistle']);
  const { requests, supervisions, whistles, holds } = await town.read(id);
  expect([requests.length, supervisions.length, whistles[0]?.calls.length, holds.length]).toEqual([
    1, 1, 2, 0,
  ]);
});

test('a second of a kind is not noted twice', async () => {
  const id = await town.inHand();
  await town.done<RequestView>(town.officer, `/cases/${id}/extension`, { reason: '需要更多时间', value: 2 });
  await town.done<RequestView>(town.officer, `/cases/${id}/voiding`, { reason: '重复的一件，没有这处摊点' });
  expect(await notedBeside(id)).toEqual(['side_request']);
});

test('what stood there before it was noted is found by the migration', async () => {
  const id = await caseWithMuchBeside();
  const migration = await readFile(
    new URL('../../../migrations/0072-cases-beside.sql', import.meta.url),
    'utf8',
  );
  await asOwner(async (client) => {
    for (const kind of kinds) await client.query(`drop trigger note_beside on cases.${kind}`);
    await client.query('drop function cases.note_beside; alter table cases."case" drop column beside');
    await client.query(migration);
  });
  expect((await notedBeside(id))?.toSorted()).toEqual(['side_request', 'supervision', 'whistle']);
});
