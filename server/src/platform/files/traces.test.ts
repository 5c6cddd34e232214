import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type Person, type World } from '#test/world.ts';
import { COOKIE } from '../http.ts';
import { understand } from './upload.ts';

let world: World;
let wang: Person;
beforeAll(async () => {
  world = await startWorld();
  wang = await world.session({ role: 'grid_worker', unit: 'c01-g01' });
});
afterAll(() => world.close());

const noise = () =>
  sharp({
    create: {
      width: 300,
      height: 200,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  });
const where = {
  IFD0: { Make: 'TRACE' },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '30/1 30/1 36/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '120/1 15/1 0/1',
  },
};
const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="TRACE30,30.6N"/></rdf:RDF></x:xmpmeta>`;

/** Pictures that carry their place in every form there is. */
async function carriers(): Promise<Record<string, Buffer>> {
  const jpeg = await noise().jpeg().toBuffer();
  return {
    'a JPEG with EXIF': await noise().jpeg().withExif(where).toBuffer(),
    'a PNG with EXIF': await noise().png().withExif(where).toBuffer(),
    'a WebP with EXIF': await noise().webp().withExif(where).toBuffer(),
    'an AVIF with EXIF': await noise().avif({ effort: 0 }).withExif(where).toBuffer(),
    'a JPEG with XMP': await noise().jpeg().withExif(where).withXmp(xmp).toBuffer(),
    'a JPEG with IPTC and a comment': within(jpeg, [
      [
        0xed,
        Buffer.from(
          'Photoshop 3.0\u00008BIM\u0004\u0004\0\0\0\0\0\u0014\u001c\u0002\u005a\0\u000cTRACESuzhou',
          'latin1',
        ),
      ],
      [0xfe, Buffer.from('GPS TRACE 30.51,120.25')],
    ]),
  };
}

/** A full segment whose directory tells of four thousand million values, and of a directory that is itself. */
function bomb(): Buffer {
  const block = Buffer.alloc(65_000, 'TRACE');
  block.write('Exif\0\0II*\0', 'latin1');
  block.writeUInt32LE(8, 10);
  block.writeUInt16LE(0xffff, 14);
  for (let entry = 0; entry < 5_000; entry += 1) {
    const at = 16 + entry * 12;
    block.writeUInt16LE(entry % 2 === 0 ? 0x8825 : 0x8769, at);
    block.writeUInt16LE(4, at + 2);
    block.writeUInt32LE(0xffffffff, at + 4);
    block.writeUInt32LE(8, at + 8);
  }
  return block;
}

function within(jpeg: Buffer, segments: readonly (readonly [number, Buffer])[]): Buffer {
  const parts = segments.map(([marker, data]) => {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(data.length + 2, 2);
    return Buffer.concat([head, data]);
  });
  return Buffer.concat([jpeg.subarray(0, 2), ...parts, jpeg.subarray(2)]);
}

const ways: Record<string, (bytes: Buffer) => { payload: Buffer; headers: Record<string, string> }> = {
  'as it is': (payload) => ({ payload, headers: { 'content-type': 'application/octet-stream' } }),
  'in a form': (bytes) => ({
    payload: Buffer.concat([
      Buffer.from('--x\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n'),
      bytes,
      Buffer.from('\r\n--x--\r\n'),
    ]),
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
  }),
};

async function tracesIn(bytes: Buffer): Promise<unknown[]> {
  const { exif, xmp: told, iptc, comments } = await sharp(bytes).metadata();
  return [exif, told, iptc, comments, bytes.includes('TRACE') ? 'TRACE' : undefined].filter(
    (one) => one !== undefined,
  );
}

test.each(Object.keys(ways))(
  'no picture that was uploaded %s tells where it was taken, nor does its small one',
  async (way) => {
    for (const [name, bytes] of Object.entries(await carriers())) {
      const reply = await world.app.inject({
        method: 'POST',
        url: '/api/uploads',
        cookies: { [COOKIE]: wang?.token ?? '' },
        ...ways[way]?.(bytes),
      });
      expect([name, reply.statusCode]).toEqual([name, 200]);
      expect(await tracesIn(bytes)).not.toEqual([]);
      for (const size of ['', '?size=thumb']) {
        const served = await world.as(wang).get(`/api/files/${reply.json<{ id: string }>().id}${size}`);
        expect([name, size, await tracesIn(served.rawPayload)]).toEqual([name, size, []]);
      }
    }
  },
);

test('what other systems send with a report goes through the same hands', async () => {
  for (const bytes of Object.values(await carriers())) {
    const { content, thumb } = await understand({ bytes, name: 'open311' });
    expect([...(await tracesIn(content)), ...(await tracesIn(thumb ?? content))]).toEqual([]);
  }
});

test('a picture whose EXIF would keep the machine busy for a minute is refused before anybody reads it', async () => {
  const jpeg = await noise().jpeg().toBuffer();
  for (const segments of [1, 40]) {
    const bytes = within(
      jpeg,
      Array.from({ length: segments }, () => [0xe1, bomb()] as const),
    );
    await expect(understand({ bytes, name: 'a.jpg' })).rejects.toThrow(
      expect.objectContaining({ code: 'platform.file_unreadable', details: { reason: 'EXIF' } }),
    );
  }
});
