import {
  createCipheriv,
  createDecipheriv,
  hkdfSync,
  randomFillSync,
  type CipherGCMTypes,
  hash,
} from 'node:crypto';

/** Which family of ciphers seals what is written from now on: the international one, or the national one 国密. */
export type SuiteName = 'aes' | 'sm';
export const suiteNames: readonly SuiteName[] = ['aes', 'sm'];

type Suite = {
  /** The first byte of what it sealed. */
  readonly version: number;
  readonly cipher: CipherGCMTypes;
  readonly keyBytes: 32 | 16;
  readonly digest: 'sha256' | 'sm3';
};

// Node has sm4-gcm, its types do not name it.
const sm4 = 'sm4-gcm' as CipherGCMTypes;

/** AES-256-GCM with SHA-256 (FIPS 197, SP 800-38D); SM4-GCM with SM3 (GB/T 32907, GB/T 32905). */
export const suites: Readonly<Record<SuiteName, Suite>> = {
  aes: { version: 1, cipher: 'aes-256-gcm', keyBytes: 32, digest: 'sha256' },
  sm: { version: 2, cipher: sm4, keyBytes: 16, digest: 'sm3' },
};

export const suiteOfVersion = (version: number | undefined): Suite | undefined =>
  Object.values(suites).find((suite) => suite.version === version);

const NONCE = 12;
const TAG = 16;
/** Version, key, nonce and tag before the content. */
export const HEAD = 2 + NONCE + TAG;

// Random bytes are cheap by the thousand and dear by the dozen; what was taken is wiped from here.
const pool = Buffer.alloc(8192);
let used = pool.length;

/** Fills a buffer of a few bytes with random ones. */
export function fillRandom(into: Buffer): Buffer {
  if (used + into.length > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  pool.copy(into, 0, used, used + into.length);
  pool.fill(0, used, used + into.length);
  used += into.length;
  return into;
}

/** A key as one suite uses it; the id stands in what it sealed. */
export type Key = { readonly suite: Suite; readonly id: number; readonly bytes: Buffer };

/** Version byte, key byte, nonce, tag, content; version, key and place are authenticated with it. */
export function encrypt({ suite, id, bytes }: Key, text: string, bound: string): Buffer {
  const content = Buffer.from(text, 'utf8');
  const sealed = Buffer.allocUnsafe(HEAD + content.length);
  sealed[0] = suite.version;
  sealed[1] = id;
  const nonce = fillRandom(sealed.subarray(2, 2 + NONCE));
  const cipher = createCipheriv(suite.cipher, bytes, nonce);
  cipher.setAAD(aad(sealed, bound));
  sealed.set(cipher.update(content), HEAD);
  cipher.final();
  cipher.getAuthTag().copy(sealed, 2 + NONCE);
  return sealed;
}

/** Gives the text back, or throws what the cipher throws. */
export function decrypt({ suite, bytes }: Key, sealed: Buffer, bound: string): string {
  const decipher = createDecipheriv(suite.cipher, bytes, sealed.subarray(2, 2 + NONCE), {
    authTagLength: TAG,
  })
    .setAAD(aad(sealed, bound))
    .setAuthTag(sealed.subarray(2 + NONCE, HEAD));
  return Buffer.concat([decipher.update(sealed.subarray(HEAD)), decipher.final()]).toString('utf8');
}

function aad(sealed: Buffer, bound: string): Buffer {
  const text = Buffer.allocUnsafe(2 + Buffer.byteLength(bound));
  sealed.copy(text, 0, 0, 2);
  text.write(bound, 2);
  return text;
}

/** A key of its own for every use, of one master key (RFC 5869). */
export const derive = (master: Buffer, use: string, bytes: number): Buffer =>
  Buffer.from(hkdfSync('sha256', master, 'fengqiao', use, bytes));

const BLOCK = 64;
const INNER = 0x36;
const OUTER = 0x5c;
type Pads = { readonly inner: Buffer; readonly outer: Buffer };
const pads = new WeakMap<Buffer, Pads>();

/**
 * HMAC (RFC 2104) by two digests at one stroke each, since a table of people asks for a million of them and an object of
 * the crypto library for each costs twice as much. Keys are shorter than a block; texts go as bytes, one sign a byte.
 */
export function keyedDigest({ digest }: Suite, key: Buffer, value: string): Buffer {
  const { inner, outer } = padsOf(key);
  const message = Buffer.allocUnsafe(BLOCK + Buffer.byteLength(value));
  inner.copy(message);
  message.write(value, BLOCK);
  outer.write(hash(digest, message, 'latin1'), BLOCK, 'latin1');
  return Buffer.from(hash(digest, outer, 'latin1'), 'latin1');
}

/** The key under both masks; behind the outer one is room for the inner digest. */
function padsOf(key: Buffer): Pads {
  const known = pads.get(key);
  if (known !== undefined) return known;
  const [inner, outer] = [Buffer.alloc(BLOCK, INNER), Buffer.alloc(BLOCK + DIGEST, OUTER)];
  for (const [i, byte] of key.entries()) {
    inner[i] = byte ^ INNER;
    outer[i] = byte ^ OUTER;
  }
  const made = { inner, outer };
  pads.set(key, made);
  return made;
}
const DIGEST = 32;
