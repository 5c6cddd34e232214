import type { Both } from '@fengqiao/contract/route.ts';
import { t } from '@fengqiao/ui/language.ts';

/** A table of words as the options of a drop-down. */
export const optionsOf = <K extends string>(keys: readonly K[], words: Readonly<Record<K, Both>>) =>
  keys.map((value) => ({ value, label: t(words[value]) }));
