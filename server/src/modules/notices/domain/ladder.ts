import type { Rung } from '@fengqiao/contract/notices/delivery.ts';

/** How somebody can be reached, and how they would like to be. */
export type Reach = {
  readonly prefers: Rung | null;
  /** They have an account, so that a message in the app is theirs to read. */
  readonly app: boolean;
  readonly phone: boolean;
  /** They did not switch text messages off. */
  readonly sms: boolean;
};

const ladder: readonly Rung[] = ['app', 'sms', 'call', 'visit'];
const hours: Readonly<Record<Rung, number>> = { app: 24, sms: 24, call: 48, visit: 72 };

/** After so many calls in vain somebody goes there. */
export const CALLS = 3;

const isOpen = (rung: Rung, { app, phone, sms }: Reach): boolean =>
  rung === 'app' ? app : rung === 'sms' ? phone && sms : rung === 'call' ? phone : true;

/** The way that is taken at once beside the app: the one somebody prefers, else a text message; where it is closed, the next above. */
export function firstRung(reach: Reach): Rung {
  const wished = reach.prefers ?? 'sms';
  if (isOpen(wished, reach)) return wished;
  if (wished === 'sms' && reach.app) return 'app';
  return nextRung(wished, reach) ?? 'visit';
}

/** The next way up that is open to them, or null on the last one. */
export const nextRung = (rung: Rung, reach: Reach): Rung | null =>
  ladder.slice(ladder.indexOf(rung) + 1).find((next) => isOpen(next, reach)) ?? null;

/** Until when a rung has time: a day to read, two to be called, three to be visited. */
export const rungDue = (rung: Rung, now: Date): Date => new Date(now.getTime() + hours[rung] * 3_600_000);
