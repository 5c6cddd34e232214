import { asEngine, type Work } from '#platform/work.ts';
import { homeExists } from '../store/homes.ts';
import type { Rewritten } from '../store/person.ts';

/** Where somebody is written down to live: in a home only if that was written down too. */
export async function inKnownHome(work: Work, place: Rewritten): Promise<Rewritten> {
  const { home = null } = place;
  if (home === null) return place;
  const known = await asEngine(work, () => homeExists(work, home));
  return { ...place, home: known ? home : null };
}
