import { contactsLeftBy } from '#modules/identity';
import { wholeOf } from '#modules/registry';
import type { Work } from '#platform/work.ts';
import { standingHolds } from '../store/hold.ts';

/** Everybody and everything a legal hold covers: its subject, and what else the same person is known by. */
export async function heldNow(work: Work): Promise<string[]> {
  const subjects = await standingHolds(work);
  const found = new Set(subjects);
  for (const subject of subjects) {
    const { people, accounts } = await wholeOf(work, { person: subject, account: subject });
    const contacts = await Promise.all(accounts.map((account) => contactsLeftBy(work, account)));
    for (const one of [...people, ...accounts, ...contacts.flat()]) found.add(one);
  }
  return [...found];
}
