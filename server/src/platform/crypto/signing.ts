import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hash,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Signs with one key, and names it by the beginning of the digest of its public half. */
export type Signer = {
  readonly id: string;
  readonly publicKey: Buffer;
  sign(text: Buffer): Buffer;
};

type Place = { readonly sealKey: string | null; readonly dataDir: string };

const signers = new Map<string, Signer>();

/** The Ed25519 key of the seal: the one that was given, or the one of the data folder, made when there is none yet. */
export function sealSigner({ sealKey, dataDir }: Place): Signer {
  const known = signers.get(`${sealKey}|${dataDir}`);
  if (known !== undefined) return known;
  const made = signerOf(sealKey === null ? keyIn(dataDir) : keyGiven(sealKey));
  signers.set(`${sealKey}|${dataDir}`, made);
  return made;
}

/** Whether a public key (SPKI) made this Ed25519 signature. */
export function isSigned(publicKey: Buffer, text: Buffer, signature: Buffer): boolean {
  try {
    return verify(null, text, createPublicKey({ key: publicKey, format: 'der', type: 'spki' }), signature);
  } catch {
    return false;
  }
}

export const keyId = (publicKey: Buffer): string => hash('sha256', publicKey, 'hex').slice(0, 16);

function signerOf(key: KeyObject): Signer {
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return { id: keyId(publicKey), publicKey, sign: (text) => sign(null, text, key) };
}

function keyGiven(text: string): KeyObject {
  const key = createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' });
  if (key.asymmetricKeyType !== 'ed25519')
    throw new Error('SEAL_KEY must be an Ed25519 key, in PKCS #8 and base64.');
  return key;
}

function keyIn(dataDir: string): KeyObject {
  const file = join(dataDir, 'seal.key');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const { privateKey } = generateKeyPairSync('ed25519');
  try {
    writeFileSync(file, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600, flag: 'wx' });
  } catch {
    // The key of an earlier start is kept: what it signed is verified by it.
  }
  return createPrivateKey(readFileSync(file));
}
