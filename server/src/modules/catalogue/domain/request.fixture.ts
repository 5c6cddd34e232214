import { Refusal } from '#platform/refusal.ts';
import type { By, Moment, Request } from './request.ts';

export const DAY = 86_400_000;
export const start = new Date('2026-11-25T02:00:00Z');

/** Somebody who acts so many days after the start; here every day is a work day. */
export const at = (by: By, days = 0): Moment => {
  const now = new Date(start.getTime() + days * DAY);
  return { by, now, inWorkDays: (n) => ({ dueAt: new Date(now.getTime() + n * DAY), provisional: false }) };
};

/** The code of the refusal that an act meets, or that it is allowed. */
export function code(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error instanceof Refusal ? error.code : error;
  }
  return 'allowed';
}

/** What a department asks of the police, before anybody has looked at it. */
export const asked: Request = {
  kind: 'share',
  state: 'asked',
  requester: 'civil',
  provider: 'police',
  fields: ['name', 'building', 'age'],
  granted: null,
  ground: null,
  answer: null,
  missing: null,
  supplemented: false,
  extended: false,
  delivery: null,
  dispute: null,
  forum: null,
  decisionNo: null,
  disputeDueAt: null,
  askedBy: 'a1',
  approvedBy: null,
  dueAt: null,
  provisional: false,
  pausedDays: null,
};
