import { randomInt } from 'node:crypto';
import type { Work } from '#platform/work.ts';
import { CODE_LENGTH, codeLetters, plainCode } from '../domain/track.ts';

/** A tracking code, told once to whoever reports; only its keyed hash is stored. */
export function newTracking(work: Work): { code: string; hash: string } {
  const code = Array.from({ length: CODE_LENGTH }, () => codeLetters[randomInt(codeLetters.length)]).join('');
  return { code, hash: trackingHash(work, code) };
}

/** The keyed hash of a code as somebody typed it; without the key of the server a stolen table tells no code. */
export const trackingHash = (work: Work, typed: string): string =>
  work.vault.index(`${work.street}|${plainCode(typed)}`, 'tracking').toString('base64url');
