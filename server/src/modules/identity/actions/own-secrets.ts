import type { Me } from '@fengqiao/contract/identity.ts';
import { hashPassword, passwordFits } from '#platform/crypto/password.ts';
import { newTotp, type NewTotp } from '#platform/crypto/totp.ts';
import { refuse, refuseKeeping } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { demandStrong } from '../domain/password.ts';
import { places } from './sealed.ts';
import { lockStaff, saveAccount, type StaffAccount } from '../store/accounts.ts';
import { endSessions } from '../store/sessions.ts';
import { countWrong, demandCalm, whoTries } from './attempt.ts';
import { meOf, myAccount } from './me.ts';
import { takeTotp } from './sign-in.ts';

/** Changes the own password; other devices are signed out. */
export async function changePassword(
  work: Work,
  password: string,
  newPassword: string,
): Promise<{ ok: true }> {
  const account = await proveMyself(work, password);
  demandStrong(newPassword, account.login);
  await saveAccount(work, account.id, { passwordHash: await hashPassword(newPassword), onceUntil: null });
  await endSessions(work, { account: account.id, but: work.actor.session });
  return { ok: true };
}

/** Makes the secret of an authenticator; it counts only once a code of it was confirmed. */
export async function beginTotp(work: Work, password: string): Promise<NewTotp> {
  const account = await proveMyself(work, password);
  if (account.totpSince !== null) refuse('identity.totp_state');
  const made = newTotp(account.login);
  await saveAccount(work, account.id, {
    totpEnc: work.vault.seal(made.secret, places.accountTotp(account.id)),
    totpLast: null,
  });
  return made;
}

export async function confirmTotp(work: Work, code: string): Promise<Me> {
  const account = await myself(work);
  if (account.totpEnc === null || account.totpSince !== null) refuse('identity.totp_state');
  if (!(await takeTotp(work, account, code))) refuse('identity.wrong_totp');
  await saveAccount(work, account.id, { totpSince: work.now });
  return meOf(work);
}

export async function endTotp(work: Work, password: string, code: string): Promise<Me> {
  const account = await proveMyself(work, password);
  if (account.totpSince === null) refuse('identity.totp_state');
  if (!(await takeTotp(work, account, code))) {
    await countWrong(work, triesOf(work, account), account);
    refuseKeeping('identity.wrong_totp');
  }
  await saveAccount(work, account.id, { totpEnc: null, totpSince: null, totpLast: null });
  return meOf(work);
}

/** The password again, with the same counting as at sign-in: an open screen is no way to guess it. */
async function proveMyself(work: Work, password: string): Promise<StaffAccount> {
  const account = await myself(work);
  const who = triesOf(work, account);
  await demandCalm(work, 'password', who, 'identity.sign_in_paused');
  if (await passwordFits(password, account.passwordHash)) return account;
  await countWrong(work, who, account);
  return refuseKeeping('identity.wrong_password');
}

const triesOf = (work: Work, account: StaffAccount) => whoTries(work, 'password', account.login);

const myself = async (work: Work): Promise<StaffAccount> =>
  (await lockStaff(work, myAccount(work))) ?? refuse('platform.not_found');
