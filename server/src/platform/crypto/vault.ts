import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Where a sealed value stands; the seal breaks when it is moved to another place. */
export type Place = { readonly table: string; readonly column: string; readonly row: string };

/** What a keyed index is for; every use has a key of its own, so that one index says nothing about another. */
export type IndexUse = 'phone' | 'name' | 'id-number' | 'address' | 'phone-code' | 'attempt' | 'tracking' | 'ticket' | 'open311';

export type Vault = {
  /** Encrypts a text for one place (AES-256-GCM): version byte, 12 bytes nonce, 16 bytes tag, content. */
  seal(text: string, place: Place): Buffer;
  /** Gives the text back, or throws SealBroken when it was altered, moved, or made with another key. */
  open(sealed: Buffer, place: Place): string;
  /** A keyed index (HMAC-SHA-256) that finds equal values without storing them. */
  index(value: string, use: IndexUse): Buffer;
};

export class SealBroken extends Error {
  override name = 'SealBroken';
}

const VERSION = 1;
const NONCE = 12;
const TAG = 16;
const HEAD = 1 + NONCE + TAG;
const vaults = new WeakMap<Buffer, Vault>();

/** The vault of a master key of 32 bytes; derived once for each key object. */
export function vaultOf(masterKey: Buffer): Vault {
  const known = vaults.get(masterKey);
  if (known !== undefined) return known;
  const made = makeVault(masterKey);
  vaults.set(masterKey, made);
  return made;
}

function makeVault(masterKey: Buffer): Vault {
  const sealing = derive(masterKey, 'seal');
  const indexing = {
    phone: derive(masterKey, 'index/phone'),
    'phone-code': derive(masterKey, 'index/phone-code'),
    name: derive(masterKey, 'index/name'),
    'id-number': derive(masterKey, 'index/id-number'),
    address: derive(masterKey, 'index/address'),
    attempt: derive(masterKey, 'index/attempt'),
    tracking: derive(masterKey, 'index/tracking'),
    ticket: derive(masterKey, 'index/ticket'),
    open311: derive(masterKey, 'index/open311'),
  };
  return {
    seal: (text, place) => seal(sealing, text, place),
    open: (sealed, place) => open(sealing, sealed, place),
    index: (value, use) => createHmac('sha256', indexing[use]).update(value).digest(),
  };
}

const derive = (masterKey: Buffer, use: string) =>
  Buffer.from(hkdfSync('sha256', masterKey, 'fengqiao', use, 32));

const bound = ({ table, column, row }: Place) => Buffer.from(`${table}|${column}|${row}`);

function seal(key: Buffer, text: string, place: Place): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(
    Buffer.concat([Buffer.of(VERSION), bound(place)]),
  );
  const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), content]);
}

function open(key: Buffer, sealed: Buffer, place: Place): string {
  if (sealed.length < HEAD || sealed[0] !== VERSION)
    throw new SealBroken(`unknown form of seal at ${place.table}.${place.column}`);
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + NONCE), { authTagLength: TAG })
    .setAAD(Buffer.concat([Buffer.of(VERSION), bound(place)]))
    .setAuthTag(sealed.subarray(1 + NONCE, HEAD));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(HEAD)), decipher.final()]).toString('utf8');
  } catch (error) {
    throw new SealBroken(`the sealed value at ${place.table}.${place.column} was altered or moved`, {
      cause: error,
    });
  }
}
