import { existsSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import Type from 'typebox';
import { route, Shape } from '@fengqiao/contract/route.ts';
import { Done, Uuid } from '@fengqiao/contract/shapes.ts';
import { startWorld, type Person, type World } from '#test/world.ts';
import type { Room } from '../room.ts';
import { done, serve } from '../serve.ts';
import { placeOf } from './disk.ts';
import { attachFiles, filesById } from './store.ts';

const mayRead = new Set<string>();
const room: Room = {
  name: 'probe',
  routes: [
    serve(
      route({
        id: 'probe.attach',
        method: 'POST',
        path: '/probe/files',
        who: 'anyone',
        says: { zh: '附', en: 'Attach' },
        body: Shape({ files: Type.Array(Uuid, { maxItems: 9 }) }),
        reply: Done,
      }),
      async (work, { body }) => {
        await attachFiles(work, body.files);
        return done;
      },
    ),
  ],
  files: { mayRead: async (work, id) => work.actor.kind === 'staff' && mayRead.has(id) },
};

let world: World;
let wang: NonNullable<Person>;
let li: NonNullable<Person>;
beforeAll(async () => {
  world = await startWorld({ rooms: [room] });
  wang = await world.session({ role: 'grid_worker', unit: 'c01-g01' });
  li = await world.session({ role: 'checker', unit: 'centre' });
});
afterAll(() => world.close());

type Answer = { statusCode: number; json(): { code?: string } };
const code = (reply: Answer) => [reply.statusCode, reply.json().code];
const send = (person: Person, bytes: Buffer, headers: Record<string, string> = {}) =>
  world
    .as(person)
    .post('/api/uploads', bytes, { headers: { 'content-type': 'application/octet-stream', ...headers } });

const noise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  });
const photo = (width = 600, height = 400) =>
  noise(width, height)
    .jpeg()
    .withExif({
      IFD0: { Make: 'Phone' },
      IFD2: { DateTimeOriginal: '2026:11:23 09:30:00', OffsetTimeOriginal: '+08:00' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '30/1 30/1 36/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '120/1 15/1 0/1',
      },
    })
    .toBuffer();

test('a photo loses its traces, and place and time are kept apart', async () => {
  const reply = await send(wang, await photo(), { 'x-file-name': encodeURIComponent('路灯 1.jpg') });
  expect([reply.statusCode, reply.json().media, reply.json().name, reply.json().thumb]).toEqual([
    200,
    'image/jpeg',
    '路灯 1.jpg',
    true,
  ]);
  const file = await world.as(wang).get(`/api/files/${reply.json().id}`);
  expect((await sharp(file.rawPayload).metadata()).exif).toBeUndefined();
  const [row] = await world.asSystem((work) => filesById(work, [reply.json().id]));
  expect(row?.taken).toEqual({ lat: 30.51, lng: 120.25, at: '2026-11-23T01:30:00.000Z' });
  expect(reply.body).not.toContain('120.25');
});

test('a picture is set upright and made no larger than is useful', async () => {
  const sideways = await noise(3000, 1200).jpeg().withMetadata({ orientation: 6 }).toBuffer();
  expect((await send(wang, sideways)).json()).toMatchObject({ width: 1024, height: 2560 });
});

test('the same picture made smaller looks the same to the machine, another one does not', async () => {
  const view = async (bytes: Buffer) => {
    const { id } = (await send(wang, bytes)).json();
    const [row] = await world.asSystem((work) => filesById(work, [id]));
    return BigInt(`0x${row?.phash}`);
  };
  const distance = (a: bigint, b: bigint) => (a ^ b).toString(2).replaceAll('0', '').length;
  const blobs = await noise(9, 8).png().toBuffer();
  const scene = await sharp(blobs).resize(900, 800, { kernel: 'cubic', fit: 'fill' }).jpeg().toBuffer();
  const one = await view(scene);
  expect(
    distance(one, await view(await sharp(scene).resize(450, 400).webp({ quality: 60 }).toBuffer())),
  ).toBeLessThan(8);
  expect(
    distance(one, await view(await sharp(scene).flop().negate().rotate(90).jpeg().toBuffer())),
  ).toBeGreaterThan(8);
});

test('what a file is, its content tells', async () => {
  expect(
    (await send(wang, await noise(20, 20).png().toBuffer(), { 'content-type': 'application/pdf' })).json()
      .media,
  ).toBe('image/png');
  expect((await send(wang, Buffer.from('%PDF-1.7\n%%EOF'))).json().media).toBe('application/pdf');
  expect((await send(wang, Buffer.from('OggS'.padEnd(64)))).json().media).toBe('audio/ogg');
  for (const bad of [
    '<html><script>alert(1)</script>',
    'MZ executable',
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    '',
  ]) {
    expect(code(await send(wang, Buffer.from(bad)))).toEqual([415, 'platform.unsupported_type']);
  }
});

test('a broken picture and one of too many pixels are refused', async () => {
  expect(code(await send(wang, (await photo()).subarray(0, 400)))).toEqual([422, 'platform.file_unreadable']);
  const bomb = await sharp({ create: { width: 9_000, height: 7_000, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  expect(code(await send(wang, bomb))).toEqual([422, 'platform.file_unreadable']);
});

test('more than a kind may weigh is too large', async () => {
  expect(code(await send(wang, Buffer.concat([Buffer.from('OggS'), Buffer.alloc(5 * 1024 * 1024)])))).toEqual(
    [413, 'platform.too_large'],
  );
  expect(code(await send(wang, Buffer.alloc(13 * 1024 * 1024)))).toEqual([413, 'platform.too_large']);
});

test('a form upload is taken as well', async () => {
  const body = Buffer.concat([
    Buffer.from(
      '--x\r\nContent-Disposition: form-data; name="file"; filename="../../a.png"\r\nContent-Type: image/png\r\n\r\n',
    ),
    await noise(20, 20).png().toBuffer(),
    Buffer.from('\r\n--x--\r\n'),
  ]);
  const reply = await send(wang, body, { 'content-type': 'multipart/form-data; boundary=x' });
  expect([reply.statusCode, reply.json().name]).toEqual([200, 'a.png']);
});

test('a nonce marks one picture fresh, once and for ten minutes', async () => {
  const take = async () => (await world.as(wang).post('/api/upload-nonces')).json().nonce as string;
  const bytes = await photo(50, 50);
  const nonce = await take();
  const fresh = async (with_: string, person = wang) =>
    (await send(person, bytes, { 'x-upload-nonce': with_ })).json().fresh;
  expect(await fresh(nonce, li)).toBe(false);
  expect(await fresh(nonce)).toBe(true);
  expect(await fresh(nonce)).toBe(false);
  const late = await take();
  world.clock.advance({ minutes: 11 });
  expect(await fresh(late)).toBe(false);
});

test('a file is for its owner until a room says who else may see it', async () => {
  const { id } = (await send(wang, await photo())).json();
  expect((await world.as(wang).get(`/api/files/${id}`)).statusCode).toBe(200);
  expect(code(await world.as(li).get(`/api/files/${id}`))).toEqual([404, 'platform.not_found']);
  expect(code(await world.as(null).get(`/api/files/${id}`))).toEqual([404, 'platform.not_found']);
  mayRead.add(id);
  const seen = await world.as(li).get(`/api/files/${id}?size=thumb`);
  expect([
    seen.statusCode,
    seen.headers['content-type'],
    (await sharp(seen.rawPayload).metadata()).width,
  ]).toEqual([200, 'image/webp', 320]);
  expect(seen.headers['content-security-policy']).toBe("default-src 'none'; sandbox");
  const etag = String(seen.headers.etag);
  expect(
    (await world.as(li).get(`/api/files/${id}?size=thumb`, { headers: { 'if-none-match': etag } }))
      .statusCode,
  ).toBe(304);
});

test('a document is a download, and sound can be read in parts', async () => {
  const pdf = (await send(wang, Buffer.from('%PDF-1.7\n%%EOF'))).json();
  const got = await world.as(wang).get(`/api/files/${pdf.id}`, { headers: { range: 'bytes=0-4' } });
  expect([got.statusCode, got.body, got.headers['content-range']]).toEqual([206, '%PDF-', 'bytes 0-4/14']);
  expect(got.headers['content-disposition']).toMatch(/^attachment/);
});

test('a guest may bring a picture, attach it, and then no longer read it by its number', async () => {
  const { id } = (await send(null, await photo())).json();
  expect((await world.as(null).get(`/api/files/${id}`)).statusCode).toBe(200);
  expect(code(await world.as(wang).post('/api/probe/files', { files: [id] }))).toEqual([
    422,
    'platform.file_unknown',
  ]);
  expect((await world.as(null).post('/api/probe/files', { files: [id] })).statusCode).toBe(200);
  expect(code(await world.as(null).post('/api/probe/files', { files: [id] }))).toEqual([
    422,
    'platform.file_unknown',
  ]);
  expect((await world.as(null).get(`/api/files/${id}`)).statusCode).toBe(404);
});

test('uploads from one address without an account are few', async () => {
  const bytes = await noise(8, 8).png().toBuffer();
  const from = () =>
    world.app.inject({
      method: 'POST',
      url: '/api/uploads',
      payload: bytes,
      remoteAddress: '10.9.9.9',
      headers: { 'content-type': 'image/png' },
    });
  for (let i = 0; i < 12; i += 1) expect((await from()).statusCode).toBe(200);
  expect(code(await from())).toEqual([429, 'platform.too_many']);
});

test('what nothing refers to is gone after a day, the attached stays', async () => {
  const [loose, kept] = [
    (await send(wang, await photo(70, 70))).json(),
    (await send(wang, await photo(71, 70))).json(),
  ];
  await world.as(wang).post('/api/probe/files', { files: [kept.id] });
  const place = (file: { sha256: string }) => placeOf(world.platform.settings.dataDir, file.sha256);
  world.clock.advance({ hours: 25 });
  await world.settle();
  expect([existsSync(place(loose)), existsSync(place(kept))]).toEqual([false, true]);
  expect((await world.as(wang).get(`/api/files/${loose.id}`)).statusCode).toBe(404);
});
