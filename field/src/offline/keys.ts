import type { Base } from './base.ts';

const AES = { name: 'AES-GCM', length: 256 } as const;
const USES = ['encrypt', 'decrypt'] as const satisfies KeyUsage[];

/**
 * Lays the key of this phone open: made here once, wrapped by a key that the server gives to whoever signed in, and kept
 * non-extractable while they are. Throws when what is kept does not fit the server's key.
 */
export async function release(base: Base, wrapping: string): Promise<CryptoKey> {
  const outer = await crypto.subtle.importKey('raw', bytesOf(wrapping), 'AES-KW', false, [
    'wrapKey',
    'unwrapKey',
  ]);
  const wrapped = (await base.key.get('wrapped'))?.wrapped ?? (await makeKey(base, outer));
  const key = await crypto.subtle.unwrapKey('raw', wrapped, outer, 'AES-KW', AES, false, [...USES]);
  await base.key.put({ name: 'open', key, wrapped: null });
  return key;
}

async function makeKey(base: Base, outer: CryptoKey): Promise<ArrayBuffer> {
  const made = await crypto.subtle.generateKey(AES, true, [...USES]);
  const wrapped = await crypto.subtle.wrapKey('raw', made, outer, 'AES-KW');
  await base.key.put({ name: 'wrapped', key: null, wrapped });
  return wrapped;
}

/** The key while it lies open; null once the session is over, until its owner signs in again. */
export const openKey = async (base: Base): Promise<CryptoKey | null> =>
  (await base.key.get('open'))?.key ?? null;

/** The session is over: nothing kept here can be read until its owner signs in again. */
export const lock = (base: Base): Promise<void> => base.key.delete('open');

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
