import { randomBytes } from 'node:crypto';
import { areTellable } from '#platform/crypto/vault.ts';

/** The base64 of a new key that can follow others: none of them has its number. */
export function keyAfter(...before: readonly string[]): string {
  const olderKeys = before.map((key) => Buffer.from(key, 'base64'));
  for (;;) {
    const masterKey = randomBytes(32);
    if (areTellable({ masterKey, olderKeys })) return masterKey.toString('base64');
  }
}
