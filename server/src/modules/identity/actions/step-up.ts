import type { In, Out } from '@fengqiao/contract/route.ts';
import type { stepUp as StepUp } from '@fengqiao/contract/sessions.ts';
import { passwordFits } from '#platform/crypto/password.ts';
import { refuse, refuseKeeping } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { lockStaff } from '../store/accounts.ts';
import { clearAttempts } from '../store/attempts.ts';
import { savePresence, saveStep } from '../store/sessions.ts';
import { countWrong, demandCalm, whoTries } from './attempt.ts';
import { ownPhone } from './contacts.ts';
import { myAccount } from './me.ts';
import { idleEnds, proofEnds } from './session.ts';
import { askPhoneCode, takeCode } from './sign-in-by-phone.ts';
import { takeTotp } from './sign-in.ts';

type Given = In<typeof StepUp>['body'];

/** Proves again who sits at the screen; wrong tries count with those of signing in. */
export async function stepUp(work: Work, given: Given): Promise<Out<typeof StepUp>> {
  if (work.actor.kind === 'staff') await proveStaff(work, given);
  else await proveResident(work, given);
  const until = proofEnds(work);
  await saveStep(work, work.actor.session, until);
  return { until: until.toISOString() };
}

async function proveStaff(work: Work, { password, code }: Given): Promise<void> {
  const account = (await lockStaff(work, myAccount(work))) ?? refuse('platform.not_found');
  const who = whoTries(work, 'password', account.login);
  await demandCalm(work, 'password', who, 'identity.sign_in_paused');
  const bound = account.totpSince !== null;
  const given = bound ? code : password;
  if (given === undefined) refuse('identity.proof_missing');
  const fits = bound ? await takeTotp(work, account, given) : await passwordFits(given, account.passwordHash);
  if (fits) return clearAttempts(work, 'password', who);
  await countWrong(work, who, account);
  refuseKeeping(bound ? 'identity.wrong_totp' : 'identity.wrong_password');
}

async function proveResident(work: Work, { code }: Given): Promise<void> {
  if (code === undefined) refuse('identity.proof_missing');
  await takeCode(work, await myPhone(work), code);
}

/** Sends a code to the phone the resident signed in with. */
export async function askProofCode(work: Work, address: string): ReturnType<typeof askPhoneCode> {
  return askPhoneCode(work, { phone: await myPhone(work) }, address);
}

const myPhone = async (work: Work): Promise<string> =>
  (await ownPhone(work, myAccount(work))) ?? refuse('identity.no_phone');

/** Somebody is at the screen: the session's idle end moves away. */
export async function stayHere(work: Work): Promise<{ idleUntil: string | null }> {
  const until = await savePresence(work, work.actor.session, idleEnds(work));
  return { idleUntil: until?.toISOString() ?? null };
}
