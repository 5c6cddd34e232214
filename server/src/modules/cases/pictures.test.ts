import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { trackReport } from '@fengqiao/contract/cases.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import { COOKIE } from '#platform/http.ts';
import { reported, type Receipt } from '#test/cases.ts';
import { places } from '#test/ground.ts';
import type { Person } from '#test/world.ts';
import { startHandling, stall, type Handling } from './handling.fixture.ts';

let town: Handling;
beforeAll(async () => void (town = await startHandling()));
afterAll(() => town.world.close());

let shade = 40;
async function picture(by: Person): Promise<string> {
  shade += 20;
  const background = { r: shade, g: 90, b: 120 };
  const bytes = await sharp({ create: { width: 80, height: 60, channels: 3, background } })
    .jpeg()
    .toBuffer();
  const reply = await town.world.app.inject({
    method: 'POST',
    url: '/api/uploads',
    payload: bytes,
    headers: { 'content-type': 'application/octet-stream' },
    ...(by === null ? {} : { cookies: { [COOKIE]: by.token } }),
  });
  if (reply.statusCode !== 200) throw new Error(reply.body);
  return reply.json<{ id: string }>().id;
}

const track = ({ no, code }: Receipt): Promise<Out<typeof trackReport>> =>
  town.done(null, '/reports/tracking', { no, code });
const opens = async (by: Person, file: string, ticket: string | null = null): Promise<number> =>
  (await town.world.as(by).get(`/api/files/${file}${ticket === null ? '' : `?size=thumb&ticket=${ticket}`}`))
    .statusCode;

async function guestReport(): Promise<{ receipt: Receipt; before: string }> {
  const before = await picture(null);
  return { receipt: await reported(town.world, null, { text: stall.text, files: [before] }), before };
}

/** What a guest reported, in the hands of law enforcement, which has sent a picture with what it did. */
async function handledWithPicture(caseId: string): Promise<string> {
  await town.done(town.intake, `/cases/${caseId}/verification-request`, { unit: 'c01-g01' });
  await town.done(await town.staff('c01-g01'), `/cases/${caseId}/verification`, {
    found: true,
    note: '已到现场',
  });
  await town.done(town.intake, `/cases/${caseId}/registration`, { type: stall.type });
  await town.done(town.dispatcher, `/cases/${caseId}/dispatch`);
  await town.done(town.officer, `/cases/${caseId}/acknowledgement`);
  const file = await picture(town.officer);
  const shot = { kind: 'photo', file, ...places['c01-g01'], accuracy: 8 };
  await town.done(town.officer, `/cases/${caseId}/handled`, {
    summary: '已劝离摊贩',
    outcome: 'solved',
    evidence: [{ kind: 'record', note: '已登记' }, shot],
  });
  return file;
}

test('a guest who follows a report by its code opens their own picture and that of the result, and nobody else does', async () => {
  const { receipt, before } = await guestReport();
  const after = await handledWithPicture(receipt.caseId);
  const said = await track(receipt);
  expect([said.files, said.photosAfter]).toEqual([[before], [after]]);
  expect([await opens(null, before, said.ticket), await opens(null, after, said.ticket)]).toEqual([200, 200]);
  expect([await opens(null, before), await opens(null, after), await opens(town.resident, after)]).toEqual([
    404, 404, 404,
  ]);
});

test('the ticket of one report opens no picture of another, nor what the checker saw', async () => {
  const mine = await guestReport();
  const other = await guestReport();
  const { ticket } = await track(mine.receipt);
  await handledWithPicture(mine.receipt.caseId);
  const file = await picture(town.checker);
  await town.done(town.checker, `/cases/${mine.receipt.caseId}/check`, {
    method: 'onsite',
    passed: true,
    note: '已到现场',
    evidence: [{ kind: 'photo', file, ...places['c01-g01'], accuracy: 8 }],
  });
  expect([await opens(null, other.before, ticket), await opens(null, file, ticket)]).toEqual([404, 404]);
});

test('a ticket that was altered or is over opens nothing, and within the hour it stays the same', async () => {
  town.world.clock.set('2026-11-23T02:05:00Z');
  const { receipt, before } = await guestReport();
  const ticket = (await track(receipt)).ticket ?? '';
  town.world.clock.advance({ minutes: 50 });
  expect((await track(receipt)).ticket).toBe(ticket);
  const [report = '', ends = '', mark = ''] = ticket.split('.');
  const forged = [
    `${report}.${Number(ends) + 3_600_000}.${mark}`,
    `${report}.${ends}.${[...mark].toReversed().join('')}`,
    'x'.repeat(60),
  ];
  expect(await Promise.all(forged.map((one) => opens(null, before, one)))).toEqual([404, 404, 404]);
  expect(await opens(null, before, ticket)).toBe(200);
  town.world.clock.advance({ minutes: 66 });
  expect(await opens(null, before, ticket)).toBe(404);
});

test('a resident opens the result of their own report once it is reported handled, and gets no ticket', async () => {
  const receipt = await reported(town.world, town.resident, { text: stall.text });
  const after = await handledWithPicture(receipt.caseId);
  const said = (await town.world.as(town.resident).get(`/api/reports/${receipt.report}`)).json();
  expect([said.ticket, said.photosAfter]).toEqual([null, [after]]);
  const neighbour = await town.world.person('resident');
  expect([await opens(town.resident, after), await opens(neighbour, after)]).toEqual([200, 404]);
});
