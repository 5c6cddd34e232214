import { CopyRows } from '#platform/copy.ts';
import { packKeys, personKeyAt, type KeyRow, type PackedKeys } from '#platform/crypto/person-key.ts';
import type { PersonSeal, Vault } from '#platform/crypto/vault.ts';
import { newId } from '#platform/ids.ts';
import { linesOf, type Piece } from '#platform/table/pieces.ts';
import { rowsUnder, type Header } from '#platform/table/row.ts';
import { homeKey, keyOf } from '../../domain/keys.ts';
import { readPerson, type PersonFacts } from '../../domain/import/people.ts';
import { isFaulty, type Faulty, type Reading, type Sound } from '../../domain/import/reading.ts';
import { writePerson, type Act, type StagedPerson } from '../../store/stage-rows.ts';
import { digestOf, indexesOf, matchOf, sealFacts, type Facts } from '../sealing.ts';
import { told, type Told } from './told.ts';

/** What rows of a table are made ready with; it asks no database, so that it may be done by a thread of its own. */
export type Tools = {
  readonly id: string;
  readonly header: Header;
  readonly reading: Reading;
  readonly vault: Vault;
};

const INDEX_BYTES = 32;
/** Of nearly every row; wider ones make their own room. */
const ROW_BYTES = 700;

/** What a piece of a table says, and by what its people are known: an index of each one's number, and a digest of all that is said. */
export type Marked = {
  readonly read: readonly (Faulty | Sound<PersonFacts>)[];
  readonly sound: readonly Sound<PersonFacts>[];
  readonly matches: Buffer;
  readonly digests: Buffer;
};

export function markPeople(piece: Piece, { header, reading, vault }: Tools): Marked {
  const read = rowsUnder(header, linesOf(piece)).map((row) => readPerson(row, reading));
  const sound = read.flatMap((one) => (isFaulty(one) ? [] : [one]));
  const [matches, digests] = [
    Buffer.alloc(sound.length * INDEX_BYTES),
    Buffer.alloc(sound.length * INDEX_BYTES),
  ];
  for (const [n, { facts }] of sound.entries()) {
    matchOf(vault, facts).copy(matches, n * INDEX_BYTES);
    digestOf(vault, facts).copy(digests, n * INDEX_BYTES);
  }
  return { read, sound, matches, digests };
}

/** Somebody of a piece who is known already: their key when they changed, and what corrections have put right since. */
export type Known = {
  readonly n: number;
  readonly id: string;
  readonly same: boolean;
  readonly keyEnc: Uint8Array | null;
  readonly kept: Partial<Facts>;
};

/** Rows of the stage, the keys of those who are new, and what there is to tell. */
export type Ready = { readonly rows: Uint8Array; readonly keys: PackedKeys; readonly told: Told };

/** Sorts people into new, changed and the same, and seals what is to be written. */
export function sealPeople(marked: Marked, known: readonly Known[], tools: Tools, now: Date): Ready {
  const met = new Map(known.map((one) => [one.n, one]));
  const rows = new CopyRows(marked.sound.length * ROW_BYTES);
  const keys: KeyRow[] = [];
  const acts: { act: Act }[] = [];
  const { vault, id } = tools;
  const make = staging(tools, (subject) => {
    const { wrapped, seal } = vault.newPersonKey(personKeyAt(subject));
    keys.push({ subject, keyEnc: wrapped });
    return seal;
  });
  for (const [n, one] of marked.sound.entries()) {
    const at = n * INDEX_BYTES;
    const staged = make(one, met.get(n) ?? newId(now), {
      match: marked.matches.subarray(at, at + INDEX_BYTES),
      digest: marked.digests.subarray(at, at + INDEX_BYTES),
    });
    writePerson(rows, id, staged);
    acts.push({ act: staged.act });
  }
  return { rows: rows.end(), keys: packKeys(keys), told: told(marked.read, acts) };
}

type Marks = { readonly match: Buffer; readonly digest: Buffer };
type Stage = (one: Sound<PersonFacts>, who: Known | string, marks: Marks) => StagedPerson;

/** Stages a row: of somebody known, or of somebody new under a key of their own. */
function staging({ vault }: Tools, keyFor: (subject: string) => PersonSeal): Stage {
  const homeOf = remembered((building, door) => homeKey(building, door));
  const householdOf = remembered((no) => keyOf('household', vault.index(no, 'address').toString('hex')));
  return ({ line, facts }, who, { match, digest }) => {
    const { kind, site, door, household, since } = facts;
    const isNew = typeof who === 'string';
    const id = isNew ? who : who.id;
    const writes = isNew || !who.same;
    const all = isNew ? facts : { ...facts, ...who.kept };
    const indexes = writes ? indexesOf(vault, all) : nothing;
    const sealed = writes ? sealFacts(isNew ? keyFor(id) : openKey(vault, who), id, all) : nothing;
    return {
      line,
      act: isNew ? 'new' : writes ? 'change' : 'same',
      id,
      match,
      digest,
      kind,
      community: site === null ? null : site.community,
      grid: site === null ? null : site.grid,
      building: site === null ? null : site.building,
      home: site === null || door === null ? null : homeOf(site.building, door),
      household: household === null ? null : householdOf(household, ''),
      nameIndex: indexes.nameIndex,
      phoneIndex: indexes.phoneIndex,
      twinIndex: indexes.twinIndex,
      g2: sealed.g2,
      g3: sealed.g3,
      since: writes ? since : null,
    };
  };
}

const nothing = { nameIndex: null, phoneIndex: null, twinIndex: null, g2: null, g3: null };

function openKey(vault: Vault, { id, keyEnc }: Known): PersonSeal {
  if (keyEnc === null) throw new Error(`${id} is known by a number and has no key`);
  return vault.openPersonKey(Buffer.from(keyEnc), personKeyAt(id));
}

/** Those of one home and household stand below each other, so the last key that was made of words serves again. */
function remembered(make: (one: string, other: string) => string): (one: string, other: string) => string {
  let last = { one: '', other: '', key: '' };
  return (one, other) => {
    if (last.key === '' || last.one !== one || last.other !== other)
      last = { one, other, key: make(one, other) };
    return last.key;
  };
}
