import sharp, { type Sharp } from 'sharp';
import { refuse } from '../refusal.ts';
import { isExifBomb, readTaken, type Taken } from './exif.ts';

export type Picture = {
  readonly bytes: Buffer;
  readonly media: string;
  readonly width: number;
  readonly height: number;
  /** A small one, webp. */
  readonly thumb: Buffer;
  /** 64-bit difference hash, 16 hex digits: like pictures differ in few bits. */
  readonly phash: string;
  /** The same of what is left when some of the rim is cut off, so that a picture is known by a part of it. */
  readonly cuts: readonly string[];
  readonly taken: Taken;
};

const LONG_SIDE = 2560;
const THUMB_SIDE = 320;
/** A picture of more pixels than a good camera makes is an attack on memory. */
const MOST_PIXELS = 60_000_000;

// One picture at a time per thread and nothing kept: uploads must not take the machine from those who work on it.
sharp.concurrency(1);
sharp.cache(false);

/** Encodes a picture anew: upright, at most 2560 px, without metadata. Refuses platform.file_unreadable. */
export async function readPicture(given: Buffer, media: string): Promise<Picture> {
  if (isExifBomb(given)) return refuse('platform.file_unreadable', { reason: 'EXIF' });
  try {
    const open = () =>
      sharp(given, { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true }).autoOrient();
    const { exif } = await sharp(given, { limitInputPixels: MOST_PIXELS }).metadata();
    const fitted = open().resize(LONG_SIDE, LONG_SIDE, { fit: 'inside', withoutEnlargement: true });
    const { pipeline, media: kept } = encode(fitted, media);
    const { data, info } = await pipeline.toBuffer({ resolveWithObject: true });
    const thumb = await sharp(data)
      .resize(THUMB_SIDE, THUMB_SIDE, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 72 })
      .toBuffer();
    const [phash = '', ...cuts] = await differenceHashes(data);
    return {
      bytes: data,
      media: kept,
      width: info.width,
      height: info.height,
      thumb,
      phash,
      cuts,
      taken: readTaken(exif),
    };
  } catch (error) {
    // sharp tells a broken, unknown or oversized picture by a plain Error.
    return refuse('platform.file_unreadable', {
      reason: error instanceof Error ? error.message.slice(0, 120) : '',
    });
  }
}

/** Drawings stay sharp as PNG; photographs become JPEG or WebP. */
function encode(picture: Sharp, media: string): { pipeline: Sharp; media: string } {
  if (media === 'image/png' || media === 'image/gif')
    return { pipeline: picture.png({ compressionLevel: 7 }), media: 'image/png' };
  if (media === 'image/webp') return { pipeline: picture.webp({ quality: 82 }), media: 'image/webp' };
  return { pipeline: picture.flatten({ background: '#fff' }).jpeg({ quality: 82 }), media: 'image/jpeg' };
}

/** Small enough to be cut and shrunk in no time, in whole multiples of what a hash needs. */
const [WIDE, HIGH] = [180, 160];
const windows = [
  { left: 0, top: 0, width: WIDE, height: HIGH },
  { left: 9, top: 8, width: 162, height: 144 },
  { left: 18, top: 16, width: 144, height: 128 },
  // Where cameras write the hour and the place.
  { left: 0, top: 0, width: WIDE, height: 144 },
] as const;

/** The hashes of a picture: the whole, 5 % and 10 % cut off on all sides, and 10 % below. */
async function differenceHashes(bytes: Buffer): Promise<string[]> {
  const grey = await sharp(bytes)
    .flatten({ background: '#fff' })
    .greyscale()
    .resize(WIDE, HIGH, { fit: 'fill' })
    .raw()
    .toBuffer();
  const raw = { width: WIDE, height: HIGH, channels: 1 } as const;
  return Promise.all(
    windows.map(async (window) =>
      differenceHash(
        await sharp(grey, { raw })
          .extract(window)
          .resize(9, 8, { fit: 'fill' })
          .extractChannel(0)
          .raw()
          .toBuffer(),
      ),
    ),
  );
}

/** Of 9 × 8 grey points: whether each is darker than the one to its right. */
function differenceHash(grey: Buffer): string {
  let bits = 0n;
  for (let row = 0; row < 8; row += 1) {
    for (let column = 0; column < 8; column += 1) {
      const at = row * 9 + column;
      bits = (bits << 1n) | ((grey[at] ?? 0) < (grey[at + 1] ?? 0) ? 1n : 0n);
    }
  }
  return bits.toString(16).padStart(16, '0');
}
