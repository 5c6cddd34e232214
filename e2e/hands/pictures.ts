import { crc32, deflateSync } from 'node:zlib';

const SIDE = 96;

/** A picture like no other, as a camera would give it: coloured squares that follow from a number. */
export function pictureOf(n: number): { name: string; mimeType: string; buffer: Buffer } {
  const rows = Buffer.alloc(SIDE * (1 + SIDE * 3));
  for (let y = 0; y < SIDE; y += 1)
    for (let x = 0; x < SIDE; x += 1) {
      const square = Math.floor(x / 12) + 8 * Math.floor(y / 12);
      const shade = Math.imul(square + 1, 2_654_435_761 + n * 40_503) >>> 8;
      rows.writeUIntBE(shade & 0xffffff, y * (1 + SIDE * 3) + 1 + x * 3, 3);
    }
  return { name: `IMG_${n}.png`, mimeType: 'image/png', buffer: pngOf(rows) };
}

function pngOf(rows: Buffer): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(SIDE, 0);
  head.writeUInt32BE(SIDE, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const magic = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([magic, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND')]);
}

function chunk(name: string, content: Buffer = Buffer.alloc(0)): Buffer {
  const told = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(content.length, 0);
  frame.writeUInt32BE(crc32(told), 4);
  return Buffer.concat([frame.subarray(0, 4), told, frame.subarray(4)]);
}
