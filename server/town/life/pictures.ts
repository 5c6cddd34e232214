import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { placeOf, writeDurably } from '#platform/files/disk.ts';
import type { Random } from '../names/random.ts';

const WIDTH = 640;
const HEIGHT = 480;

/** An invented picture of a street corner, as a phone might take it: nobody's face, no real place. */
export function drawPicture(random: Random): Promise<Buffer> {
  const sky = random.pick(['#cfd8dc', '#b7c7d3', '#dfe3e0', '#9fb0bd', '#39424e']);
  const wall = random.pick(['#f3efe8', '#e7e1d6', '#d9d4c8', '#c9c2b4']);
  const roof = random.pick(['#4a545c', '#3b444b', '#5b5148']);
  const ground = random.pick(['#8d8f8c', '#7b7a74', '#9a948a', '#6d7372']);
  const horizon = random.int(230, 300);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="640" height="480" fill="${sky}"/>
${houses(random, horizon, wall, roof)}<polygon points="0,${horizon} 640,${horizon + random.int(-10, 10)} 640,480 0,480" fill="${ground}"/>
<polygon points="${random.int(200, 300)},${horizon} ${random.int(330, 420)},${horizon} ${random.int(480, 640)},480 ${random.int(0, 160)},480" fill="#5f6365"/>
${things(random, horizon)}</svg>`;
  return sharp(Buffer.from(svg)).blur(0.7).jpeg({ quality: 72, mozjpeg: true }).toBuffer();
}

function houses(random: Random, horizon: number, wall: string, roof: string): string {
  let drawn = '';
  for (let x = -20; x < WIDTH;) {
    const width = random.int(70, 150);
    const top = horizon - random.int(60, 180);
    drawn += `<rect x="${x}" y="${top}" width="${width}" height="${horizon - top}" fill="${wall}"/><polygon points="${x - 8},${top} ${x + width / 2},${top - random.int(14, 34)} ${x + width + 8},${top}" fill="${roof}"/>`;
    for (let wx = x + 14; wx < x + width - 20; wx += 32)
      drawn += `<rect x="${wx}" y="${top + 18}" width="14" height="20" fill="#6b7780"/>`;
    x += width + random.int(0, 18);
  }
  return drawn;
}

function things(random: Random, horizon: number): string {
  const lamp = random.int(40, 600);
  const heap = random.int(120, 520);
  const bags = Array.from({ length: random.int(0, 9) }, () => {
    const colour = random.pick(['#2b2f33', '#3f5d3a', '#7a5a3a', '#8a2f24', '#c9c9c9']);
    return `<ellipse cx="${heap + random.int(-60, 60)}" cy="${random.int(horizon + 60, 440)}" rx="${random.int(12, 34)}" ry="${random.int(9, 22)}" fill="${colour}"/>`;
  });
  const pole = `<rect x="${lamp}" y="${horizon - 170}" width="6" height="230" fill="#3a4046"/><rect x="${lamp - 22}" y="${horizon - 172}" width="50" height="7" fill="#3a4046"/>`;
  return (
    pole +
    bags.join('') +
    `<rect x="${random.int(0, 560)}" y="${horizon + random.int(10, 60)}" width="${random.int(40, 90)}" height="${random.int(24, 44)}" rx="8" fill="${random.pick(['#a93b27', '#1f6468', '#d8d8d8', '#50637a'])}"/>`
  );
}

/** Keeps a picture with its small copy where uploads stand; returns the hash of its content. */
export async function keepPicture(dataDir: string, bytes: Buffer): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await writeDurably(placeOf(dataDir, sha256), bytes);
  await writeDurably(
    placeOf(dataDir, sha256, 'thumb'),
    await sharp(bytes).resize(320).webp({ quality: 72 }).toBuffer(),
  );
  return sha256;
}
