import type { OutsideOutcome, RefusalGround } from '@fengqiao/contract/catalogue/words.ts';
import { refuse } from '#platform/refusal.ts';
import { terms, type InWorkDays, type Request } from './request.ts';

/** What came from outside, as it was recorded. */
export type Outside = {
  readonly outcome: OutsideOutcome;
  readonly fields: readonly string[];
  readonly ground: RefusalGround | null;
  readonly text: string;
};

/** A bureau without an account answers through its own platform: while an answer is due, or while granted data is awaited. */
export const awaitsOutside = ({ kind, state }: Pick<Request, 'kind' | 'state'>): boolean =>
  kind !== 'share' && (state === 'submitted' || state === 'supplement' || state === 'granted');

/** Refuses what does not fit the request: data that was granted can only be delivered. */
export function demandOutside(request: Request, { outcome, fields, ground }: Outside): void {
  if (!awaitsOutside(request) || (request.state === 'granted' && outcome !== 'delivered'))
    refuse('catalogue.not_outside', { state: request.state });
  const asked = fields.every((field) => request.fields.includes(field));
  if (!asked || (outcome === 'refused' ? ground === null : fields.length === 0))
    refuse('catalogue.outside_incomplete');
}

/** The request as the bureau left it; a delivery is due from the day it granted (art. 22). */
export function answerOutside(request: Request, outside: Outside, inWorkDays: InWorkDays): Request {
  demandOutside(request, outside);
  const { outcome, ground, text } = outside;
  const granted = request.fields.filter((field) => outside.fields.includes(field));
  switch (outcome) {
    case 'refused':
      return { ...request, state: 'refused', ground, answer: text, dueAt: null };
    case 'granted':
      return { ...request, state: 'granted', granted, answer: text, ...inWorkDays(terms.delivery) };
    case 'delivered':
      return { ...request, state: 'active', granted, delivery: text, dueAt: null };
  }
}
