import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hash,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../files/folder.ts';
import { isSm2Key, isSm2Signed, newSm2Key, sm2PublicKey, sm2Sign } from './sm2.ts';

/** Signs with one key, and names it by the beginning of the digest of its public half. */
export type Signer = {
  readonly id: string;
  readonly publicKey: Buffer;
  sign(text: Buffer): Buffer;
};

type Place = {
  readonly sealKey: string | null;
  readonly sealSm2Key: string | null;
  readonly dataDir: string;
};

export type SignatureName = 'Ed25519' | 'SM2';

const signers = new Map<string, Signer>();

/** The Ed25519 key of the seal: the one that was given, or the one of the data folder, made when there is none yet. */
export function sealSigner({ sealKey, dataDir }: Omit<Place, 'sealSm2Key'>): Signer {
  const known = signers.get(`${sealKey}|${dataDir}`);
  if (known !== undefined) return known;
  const made = signerOf(sealKey === null ? keyIn(dataDir) : keyGiven(sealKey));
  signers.set(`${sealKey}|${dataDir}`, made);
  return made;
}

/** The SM2 key of the seal 国密, beside the other one: given, or the one of the data folder. */
export function sealSm2Signer({ sealSm2Key, dataDir }: Omit<Place, 'sealKey'>): Signer {
  const known = signers.get(`sm2|${sealSm2Key}|${dataDir}`);
  if (known !== undefined) return known;
  const key = sealSm2Key === null ? sm2KeyIn(dataDir) : sm2KeyGiven(sealSm2Key);
  const publicKey = sm2PublicKey(key);
  const made = { id: keyId(publicKey), publicKey, sign: (text: Buffer) => sm2Sign(key, text) };
  signers.set(`sm2|${sealSm2Key}|${dataDir}`, made);
  return made;
}

/** Whether a public key (SPKI) made this signature. */
export function isSigned(
  publicKey: Buffer,
  text: Buffer,
  signature: Buffer,
  by: SignatureName = 'Ed25519',
): boolean {
  if (by === 'SM2') return isSm2Signed(publicKey, text, signature);
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
  const { privateKey } = generateKeyPairSync('ed25519');
  return createPrivateKey(kept(dataDir, 'seal.key', privateKey.export({ format: 'pem', type: 'pkcs8' })));
}

function sm2KeyGiven(text: string): Buffer {
  const key = Buffer.from(text, 'base64');
  if (!isSm2Key(key)) throw new Error('SEAL_SM2_KEY must be an SM2 key: 32 bytes in base64.');
  return key;
}

const sm2KeyIn = (dataDir: string): Buffer =>
  Buffer.from(kept(dataDir, 'seal-sm2.key', newSm2Key().toString('base64')).toString(), 'base64');

/** What stands in a file of the data folder; a new key where there is none yet. The key of an earlier start is kept: what it signed is verified by it. */
function kept(dataDir: string, name: string, fresh: string | Buffer): Buffer {
  const file = join(dataDir, name);
  makeFolder(dataDir);
  try {
    writeFileSync(file, fresh, { mode: 0o600, flag: 'wx' });
  } catch {
    // There is one.
  }
  return readFileSync(file);
}
