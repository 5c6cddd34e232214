import { refuse } from './refusal.ts';

type Bucket = { tokens: number; at: number };

/** Keeps count in memory of how often something was done: a token bucket for each name and key, refilled evenly. */
export type Limits = {
  /** Counts one act, or refuses platform.too_many with the seconds to wait; at most `perMinute` at once and per minute. */
  take(name: string, key: string, perMinute: number): void;
  /** Notes a session that was just found valid, so that its requests count for itself and not for its address. */
  know(tokenHash: string | null): void;
  /** Counts a request: by its session when that is known, else by its address. */
  request(address: string, tokenHash: string | null, perMinute: number): void;
};

const MOST_BUCKETS = 100_000;
const MINUTE = 60_000;
const KNOWN_MINUTES = 10;
/** A whole office may sit behind one address, yet one address never gets more than this many times the limit. */
const OFFICE = 20;

export function makeLimits(clock: () => Date): Limits {
  const buckets = new Map<string, Bucket>();
  const known = new Map<string, number>();
  const time = () => clock().getTime();
  const take: Limits['take'] = (name, key, perMinute) => {
    const id = `${name}|${key}`;
    if (!buckets.has(id)) makeRoom(buckets, time());
    spend(buckets, id, perMinute, time());
  };
  return {
    take,
    know: (tokenHash) => {
      if (tokenHash === null) return;
      if (known.size >= MOST_BUCKETS) known.clear();
      known.set(tokenHash, time() + KNOWN_MINUTES * MINUTE);
    },
    request: (address, tokenHash, perMinute) => {
      if (tokenHash === null || (known.get(tokenHash) ?? 0) < time())
        return take('address', address, perMinute);
      take('office', address, perMinute * OFFICE);
      take('session', tokenHash, perMinute);
    },
  };
}

function spend(buckets: Map<string, Bucket>, id: string, perMinute: number, now: number): void {
  const bucket = buckets.get(id) ?? { tokens: perMinute, at: now };
  const passed = Math.max(0, now - bucket.at);
  bucket.tokens = Math.min(perMinute, bucket.tokens + (passed * perMinute) / MINUTE);
  bucket.at = now;
  buckets.set(id, bucket);
  if (bucket.tokens < 1)
    refuse('platform.too_many', { retryAfter: Math.ceil(((1 - bucket.tokens) * MINUTE) / perMinute / 1000) });
  bucket.tokens -= 1;
}

/** A bucket left alone for a minute is full again, so it may be forgotten; a flood of keys pushes out the oldest. */
function makeRoom(buckets: Map<string, Bucket>, now: number): void {
  if (buckets.size < MOST_BUCKETS) return;
  for (const [id, bucket] of buckets) if (now - bucket.at > MINUTE) buckets.delete(id);
  for (const id of buckets.keys()) {
    if (buckets.size < MOST_BUCKETS) return;
    buckets.delete(id);
  }
}
