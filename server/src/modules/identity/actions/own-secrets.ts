import type { Me } from '@fengqiao/contract/identity.ts';
import { passwordFits } from '#platform/crypto/password.ts';
import { newTotp, type NewTotp } from '#platform/crypto/totp.ts';
import { refuse, refuseKeeping } from '#platform/refusal.ts';
import { asEngine, type Work } from '#platform/work.ts';
import { places } from './sealed.ts';
import { lockStaff, loginAt, saveAccount, type StaffAccount } from '../store/accounts.ts';
import { endSessions } from '../store/sessions.ts';
import { countWrong, demandCalm, whoTries } from './attempt.ts';
import { meOf, myAccount } from './me.ts';
import { choosePassword } from './passwords.ts';
import { bindTotp, mustBeBound, takeTotp } from './sign-in.ts';

/** Changes the own password; other devices are signed out. */
export async function changePassword(
  work: Work,
  password: string,
  newPassword: string,
): Promise<{ ok: true }> {
  const account = await proveMyself(work, password);
  await choosePassword(work, account, newPassword);
  await endSessions(work, { account: account.id, but: work.actor.session });
  return { ok: true };
}

/** Makes the secret of an authenticator; it counts only once a code of it was confirmed. */
export async function beginTotp(work: Work, password: string): Promise<NewTotp> {
  const account = await proveMyself(work, password);
  return makeTotp(work, account);
}

async function makeTotp(work: Work, account: StaffAccount): Promise<NewTotp> {
  if (account.totpSince !== null) refuse('identity.totp_state');
  const made = newTotp(account.login);
  await saveAccount(work, account.id, {
    totpEnc: work.vault.seal(made.secret, places.accountTotp(account.id)),
    totpLast: null,
  });
  return made;
}

/**
 * The same at the door, for somebody whose post demands a second factor and who has none: the password is as far as they come.
 * Signing in with a code of it then binds it.
 */
export async function beginTotpAtDoor(
  work: Work,
  given: { readonly login: string; readonly password: string },
): Promise<NewTotp> {
  const login = given.login.trim().toLowerCase();
  const who = whoTries(work, 'password', login);
  await demandCalm(work, 'password', who, 'identity.sign_in_paused');
  const found = await loginAt(work, login);
  const there: Work = { ...work, street: found?.street ?? work.street };
  return asEngine(there, async () => {
    const account = found === null ? null : await lockStaff(there, found.id);
    const fits = await passwordFits(
      given.password,
      account?.state === 'active' ? account.passwordHash : null,
    );
    if (account === null || !fits) {
      await countWrong(there, who, account);
      return refuseKeeping('identity.wrong_sign_in');
    }
    if (account.onceUntil !== null && account.onceUntil <= there.now) refuse('identity.password_once_over');
    if (!(await mustBeBound(there, account.id))) refuse('identity.totp_state');
    return makeTotp(there, account);
  });
}

export async function confirmTotp(work: Work, code: string): Promise<Me> {
  const account = await myself(work);
  if (account.totpEnc === null || account.totpSince !== null) refuse('identity.totp_state');
  if (!(await takeTotp(work, account, code))) refuse('identity.wrong_totp');
  await bindTotp(work, account);
  return meOf(work);
}

export async function endTotp(work: Work, password: string, code: string): Promise<Me> {
  const account = await proveMyself(work, password);
  if (account.totpSince === null) refuse('identity.totp_state');
  if (await mustBeBound(work, account.id)) refuse('identity.second_factor_needed');
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
