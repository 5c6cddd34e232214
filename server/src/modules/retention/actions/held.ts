import { accountOfPerson, contactsLeftBy, personOfAccount } from '#modules/identity';
import type { Work } from '#platform/work.ts';
import { standingHolds } from '../store/hold.ts';

/** Everybody and everything a legal hold covers: its subject, and what else the same person is known by. */
export async function heldNow(work: Work): Promise<string[]> {
  const subjects = await standingHolds(work);
  const found = new Set(subjects);
  for (const subject of subjects) {
    const account = await accountOfPerson(work, subject);
    const others = [
      account,
      await personOfAccount(work, subject),
      ...(await contactsLeftBy(work, account ?? subject)),
    ];
    for (const one of others) if (one !== null) found.add(one);
  }
  return [...found];
}
