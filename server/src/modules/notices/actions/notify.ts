import type { Work } from '#platform/work.ts';
import { contactOf, followersOf, mobile, smsPhoneOf, staffAt, takePhoneCode } from '#modules/identity';
import type { Notice } from '../domain/message.ts';
import { firstRung } from '../domain/ladder.ts';
import { forHelper } from '../domain/mandate-texts.ts';
import { codeSms, codeTrace } from '../domain/texts.ts';
import { insertMessages, type NewMessage } from '../store/messages.ts';
import { beginLadder, reachIn } from './begin-ladder.ts';
import { inApp, sms, type Told } from './make-message.ts';
import { places } from './sealed.ts';

/**
 * Tells somebody something: in the product for accounts and units, and by SMS for contacts or when asked. Rows are written
 * in the caller's transaction and sent after it; whoever has no mobile number gets no SMS.
 */
export async function notify(work: Work, notice: Notice): Promise<void> {
  const { to } = notice;
  const messages: NewMessage[] = [];
  await tellHelpers(work, notice);
  const reach = await reachIn(work, notice);
  if ('account' in to) messages.push(inApp(work, notice, { account: to.account, unit: null, role: null }));
  if ('unit' in to)
    messages.push(inApp(work, notice, { account: null, unit: to.unit, role: to.role ?? null }));
  if (reach === null || firstRung(reach) === 'sms')
    for (const { phone, ...whom } of await phonesOf(work, notice))
      messages.push(sms(work, notice, whom, phone));
  await insertMessages(work, messages);
  if (reach !== null) await beginLadder(work, notice, { messages, reach });
}

type Unread = Pick<Told, 'kind' | 'zh' | 'en'> & {
  readonly caseId: string | null;
  readonly account: string | null;
  readonly contact: string | null;
};

/** The same words by text message, to somebody who has not read them; null when there is no number for it. */
export async function textAgain(
  work: Work,
  { account, contact, kind, zh, en, caseId }: Unread,
): Promise<string | null> {
  const told = { kind, zh, en, ...(caseId !== null && { caseId }) };
  const to = account === null ? { contact: contact ?? '' } : { account };
  const [phone] = await phonesOf(work, { ...told, to, sms: true });
  if (phone === undefined) return null;
  const { phone: number, ...whom } = phone;
  const message = sms(work, told, whom, number);
  await insertMessages(work, [message]);
  return message.id;
}

/** What happens to a matter of somebody is also told to those who follow it for them; many have no phone of their own. */
async function tellHelpers(
  work: Work,
  { to, caseId, kind, zh, en, sms: wanted = false }: Notice,
): Promise<void> {
  if (caseId === undefined || !('account' in to)) return;
  for (const account of await followersOf(work, to.account))
    await notify(work, { to: { account }, kind, ...forHelper({ zh, en }), sms: wanted });
}

type Phone = { readonly account: string | null; readonly contact: string | null; readonly phone: string };

async function phonesOf(work: Work, { to, sms: wanted = false }: Notice): Promise<Phone[]> {
  if ('contact' in to)
    return usable(
      { account: null, contact: to.contact },
      (await contactOf(work, to.contact, 'deliver')).phone,
    );
  if (!wanted) return [];
  const accounts =
    'account' in to
      ? [to.account]
      : [...new Set((await staffAt(work, to.unit, to.role ?? null)).map(({ account }) => account))];
  const found: Phone[] = [];
  for (const account of accounts)
    found.push(...usable({ account, contact: null }, await smsPhoneOf(work, account)));
  return found;
}

function usable(whom: Omit<Phone, 'phone'>, phone: string | null): Phone[] {
  const number = phone === null ? null : mobile(phone);
  return number === null ? [] : [{ ...whom, phone: number }];
}

/** Sends the code somebody asked for; its text is sealed, and erased once sent. */
export async function sendPhoneCode(work: Work, codeId: string): Promise<void> {
  const taken = await takePhoneCode(work, codeId);
  if (taken === null) return;
  const message = sms(
    work,
    { kind: 'account.code', ...codeTrace },
    { account: null, contact: null },
    taken.phone,
  );
  const bodyEnc = work.vault.seal(codeSms(taken.code, taken.endsAt), places.body(message.id));
  await insertMessages(work, [{ ...message, bodyEnc, giveUpAt: taken.endsAt }]);
}
