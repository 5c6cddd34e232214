import { refuse } from '#platform/refusal.ts';

/** What a return is judged by: the assignment it is about and the returns already asked in this round. */
export type Held = {
  readonly unit: string;
  readonly designated: boolean;
  /** A return was asked on this very assignment. */
  readonly returned: boolean;
  readonly inArbitration: boolean;
  /** Returns of this round, oldest first, without withdrawn ones. */
  readonly before: readonly { readonly assignment: string | null; readonly state: string }[];
  readonly assignment: string;
};

type Asked = { readonly clause: string; readonly betterLead: string; readonly reason: string };

/**
 * Where a wish to return leads (guard 5): to the dispatcher the first time, to arbitration the second time. Refuses after a
 * designation, while an arbitration runs, and a second wish on one assignment unless the first was rejected.
 */
export function pathOfReturn(held: Held, { clause, betterLead, reason }: Asked): 'decision' | 'arbitration' {
  if (held.designated) refuse('cases.already_designated');
  if (held.inArbitration) refuse('cases.return_once');
  const ofThis = held.before.filter((one) => one.assignment === held.assignment);
  if (ofThis.some((one) => one.state === 'pending')) refuse('cases.request_pending');
  if (held.returned && ofThis.at(-1)?.state !== 'rejected') refuse('cases.return_once');
  if (clause.trim() === '' || betterLead === held.unit)
    refuse('cases.return_names_owner', { unit: held.unit });
  mustBeReasoned(reason);
  return held.before.length === 0 ? 'decision' : 'arbitration';
}

/** A reason that stays on the record has at least five characters that say something. */
export function mustBeReasoned(reason: string): void {
  if ([...reason.trim()].length < 5) refuse('cases.reason_needed');
}
