import type { In } from '@fengqiao/contract/route.ts';
import type { Me, signIn as SignIn } from '@fengqiao/contract/identity.ts';
import { passwordFits } from '#platform/crypto/password.ts';
import { totpStep } from '#platform/crypto/totp.ts';
import { refuse, refuseKeeping } from '#platform/refusal.ts';
import { asEngine, type Work } from '#platform/work.ts';
import { needsSecondFactor } from '../domain/second-factor.ts';
import { openMaybe, places } from './sealed.ts';
import { stateOf, type Post } from '../domain/post.ts';
import { clearAttempts } from '../store/attempts.ts';
import { lockStaff, loginAt, saveAccount, type StaffAccount } from '../store/accounts.ts';
import { postsOf } from '../store/posts.ts';
import { endSessions } from '../store/sessions.ts';
import { countWrong, demandCalm, whoTries } from './attempt.ts';
import { meOf } from './me.ts';
import { renewWhereDue } from './passwords.ts';
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
    const held = found === null ? null : await lockStaff(there, found.id);
    const account = await proven(there, held, given, who);
    await clearAttempts(there, 'password', who);
    const [post] = await activePosts(there, account.id);
    if (post === undefined) refuse('identity.no_post');
    await endHeld(work);
    const opened = await openStaffSession(there, post, device, { proved: true, watched: true });
    return { opened, me: await meOf(there, opened.id) };
  });
}

/** The posts somebody holds now. */
const activePosts = async (work: Work, account: string): Promise<Post[]> =>
  (await postsOf(work, [account])).filter((held) => stateOf(held, work.now) === 'active');

/** Whether one of somebody's posts demands a second factor of them. */
export const mustBeBound = async (work: Work, account: string): Promise<boolean> =>
  needsSecondFactor(
    work.settings.secondFactor,
    (await activePosts(work, account)).map(({ role }) => role),
  );

async function proven(
  work: Work,
  account: StaffAccount | null,
  given: Given,
  who: Buffer,
): Promise<StaffAccount> {
  const fits = await passwordFits(given.password, account?.state === 'active' ? account.passwordHash : null);
  if (account === null || !fits) return failed(work, who, account, 'identity.wrong_sign_in');
  if (account.onceUntil !== null && account.onceUntil <= work.now) refuse('identity.password_once_over');
  const bound = account.totpSince !== null;
  if (bound || (await mustBeBound(work, account.id))) {
    if (given.totp === undefined || account.totpEnc === null)
      refuse(bound ? 'identity.totp_needed' : 'identity.second_factor_needed');
    if (!(await takeTotp(work, account, given.totp)))
      return failed(work, who, account, 'identity.wrong_totp');
    if (!bound) await bindTotp(work, account);
  }
  await renewWhereDue(work, account, given.newPassword);
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

/** From now on the authenticator counts; its holder is told, since a thief might have bound their own. */
export async function bindTotp(work: Work, { id }: StaffAccount): Promise<void> {
  await saveAccount(work, id, { totpSince: work.now, totpRemovedBy: null });
  await work.announce('account.totp_bound', id, {});
}

/** Whoever signs in anew leaves the session they came with. */
export async function endHeld(work: Work): Promise<void> {
  if (work.actor.account !== null) await endSessions(work, { id: work.actor.session });
}
