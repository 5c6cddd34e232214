import Type, { type Static, type TSchema } from 'typebox';
import { Shape } from '../route.ts';
import { Bilingual, Instant, Lat, Lng, Maybe, OneOf, Text, TypeCode, UnitId, Uuid } from '../shapes.ts';
import { acts, bases, channels, checkMethods, classes, clockKinds, duties, exits, grades, holdReasons, outcomes, placeKinds, requestKinds, states } from './words.ts';

const keys = <T extends Record<string, unknown>>(record: T) => Object.keys(record) as (keyof T & string)[];
const Among = <T extends Record<string, unknown>>(record: T) => Type.Unsafe<keyof T & string>(Type.Enum(keys(record)));

export const StateName = Among(states);
export const GradeName = Among(grades);
export const ClassName = Among(classes);
export const BasisName = Among(bases);
export const ChannelName = Among(channels);
export const PlaceKindName = Among(placeKinds);
export const CheckMethodName = Among(checkMethods);
export const OutcomeName = Among(outcomes);
export const ExitCode = Among(exits);
export const HoldReasonCode = Among(holdReasons);
export const RequestKindName = Among(requestKinds);
export const ActName = Among(acts);
export const DutyName = Among(duties);
export const TimeUnitName = OneOf(['urgent_hour', 'work_hour', 'work_day', 'calendar_day'] as const);

/** May this be done now by this person? When not, the refusal tells why, in both languages. */
export const May = Shape({ act: ActName, may: Type.Boolean(), code: Maybe(Type.String()), zh: Maybe(Type.String()), en: Maybe(Type.String()) });

/** One line of the work list. */
export const CaseLine = Shape({
  id: Uuid,
  no: Type.String(),
  version: Type.Integer(),
  state: StateName,
  round: Type.Integer(),
  channel: ChannelName,
  type: Maybe(TypeCode),
  typeName: Maybe(Bilingual),
  grade: Maybe(GradeName),
  class: Maybe(ClassName),
  title: Type.String(),
  address: Type.String(),
  community: Maybe(UnitId),
  grid: Maybe(UnitId),
  lead: Maybe(UnitId),
  holder: Maybe(UnitId),
  reports: Type.Integer(),
  lng: Lng,
  lat: Lat,
  dueAt: Maybe(Instant),
  lateSince: Maybe(Instant),
  satisfied: Maybe(Type.Boolean()),
  outcome: Maybe(OutcomeName),
  reportedAt: Instant,
  updatedAt: Instant,
});
export type CaseLine = Static<typeof CaseLine>;

/** A stretch of a clock as shown: what it counted, and why it stood still. */
export const ClockLine = Shape({ from: Instant, to: Instant, kind: Type.String(), counted: Type.Number(), zh: Type.String(), en: Type.String() });
export const ClockView = Shape({
  id: Uuid,
  kind: Among(clockKinds),
  owner: Maybe(UnitId),
  subject: Maybe(Uuid),
  round: Type.Integer(),
  unit: TimeUnitName,
  value: Type.Number(),
  startedAt: Instant,
  dueAt: Instant,
  paused: Type.Boolean(),
  stoppedAt: Maybe(Instant),
  lateSince: Maybe(Instant),
  provisional: Type.Boolean(),
  step: Type.Integer(),
  lines: Type.Array(ClockLine),
});
export type ClockView = Static<typeof ClockView>;

export const ActivityView = Shape({
  id: Uuid,
  kind: Type.String(),
  at: Instant,
  name: Type.String(),
  role: Maybe(Type.String()),
  unit: Maybe(UnitId),
  round: Type.Integer(),
  stateBefore: Maybe(StateName),
  stateAfter: Maybe(StateName),
  facts: Type.Record(Type.String(), Type.Unknown()),
});
export type ActivityView = Static<typeof ActivityView>;

export const AssignmentView = Shape({
  id: Uuid,
  round: Type.Integer(),
  level: Type.Integer(),
  unit: UnitId,
  basis: BasisName,
  why: Type.Record(Type.String(), Type.Unknown()),
  assignedAt: Instant,
  acknowledgedAt: Maybe(Instant),
  contactedAt: Maybe(Instant),
  endedAt: Maybe(Instant),
  endedHow: Maybe(Type.String()),
});

export const TaskState = OneOf(['open', 'reported', 'accepted', 'rejected', 'cancelled'] as const);
export const TaskView = Shape({
  id: Uuid,
  caseId: Uuid,
  round: Type.Integer(),
  unit: UnitId,
  part: OneOf(['lead', 'co'] as const),
  text: Type.String(),
  weight: Type.Integer(),
  required: Type.Boolean(),
  state: TaskState,
  givenAt: Instant,
  reportedAt: Maybe(Instant),
  report: Maybe(Type.String()),
  judgedAt: Maybe(Instant),
  judgement: Maybe(Type.String()),
  rejections: Type.Integer(),
  mayReport: Type.Boolean(),
  mayJudge: Type.Boolean(),
});
export type TaskView = Static<typeof TaskView>;

export const EvidenceView = Shape({
  id: Uuid,
  round: Type.Integer(),
  stage: Type.String(),
  task: Maybe(Uuid),
  kind: Type.String(),
  file: Maybe(Uuid),
  sha256: Maybe(Type.String()),
  note: Type.String(),
  unit: Maybe(UnitId),
  inside: Maybe(Type.Number()),
  fresh: Type.Boolean(),
  reuseOf: Maybe(Uuid),
  deviceAt: Maybe(Instant),
  offsetMs: Maybe(Type.Number()),
  at: Instant,
});
export type EvidenceView = Static<typeof EvidenceView>;

/** A report as staff see it: never who, unless revealed with a purpose. */
export const ReportView = Shape({
  id: Uuid,
  channel: ChannelName,
  text: Type.String(),
  address: Type.String(),
  lng: Lng,
  lat: Lat,
  wishesAnonymous: Type.Boolean(),
  reachable: Type.Boolean(),
  files: Type.Array(Uuid),
  state: Type.String(),
  solved: Maybe(Type.Boolean()),
  facts: Type.Record(Type.String(), Type.Unknown()),
  reportedAt: Instant,
});

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

export const MilestoneView = Shape({ id: Uuid, title: Type.String(), dueOn: Type.String(), doneAt: Maybe(Instant), note: Maybe(Type.String()) });
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

export const CheckView = Shape({
  id: Uuid,
  round: Type.Integer(),
  sample: Type.Boolean(),
  drawnAt: Instant,
  method: Maybe(CheckMethodName),
  passed: Maybe(Type.Boolean()),
  note: Maybe(Type.String()),
  at: Maybe(Instant),
});
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
export const MergeView = Shape({ id: Uuid, intoCase: Uuid, fromCase: Uuid, fromNo: Type.String(), at: Instant, undoneAt: Maybe(Instant) });

/** One case with everything its reader may see, and what they may do next. */
export const CaseView = Shape({
  ...(CaseLine.properties satisfies Record<string, TSchema>),
  text: Type.String(),
  placeKind: Maybe(PlaceKindName),
  basis: Maybe(BasisName),
  listVersion: Maybe(Type.Integer()),
  rowKey: Maybe(Type.String()),
  verified: Type.Boolean(),
  sensitive: Type.Boolean(),
  designated: Type.Boolean(),
  handOffs: Type.Integer(),
  exitCode: Maybe(Type.String()),
  mergedInto: Maybe(Uuid),
  registeredAt: Maybe(Instant),
  dispatchedAt: Maybe(Instant),
  handledAt: Maybe(Instant),
  closedAt: Maybe(Instant),
  archivedAt: Maybe(Instant),
  closeCondition: Maybe(Text(0, 500)),
  evidenceNeeded: Type.Array(Shape({ stage: Type.String(), kind: Type.String(), least: Type.Integer(), have: Type.Integer(), whyZh: Type.String(), whyEn: Type.String() })),
  may: Type.Array(May),
  reportList: Type.Array(ReportView),
  assignments: Type.Array(AssignmentView),
  tasks: Type.Array(TaskView),
  clocks: Type.Array(ClockView),
  requests: Type.Array(RequestView),
  consultations: Type.Array(ConsultationView),
  holds: Type.Array(HoldView),
  evidence: Type.Array(EvidenceView),
  checks: Type.Array(CheckView),
  supervisions: Type.Array(SupervisionView),
  whistles: Type.Array(WhistleView),
  reopenings: Type.Array(ReopeningView),
  asks: Type.Array(AskView),
  merges: Type.Array(MergeView),
  timeline: Type.Array(ActivityView),
});
export type CaseView = Static<typeof CaseView>;

/** What an act answers with: enough to go on without reading the case again. */
export const CaseState = Shape({ id: Uuid, no: Type.String(), version: Type.Integer(), state: StateName, round: Type.Integer(), dueAt: Maybe(Instant) });
export type CaseState = Static<typeof CaseState>;

/** A piece of evidence as it is handed in; the file was uploaded before. */
export const EvidenceGiven = Shape({
  kind: OneOf(['photo', 'document', 'voice', 'record'] as const),
  file: Type.Optional(Uuid),
  note: Type.Optional(Text(0, 500)),
  lng: Type.Optional(Lng),
  lat: Type.Optional(Lat),
  accuracy: Type.Optional(Type.Number({ minimum: 0, maximum: 100_000 })),
  deviceAt: Type.Optional(Instant),
});
export type EvidenceGiven = Static<typeof EvidenceGiven>;
export const EvidenceList = Type.Array(EvidenceGiven, { maxItems: 20 });

/** A row of the responsibility list 责任清单: one type, under conditions, and who answers for it. */
export const ListRow = Shape({
  rowKey: Type.String({ pattern: '^[0-9]{5}(\\.[0-9]{1,2})?$' }),
  type: TypeCode,
  duty: DutyName,
  majorZh: Text(1, 40),
  zh: Text(1, 80),
  en: Text(1, 80),
  class: ClassName,
  basis: BasisName,
  lead: UnitId,
  co: Type.Array(UnitId, { maxItems: 12 }),
  grade: GradeName,
  limit: Shape({ value: Type.Number({ exclusiveMinimum: 0, maximum: 2000 }), unit: TimeUnitName }),
  elastic: OneOf(['N', 'Y', 'P2'] as const),
  elasticReason: Text(0, 300),
  placeKinds: Type.Array(PlaceKindName),
  communities: Type.Array(UnitId, { maxItems: 40 }),
  /** Hours of the day in which the row holds, such as [22, 6] for the night; null is always. */
  hours: Maybe(Type.Tuple([Type.Integer({ minimum: 0, maximum: 23 }), Type.Integer({ minimum: 0, maximum: 23 })])),
  registerCondition: Text(0, 500),
  closeCondition: Text(0, 500),
  checkMethods: Type.Array(CheckMethodName, { minItems: 1, maxItems: 4 }),
  verifyPublic: Type.Boolean(),
  onTheSpot: Type.Boolean(),
  selfGovernance: Type.Boolean(),
  residentVisible: Type.Boolean(),
  sensitive: Type.Boolean(),
  exitRoute: Text(0, 300),
  evidence: Type.Array(Shape({ stage: OneOf(['handle', 'check'] as const), kind: OneOf(['photo', 'document', 'record'] as const), least: Type.Integer({ minimum: 1, maximum: 5 }) }), { maxItems: 6 }),
  keywords: Type.Array(Text(1, 20), { maxItems: 40 }),
  gbRef: Text(0, 40),
  source: Text(0, 300),
  certainty: OneOf(['S', 'M', 'ML', 'D'] as const),
});
export type ListRow = Static<typeof ListRow>;
