import { randomBytes, randomInt } from 'node:crypto';

const pool = { bytes: randomBytes(4096), at: 0 };

function sixBytes(): Buffer {
  if (pool.at + 6 > pool.bytes.length) {
    pool.bytes = randomBytes(4096);
    pool.at = 0;
  }
  const taken = pool.bytes.subarray(pool.at, pool.at + 6);
  pool.at += 6;
  return taken;
}

const COUNTED = 2 ** 26;
let counter = randomInt(COUNTED / 2);

/**
 * A version 7 UUID (RFC 9562): time-ordered, so that new rows lie together in the index. After the millisecond comes a
 * counter of 26 bits, since all rows of one transaction share its moment and are still to be read in the order of writing.
 */
export function newId(now: Date): string {
  counter = (counter + 1) % COUNTED;
  const time = timeOf(now);
  const high = (0x7000 | (counter >> 14)).toString(16);
  const low = (0x8000 | (counter & 0x3fff)).toString(16);
  return `${time}-${high}-${low}-${sixBytes().toString('hex')}`;
}

/** No id of a moment, or of a later one, is smaller. */
export const firstIdOf = (moment: Date): string => `${timeOf(moment)}-7000-8000-000000000000`;

let last = { ms: Number.NaN, time: '' };

/** Thousands of ids are asked for in one moment. */
function timeOf(moment: Date): string {
  const ms = moment.getTime();
  if (last.ms === ms) return last.time;
  const hex = ms.toString(16).padStart(12, '0');
  last = { ms, time: `${hex.slice(0, 8)}-${hex.slice(8)}` };
  return last.time;
}
