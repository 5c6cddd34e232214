import {
  exits,
  openStates,
  outcomes,
  states,
  type Outcome,
  type State,
} from '@fengqiao/contract/cases/words.ts';
import type { Lang } from './input.ts';

export type Ended = {
  readonly state: State;
  readonly outcome: Outcome | null;
  readonly exitCode: string | null;
  readonly mergedNo: string | null;
};

/** The states behind each status of Open311. */
export const statesBehind: Readonly<Record<'open' | 'closed', readonly State[]>> = {
  open: openStates,
  closed: ['closed', 'archived', 'declined', 'merged', 'voided'],
};

export const statusOf = (state: State): 'open' | 'closed' =>
  statesBehind.closed.includes(state) ? 'closed' : 'open';

/** What lies behind "open" or "closed". An answer is not a solution, so how it was closed is always said. */
export function notesOf({ state, outcome, exitCode, mergedNo }: Ended, lang: Lang): string {
  const named = states[state][lang];
  const colon = lang === 'en' ? ': ' : '：';
  const exit = Object.entries(exits).find(([code]) => code === exitCode)?.[1];
  if (state === 'declined' && exit !== undefined) return `${named}${colon}${exit[lang]}`;
  if (state === 'merged' && mergedNo !== null) return `${named}${colon}${mergedNo}`;
  return outcome !== null && statusOf(state) === 'closed'
    ? `${named}${colon}${outcomes[outcome][lang]}`
    : named;
}

/** The extended statuses of the update dialect, as FixMyStreet and the systems that talk with it use them. */
export const extendedStatuses = [
  'open',
  'closed',
  'investigating',
  'in_progress',
  'planned',
  'action_scheduled',
  'no_further_action',
  'not_councils_responsibility',
  'duplicate',
  'internal_referral',
  'fixed',
  'reopened',
  'cancelled',
] as const;
export type Extended = (typeof extendedStatuses)[number];

const extended: Readonly<Record<State, Extended>> = {
  received: 'open',
  verifying: 'investigating',
  registered: 'open',
  negotiating: 'investigating',
  dispatched: 'in_progress',
  handling: 'in_progress',
  handled: 'in_progress',
  held: 'action_scheduled',
  closed: 'closed',
  archived: 'closed',
  declined: 'no_further_action',
  merged: 'duplicate',
  voided: 'cancelled',
};
const ends: Readonly<Record<Outcome, Extended>> = {
  solved: 'fixed',
  explained: 'no_further_action',
  referred: 'internal_referral',
};

/** The extended status of a state; a closing says by its outcome which it was. */
export function extendedOf(
  state: State,
  { outcome, exitCode }: { outcome: Outcome | null; exitCode: string | null },
): Extended {
  if (state === 'closed' && outcome !== null) return ends[outcome];
  return state === 'declined' && exitCode === 'EXIT_OUT_OF_SCOPE'
    ? 'not_councils_responsibility'
    : extended[state];
}

/** A status as other systems write it, or undefined. */
export const readExtended = (text: string): Extended | undefined =>
  extendedStatuses.find((one) => one === text.toLowerCase().replaceAll(/[\s-]+/g, '_'));
