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
    return {
      bytes: data,
      media: kept,
      width: info.width,
      height: info.height,
      thumb,
      phash: await differenceHash(data),
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

async function differenceHash(bytes: Buffer): Promise<string> {
  const grey = await sharp(bytes)
    .flatten({ background: '#fff' })
    .greyscale()
    .resize(9, 8, { fit: 'fill' })
    .raw()
    .toBuffer();
  let bits = 0n;
  for (let row = 0; row < 8; row += 1) {
    for (let column = 0; column < 8; column += 1) {
      const at = row * 9 + column;
      bits = (bits << 1n) | ((grey[at] ?? 0) < (grey[at + 1] ?? 0) ? 1n : 0n);
    }
  }
  return bits.toString(16).padStart(16, '0');
}
