import type { Settings } from '../config.ts';
import { derive } from './suite.ts';
import { vaultOf, type PersonSeal } from './vault.ts';

type Keys = Pick<Settings, 'masterKey' | 'indexKey' | 'archiveKey' | 'suite'>;
const vaults = new WeakMap<Keys, PersonSeal>();

/**
 * The vault of the archive: what was filed has a key of its own, which whoever keeps the archive can hold apart from the
 * working data. Without one it follows the index key, which no change of the master key touches.
 */
export function archiveVaultOf(keys: Keys): PersonSeal {
  const known = vaults.get(keys);
  if (known !== undefined) return known;
  const { masterKey, indexKey, archiveKey, suite } = keys;
  const derived = derive(indexKey ?? masterKey, 'archive', 32);
  // What was filed before the archive had a key of its own still opens.
  const made = vaultOf({ masterKey: archiveKey ?? derived, olderKeys: [derived], suite });
  vaults.set(keys, made);
  return made;
}
