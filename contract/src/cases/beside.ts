import Type, { type Static } from 'typebox';
import { Shape } from '../route.ts';
import { Instant, Maybe, OneOf, UnitId, Uuid } from '../shapes.ts';
import { HoldReasonCode, RequestKindName } from './names.ts';

export const RequestView = Shape({
  id: Uuid,
  caseId: Uuid,
  kind: RequestKindName,
  state: OneOf(['pending', 'approved', 'rejected', 'withdrawn'] as const),
  unit: Maybe(UnitId),
  askedAt: Instant,
  facts: Type.Record(Type.String(), Type.Unknown()),
  decidedAt: Maybe(Instant),
  decision: Maybe(Type.String()),
  mayDecide: Type.Boolean(),
});
export type RequestView = Static<typeof RequestView>;

export const OpinionView = Shape({
  unit: UnitId,
  stance: OneOf(['waiting', 'consents', 'objects', 'silent'] as const),
  betterLead: Maybe(UnitId),
  clause: Maybe(Type.String()),
  text: Maybe(Type.String()),
  at: Maybe(Instant),
});
export const ConsultationView = Shape({
  id: Uuid,
  caseId: Uuid,
  round: Type.Integer(),
  question: Type.String(),
  proposedLead: UnitId,
  proposedCo: Type.Array(UnitId),
  openedAt: Instant,
  closesAt: Instant,
  state: OneOf(['open', 'agreed', 'failed'] as const),
  endedAt: Maybe(Instant),
  opinions: Type.Array(OpinionView),
  mayAnswer: Type.Boolean(),
});
export type ConsultationView = Static<typeof ConsultationView>;

export const MilestoneView = Shape({
  id: Uuid,
  title: Type.String(),
  dueOn: Type.String(),
  doneAt: Maybe(Instant),
  note: Maybe(Type.String()),
});
export const HoldView = Shape({
  id: Uuid,
  caseId: Uuid,
  reasonCode: HoldReasonCode,
  reason: Type.String(),
  plan: Type.String(),
  toldHow: Type.String(),
  since: Instant,
  nextReviewAt: Instant,
  capAt: Instant,
  escalatedAt: Maybe(Instant),
  endedAt: Maybe(Instant),
  endedWhy: Maybe(Type.String()),
  milestones: Type.Array(MilestoneView),
});
export type HoldView = Static<typeof HoldView>;

export const SupervisionView = Shape({
  id: Uuid,
  caseId: Uuid,
  level: Type.Integer(),
  unit: UnitId,
  kind: OneOf(['reminder', 'notice', 'order'] as const),
  text: Type.String(),
  byLadder: Type.Boolean(),
  at: Instant,
  answeredAt: Maybe(Instant),
  answer: Maybe(Type.String()),
  mayAnswer: Type.Boolean(),
});
export const WhistleView = Shape({
  id: Uuid,
  caseId: Uuid,
  kind: OneOf(['enforcement', 'key_work', 'emergency'] as const),
  caller: UnitId,
  text: Type.String(),
  calledAt: Instant,
  answerBy: Instant,
  result: Maybe(Type.String()),
  endedAt: Maybe(Instant),
  calls: Type.Array(
    Shape({
      unit: UnitId,
      answeredAt: Maybe(Instant),
      answer: Maybe(Type.String()),
      attended: Maybe(Type.Boolean()),
      rating: Maybe(Type.Integer()),
      ratingBack: Maybe(Type.Integer()),
      mayAnswer: Type.Boolean(),
    }),
  ),
});
export const ReopeningView = Shape({
  id: Uuid,
  caseId: Uuid,
  report: Maybe(Uuid),
  kind: OneOf(['not_solved', 'contest', 'recheck'] as const),
  reason: Type.String(),
  askedAt: Instant,
  answerBy: Instant,
  granted: Maybe(Type.Boolean()),
  decidedAt: Maybe(Instant),
  decision: Maybe(Type.String()),
});
export const AskView = Shape({
  id: Uuid,
  report: Uuid,
  kind: OneOf(['now', 'later', 'callback'] as const),
  askAt: Instant,
  asked: Type.Boolean(),
  reached: Maybe(Type.Boolean()),
  answeredAt: Maybe(Instant),
  solved: Maybe(Type.Boolean()),
  score: Maybe(Type.Integer()),
  reasons: Type.Array(Type.String()),
  text: Maybe(Type.String()),
});
export const MergeView = Shape({
  id: Uuid,
  intoCase: Uuid,
  fromCase: Uuid,
  fromNo: Type.String(),
  at: Instant,
  undoneAt: Maybe(Instant),
});
