import type { In } from '@fengqiao/contract/route.ts';
import type { Me, signIn as SignIn } from '@fengqiao/contract/identity.ts';
import { hashPassword, passwordFits } from '#platform/crypto/password.ts';
import { totpStep } from '#platform/crypto/totp.ts';
import { refuse, refuseKeeping } from '#platform/refusal.ts';
import { asEngine, type Work } from '#platform/work.ts';
import { demandStrong } from '../domain/password.ts';
import { openMaybe, places } from './sealed.ts';
import { stateOf } from '../domain/post.ts';
import { clearAttempts } from '../store/attempts.ts';
import { lockStaff, loginAt, saveAccount, type StaffAccount } from '../store/accounts.ts';
import { postsOf } from '../store/posts.ts';
import { endSessions } from '../store/sessions.ts';
import { countWrong, demandCalm, whoTries } from './attempt.ts';
import { meOf } from './me.ts';
import { openStaffSession, type Opened } from './session.ts';

export type SignedIn = { readonly me: Me; readonly opened: Opened };
type Given = In<typeof SignIn>['body'];

/** Signs staff in by password and, where used, authenticator. An unknown login costs and answers the same as a wrong password. */
export async function signIn(work: Work, given: Given, device: string): Promise<SignedIn> {
  const login = given.login.trim().toLowerCase();
  const who = whoTries(work, 'password', login);
  await demandCalm(work, 'password', who, 'identity.sign_in_paused');
  const found = await loginAt(work, login);
  const there: Work = { ...work, street: found?.street ?? work.street };
  return asEngine(there, async () => {
    const account = await proven(there, found === null ? null : await lockStaff(there, found.id), given, who);
    await clearAttempts(there, 'password', who);
    const [post] = (await postsOf(there, [account.id])).filter(
      (held) => stateOf(held, there.now) === 'active',
    );
    if (post === undefined) refuse('identity.no_post');
    await endHeld(work);
    const opened = await openStaffSession(there, post, device, { proved: true, watched: true });
    return { opened, me: await meOf(there, opened.id) };
  });
}

async function proven(
  work: Work,
  account: StaffAccount | null,
  given: Given,
  who: Buffer,
): Promise<StaffAccount> {
  const fits = await passwordFits(given.password, account?.state === 'active' ? account.passwordHash : null);
  if (account === null || !fits) return failed(work, who, account, 'identity.wrong_sign_in');
  if (account.totpSince !== null) {
    if (given.totp === undefined) refuse('identity.totp_needed');
    if (!(await takeTotp(work, account, given.totp)))
      return failed(work, who, account, 'identity.wrong_totp');
  }
  if (account.onceUntil !== null) await replaceOneTime(work, account, account.onceUntil, given.newPassword);
  return account;
}

async function failed(
  work: Work,
  who: Buffer,
  account: StaffAccount | null,
  code: 'identity.wrong_sign_in' | 'identity.wrong_totp',
): Promise<never> {
  await countWrong(work, who, account);
  refuseKeeping(code);
}

/** Takes a code of the authenticator; each works once, and none older than the last one taken. */
export async function takeTotp(
  work: Work,
  { id, totpEnc, totpLast }: StaffAccount,
  code: string,
): Promise<boolean> {
  const secret = openMaybe(work.vault, totpEnc, places.accountTotp(id));
  const step = secret === null ? null : totpStep(secret, code, work.now);
  if (step === null || (totpLast !== null && step <= totpLast)) return false;
  await saveAccount(work, id, { totpLast: step });
  return true;
}

async function replaceOneTime(
  work: Work,
  account: StaffAccount,
  until: Date,
  newPassword: string | undefined,
): Promise<void> {
  if (until <= work.now) refuse('identity.password_once_over');
  if (newPassword === undefined) refuse('identity.password_once');
  demandStrong(newPassword, account.login);
  await saveAccount(work, account.id, { passwordHash: await hashPassword(newPassword), onceUntil: null });
}

/** Whoever signs in anew leaves the session they came with. */
export async function endHeld(work: Work): Promise<void> {
  if (work.actor.account !== null) await endSessions(work, { id: work.actor.session });
}
