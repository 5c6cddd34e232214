import type { Static } from 'typebox';
import type {
  ConsultationView,
  HoldView,
  MergeView,
  RequestView,
  SupervisionView,
  WhistleView,
} from '@fengqiao/contract/cases/beside.ts';
import type { ReportView } from '@fengqiao/contract/cases/views.ts';
import { keysOf } from '@fengqiao/contract/shapes.ts';
import type { Channel, HoldReason, RequestKind } from '@fengqiao/contract/cases/words.ts';
import { fromJson } from '#platform/json.ts';
import type { Actor } from '#platform/work.ts';
import { isOf, speaksFor } from '../domain/acting.ts';
import type {
  Consultation,
  Hold,
  Merge,
  Milestone,
  Opinion,
  Report,
  SideRequest,
  Supervision,
  Whistle,
  WhistleCall,
} from '../store/beside.ts';
import type { Beside } from './files-beside.ts';
import { iso } from './view-parts.ts';

type Facts = Record<string, unknown>;

/** A report without its reporter; `reachable` says that a contact stands in identity. */
export const viewOfReport = (one: Report, { media }: Beside): Static<typeof ReportView> => ({
  id: one.id,
  channel: fromJson<Channel>(one.channel),
  text: one.text,
  address: one.address,
  lng: one.lng,
  lat: one.lat,
  wishesAnonymous: one.wishes_anonymous,
  reachable: (one.account !== null && one.channel === 'resident') || one.contact !== null,
  files: one.files.map((id) => ({ id, media: media.get(id) ?? '' })),
  state: one.state,
  solved: one.solved,
  facts: fromJson<Facts>(one.facts),
  reportedAt: one.reported_at.toISOString(),
});

/** Who may decide which request; the asker never. Escalation and long holds go up. */
const deciders: Readonly<Record<RequestKind, readonly string[]>> = {
  extension: ['dispatcher', 'supervisor', 'leader'],
  return: ['dispatcher', 'leader'],
  hold: ['supervisor', 'leader'],
  void: ['supervisor', 'leader'],
  escalation: ['leader', 'district'],
  type_change: ['dispatcher', 'supervisor', 'leader'],
  termination: ['supervisor', 'leader'],
};

/** The kinds of request a post decides. */
export const decidedBy = (role: string | null): RequestKind[] =>
  keysOf(deciders).filter((kind) => deciders[kind].includes(role ?? ''));

export const mayDecide = (actor: Actor, one: Pick<SideRequest, 'kind' | 'state' | 'asked_by'>): boolean =>
  one.state === 'pending' &&
  one.asked_by !== actor.account &&
  deciders[fromJson<RequestKind>(one.kind)].includes(actor.role ?? '');

export const viewOfRequest = (actor: Actor, one: SideRequest): RequestView => ({
  id: one.id,
  caseId: one.case_id,
  kind: fromJson<RequestKind>(one.kind),
  state: fromJson<RequestView['state']>(one.state),
  unit: one.unit,
  askedAt: one.asked_at.toISOString(),
  facts: fromJson<Facts>(one.facts),
  decidedAt: iso(one.decided_at),
  decision: one.decision,
  mayDecide: mayDecide(actor, one) && fromJson<Facts>(one.facts)['arbitration'] !== true,
});

export const viewOfConsultation = (
  actor: Actor,
  one: Consultation,
  opinions: readonly Opinion[],
): ConsultationView => {
  const mine = opinions.filter((opinion) => opinion.consultation === one.id);
  return {
    id: one.id,
    caseId: one.case_id,
    round: one.round,
    question: one.question,
    proposedLead: one.proposed_lead,
    proposedCo: one.proposed_co,
    openedAt: one.opened_at.toISOString(),
    closesAt: one.closes_at.toISOString(),
    state: fromJson<ConsultationView['state']>(one.state),
    endedAt: iso(one.ended_at),
    opinions: mine.map((opinion) => ({
      unit: opinion.unit,
      stance: fromJson<'waiting' | 'consents' | 'objects' | 'silent'>(opinion.stance),
      betterLead: opinion.better_lead,
      clause: opinion.clause,
      text: opinion.text,
      at: iso(opinion.at),
    })),
    mayAnswer:
      one.state === 'open' &&
      mine.some((opinion) => opinion.stance === 'waiting' && isOf(actor, opinion.unit)),
  };
};

export const viewOfHold = (one: Hold, milestones: readonly Milestone[]): HoldView => ({
  id: one.id,
  caseId: one.case_id,
  reasonCode: fromJson<HoldReason>(one.reason_code),
  reason: one.reason,
  plan: one.plan,
  toldHow: one.told_how,
  since: one.since.toISOString(),
  nextReviewAt: one.next_review_at.toISOString(),
  capAt: one.cap_at.toISOString(),
  escalatedAt: iso(one.escalated_at),
  endedAt: iso(one.ended_at),
  endedWhy: one.ended_why,
  milestones: milestones
    .filter((milestone) => milestone.hold === one.id)
    .map((milestone) => ({
      id: milestone.id,
      title: milestone.title,
      dueOn: dayOf(milestone.due_on),
      doneAt: iso(milestone.done_at),
      note: milestone.note,
    })),
});

/** A date column, which the driver reads as local midnight, as YYYY-MM-DD. */
export const dayOf = (date: Date): string =>
  `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;

export const viewOfSupervision = (actor: Actor, one: Supervision): Static<typeof SupervisionView> => ({
  id: one.id,
  caseId: one.case_id,
  level: one.level,
  unit: one.unit,
  kind: fromJson<'reminder' | 'notice' | 'order'>(one.kind),
  text: one.text,
  byLadder: one.by === null,
  at: one.at.toISOString(),
  answeredAt: iso(one.answered_at),
  answer: one.answer,
  mayAnswer: one.kind === 'order' && one.answered_at === null && speaksFor(actor, one.unit),
});

export const viewOfWhistle = (
  actor: Actor,
  one: Whistle,
  calls: readonly WhistleCall[],
): Static<typeof WhistleView> => ({
  id: one.id,
  caseId: one.case_id,
  kind: fromJson<'enforcement' | 'key_work' | 'emergency'>(one.kind),
  caller: one.caller,
  text: one.text,
  calledAt: one.called_at.toISOString(),
  answerBy: one.answer_by.toISOString(),
  result: one.result,
  endedAt: iso(one.ended_at),
  calls: calls
    .filter((call) => call.whistle === one.id)
    .map((call) => ({
      unit: call.unit,
      answeredAt: iso(call.answered_at),
      answer: call.answer,
      attended: call.attended,
      rating: call.rating,
      ratingBack: call.rating_back,
      mayAnswer: call.answered_at === null && isOf(actor, call.unit),
    })),
});

export const viewOfMerge = (one: Merge): Static<typeof MergeView> => ({
  id: one.id,
  intoCase: one.into_case,
  fromCase: one.from_case,
  fromNo: one.from_no,
  at: one.at.toISOString(),
  undoneAt: iso(one.undone_at),
});
