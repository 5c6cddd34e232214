import type {
  DisputeForum,
  DisputeStep,
  RefusalGround,
  RequestKind,
  RequestState,
} from '@fengqiao/contract/catalogue/words.ts';
import type { Role } from '@fengqiao/contract/roles.ts';
import { refuse } from '#platform/refusal.ts';
import { isOpen, judges, speaksFor } from './judges.ts';

/** A request of one unit for data of another, as the rules see it. */
export type Request = {
  readonly kind: RequestKind;
  readonly state: RequestState;
  readonly requester: string;
  readonly provider: string;
  readonly fields: readonly string[];
  readonly granted: readonly string[] | null;
  readonly ground: RefusalGround | null;
  readonly answer: string | null;
  readonly missing: string | null;
  readonly supplemented: boolean;
  readonly extended: boolean;
  readonly delivery: string | null;
  readonly dispute: DisputeStep | null;
  /** Where the dispute is judged. */
  readonly forum: DisputeForum | null;
  readonly decisionNo: string | null;
  readonly disputeDueAt: Date | null;
  readonly askedBy: string;
  readonly approvedBy: string | null;
  readonly dueAt: Date | null;
  readonly provisional: boolean;
  readonly pausedDays: number | null;
};

/** Who acts: an account at a post of a unit. */
export type By = {
  readonly account: string | null;
  readonly unit: string | null;
  readonly role: Role | null;
};

/**
 * Order 809: one work day without conditions, else ten (+10, art. 21), twenty to deliver (art. 22); five to negotiate and ten
 * to coordinate are ours, since art. 28 names steps and no days.
 */
export const terms = {
  unconditional: 1,
  conditional: 10,
  delivery: 20,
  negotiation: 5,
  coordination: 10,
} as const;

/** Gives the end of so many work days from now, and whether a year without an official arrangement had to be asked. */
export type InWorkDays = (days: number) => { readonly dueAt: Date; readonly provisional: boolean };

export type May = Readonly<
  Record<
    | 'approve'
    | 'withdraw'
    | 'supply'
    | 'decide'
    | 'extend'
    | 'deliver'
    | 'use'
    | 'suspend'
    | 'resume'
    | 'terminate'
    | 'dispose'
    | 'dispute'
    | 'settle'
    | 'coordinate'
    | 'arbitrate',
    boolean
  >
>;

/** What this person may do with a request now; the acts ask the same. */
export function mayDo(request: Request, by: By, now: Date): May {
  const { state, dispute } = request;
  const asks = speaksFor(by, request.requester);
  const provides = speaksFor(by, request.provider);
  const watches = by.role === 'privacy' || by.role === 'steward';
  const inForce = state === 'active' || state === 'suspended';
  return {
    approve: asks && state === 'asked' && by.account !== request.askedBy,
    withdraw: asks && (state === 'asked' || state === 'submitted' || state === 'supplement'),
    supply: asks && state === 'supplement',
    decide: provides && state === 'submitted',
    extend:
      (by.role === 'steward' || by.role === 'district') &&
      by.unit !== request.provider &&
      state === 'submitted' &&
      !request.extended &&
      request.kind !== 'return',
    deliver: provides && state === 'granted',
    use: asks && state === 'active',
    suspend: (provides || watches) && state === 'active',
    resume: (provides || watches) && state === 'suspended',
    terminate: (provides || asks || watches) && inForce,
    dispose: asks && state === 'terminated',
    dispute: asks && dispute === null && isDisputable(request, now),
    settle: asks && isOpen(dispute),
    coordinate: dispute === 'coordination' && judges(request, by),
    arbitrate: dispute === 'arbitration' && judges(request, by),
  };
}

/** A refusal, a partial grant, or an answer or a delivery that is overdue: silence is never consent, nor is it the end. */
export function isDisputable({ state, granted, fields, dueAt }: Request, now: Date): boolean {
  if (state === 'refused') return true;
  const late = dueAt !== null && dueAt < now;
  if (state === 'submitted' || (state === 'granted' && late)) return late;
  return (state === 'granted' || state === 'active') && granted !== null && granted.length < fields.length;
}

/** Whose move it is; null when nobody's, or of those who judge. */
export function waitsOn({ state, dispute, requester, provider }: Request): string | null {
  if (dispute === 'negotiating') return provider;
  if (dispute === 'coordination' || dispute === 'arbitration') return null;
  if (state === 'asked' || state === 'supplement' || state === 'terminated') return requester;
  return state === 'submitted' || state === 'granted' ? provider : null;
}

/** Which of the two units an act belongs to is said first, then whether its time has come. */
function demand(request: Request, by: By, now: Date, act: keyof May): void {
  if (mayDo(request, by, now)[act]) return;
  if (act === 'approve' && request.state === 'asked' && by.account === request.askedBy)
    refuse('catalogue.same_person');
  if (by.unit !== request.requester && by.unit !== request.provider) refuse('catalogue.not_your_unit');
  refuse('catalogue.not_waiting', { state: request.state });
}

export type Moment = { readonly by: By; readonly now: Date; readonly inWorkDays: InWorkDays };

/** The asking unit stands behind its request; the provider's clock begins. */
export function approve(request: Request, unconditional: boolean, { by, now, inWorkDays }: Moment): Request {
  demand(request, by, now, 'approve');
  const due = inWorkDays(unconditional ? terms.unconditional : terms.conditional);
  return { ...request, state: 'submitted', approvedBy: by.account, ...due };
}

export function withdraw(request: Request, { by, now }: Moment): Request {
  demand(request, by, now, 'withdraw');
  return over(request, 'withdrawn');
}

/** What is missing is said once, all of it (art. 21); the days that were left are kept for afterwards. */
export function askSupplement(
  request: Request,
  missing: string,
  daysLeft: number,
  { by, now }: Moment,
): Request {
  demand(request, by, now, 'decide');
  if (request.supplemented) refuse('catalogue.supplement_once');
  return {
    ...request,
    state: 'supplement',
    missing,
    supplemented: true,
    dueAt: null,
    pausedDays: Math.max(1, daysLeft),
  };
}

export function supply(request: Request, { by, now, inWorkDays }: Moment): Request {
  demand(request, by, now, 'supply');
  return {
    ...request,
    state: 'submitted',
    ...inWorkDays(request.pausedDays ?? terms.conditional),
    pausedDays: null,
  };
}

/** More time to answer, allowed by the sharing authority and not by the provider itself; once (art. 21). */
export function extend(request: Request, longer: ReturnType<InWorkDays>, { by, now }: Moment): Request {
  if (request.kind === 'return') refuse('catalogue.no_conditions');
  if (request.extended) refuse('catalogue.extended_once');
  if (by.unit === request.provider) refuse('catalogue.own_extension');
  if (!mayDo(request, by, now).extend) refuse('catalogue.not_waiting', { state: request.state });
  return { ...request, extended: true, ...longer };
}

export function grant(
  request: Request,
  fields: readonly string[],
  answer: string,
  { by, now, inWorkDays }: Moment,
): Request {
  demand(request, by, now, 'decide');
  const granted = request.fields.filter((field) => fields.includes(field));
  if (granted.length === 0 || granted.length < fields.length)
    refuse('catalogue.not_compliant', { findings: ['fields_unknown'] });
  if (request.kind === 'return' && granted.length < request.fields.length) refuse('catalogue.no_conditions');
  return { ...request, state: 'granted', granted, answer, ...inWorkDays(terms.delivery) };
}

export function decline(
  request: Request,
  ground: RefusalGround,
  answer: string,
  { by, now }: Moment,
): Request {
  demand(request, by, now, 'decide');
  if (request.kind === 'return' && ground !== 'law') refuse('catalogue.no_conditions');
  return { ...request, state: 'refused', ground, answer, dueAt: null };
}

export function deliver(request: Request, delivery: string, { by, now }: Moment): Request {
  demand(request, by, now, 'deliver');
  return { ...request, state: 'active', delivery, dueAt: null };
}

export function suspend(request: Request, { by, now }: Moment): Request {
  demand(request, by, now, 'suspend');
  return { ...request, state: 'suspended' };
}

export function resume(request: Request, { by, now }: Moment): Request {
  demand(request, by, now, 'resume');
  return { ...request, state: 'active' };
}

/** The share is over, and what was got has to go (art. 27). */
export function terminate(request: Request, { by, now }: Moment): Request {
  demand(request, by, now, 'terminate');
  return over(request, 'terminated');
}

/** The share is over with its term. */
export const expire = (request: Request): Request => over(request, 'terminated');

/** Nothing is left to dispute about what is over. */
function over(request: Request, state: 'withdrawn' | 'terminated'): Request {
  const ended = { ...request, state, dueAt: null } as const;
  return isOpen(request.dispute) ? { ...ended, dispute: 'lapsed', disputeDueAt: null } : ended;
}

export function dispose(request: Request, { by, now }: Moment): Request {
  demand(request, by, now, 'dispose');
  return { ...request, state: 'disposed' };
}
