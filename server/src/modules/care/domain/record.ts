import {
  careKindsOf,
  type CareAct,
  type CareEnding,
  type CareSeat,
  type CareState,
} from '@fengqiao/contract/care.ts';
import { refuse } from '#platform/refusal.ts';

/** A record as its plain columns tell it; what it is about is sealed beside it. */
export type CareRecord = {
  readonly id: string;
  readonly unit: string;
  readonly state: CareState;
  /** The two accounts that know of it. */
  readonly worker: string;
  readonly second: string;
  readonly contactOn: string | null;
  readonly until: string;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly approvedBy: string | null;
  readonly approvedAt: Date | null;
  readonly closedBy: string | null;
  readonly closedAt: Date | null;
  readonly ending: CareEnding | null;
  readonly deleteOn: string | null;
};

/** A hand-over that waits. */
export type Handover = {
  readonly seat: CareSeat;
  readonly to: string;
  readonly requestedBy: string;
  readonly decider: string;
};

type Seats = Pick<CareRecord, 'worker' | 'second'>;

export const seatOf = ({ worker, second }: Seats, account: string): CareSeat | null =>
  account === worker ? 'worker' : account === second ? 'second' : null;

/** The one who knows of a record beside somebody who does. */
export const otherOf = ({ worker, second }: Seats, account: string): string =>
  account === worker ? second : worker;

/** The last day a record of this kind may be given today, 'YYYY-MM-DD'; a day the month lacks becomes its last. */
export function latestDay(today: string, months: number): string {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}

/** Refuses a kind that is not the unit's duty (法定职责必须为，法无授权不可为). */
export function demandDuty(unit: string | null, kind: string): void {
  if (!careKindsOf(unit).some((one) => one === kind)) refuse('care.no_duty');
}

/** Refuses a term that is over already or longer than its kind allows; days compare as texts. */
export function demandTerm(until: string, today: string, months: number): void {
  if (until <= today || until > latestDay(today, months)) refuse('care.term_unfit');
}

export function demandContact(contactOn: string, today: string, until: string): void {
  if (contactOn < today || contactOn > until) refuse('care.contact_unfit');
}

/** Whoever decides is the second person, not the one who asked, and decides once. */
export function demandDecidable({ state, requestedBy }: CareRecord, by: string): void {
  if (requestedBy === by) refuse('care.own_proposal');
  if (state !== 'proposed') refuse('care.decided_already');
}

export function demandOpen({ state }: Pick<CareRecord, 'state'>): void {
  if (state !== 'open') refuse('care.not_open');
}

/** Who vouches that this person may look: somebody else who knows of the record. Nobody looks before a second one knows. */
export function voucherFor(
  { state, requestedBy, approvedBy, closedBy }: CareRecord,
  account: string,
): string {
  const others = state === 'proposed' ? [requestedBy] : [approvedBy, closedBy, requestedBy];
  return others.find((one) => one !== null && one !== account) ?? refuse('care.not_open');
}

/** Who decides a hand-over: whoever stays on the record, or the receiver where that one has left office. */
export const deciderOf = (record: Seats, asker: string, to: string, inOffice: ReadonlySet<string>): string =>
  inOffice.has(otherOf(record, asker)) ? otherOf(record, asker) : to;

/** What a record lets somebody do who is on it. */
export function actsFor(record: CareRecord, waiting: Handover | null, account: string): CareAct[] {
  if (record.state === 'proposed') return record.second === account ? ['decide'] : [];
  if (record.state !== 'open') return [];
  const handing: CareAct[] =
    waiting === null ? ['hand_over'] : waiting.decider === account ? ['decide_handover'] : [];
  return ['note', 'measures', ...handing, 'close'];
}
