import type { Entry } from '#platform/ledger.ts';
import { withWork, type Work } from '#platform/work.ts';
import { eraseAgain } from './erase.ts';
import { keepingsOf, textsOf } from './offered.ts';
import { maskAgain } from './scrubs.ts';
import { replayTaking, type House } from './take.ts';

export type Replayed = { readonly people: number; readonly runs: number; readonly masked: number };

/**
 * Does again, in a database brought back from a backup, what the ledger says: people who were erased, what timers took, and
 * words that were masked. Twice does no harm.
 */
export async function replayLedger(
  house: House,
  entries: readonly Entry[],
  streets: readonly string[],
): Promise<Replayed> {
  const [keepings, texts] = [keepingsOf(house.rooms), textsOf(house.rooms)];
  const known = entries.filter(({ street }) => streets.includes(street));
  for (const entry of known) {
    const enter = (act: (work: Work) => Promise<void>) =>
      withWork(house, { service: 'system', street: entry.street }, house.clock(), 'write', act);
    if ('erasure' in entry) await enter((work) => eraseAgain(work, house.rooms, entry));
    else if ('run' in entry) await replayTaking(house, entry, keepings);
    else await enter((work) => maskAgain(work, texts, entry));
  }
  return {
    people: known.filter((entry) => 'erasure' in entry).length,
    runs: known.filter((entry) => 'run' in entry).length,
    masked: known.filter((entry) => 'scrub' in entry).length,
  };
}
