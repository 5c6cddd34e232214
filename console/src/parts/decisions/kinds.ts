import type { Decision } from '@fengqiao/contract/cases/cockpit.ts';
import { holdReasons, requestKinds } from '@fengqiao/contract/cases/words.ts';
import { t, tOf } from '@fengqiao/ui/language.ts';
import { texts } from './texts.ts';

/** Something to decide, whichever room it comes from. */
export type ToDecide = {
  readonly id: string;
  readonly title: string;
  readonly what: string;
  readonly since: string;
  /** When it is due; what has no term of its own is due a day after it was asked. */
  readonly by: string;
  readonly to: string;
};

const DAY = 86_400_000;
export const dayAfter = (since: string): string => new Date(Date.parse(since) + DAY).toISOString();

/** Where each kind is decided. */
const desks: Readonly<Record<Decision['kind'], string>> = {
  designation: '/arbitration',
  held: '/holds',
  reopening: '/reopenings',
  escalation: '/requests',
  request: '/requests',
};

export function toDecide(one: Decision, nameOf: (unit: string | null) => string): ToDecide {
  return {
    id: one.id,
    title: one.title,
    what: whatOf(one, nameOf(one.unit)),
    since: one.since,
    by: one.by ?? dayAfter(one.since),
    to: `${desks[one.kind]}?case=${one.caseId}`,
  };
}

function whatOf({ kind, request }: Decision, unit: string): string {
  if (kind === 'designation') return t(texts.designation);
  if (kind === 'held') return t(texts.held, { unit, why: tOf(holdReasons, request) });
  if (kind === 'reopening') return t(request === 'contest' ? texts.contest : texts.reopening);
  return t(texts.asks, { unit, kind: tOf(requestKinds, request) });
}

/** What falls due first comes first, whatever it is. */
export const byDue = (all: readonly ToDecide[]): ToDecide[] =>
  all.toSorted((one, other) => Date.parse(one.by) - Date.parse(other.by));
