import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CaseView, EvidenceView } from '@fengqiao/contract/cases/views.ts';
import { laySquares, places } from '#test/ground.ts';
import { layUnits, type TestPerson } from '#test/people.ts';
import { startWorld, type World } from '#test/world.ts';

let world: World;
let worker: TestPerson;
let neighbour: TestPerson;
let checker: TestPerson;
beforeAll(async () => {
  world = await startWorld();
  await world.asSystem(async (work) => {
    await layUnits(work);
    await laySquares(work);
  });
  worker = await world.person('grid_worker', 'c01-g01');
  neighbour = await world.person('grid_worker', 'c02-g01');
  checker = await world.person('checker', 'centre');
});
afterAll(() => world.close());

/** A picture with much in it, other for every number. */
async function photo(n: number): Promise<Buffer> {
  const dice = diceOf(n);
  const ground = Buffer.from(Array.from({ length: 8 * 6 * 3 }, () => dice(255)));
  const things = Array.from(
    { length: 16 },
    () =>
      `<rect x="${dice(900)}" y="${dice(660)}" width="${60 + dice(300)}" height="${60 + dice(240)}" fill="rgb(${dice(255)},${dice(255)},${dice(255)})"/>`,
  );
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="720">${things.join('')}</svg>`;
  return sharp(ground, { raw: { width: 8, height: 6, channels: 3 } })
    .resize(960, 720, { kernel: 'cubic', fit: 'fill' })
    .composite([{ input: Buffer.from(drawn) }])
    .jpeg({ quality: 92 })
    .toBuffer();
}

function diceOf(seed: number): (most: number) => number {
  let state = seed * 2_654_435_761;
  return (most) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0;
    return state % (most + 1);
  };
}

const cut = (picture: Buffer, left: number, top: number, right: number, bottom: number) =>
  sharp(picture)
    .extract({
      left: Math.round(960 * left),
      top: Math.round(720 * top),
      width: Math.round(960 * (1 - left - right)),
      height: Math.round(720 * (1 - top - bottom)),
    })
    .jpeg({ quality: 60 })
    .toBuffer();

async function upload(who: TestPerson, bytes: Buffer): Promise<string> {
  const headers = { 'content-type': 'application/octet-stream' };
  const reply = await world.as(who).post('/api/uploads', bytes, { headers });
  if (reply.statusCode !== 200) throw new Error(reply.body);
  return reply.json<{ id: string }>().id;
}

/** Something found and reported with a picture as its proof; gives the case. */
async function found(
  who: TestPerson,
  picture: Buffer,
  grid: keyof typeof places = 'c01-g01',
): Promise<CaseView> {
  const file = await upload(who, picture);
  const evidence = [{ kind: 'photo', file }];
  const report = { text: '路面破损，有坑', ...places[grid], address: '', files: [file], evidence };
  const reply = await world.as(who).post('/api/field/reports', report);
  if (reply.statusCode !== 200) throw new Error(reply.body);
  return read(checker, reply.json<{ caseId: string }>().caseId);
}
const read = async (who: TestPerson, id: string) =>
  (await world.as(who).get(`/api/cases/${id}`)).json<CaseView>();
const only = (seen: CaseView): EvidenceView => {
  const [piece] = seen.evidence;
  if (piece === undefined) throw new Error('the case has no evidence');
  return piece;
};

test('the same photo is known again in another case when it is encoded anew, made smaller, brightened or cut at its rim', async () => {
  const original = await photo(1);
  const first = await found(worker, original);
  expect(only(first).reuseOf).toBe(null);
  const again = {
    same: original,
    encoded: await sharp(original).jpeg({ quality: 40 }).toBuffer(),
    webp: await sharp(original).webp({ quality: 50 }).toBuffer(),
    smaller: await sharp(original).resize(400).jpeg().toBuffer(),
    brighter: await sharp(original).modulate({ brightness: 1.15 }).jpeg().toBuffer(),
    cutAround: await cut(original, 0.05, 0.04, 0.06, 0.05),
    cutMore: await cut(original, 0.1, 0.1, 0.1, 0.1),
    cutBelow: await cut(original, 0, 0, 0, 0.1),
  };
  const told: Record<string, string | undefined> = {};
  for (const [how, picture] of Object.entries(again))
    told[how] = only(await found(worker, picture)).reusedFrom?.no;
  expect(Object.keys(told).filter((how) => told[how] === undefined)).toEqual([]);
  expect(told['same']).toBe(first.no);
});

test('it is a sign for the checker and refuses nobody, and other pictures are not taken for one', async () => {
  const others = await Promise.all(Array.from({ length: 12 }, (_none, n) => photo(100 + n)));
  for (const picture of others) expect(only(await found(worker, picture)).reuseOf).toBe(null);
});

test('a wall or the night looks like every other and is told of nobody', async () => {
  const night = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#101010' } })
    .jpeg()
    .toBuffer();
  await found(worker, night);
  expect(only(await found(worker, await sharp(night).resize(640).jpeg().toBuffer())).reuseOf).toBe(null);
});

test('the earlier case is shown to who may see it; the other sees the sign alone', async () => {
  const original = await photo(7);
  const first = await found(neighbour, original, 'c02-g01');
  const second = await found(worker, await sharp(original).resize(700).jpeg().toBuffer());
  expect(only(second).reusedFrom).toMatchObject({ caseId: first.id, no: first.no, at: expect.any(String) });
  const own = only(await read(worker, second.id));
  expect([own.reuseOf, own.reusedFrom]).toEqual([only(first).id, null]);
});

test('a case tells what each file is, so that a sound is played and a document opened', async () => {
  const sound = Buffer.concat([Buffer.from('1a45dfa3', 'hex'), Buffer.from('webm'.padEnd(60))]);
  const files = [await upload(worker, sound), await upload(worker, Buffer.from('%PDF-1.7\n%%EOF'))];
  const evidence = [{ kind: 'voice', file: files[0] }];
  const report = { text: '路面破损，有坑', lng: 120.15, lat: 31.23, address: '', files, evidence };
  const { caseId } = (await world.as(worker).post('/api/field/reports', report)).json<{ caseId: string }>();
  const seen = await read(worker, caseId);
  expect(seen.reportList[0]?.files).toEqual([
    { id: files[0], media: 'audio/webm' },
    { id: files[1], media: 'application/pdf' },
  ]);
  expect(only(seen).media).toBe('audio/webm');
});
