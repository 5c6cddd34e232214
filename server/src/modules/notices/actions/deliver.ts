import { setTimeout as wait } from 'node:timers/promises';
import { isPassing } from '#platform/errors.ts';
import type { Platform } from '#platform/serve.ts';
import { sendSms, type Sms, type SmsOutcome } from '#platform/sms.ts';
import { withWork, type Work } from '#platform/work.ts';
import { nextTry } from '../domain/retry.ts';
import { eraseFailed, saveFailed, savePostponed, saveSent, takeDue, type Due } from '../store/outbox.ts';
import { places } from './sealed.ts';

const BATCH = 20;
const LEASE_MS = 120_000;
const ERASE_DAYS = 7;

/**
 * Sends what is due in a street: takes a batch, sends it outside any transaction, then writes down what became of each.
 * At least once: if this process dies in between, or the database stays away, the same message with the same id goes out again after the lease.
 */
export async function deliverDue(platform: Platform, street: string): Promise<number> {
  const within = <T>(act: (work: Work) => Promise<T>) =>
    withWork(platform, { service: 'system', street }, platform.clock(), 'write', act);
  const taken = await within((work) => take(work));
  const outcomes = await Promise.all(
    taken.map(async ({ due, sms }) => ({ due, outcome: await send(platform, sms) })),
  );
  if (outcomes.length > 0) await keep(() => within((work) => record(work, outcomes)));
  return taken.length;
}

/** Waits between tries, in ms: what went out is known here alone, so a database that is away for a moment is asked again. */
const AGAIN_MS = [250, 500, 1_000, 2_000, 4_000, 8_000];

async function keep(write: () => Promise<void>): Promise<void> {
  for (const ms of AGAIN_MS) {
    try {
      return await write();
    } catch (error) {
      if (!isPassing(error)) throw error;
      await wait(ms);
    }
  }
  return write();
}

type Taken = { readonly due: Due; readonly sms: Sms | string };

async function take(work: Work): Promise<Taken[]> {
  const due = await takeDue(work, BATCH, new Date(work.now.getTime() + LEASE_MS));
  return due.map((one) => ({ due: one, sms: smsOf(work, one) }));
}

/** What to send, or why there is nothing to send. */
function smsOf({ vault, now }: Work, { id, zh, phoneEnc, bodyEnc, giveUpAt }: Due): Sms | string {
  if (phoneEnc === null) return 'no number';
  if (giveUpAt !== null && giveUpAt <= now) return 'too late to be of use';
  return {
    id,
    to: `+86${vault.open(phoneEnc, places.phone(id))}`,
    text: bodyEnc === null ? zh : vault.open(bodyEnc, places.body(id)),
  };
}

async function send({ settings }: Platform, sms: Sms | string): Promise<SmsOutcome> {
  if (typeof sms === 'string') return { kind: 'refused', error: sms };
  if (settings.sms === null) return { kind: 'refused', error: 'no message provider is set up (SMS_URL)' };
  return sendSms(settings.sms, sms);
}

async function record(work: Work, outcomes: readonly { due: Due; outcome: SmsOutcome }[]): Promise<void> {
  for (const { due, outcome } of outcomes) {
    if (outcome.kind === 'sent') {
      await saveSent(work, due.id, outcome.ref);
      continue;
    }
    const again = outcome.kind === 'later' ? nextTry(due.tries, due.giveUpAt ?? work.now, work.now) : null;
    if (again !== null) await savePostponed(work, due.id, again, outcome.error);
    else await giveUp(work, due, outcome.error);
  }
}

async function giveUp(work: Work, { id, kind }: Due, error: string): Promise<void> {
  if (await saveFailed(work, id, error)) await work.announce('message.failed', id, { kind, error });
}

/** Numbers of messages given up a week ago are erased. */
export const forgetNumbers = (work: Work): Promise<number> =>
  eraseFailed(work, new Date(work.now.getTime() - ERASE_DAYS * 86_400_000));
