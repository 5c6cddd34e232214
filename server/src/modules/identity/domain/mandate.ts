import { MANDATE_MONTHS, type MandateView } from '@fengqiao/contract/mandates.ts';
import type { MandateAct } from '@fengqiao/contract/mandate-acts.ts';
import { refuse } from '#platform/refusal.ts';

type State = MandateView['state'];
type End = NonNullable<MandateView['endedHow']>;
export type Side = MandateView['side'];

/** Who lets whom act for them, in what, until when. */
export type Mandate = {
  readonly id: string;
  /** Null until the side that was asked by phone accepts. */
  readonly principal: string | null;
  readonly helper: string | null;
  /** Which side was asked by phone; null for one that was entered at a window. */
  readonly asked: Side | null;
  readonly askedContact: string | null;
  readonly acts: readonly MandateAct[];
  readonly state: State;
  readonly evidence: string | null;
  readonly takenUnit: string | null;
  readonly madeAt: Date;
  readonly until: Date;
  readonly endedAt: Date | null;
  readonly endedHow: End | null;
  readonly endReason: string | null;
};

/** A question nobody answers is forgotten after two weeks. */
export const ASKED_DAYS = 14;
const DAY_MS = 86_400_000;

/** The state as it is now: what has run out is over, also before the clocks have written that down. */
export function stateAt({ state, until, madeAt }: Mandate, now: Date): State {
  if (state === 'active') return until <= now ? 'ended' : 'active';
  if (state === 'asked') return lapsesAt({ until, madeAt }) <= now ? 'ended' : 'asked';
  return state;
}

export const lapsesAt = ({ until, madeAt }: Pick<Mandate, 'until' | 'madeAt'>): Date =>
  new Date(Math.min(until.getTime(), madeAt.getTime() + ASKED_DAYS * DAY_MS));

/** The end of the last day in China, from a day as 2027-03-31; refuses one that is over or more than twelve months away. */
export function endOfMandate(day: string, now: Date): Date {
  const last = new Date(`${day}T00:00:00+08:00`).getTime();
  const end = new Date(last + DAY_MS);
  const today = inChina(now);
  const furthest = Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + MANDATE_MONTHS, today.getUTCDate());
  const asked = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(last) || end.getTime() - now.getTime() < DAY_MS || asked > furthest)
    refuse('identity.mandate_too_long');
  return end;
}

const inChina = (now: Date) => new Date(now.getTime() + 8 * 3_600_000);

/** Refuses whoever is not the one side that was asked, and a question that is no longer open. */
export function mustAwait(mandate: Mandate, now: Date): Side {
  if (mandate.asked === null || stateAt(mandate, now) !== 'asked') refuse('identity.mandate_over');
  return mandate.asked;
}

/** Whether it can still be ended by somebody. */
export const isOpen = (mandate: Mandate, now: Date): boolean =>
  ['asked', 'active'].includes(stateAt(mandate, now));
