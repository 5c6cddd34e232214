import type { In, Out } from '@fengqiao/contract/route.ts';
import type { askPhoneCode as Ask, signInByPhone as SignInByPhone } from '@fengqiao/contract/identity.ts';
import { timingSafeEqual } from 'node:crypto';
import { newCode } from '#platform/crypto/secret.ts';
import { refuse, refuseKeeping } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { limits } from '../domain/attempts.ts';
import { mobile } from '../domain/phone.ts';
import { openMaybe, places, sealMaybe } from './sealed.ts';
import { insertAttempt } from '../store/attempts.ts';
import { insertResidents, residentByPhone } from '../store/accounts.ts';
import { insertCode, takeSealedCode, tryCode, spendCode } from '../store/codes.ts';
import { demandCalm, whoTries } from './attempt.ts';
import { meOf } from './me.ts';
import { openResidentSession } from './session.ts';
import { endHeld, type SignedIn } from './sign-in.ts';

const CODE_MINUTES = 10;
const MOST_TRIES = 5;

/** Makes a six-digit code for a phone and announces it for sending; the answer is the same whether the phone is known or not. */
export async function askPhoneCode(
  work: Work,
  { phone: given }: In<typeof Ask>['body'],
  address: string,
): Promise<Out<typeof Ask>> {
  const phone = mobile(given) ?? refuse('identity.phone_unusable');
  if (work.settings.sms === null && !work.settings.demo) refuse('identity.sms_not_set');
  const phoneIndex = work.vault.index(phone, 'phone');
  await countAsked(work, phone, address);
  const id = work.newId();
  const code = newCode();
  const endsAt = new Date(work.now.getTime() + CODE_MINUTES * 60_000);
  await insertCode(work, {
    id,
    phoneIndex,
    endsAt,
    codeHash: hashCode(work, id, code),
    phoneEnc: work.vault.seal(phone, places.codePhone(id)),
    codeEnc: work.vault.seal(code, places.codeText(id)),
  });
  await work.announce('account.code_asked', id, {});
  return {
    endsAt: endsAt.toISOString(),
    againAt: new Date(work.now.getTime() + limits.code_phone.apart).toISOString(),
  };
}

async function countAsked(work: Work, phone: string, address: string): Promise<void> {
  const asked = [
    ['code_phone', phone],
    ['code_address', address],
  ] as const;
  for (const [kind, name] of asked)
    await demandCalm(work, kind, whoTries(work, kind, name), 'identity.code_too_soon');
  for (const [kind, name] of asked) await insertAttempt(work, kind, whoTries(work, kind, name));
}

const hashCode = (work: Work, id: string, code: string) => work.vault.index(`${id}|${code}`, 'phone-code');

/** Signs a resident in by the code; the first time makes the account (level 1: somebody who holds this phone). */
export async function signInByPhone(
  work: Work,
  given: In<typeof SignInByPhone>['body'],
  device: string,
): Promise<SignedIn> {
  const phone = mobile(given.phone) ?? refuse('identity.phone_unusable');
  await takeCode(work, phone, given.code);
  const account = await residentWith(work, phone);
  await endHeld(work);
  const opened = await openResidentSession(work, account, device, { proved: true });
  return { opened, me: await meOf(work, opened.id) };
}

/** Takes the code that was sent to a phone; it works once. */
export async function takeCode(work: Work, phone: string, code: string): Promise<void> {
  const sent =
    (await tryCode(work, work.vault.index(phone, 'phone'), MOST_TRIES)) ?? refuse('identity.code_over');
  if (!timingSafeEqual(hashCode(work, sent.id, code), sent.codeHash)) refuseKeeping('identity.wrong_code');
  if (!(await spendCode(work, sent.id))) refuse('identity.code_over');
}

/** The account of a resident with this phone, made when there is none yet. */
export async function residentWith(work: Work, phone: string, name: string | null = null): Promise<string> {
  const phoneIndex = work.vault.index(phone, 'phone');
  const known = await residentByPhone(work, phoneIndex);
  if (known?.state === 'closed') refuse('identity.code_over');
  if (known !== null) return known.id;
  const id = work.newId();
  await insertResidents(work, [
    {
      id,
      phoneIndex,
      phoneEnc: work.vault.seal(phone, places.accountPhone(id)),
      nameEnc: sealMaybe(work.vault, name, places.accountName(id)),
    },
  ]);
  const made = (await residentByPhone(work, phoneIndex)) ?? refuse('platform.stale');
  if (made.id === id) await work.announce('account.made', id, { kind: 'resident' });
  return made.id;
}

/** Hands a code over to whoever sends messages, once: phone, code and until when it works. */
export async function takePhoneCode(
  work: Work,
  id: string,
): Promise<{ phone: string; code: string; endsAt: Date } | null> {
  const sealed = await takeSealedCode(work, id);
  if (sealed === null) return null;
  const phone = openMaybe(work.vault, sealed.phoneEnc, places.codePhone(id));
  const code = openMaybe(work.vault, sealed.codeEnc, places.codeText(id));
  return phone === null || code === null ? null : { phone, code, endsAt: sealed.endsAt };
}
