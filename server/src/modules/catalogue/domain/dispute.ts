import type { DisputeForum } from '@fengqiao/contract/catalogue/words.ts';
import { refuse } from '#platform/refusal.ts';
import { isDisputable, mayDo, terms, type Moment, type Request } from './request.ts';

/** The two units try by themselves first. */
export function dispute(request: Request, forum: DisputeForum, { by, now, inWorkDays }: Moment): Request {
  if (by.unit === request.requester && !isDisputable(request, now)) refuse('catalogue.not_disputable');
  demand(request, { by, now }, 'dispute');
  return {
    ...request,
    forum,
    dispute: 'negotiating',
    disputeDueAt: inWorkDays(terms.negotiation).dueAt,
  };
}

export function settle(request: Request, { by, now }: Moment): Request {
  demand(request, { by, now }, 'settle');
  return { ...request, dispute: 'settled', disputeDueAt: null };
}

/** Negotiation ran out: the sharing authority tries next; where it is itself a party, nobody can, and the dispute is decided. */
export function passOn(
  request: Request,
  hasCoordinator: boolean,
  { inWorkDays }: Pick<Moment, 'inWorkDays'>,
): Request {
  return request.dispute === 'negotiating' && hasCoordinator
    ? { ...request, dispute: 'coordination', disputeDueAt: inWorkDays(terms.coordination).dueAt }
    : { ...request, dispute: 'arbitration', disputeDueAt: null };
}

/** The sharing authority brought both to agree, on these fields or on none; or it did not, and the government decides. */
export function coordinate(
  request: Request,
  { agreed, fields }: { readonly agreed: boolean; readonly fields: readonly string[] },
  moment: Moment,
): Request {
  demand(request, moment, 'coordinate');
  if (!agreed) return { ...request, dispute: 'arbitration', disputeDueAt: null };
  return withFields({ ...request, dispute: 'settled', disputeDueAt: null }, fields, moment);
}

/** The decision upholds the provider, or names the fields that have to be delivered; what a government decided has a number. */
export function arbitrate(
  request: Request,
  said: { readonly fields: readonly string[]; readonly answer: string; readonly decisionNo: string | null },
  moment: Moment,
): Request {
  demand(request, moment, 'arbitrate');
  const { fields, answer, decisionNo } = said;
  if (request.forum === 'district' && decisionNo === null) refuse('catalogue.decision_number');
  return withFields(
    { ...request, dispute: 'decided', disputeDueAt: null, answer, decisionNo },
    fields,
    moment,
  );
}

function withFields(request: Request, fields: readonly string[], { inWorkDays }: Moment): Request {
  const granted = request.fields.filter((field) => fields.includes(field));
  if (granted.length < fields.length) refuse('catalogue.not_compliant', { findings: ['fields_unknown'] });
  if (granted.length === 0) return request;
  // Why a share was suspended is not what the dispute is about.
  if (request.state === 'suspended') return { ...request, granted };
  return { ...request, state: 'granted', granted, ...inWorkDays(terms.delivery) };
}

type Act = 'dispute' | 'settle' | 'coordinate' | 'arbitrate';

/** Who may not judge is told so before anything else; then whether its time has come. */
function demand(request: Request, { by, now }: Pick<Moment, 'by' | 'now'>, act: Act): void {
  if (mayDo(request, by, now)[act]) return;
  const step = act === 'coordinate' ? 'coordination' : 'arbitration';
  const judging = act === 'coordinate' || act === 'arbitrate';
  if (judging && request.dispute === step) refuse('catalogue.not_the_judge', { forum: request.forum });
  if (!judging && by.unit !== request.requester && by.unit !== request.provider)
    refuse('catalogue.not_your_unit');
  refuse('catalogue.not_waiting', { state: request.state, dispute: request.dispute });
}
