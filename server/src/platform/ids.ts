import { randomBytes } from 'node:crypto';

const pool = { bytes: randomBytes(4096), at: 0 };

function tenBytes(): Buffer {
  if (pool.at + 10 > pool.bytes.length) {
    pool.bytes = randomBytes(4096);
    pool.at = 0;
  }
  const taken = pool.bytes.subarray(pool.at, pool.at + 10);
  pool.at += 10;
  return taken;
}

/** A version 7 UUID (RFC 9562): time-ordered, so that new rows lie together in the index. */
export function newId(now: Date): string {
  const time = now.getTime().toString(16).padStart(12, '0');
  const random = tenBytes();
  random[0] = (random[0]! & 0x0f) | 0x70;
  random[2] = (random[2]! & 0x3f) | 0x80;
  const hex = random.toString('hex');
  return `${time.slice(0, 8)}-${time.slice(8)}-${hex.slice(0, 4)}-${hex.slice(4, 8)}-${hex.slice(8)}`;
}
