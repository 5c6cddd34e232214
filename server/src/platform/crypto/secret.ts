import { randomBytes, randomInt } from 'node:crypto';

/** An opaque token of 32 random bytes; only its hash is stored. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** A code of six digits for a phone. */
export const newCode = (): string => String(randomInt(0, 1_000_000)).padStart(6, '0');

// Without letters and digits that look alike on paper.
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A one-time password in four groups, easy to read aloud (about 79 bits). */
export function newPassword(): string {
  const group = () => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
