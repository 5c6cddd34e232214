import { forgetAnswers } from '#platform/idempotency.ts';
import type { Erased } from '#platform/room.ts';
import type { Work } from '#platform/work.ts';
import { blankAccount, blankContacts, contactsLikeAccount, unjoinPerson } from '../store/erase.ts';
import { eraseKeys } from '../store/person-keys.ts';

/** The contacts somebody left, found before their account forgets its phone. */
export const contactsLeftBy = (work: Work, account: string | null): Promise<string[]> =>
  account === null ? Promise.resolve([]) : contactsLikeAccount(work, account);

/** Closes the account, or parts it from a person who goes without it; blanks it and its contacts, and destroys the keys: what they sealed is lost in every copy. */
export async function eraseIdentity(work: Work, { person, account, contacts }: Erased): Promise<void> {
  await blankContacts(work, contacts);
  if (account !== null) {
    await blankAccount(work, account);
    await forgetAnswers(work, account);
  } else if (person !== null) await unjoinPerson(work, person);
  await eraseKeys(
    work,
    [person, account].filter((one) => one !== null),
  );
}
