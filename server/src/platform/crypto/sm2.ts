import { createHash, randomBytes } from 'node:crypto';
import { DER, weierstrass } from '@noble/curves/abstract/weierstrass.js';

// Node's own SM2 gives wrong answers for keys that are used for the first time in a process, and takes no user id; the
// arithmetic on the curve is a library's, what the standard puts around it stands here.

/** sm2p256v1 (GB/T 32918.5). */
const curve = {
  p: 0xfffffffeffffffffffffffffffffffffffffffff00000000ffffffffffffffffn,
  n: 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n,
  h: 1n,
  a: 0xfffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffcn,
  b: 0x28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93n,
  Gx: 0x32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7n,
  Gy: 0xbc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0n,
};
const Point = weierstrass(curve);
const { Fn } = Point;
type At = InstanceType<typeof Point>;

/** Who signs, where nobody agreed on another name (GM/T 0009). */
export const USER_ID = '1234567812345678';

/** SubjectPublicKeyInfo of an uncompressed point on this curve (GM/T 0015), up to the point. */
const SPKI = Buffer.from('3059301306072a8648ce3d020106082a811ccf5501822d034200', 'hex');
const KEY_BYTES = 32;
const ID_BITS = 16;

const sm3 = (...parts: readonly Uint8Array[]): Buffer => {
  const digest = createHash('sm3');
  for (const part of parts) digest.update(part);
  return digest.digest();
};
const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
const bytesOf = (number: bigint): Buffer =>
  Buffer.from(number.toString(16).padStart(KEY_BYTES * 2, '0'), 'hex');

/** A number from 1 to n − 1. */
function randomNumber(): bigint {
  for (;;) {
    const number = numberOf(randomBytes(KEY_BYTES));
    if (number > 0n && number < curve.n) return number;
  }
}

/** A new private key: a number from 1 to n − 2, since n − 1 signs nothing (GB/T 32918.1). */
export function newSm2Key(): Buffer {
  for (;;) {
    const key = randomNumber();
    if (key < curve.n - 1n) return bytesOf(key);
  }
}

export const isSm2Key = (key: Uint8Array): boolean =>
  key.length === KEY_BYTES && numberOf(key) > 0n && numberOf(key) < curve.n - 1n;

/** The public half of a private key, as SubjectPublicKeyInfo. */
export const sm2PublicKey = (key: Uint8Array): Buffer =>
  Buffer.concat([SPKI, Point.BASE.multiply(numberOf(key)).toBytes(false)]);

/** What is signed of a text: SM3 of it, after what names the signer, the curve and the key (GB/T 32918.2 §5.5). */
function digestOf(text: Uint8Array, at: At, userId: string): bigint {
  const id = Buffer.from(userId);
  const bits = Buffer.alloc(ID_BITS / 8);
  bits.writeUInt16BE(id.length * 8);
  const { x, y } = at.toAffine();
  const named = [curve.a, curve.b, curve.Gx, curve.Gy, x, y].map(bytesOf);
  return Fn.create(numberOf(sm3(sm3(bits, id, ...named), text)));
}

/** A signature in DER; `nonce` is for the standard's own example. */
export function sm2Sign(
  key: Uint8Array,
  text: Uint8Array,
  { userId = USER_ID, nonce }: { userId?: string; nonce?: bigint } = {},
): Buffer {
  const d = numberOf(key);
  const e = digestOf(text, Point.BASE.multiply(d), userId);
  for (;;) {
    const k = nonce ?? randomNumber();
    const r = Fn.add(e, Fn.create(Point.BASE.multiply(k).toAffine().x));
    if (r === 0n || r + k === curve.n) continue;
    const s = Fn.mul(Fn.inv(1n + d), Fn.sub(k, Fn.mul(r, d)));
    if (s !== 0n) return Buffer.from(DER.hexFromSig({ r, s }), 'hex');
  }
}

/** Whether a public key (SubjectPublicKeyInfo) made this signature; false for what is no key or no signature. */
export function isSm2Signed(
  publicKey: Uint8Array,
  text: Uint8Array,
  signature: Uint8Array,
  userId = USER_ID,
): boolean {
  try {
    const spki = Buffer.from(publicKey);
    if (!spki.subarray(0, SPKI.length).equals(SPKI)) return false;
    const at = Point.fromBytes(spki.subarray(SPKI.length));
    const { r, s } = DER.toSig(Uint8Array.from(signature));
    if (r <= 0n || r >= curve.n || s <= 0n || s >= curve.n) return false;
    const t = Fn.add(r, s);
    if (t === 0n) return false;
    const { x } = Point.BASE.multiplyUnsafe(s).add(at.multiplyUnsafe(t)).toAffine();
    return Fn.add(digestOf(text, at, userId), Fn.create(x)) === r;
  } catch {
    return false;
  }
}
