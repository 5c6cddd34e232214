import { deflateSync } from 'node:zlib';
import { stopTestServer } from '../server/test/database.ts';
import { COOKIE } from '../server/src/platform/http.ts';
import type { World } from '../server/test/world.ts';
import type { Experiment } from './experiment.ts';
import { picture, startTown } from './town.ts';

const MARK = '<script>document.title="枫桥"</script>';
const MOST_CPU_MS = 2000;

/** What is uploaded is a picture, a document or a voice; nothing else comes in, and nothing hidden in one comes out again. */
export const images: Experiment = {
  name: 'pictures that are not what they say',
  run: async (_, check) => {
    const town = await startTown();
    try {
      const { world } = town;
      const person = await world.person('resident');
      const send = (payload: Buffer) =>
        world.app.inject({
          method: 'POST',
          url: '/api/uploads',
          payload,
          headers: { 'content-type': 'image/jpeg', 'x-file-name': 'a.jpg' },
          cookies: { [COOKIE]: person.token },
        });
      const photo = picture();
      const refused = noPictures(photo);
      const let_: string[] = [];
      const slow: string[] = [];
      for (const [name, bytes] of Object.entries(refused)) {
        const started = process.cpuUsage();
        const reply = await send(bytes);
        if (reply.statusCode < 400 || reply.statusCode >= 500)
          let_.push(`${name}: ${reply.statusCode} ${reply.body.slice(0, 120)}`);
        const { user, system } = process.cpuUsage(started);
        const spent = Math.round((user + system) / 1000);
        if (spent > MOST_CPU_MS) slow.push(`${name} took ${spent} ms of CPU`);
      }
      check(`${Object.keys(refused).length} files that are no pictures are refused`, let_);
      check('a pixel bomb costs no time', slow);
      const hidden: Record<string, Buffer> = {
        'a page behind a picture': Buffer.concat([photo, Buffer.from(MARK)]),
        'a script in the comment of a picture': withComment(photo, MARK),
        'a place in the EXIF of a picture': withExif(photo),
      };
      const out: string[] = [];
      for (const [name, bytes] of Object.entries(hidden)) {
        const reply = await send(bytes);
        if (reply.statusCode !== 200) continue;
        const kept = await world.app.inject({
          method: 'GET',
          url: `/api/files/${reply.json<{ id: string }>().id}`,
          cookies: { [COOKIE]: person.token },
        });
        out.push(...leftIn(name, kept.rawPayload), ...headersOf(name, kept.headers));
      }
      check('what is hidden in a picture does not come out again, and a browser may not guess its kind', out);
      check('a file is nobody else’s to read', await foreign(world, await fileOf(send, photo)));
    } finally {
      await town.close();
      await stopTestServer();
    }
  },
};

const noPictures = (photo: Buffer): Record<string, Buffer> => ({
  'a page': Buffer.from(`<!doctype html>${MARK}`),
  'a drawing with a script (SVG)': Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${MARK}</svg>`),
  'a program': Buffer.from('7f454c4602010100', 'hex'),
  'an archive': Buffer.from('504b030414000000', 'hex'),
  nothing: Buffer.alloc(0),
  'a picture of 2.5 gigapixels': bomb(50_000, 50_000),
  'a picture cut in half': photo.subarray(0, photo.length / 2),
  'the head of a picture before a page': Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.from(MARK)]),
  'a GIF that is a program': Buffer.from(`GIF89a/*${MARK}*/=1`),
});

const fileOf = async (send: (bytes: Buffer) => Promise<{ json<T>(): T }>, bytes: Buffer): Promise<string> =>
  (await send(bytes)).json<{ id: string }>().id;

async function foreign(world: World, id: string): Promise<string[]> {
  const others = [await world.person('resident'), await world.person('grid_worker'), null];
  const replies = await Promise.all(others.map((one) => world.as(one).get(`/api/files/${id}`)));
  return replies.flatMap((reply) =>
    reply.statusCode === 404 || reply.statusCode === 401 || reply.statusCode === 403
      ? []
      : [`${reply.statusCode}`],
  );
}

const leftIn = (name: string, bytes: Buffer): string[] =>
  ['<script', 'Exif', 'GPS'].some((word) => bytes.includes(word)) ? [`${name} is still there`] : [];

function headersOf(name: string, headers: Record<string, unknown>): string[] {
  return headers['x-content-type-options'] === 'nosniff' &&
    String(headers['content-security-policy']).length > 0
    ? []
    : [`${name}: ${JSON.stringify(headers)}`];
}

/** A PNG that says it is enormous; its few bytes unfold to nothing but zeros. */
function bomb(width: number, height: number): Buffer {
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(Buffer.alloc(4_000_000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function segment(marker: number, data: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(data.length + 2);
  return Buffer.concat([Buffer.from([0xff, marker]), length, data]);
}

const withComment = (jpeg: Buffer, text: string): Buffer =>
  Buffer.concat([jpeg.subarray(0, 2), segment(0xfe, Buffer.from(text)), jpeg.subarray(2)]);

/** Little-endian EXIF with one entry that points to a GPS block. */
function withExif(jpeg: Buffer): Buffer {
  const gps = Buffer.from('020001000200020000004e000000000000000000', 'hex');
  const head = Buffer.concat([
    Buffer.from('Exif\0\0II*\0', 'latin1'),
    Buffer.from('08000000010025880400010000001a00000000000000', 'hex'),
    gps,
  ]);
  return Buffer.concat([jpeg.subarray(0, 2), segment(0xe1, head), jpeg.subarray(2)]);
}
