import { derive } from './suite.ts';
import { vaultOf, type Vault, type VaultKeys } from './vault.ts';

/** What seals special-care records: a key of their own, or one derived from the master key where none is given. */
export type CareKeys = Pick<VaultKeys, 'masterKey' | 'previousKey' | 'suite'> & {
  readonly careKey?: Buffer | null;
  readonly previousCareKey?: Buffer | null;
};

const known = new WeakMap<CareKeys, VaultKeys>();

/**
 * The vault of special care. It opens what the key before sealed, and what a key derived from either master key did, so that
 * giving it a key of its own, or changing the master key, leaves nothing unread.
 */
export function careVaultOf(settings: CareKeys): Vault {
  const keys = known.get(settings) ?? careKeysOf(settings);
  known.set(settings, keys);
  return vaultOf(keys);
}

/** The key of special care in force, and those that may have sealed what is still to be opened. */
export function careKeysOf({ masterKey, previousKey, careKey, previousCareKey, suite }: CareKeys): VaultKeys {
  const derived = (master: Buffer) => derive(master, 'care', 32);
  const candidates = [
    careKey ?? derived(masterKey),
    previousCareKey ?? null,
    derived(masterKey),
    previousKey === null || previousKey === undefined ? null : derived(previousKey),
  ].filter((key) => key !== null);
  const [current = masterKey, ...older] = candidates.filter(
    (key, at) => candidates.findIndex((one) => one.equals(key)) === at,
  );
  return { masterKey: current, olderKeys: older, ...(suite === undefined ? {} : { suite }) };
}
