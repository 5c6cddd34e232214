import type { Work } from '#platform/work.ts';
import { ASKED_DAYS } from '../domain/mandate.ts';
import { openMandates } from '../store/mandates.ts';
import { closeMandate } from './mandates.ts';

const AT_ONCE = 100;
const DAY_MS = 86_400_000;

/** Ends mandates whose time is over and questions nobody answered; returns how many. */
export async function endMandates(work: Work): Promise<number> {
  const askedBefore = new Date(work.now.getTime() - ASKED_DAYS * DAY_MS);
  const over = await openMandates(work, askedBefore, AT_ONCE);
  for (const mandate of over)
    await closeMandate(work, mandate, {
      how: mandate.state === 'active' ? 'expired' : 'lapsed',
      reason: null,
    });
  return over.length;
}
