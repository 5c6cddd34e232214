import { keysOfPerson } from '#modules/registry';
import { asCare } from '#platform/care.ts';
import type { Work } from '#platform/work.ts';
import { deleteAbout } from '../store/ending.ts';
import { personIndex } from './sealing.ts';

/** Nothing of somebody who is erased stays here, under whichever key the registry knew them. */
export async function eraseCare(work: Work, person: string): Promise<void> {
  const indexes = (await keysOfPerson(work, person)).map((key) => personIndex(work, key));
  await asCare(work, () => deleteAbout(work, indexes));
}
