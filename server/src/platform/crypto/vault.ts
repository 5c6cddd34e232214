import {
  decrypt,
  derive,
  encrypt,
  fillRandom,
  HEAD,
  keyedDigest,
  suiteOfVersion,
  suites,
  type Key,
  type SuiteName,
} from './suite.ts';

/** Where a sealed value stands; the seal breaks when it is moved to another place. */
export type Place = { readonly table: string; readonly column: string; readonly row: string };

const uses = [
  'phone',
  'name',
  'id-number',
  'address',
  'export',
  'phone-code',
  'attempt',
  'tracking',
  'ticket',
  'open311',
  'care',
  'device',
  'machine',
] as const;
/** Marks of random codes and of doors: nobody can try them all, and what was told to somebody has to stay valid, so no suite changes them. */
const ofCodes: ReadonlySet<string> = new Set([
  'phone-code',
  'attempt',
  'tracking',
  'ticket',
  'open311',
  'device',
  'machine',
]);
/** What a keyed index is for; every use has a key of its own, so that one index says nothing about another. */
export type IndexUse = (typeof uses)[number];

/** Seals and opens the facts about one person with that person's own key. */
export type PersonSeal = {
  seal(text: string, place: Place): Buffer;
  open(sealed: Buffer, place: Place): string;
};

export type Vault = PersonSeal & {
  /** A keyed digest that finds equal values without storing them. */
  index(value: string, use: IndexUse): Buffer;
  /**
   * A new key of one person: what is kept of it at a place, and the key ready to be used. It is drawn from the master key and
   * 32 random bytes, which are all that is kept: without them nobody makes the key again, so that destroying them erases the
   * person; and they tell nothing without the master key.
   */
  newPersonKey(place: Place): { readonly wrapped: Buffer; readonly seal: PersonSeal };
  openPersonKey(wrapped: Buffer, place: Place): PersonSeal;
  /** What seals a file, by the digest of its content: the same content has the same key, and no change of the master key touches it. */
  contentSeal(digest: string): PersonSeal;
  /** The first two bytes of what is sealed now, and of what keys of people are drawn from: suite and key. What begins otherwise is older. */
  readonly marks: readonly Buffer[];
};

/** What seals: the master key and the one before it, the key of the indexes, and the suite for what is written now. */
export type VaultKeys = {
  readonly masterKey: Buffer;
  readonly previousKey?: Buffer | null;
  /** Others that may have sealed what is still to be opened. */
  readonly olderKeys?: readonly Buffer[];
  /** Kept apart from the master key, since whoever has it can try every number there is; derived where it is not given. */
  readonly indexKey?: Buffer | null;
  readonly suite?: SuiteName;
};

export class SealBroken extends Error {
  override name = 'SealBroken';
}

/**
 * Whether the mark of what is sealed tells the key in force from those before it. A key's number has one byte, so one key in
 * 256 has the number of another; changing to such a one would leave what the other sealed unseen by `keys rotate`.
 */
export const areTellable = ({ masterKey, previousKey = null, olderKeys = [] }: VaultKeys): boolean =>
  [...(previousKey === null ? [] : [previousKey]), ...olderKeys].every(
    (older) => older.equals(masterKey) || numberOf(older) !== numberOf(masterKey),
  );

const vaults = new WeakMap<VaultKeys, Vault>();

/** The vault of a set of keys; derived once for each object. */
export function vaultOf(keys: VaultKeys): Vault {
  const known = vaults.get(keys);
  if (known !== undefined) return known;
  const made = makeVault(keys);
  vaults.set(keys, made);
  return made;
}

function makeVault({
  masterKey,
  previousKey = null,
  olderKeys = [],
  indexKey = null,
  suite: name = 'aes',
}: VaultKeys): Vault {
  const masters = [masterKey, ...(previousKey === null ? [] : [previousKey]), ...olderKeys];
  const ring = masters.flatMap((master) => Object.values(suites).map((suite) => sealKey(master, suite)));
  const current = sealKey(masterKey, suites[name]);
  const indexing = new Map<IndexUse, Buffer>(
    uses.map((use) => [use, derive(indexKey ?? masterKey, `index/${use}`, 32)]),
  );
  const content = derive(indexKey ?? masterKey, 'content', 32);
  const seal = (text: string, place: Place) => encrypt(current, text, bound(place));
  const drawing = masters.map(drawnBy);
  const open = (sealed: Buffer, place: Place) =>
    isDrawn(sealed) ? drawn(drawing, sealed, place).toString('base64') : openWith(ring, sealed, place);
  return {
    seal,
    open,
    index: (value, use) =>
      keyedDigest(suites[ofCodes.has(use) ? 'aes' : name], indexing.get(use) ?? masterKey, value),
    newPersonKey: (place) => {
      const wrapped = Buffer.alloc(DRAWN);
      wrapped[0] = DRAWN_BY | current.suite.version;
      wrapped[1] = current.id;
      fillRandom(wrapped.subarray(2));
      return { wrapped, seal: personSeal(drawn(drawing, wrapped, place), name) };
    },
    contentSeal: (digest) => personSeal(derive(content, digest, 32), name),
    openPersonKey: (wrapped, place) =>
      personSeal(
        isDrawn(wrapped) ? drawn(drawing, wrapped, place) : Buffer.from(open(wrapped, place), 'base64'),
        name,
      ),
    marks: [current.suite.version, DRAWN_BY | current.suite.version].map((version) =>
      Buffer.of(version, current.id),
    ),
  };
}

function sealKey(master: Buffer, suite: Key['suite']): Key {
  return {
    suite,
    id: numberOf(master),
    bytes: derive(master, `seal/${suite.cipher}`, suite.keyBytes),
  };
}

const numberOf = (master: Buffer): number => derive(master, 'key-id', 1)[0] ?? 0;

/** A bit of the version byte: not a sealed value, but what a person's key is drawn from. */
const DRAWN_BY = 0x10;
/** Version, number of the master key, and 32 random bytes. */
const DRAWN = 34;
const isDrawn = (kept: Buffer): boolean => kept.length === DRAWN && ((kept[0] ?? 0) & DRAWN_BY) !== 0;

type Drawing = { readonly id: number; readonly key: Buffer };
const drawnBy = (master: Buffer): Drawing => ({ id: numberOf(master), key: derive(master, 'person', 32) });

/** The secret of a person by HMAC of the master key, the random bytes and where they stand (HKDF, RFC 5869, with one block). */
function drawn(ring: readonly Drawing[], kept: Buffer, place: Place): Buffer {
  const suite = suiteOfVersion((kept[0] ?? 0) ^ DRAWN_BY);
  const by = ring.find(({ id }) => id === kept[1]);
  if (suite === undefined || by === undefined)
    throw new SealBroken(`no key fits what is sealed at ${place.table}.${place.column}`);
  return keyedDigest(suite, by.key, kept.toString('latin1', 2) + bound(place));
}

/** A person's key serves once for each suite; it carries no number, since there is one only. */
function personSeal(secret: Buffer, name: SuiteName): PersonSeal {
  const keyOf = (suite: Key['suite']): Key => ({ suite, id: 0, bytes: secret.subarray(0, suite.keyBytes) });
  const current = keyOf(suites[name]);
  return {
    seal: (text, place) => encrypt(current, text, bound(place)),
    open: (sealed, place) => {
      const suite = suiteOfVersion(sealed[0]);
      return openWith(suite === undefined ? [] : [keyOf(suite)], sealed, place);
    },
  };
}

const bound = ({ table, column, row }: Place) => `${table}|${column}|${row}`;

/** Tries the keys that the first two bytes name; two keys may have the same number. */
function openWith(ring: readonly Key[], sealed: Buffer, place: Place): string {
  const fitting = ring.filter(({ suite, id }) => suite.version === sealed[0] && id === sealed[1]);
  if (sealed.length < HEAD || fitting.length === 0)
    throw new SealBroken(`no key fits what is sealed at ${place.table}.${place.column}`);
  let last: unknown;
  for (const key of fitting) {
    try {
      return decrypt(key, sealed, bound(place));
    } catch (error) {
      last = error;
    }
  }
  throw new SealBroken(`the sealed value at ${place.table}.${place.column} was altered or moved`, {
    cause: last,
  });
}
