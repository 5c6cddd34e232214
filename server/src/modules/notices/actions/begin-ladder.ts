import type { Work } from '#platform/work.ts';
import { maskedContact, reachOf } from '#modules/identity';
import { firstRung, rungDue, type Reach } from '../domain/ladder.ts';
import type { Notice } from '../domain/message.ts';
import { insertAttempt, insertDelivery } from '../store/delivery.ts';
import { insertMessages, type NewMessage } from '../store/messages.ts';
import { inApp } from './make-message.ts';

/** How somebody who must learn of it can be reached; null where a message is all there is to do. */
export async function reachIn(work: Work, { to, mustReach }: Notice): Promise<Reach | null> {
  if (mustReach === undefined || 'unit' in to) return null;
  if ('account' in to) return { ...(await reachOf(work, to.account)), app: true };
  const { phone } = await maskedContact(work, to.contact);
  return { prefers: null, app: false, phone: phone !== null, sms: true };
}

type Told = { readonly messages: readonly NewMessage[]; readonly reach: Reach };

/** Begins the ladder with the way somebody prefers; a number that takes no text message is called at once. */
export async function beginLadder(work: Work, notice: Notice, { messages, reach }: Told): Promise<void> {
  const { to, mustReach } = notice;
  const text = messages.find(({ channel }) => channel === 'sms') ?? null;
  const shown = messages[0] ?? (await keepWords(work, notice, reach));
  if (shown === null) return;
  const wished = firstRung(reach);
  const rung = wished === 'sms' && text === null ? (reach.app ? 'app' : 'call') : wished;
  const id = work.newId();
  await insertDelivery(
    work,
    {
      id,
      message: shown.id,
      sms: text?.id ?? null,
      account: 'account' in to ? to.account : null,
      contact: 'contact' in to ? to.contact : null,
      unit: mustReach?.unit ?? null,
      rung,
    },
    rungDue(rung, work.now),
  );
  if (reach.app) await insertAttempt(work, id, 'app', 'sent');
  if (rung !== 'app') await insertAttempt(work, id, rung, rung === 'sms' ? 'sent' : 'asked');
}

/** The words for whoever calls a number that takes no text message; without a number there is nothing to be done. */
async function keepWords(work: Work, notice: Notice, { phone }: Reach): Promise<NewMessage | null> {
  if (!('contact' in notice.to) || !phone) return null;
  const words = inApp(work, notice, { account: null, unit: null, role: null, contact: notice.to.contact });
  await insertMessages(work, [words]);
  return words;
}
