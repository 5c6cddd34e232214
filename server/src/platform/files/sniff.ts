import type { FileKind } from '@fengqiao/contract/platform.ts';

export type Sniffed = { readonly kind: FileKind; readonly media: string };

/** What a file is by its first bytes, whatever its sender called it; null when it is none of the kinds taken. */
export function sniff(bytes: Buffer): Sniffed | null {
  const starts = (hex: string, at = 0) => bytes.subarray(at, at + hex.length / 2).toString('hex') === hex;
  const text = (from: number, to: number) => bytes.subarray(from, to).toString('latin1');
  if (starts('ffd8ff')) return { kind: 'image', media: 'image/jpeg' };
  if (starts('89504e470d0a1a0a')) return { kind: 'image', media: 'image/png' };
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return { kind: 'image', media: 'image/webp' };
  if (text(0, 4) === 'GIF8') return { kind: 'image', media: 'image/gif' };
  if (text(4, 8) === 'ftyp') return sniffBoxes(bytes, text(8, 12));
  if (text(0, 5) === '%PDF-') return { kind: 'pdf', media: 'application/pdf' };
  if (starts('1a45dfa3') && text(0, 64).includes('webm')) return { kind: 'voice', media: 'audio/webm' };
  if (text(0, 4) === 'OggS') return { kind: 'voice', media: 'audio/ogg' };
  if (text(0, 3) === 'ID3' || (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2))
    return { kind: 'voice', media: 'audio/mpeg' };
  return null;
}

const PICTURES = new Set(['heic', 'heix', 'hevc', 'hevx', 'mif1', 'msf1', 'avif', 'avis']);

/** A file of ISO boxes may be a picture, or sound; one with a video track is not taken. */
function sniffBoxes(bytes: Buffer, brand: string): Sniffed | null {
  if (PICTURES.has(brand))
    return { kind: 'image', media: brand.startsWith('av') ? 'image/avif' : 'image/heic' };
  if (bytes.includes('vide', 0, 'latin1') || !bytes.includes('soun', 0, 'latin1')) return null;
  return { kind: 'voice', media: 'audio/mp4' };
}
