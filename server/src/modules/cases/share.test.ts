import { afterAll, beforeAll, expect, test } from 'vitest';
import { reported, startCases, type Receipt } from '#test/cases.ts';
import type { TestPerson } from '#test/people.ts';
import type { World } from '#test/world.ts';

let world: World;
let resident: TestPerson;
let neighbour: TestPerson;
let receipt: Receipt;
const words = '三号楼王阿姨家门口的灯坏了';

beforeAll(async () => {
  world = await startCases();
  resident = await world.person('resident');
  neighbour = await world.person('resident');
  receipt = await reported(world, resident, { text: words, address: '橹声路 8 号 1 幢 302' });
});
afterAll(() => world.close());

const said = (reply: { statusCode: number; json(): { code?: string } }) => [
  reply.statusCode,
  reply.json().code,
];
const share = async (): Promise<string> =>
  (await world.as(resident).post(`/api/reports/${receipt.report}/sharing`)).json().token;
const open = (token: string) => world.as(null).get(`/api/shared-reports/${token}`);

test('whoever gets a shared link sees where a report stands, and neither its words nor its door', async () => {
  const reply = await open(await share());
  expect(reply.json()).toMatchObject({ no: receipt.no, state: 'received', outcome: null, solved: null });
  expect(reply.body).not.toContain('王阿姨');
  expect(reply.body).not.toContain('302');
});

test('only whoever reported it can share it: by account, or by its code', async () => {
  const to = `/api/reports/${receipt.report}/sharing`;
  expect(said(await world.as(neighbour).post(to))).toEqual([404, 'platform.not_found']);
  expect(said(await world.as(null).post(to, { code: 'WRONGCOD' }))).toEqual([404, 'cases.tracking_unknown']);
  expect((await world.as(null).post(to, { code: receipt.code })).statusCode).toBe(200);
});

test('a link opens one report only, and a changed one opens nothing', async () => {
  const token = await share();
  const other = await reported(world, neighbour);
  expect(said(await open(token.replace(receipt.report, other.report)))).toEqual([404, 'platform.not_found']);
  expect(said(await open(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`))).toEqual([
    404,
    'platform.not_found',
  ]);
});

test('a link ends by itself after three months', async () => {
  const token = await share();
  world.clock.advance({ days: 92 });
  expect(said(await open(token))).toEqual([410, 'cases.share_ended']);
});
