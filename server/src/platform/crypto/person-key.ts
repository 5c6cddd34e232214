import { writeUuid } from '../copy.ts';
import type { Place } from './vault.ts';

/** Where the key of a person stands. */
export const personKeyAt = (subject: string): Place => ({
  table: 'identity.person_key',
  column: 'key_enc',
  row: subject,
});

export type KeyRow = { readonly subject: string; readonly keyEnc: Buffer };

/** Keys of many people as they travel: the 16 bytes of a person, then their key, which has the same width for all. */
export type PackedKeys = { readonly count: number; readonly width: number; readonly bytes: Uint8Array };

export const SUBJECT_BYTES = 16;

export function packKeys(rows: readonly KeyRow[]): PackedKeys {
  const width = rows[0]?.keyEnc.length ?? 0;
  const bytes = Buffer.alloc(rows.length * (SUBJECT_BYTES + width));
  let at = 0;
  for (const { subject, keyEnc } of rows) {
    if (keyEnc.length !== width) throw new Error('Keys that travel together have one width');
    at = writeUuid(bytes, subject, at);
    at += keyEnc.copy(bytes, at);
  }
  return { count: rows.length, width, bytes };
}
