import { packKeys, personKeyAt, type KeyRow, type PackedKeys } from '#platform/crypto/person-key.ts';
import type { PersonSeal } from '#platform/crypto/vault.ts';
import type { Work } from '#platform/work.ts';
import { eraseKeys, insertKeys, keysOf } from '../store/person-keys.ts';

export type { PersonSeal } from '#platform/crypto/vault.ts';

/** New keys for people who have none yet; nothing is kept until `keepPersonKeys` is given the rows, in the same transaction as what they seal. */
export function newPersonKeys(
  { vault }: Pick<Work, 'vault'>,
  subjects: readonly string[],
): { readonly rows: readonly KeyRow[]; of(subject: string): PersonSeal } {
  const made = subjects.map((subject) => ({ subject, ...vault.newPersonKey(personKeyAt(subject)) }));
  const seals = new Map(made.map(({ subject, seal }) => [subject, seal]));
  return {
    rows: made.map(({ subject, wrapped }) => ({ subject, keyEnc: wrapped })),
    of: (subject) => seals.get(subject) ?? noKey(subject),
  };
}

function noKey(subject: string): never {
  throw new Error(`No key was made for ${subject}: name everybody whose facts are to be sealed`);
}

export const keepPersonKeys = (work: Work, rows: readonly KeyRow[]): Promise<void> =>
  insertKeys(work, packKeys(rows), 'anybody');

/** The same for people whose names were drawn with their keys, elsewhere and thousands at once, so that nobody can have one. */
export const keepPackedKeys = (work: Work, keys: PackedKeys): Promise<void> => insertKeys(work, keys, 'new');

/** The keys of people as they are kept, for whoever opens them elsewhere. */
export const wrappedKeys = (work: Work, subjects: readonly string[]): Promise<KeyRow[]> =>
  keysOf(work, subjects);

/** What opens the facts about these people; whoever was erased is not among them. */
export async function personSeals(
  work: Work,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, PersonSeal>> {
  const rows = await keysOf(work, subjects);
  return new Map(
    rows.map(({ subject, keyEnc }) => [subject, work.vault.openPersonKey(keyEnc, personKeyAt(subject))]),
  );
}

/** Erases people: what was sealed with their keys can never be read again, here or in a copy without the keys. */
export const destroyPersonKeys = (work: Work, subjects: readonly string[]): Promise<string[]> =>
  eraseKeys(work, subjects);
