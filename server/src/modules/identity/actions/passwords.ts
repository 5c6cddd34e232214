import { hashPassword, passwordFits } from '#platform/crypto/password.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { demandStrong, isOver, PAST_PASSWORDS } from '../domain/password.ts';
import { saveAccount, type StaffAccount } from '../store/accounts.ts';

/** Sets the password its holder chose: strong, and none of the last five. */
export async function choosePassword(
  work: Work,
  { id, login, passwordHash, passwordPast }: StaffAccount,
  chosen: string,
): Promise<void> {
  demandStrong(chosen, login);
  const used = [...(passwordHash === null ? [] : [passwordHash]), ...passwordPast];
  for (const hash of used) if (await passwordFits(chosen, hash)) refuse('identity.password_used');
  await saveAccount(work, id, {
    passwordHash: await hashPassword(chosen),
    passwordSince: work.now,
    passwordPast: used.slice(0, PAST_PASSWORDS),
    passwordGivenBy: null,
    onceUntil: null,
  });
}

/** At sign-in: a one-time password is replaced in the same step, and so is one that grew old. */
export async function renewWhereDue(
  work: Work,
  account: StaffAccount,
  chosen: string | undefined,
): Promise<void> {
  const { onceUntil, passwordSince } = account;
  const once = onceUntil !== null;
  if (!once && !isOver(passwordSince, work.settings.passwordDays, work.now)) return;
  await choosePassword(
    work,
    account,
    chosen ?? refuse(once ? 'identity.password_once' : 'identity.password_over'),
  );
}
