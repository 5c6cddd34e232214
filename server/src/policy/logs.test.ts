import { CompiledQuery } from 'kysely';
import pino from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedList } from '#modules/cases';
import { describe as told } from '#platform/errors.ts';
import { garbage } from '#test/cases.ts';
import { laySquares } from '#test/ground.ts';
import { layUnits, type TestPerson } from '#test/people.ts';
import { startWorld, type World } from '#test/world.ts';

/** Facts of nobody that would be found in any line that quotes what somebody said. */
const canary = {
  names: ['欧阳诱饵', '司徒诱饵', '诸葛诱饵'],
  phones: ['13700009871', '13700009872', '13700009873'],
  ids: ['000000199003079871'],
} as const;

let world: World;
let staff: TestPerson;
let resident: TestPerson;
let steward: TestPerson;
const lines: string[] = [];

beforeAll(async () => {
  world = await startWorld({ env: { LOG_LEVEL: 'trace', SMS_URL: 'http://127.0.0.1:9/', SMS_KEY: 'k' } });
  const held = world.platform.log as unknown as Record<symbol, { write(line: string): boolean }>;
  const stream = held[pino.symbols.streamSym];
  if (stream !== undefined) stream.write = (line) => lines.push(line) > 0;
  await world.asSystem(async (work) => {
    await layUnits(work);
    await laySquares(work);
    await seedList(work, new Date('2026-01-01T00:00:00Z'));
  });
  staff = await world.person('intake');
  resident = await world.person('resident');
  steward = await world.person('steward');
});
afterAll(() => world.close());

test('no line of the log holds a name, a phone or an ID number, whatever is done, refused or failing', async () => {
  const [first, second, third] = canary.names;
  const [phone, other, unknown] = canary.phones;
  const guest = world.as(null);
  const replies = [
    await guest.post('/api/phone-codes', { phone }),
    await guest.post('/api/phone-sessions', { phone, code: '000000' }),
    await guest.post('/api/phone-sessions', { phone: `${other} ${first}`, code: '1' }),
    await guest.post('/api/reports', { ...garbage, contact: { name: first, phone } }),
    await guest.post('/api/reports', { ...garbage, contact: { name: second, phone: `${other}x` } }),
    await guest.get(`/api/nowhere/${phone}?name=${encodeURIComponent(first)}`),
    await world.as(resident).put('/api/me/name', { name: third }),
    await world.as(resident).post('/api/me/real-name', { name: third, idNumber: canary.ids[0] }),
    await world.as(staff).post('/api/cases', {
      ...garbage,
      channel: 'window',
      contact: { name: second, phone: other },
    }),
    await world.as(steward).post('/api/registry/people', { name: first, phone: unknown, kind: 'nobody' }),
    await world.as(steward).post('/api/registry/people/search', { purpose: 'none', name: first, phone }),
    await guest.post('/api/reports', `{"contact": {"name": "${first}", "phone": "${phone}"`, {
      headers: { 'content-type': 'application/json' },
    }),
  ];
  world.clock.advance({ minutes: 30 });
  await world.settle().catch(() => undefined);
  expect(replies.some(({ statusCode }) => statusCode === 200)).toBe(true);
  expect(replies.some(({ statusCode }) => statusCode >= 400)).toBe(true);
  expect(lines.length).toBeGreaterThan(replies.length - 1);
  const every = lines.join('');
  const found = Object.values(canary)
    .flat()
    .filter((one) => every.includes(one) || every.includes(encodeURIComponent(one)));
  expect(found).toEqual([]);
});

test('an error that quotes what was stored or sent is logged without its words', async () => {
  const quoting = await world
    .asSystem(({ db }) => db.executeQuery(CompiledQuery.raw('select $1::text::uuid', [canary.names[0]])))
    .catch((error: Error) => error);
  expect(quoting).toMatchObject({ message: expect.stringContaining(canary.names[0]) });
  expect(JSON.stringify(told(quoting))).not.toContain(canary.names[0]);
  const parsing = (() => {
    try {
      return JSON.parse(`${canary.names[1]}`) as unknown;
    } catch (error) {
      return error;
    }
  })();
  expect(JSON.stringify(told(parsing))).not.toContain(canary.names[1]);
});
