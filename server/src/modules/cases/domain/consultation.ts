import { refuse } from '#platform/refusal.ts';
import type { Actor } from '#platform/work.ts';
import { isOf } from './acting.ts';

type Opinion = { readonly unit: string; readonly stance: string };

/** How a consultation stands: one objection ends it, and it is agreed once nobody is waited for (商定; silence is consent). */
export function outcomeOf(opinions: readonly Opinion[]): 'open' | 'agreed' | 'failed' {
  if (opinions.some((one) => one.stance === 'objects')) return 'failed';
  return opinions.some((one) => one.stance === 'waiting') ? 'open' : 'agreed';
}

type Running = { readonly state: string; readonly closes_at: Date };

/** The unit for which this person may answer now. Refuses when it is over, the unit was not asked, or it has answered. */
export function answersFor(
  actor: Actor,
  { state, closes_at }: Running,
  opinions: readonly Opinion[],
  now: Date,
): string {
  const mine = opinions.filter((one) => isOf(actor, one.unit));
  if (mine.length === 0) refuse('cases.not_consulted');
  if (state !== 'open' || now > closes_at)
    refuse('cases.no_open_consultation', { state, closesAt: closes_at.toISOString() });
  const waiting = mine.filter((one) => one.stance === 'waiting');
  const own = waiting.find((one) => one.unit === actor.unit) ?? waiting[0];
  return own?.unit ?? refuse('cases.opinion_given');
}

type Objection = { readonly betterLead: string; readonly clause: string };

/** An objection cites a clause and names who should lead; the unit proposed as lead names another. */
export function mustBeFounded(
  { betterLead, clause }: Partial<Objection>,
  unit: string,
  proposedLead: string,
): Objection {
  if (betterLead === undefined || clause === undefined || clause.trim() === '')
    refuse('cases.objection_names_owner');
  if (unit === proposedLead && betterLead === unit)
    refuse('cases.objection_names_owner', { proposedLead, unit });
  return { betterLead, clause };
}
