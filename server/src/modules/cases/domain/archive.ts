import { createHash } from 'node:crypto';

/** JSON with its keys in order, so that the same content always has the same bytes (RFC 8785 for the values used here). */
export function canonical(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const entries = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`;
}

export type Sealed = { readonly text: string; readonly sha256: string };

/**
 * The sealed package of one round: every part with its own hash, and the hash over them all. Made again from the
 * same records it has the same bytes, so anyone who holds the records can check it.
 */
export function seal(parts: Readonly<Record<string, unknown>>): Sealed {
  const written = Object.entries(parts).map(([name, part]) => [name, canonical(part)] as const);
  const hashes = canonical(Object.fromEntries(written.map(([name, text]) => [name, hashOf(text)])));
  // Each part is put as it was hashed, which is the canonical JSON of the whole without writing them twice.
  const inside = written
    .filter(([name]) => parts[name] !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, text]) => `${JSON.stringify(name)}:${text}`);
  const text = `{"format":"fengqiao-archive-1","hashes":${hashes},"parts":{${inside.join(',')}}}`;
  return { text, sha256: hashOf(text) };
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
