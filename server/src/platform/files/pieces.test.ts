import { createHash } from 'node:crypto';
import { existsSync, readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PieceView } from '@fengqiao/contract/platform.ts';
import { startWorld, type Person, type World } from '#test/world.ts';
import { forgetParts } from './pieces.ts';

let world: World;
let wang: Person;
let li: Person;
let otherStreet: Person;
beforeAll(async () => {
  world = await startWorld({ rooms: [] });
  wang = await world.session({ role: 'grid_worker', unit: 'c01-g01' });
  li = await world.session({ role: 'grid_worker', unit: 'c01-g02' });
  otherStreet = await world.session({ kind: 'staff', role: 'grid_worker' });
});
afterAll(() => world.close());

let shade = 0;
async function photo(): Promise<{ bytes: Buffer; sha256: string }> {
  shade += 9;
  const noise = { type: 'gaussian', mean: 128, sigma: 50 } as const;
  const background = { r: shade, g: 80, b: 60 };
  const bytes = await sharp({ create: { width: 120, height: 90, channels: 3, background, noise } })
    .jpeg()
    .toBuffer();
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

type Piece = { sha256: string; bytes: Buffer; from: number; to?: number; length?: number };
async function send(who: Person, { sha256, bytes, from, to, length = bytes.length }: Piece) {
  const headers = {
    'content-type': 'application/octet-stream',
    'x-upload-offset': String(from),
    'x-upload-length': String(length),
    'x-file-name': 'photo',
  };
  return world.as(who).post(`/api/uploads/${sha256}`, bytes.subarray(from, to), { headers });
}
const ask = async (who: Person, sha256: string): Promise<PieceView> =>
  (await world.as(who).get(`/api/uploads/${sha256}`)).json();

test('a photo that was cut off goes on where it stopped, and is read like every other', async () => {
  const { bytes, sha256 } = await photo();
  const first = (await send(wang, { sha256, bytes, from: 0, to: 500 })).json<PieceView>();
  expect(first).toEqual({ have: 500, file: null });
  expect(await ask(wang, sha256)).toEqual({ have: 500, file: null });
  const whole = (await send(wang, { sha256, bytes, from: 500 })).json<PieceView>();
  expect([whole.have, whole.file?.media, whole.file?.thumb]).toEqual([bytes.length, 'image/jpeg', true]);
  expect((await world.as(wang).get(`/api/files/${whole.file?.id}`)).statusCode).toBe(200);
});

test('the same photo is stored once, though the answer was lost and it is sent again', async () => {
  const { bytes, sha256 } = await photo();
  const first = (await send(wang, { sha256, bytes, from: 0 })).json<PieceView>();
  const again = (await send(wang, { sha256, bytes, from: 0 })).json<PieceView>();
  expect(again.file?.id).toBe(first.file?.id);
  expect((await ask(wang, sha256)).file?.id).toBe(first.file?.id);
});

test('a piece that begins elsewhere is not written; the answer says how much is there', async () => {
  const { bytes, sha256 } = await photo();
  await send(wang, { sha256, bytes, from: 0, to: 300 });
  expect((await send(wang, { sha256, bytes, from: 600 })).json()).toEqual({ have: 300, file: null });
  expect((await send(wang, { sha256, bytes, from: 0, to: 300 })).json()).toEqual({ have: 300, file: null });
});

test('what is not what its address says is thrown away and refused', async () => {
  const [{ sha256 }, other] = [await photo(), await photo()];
  const reply = await send(wang, { sha256, bytes: other.bytes, from: 0 });
  expect([reply.statusCode, reply.json().code]).toEqual([422, 'platform.file_unreadable']);
  expect(await ask(wang, sha256)).toEqual({ have: 0, file: null });
});

test('nobody learns that somebody else has sent the same photo', async () => {
  const { bytes, sha256 } = await photo();
  await send(wang, { sha256, bytes, from: 0 });
  expect(await ask(li, sha256)).toEqual({ have: 0, file: null });
  expect(await ask(otherStreet, sha256)).toEqual({ have: 0, file: null });
  const mine = (await send(li, { sha256, bytes, from: 0 })).json<PieceView>();
  expect(mine.file?.id).not.toBe((await ask(wang, sha256)).file?.id);
});

test('a guest has no account under which a part could wait', async () => {
  const { bytes, sha256 } = await photo();
  const reply = await send(null, { sha256, bytes, from: 0 });
  expect([reply.statusCode, reply.json().code]).toEqual([401, 'platform.not_signed_in']);
});

test('what is too long, or has no length, is refused before it is read', async () => {
  const { bytes, sha256 } = await photo();
  const codes = [];
  for (const length of [0, Number.NaN, 13 * 1024 * 1024])
    codes.push((await send(wang, { sha256, bytes, from: 0, to: 10, length })).json().code);
  expect(codes).toEqual(['platform.too_large', 'platform.too_large', 'platform.too_large']);
});

test('a beginning whose end never came goes after a day', async () => {
  const { bytes, sha256 } = await photo();
  await send(wang, { sha256, bytes, from: 0, to: 100 });
  const { dataDir } = world.platform.settings;
  const folder = join(dataDir, 'parts');
  const old = new Date(Date.now() - 25 * 3_600_000);
  for (const name of readdirSync(folder)) utimesSync(join(folder, name), old, old);
  await forgetParts(dataDir, new Date());
  expect([existsSync(folder), readdirSync(folder)]).toEqual([true, []]);
  expect(await ask(wang, sha256)).toEqual({ have: 0, file: null });
});

test('a phone learns the moment of the server', async () => {
  expect((await world.as(null).get('/api/time')).json()).toEqual({ now: world.clock.now().toISOString() });
});
