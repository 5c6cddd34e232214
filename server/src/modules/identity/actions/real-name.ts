import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { knownAs } from '#modules/audit';
import { residentByPhone } from '../store/accounts.ts';
import { accountOfPerson, joinToPerson } from '../store/real-name.ts';
import { mobile } from '../domain/phone.ts';

/** Joins a resident's account to the person it has proved to be and raises it to a real name; refuses a person another account is. */
export async function raiseToRealName(work: Work, account: string, person: string): Promise<void> {
  const other = await accountOfPerson(work, person);
  if (other !== null && other !== account) refuse('identity.person_taken');
  if (!(await joinToPerson(work, account, person))) refuse('identity.not_a_resident');
  // Looks name the person from now on; whoever holds the account reads them.
  await knownAs(work, account, person);
  await work.announce('account.proved', account, {});
}

/** The resident who signs in with this phone; null when there is none. */
export async function residentWithPhone(work: Work, phone: string): Promise<string | null> {
  const number = mobile(phone);
  const found = number === null ? null : await residentByPhone(work, work.vault.index(number, 'phone'));
  return found?.state === 'active' ? found.id : null;
}

export { accountOfPerson, moveAccount, personOfAccount } from '../store/real-name.ts';
