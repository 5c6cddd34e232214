import type { Rung } from '@fengqiao/contract/notices/delivery.ts';
import type { Work } from '#platform/work.ts';
import { reachOf } from '#modules/identity';
import { nextRung, rungDue, type Reach } from '../domain/ladder.ts';
import { insertAttempt, saveReached, saveRung, takeDueDeliveries } from '../store/delivery.ts';
import { textAgain } from './notify.ts';

const BATCH = 100;

type Due = Awaited<ReturnType<typeof takeDueDeliveries>>[number];

/** What was not read in its time goes up one rung: to a text message, to somebody who calls, to somebody who comes. */
export async function climb(work: Work): Promise<number> {
  const due = await takeDueDeliveries(work, BATCH);
  for (const one of due) {
    if (isTold(one)) await saveReached(work, one.id);
    else await goUp(work, one);
  }
  return due.length;
}

/** Somebody with an account has read it; of a mere number no more can be known than that the text message went out. */
const isTold = ({ seen, account, rung, smsState }: Due): boolean =>
  seen || (account === null && rung === 'sms' && (smsState === 'sent' || smsState === 'delivered'));

async function goUp(work: Work, one: Due): Promise<void> {
  const next = nextRung(one.rung, await reachFor(work, one));
  // On the last rung it stays in sight until somebody was there.
  if (next === null) return saveRung(work, one.id, { rung: one.rung, dueAt: rungDue(one.rung, work.now) });
  const sms = next === 'sms' ? await textAgain(work, one) : null;
  await take(work, one.id, next, sms);
}

async function take(work: Work, delivery: string, rung: Rung, sms: string | null): Promise<void> {
  await saveRung(work, delivery, { rung, dueAt: rungDue(rung, work.now), ...(sms !== null && { sms }) });
  await insertAttempt(work, delivery, rung, rung === 'sms' ? (sms === null ? 'failed' : 'sent') : 'asked');
}

/** How the person of a delivery can be reached. */
export const reachFor = async (work: Work, { account }: Pick<Due, 'account'>): Promise<Reach> =>
  account === null
    ? { prefers: null, app: false, phone: true, sms: true }
    : { ...(await reachOf(work, account)), app: true };
