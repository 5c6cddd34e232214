/** Where (WGS84 degrees) and when a picture says it was taken; a graded field that leaves the file itself. */
export type Taken = { readonly lng?: number; readonly lat?: number; readonly at?: string };

type Entry = { readonly type: number; readonly count: number; readonly at: number };
type Tiff = { readonly bytes: Buffer; readonly little: boolean };

const TAG = {
  exif: 0x8769,
  gps: 0x8825,
  taken: 0x9003,
  offset: 0x9011,
  interoperability: 0xa005,
  latRef: 1,
  lat: 2,
  lngRef: 3,
  lng: 4,
};
const SIZES: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 9: 4, 10: 8 };
const MOST_ENTRIES = 200;

/** Reads place and time from an EXIF block (Exif 2.32); whatever is odd in it is left out. */
export function readTaken(exif: Buffer | undefined): Taken {
  if (exif === undefined) return {};
  const bytes = exif.subarray(0, 6).toString('latin1').startsWith('Exif') ? exif.subarray(6) : exif;
  const order = bytes.subarray(0, 2).toString('latin1');
  if (bytes.length < 8 || (order !== 'II' && order !== 'MM')) return {};
  try {
    const tiff: Tiff = { bytes, little: order === 'II' };
    const root = entries(tiff, long(tiff, 4));
    return { ...placeIn(tiff, root), ...timeIn(tiff, root) };
  } catch (error) {
    if (error instanceof RangeError) return {};
    throw error;
  }
}

const STARTS = [Buffer.from('II*\0', 'latin1'), Buffer.from('MM\0*', 'latin1')];
/** More facts than any camera writes; whoever has more means harm. */
const MOST_FACTS = 2_000;

/**
 * Whether reading the EXIF of a picture would take the machine away: directories of tens of thousands of entries that lead
 * to each other, through which the image library walks for a minute. Looked for by how a block begins, since every kind of
 * picture keeps it elsewhere; the library itself is asked only afterwards.
 */
export const isExifBomb = (picture: Buffer): boolean =>
  STARTS.some((start, n) => {
    for (let at = picture.indexOf(start); at >= 0; at = picture.indexOf(start, at + 1))
      if (facts({ bytes: picture.subarray(at), little: n === 0 }, 4) > MOST_FACTS) return true;
    return false;
  });

const leading: ReadonlySet<number> = new Set([TAG.exif, TAG.gps, TAG.interoperability]);

/** How many facts stand in the directory that is pointed to from here and in those below it, counted a little beyond the most. */
function facts(tiff: Tiff, pointer: number, before = 0): number {
  const { bytes } = tiff;
  if (pointer + 4 > bytes.length) return before;
  const at = long(tiff, pointer);
  if (at + 2 > bytes.length) return before;
  const told = short(tiff, at);
  let count = before + Math.min(told, Math.floor((bytes.length - at - 2) / 12));
  for (let i = 0; i < told && count <= MOST_FACTS; i += 1) {
    const entry = at + 2 + i * 12;
    if (entry + 12 > bytes.length) break;
    if (leading.has(short(tiff, entry))) count = facts(tiff, entry + 8, count);
  }
  return count;
}

const short = ({ bytes, little }: Tiff, at: number) =>
  little ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at);
const long = ({ bytes, little }: Tiff, at: number) =>
  little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);

function entries(tiff: Tiff, at: number): Map<number, Entry> {
  const found = new Map<number, Entry>();
  const count = Math.min(short(tiff, at), MOST_ENTRIES);
  for (let i = 0; i < count; i += 1) {
    const entry = at + 2 + i * 12;
    const type = short(tiff, entry + 2);
    const values = long(tiff, entry + 4);
    const inline = values * (SIZES[type] ?? 1) <= 4;
    found.set(short(tiff, entry), { type, count: values, at: inline ? entry + 8 : long(tiff, entry + 8) });
  }
  return found;
}

function below(tiff: Tiff, root: Map<number, Entry>, tag: number): Map<number, Entry> {
  const pointer = root.get(tag);
  return pointer === undefined ? new Map() : entries(tiff, long(tiff, pointer.at));
}

function placeIn(tiff: Tiff, root: Map<number, Entry>): Pick<Taken, 'lng' | 'lat'> {
  const gps = below(tiff, root, TAG.gps);
  const lat = degrees(tiff, gps.get(TAG.lat), text(tiff, gps.get(TAG.latRef)) === 'S');
  const lng = degrees(tiff, gps.get(TAG.lng), text(tiff, gps.get(TAG.lngRef)) === 'W');
  if (lat === null || lng === null || Math.abs(lat) > 90 || Math.abs(lng) > 180 || (lat === 0 && lng === 0))
    return {};
  return { lng, lat };
}

function degrees(tiff: Tiff, entry: Entry | undefined, negative: boolean): number | null {
  if (entry === undefined || entry.type !== 5 || entry.count !== 3) return null;
  const part = (i: number) => long(tiff, entry.at + i * 8) / long(tiff, entry.at + i * 8 + 4);
  const sum = part(0) + part(1) / 60 + part(2) / 3600;
  if (!Number.isFinite(sum)) return null;
  return Math.round((negative ? -sum : sum) * 1e7) / 1e7;
}

/** A camera's time has no zone unless it says so; without one it is taken for China's. */
function timeIn(tiff: Tiff, root: Map<number, Entry>): Pick<Taken, 'at'> {
  const exif = below(tiff, root, TAG.exif);
  const match = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(text(tiff, exif.get(TAG.taken)));
  if (match === null) return {};
  const zone = /^[+-]\d\d:\d\d/.exec(text(tiff, exif.get(TAG.offset)))?.[0] ?? '+08:00';
  const at = new Date(`${match[1]}-${match[2]}-${match[3]}T${match[4]}${zone}`);
  return Number.isNaN(at.getTime()) ? {} : { at: at.toISOString() };
}

function text({ bytes }: Tiff, entry: Entry | undefined): string {
  if (entry === undefined || entry.type !== 2) return '';
  return bytes
    .subarray(entry.at, entry.at + Math.min(entry.count, 64))
    .toString('latin1')
    .replace(/\0.*$/s, '');
}
