import Type, { type Static, type TSchema } from 'typebox';
import { Shape } from '../route.ts';
import { Bilingual, Instant, Lat, Lng, Maybe, OneOf, Text, TypeCode, UnitId, Uuid } from '../shapes.ts';
import {
  AskView,
  ConsultationView,
  HoldView,
  MergeView,
  ReopeningView,
  RequestView,
  SupervisionView,
  WhistleView,
} from './beside.ts';
import {
  ActName,
  Among,
  BasisName,
  ChannelName,
  CheckMethodName,
  ClassName,
  GradeName,
  OutcomeName,
  PlaceKindName,
  StateName,
  TimeUnitName,
} from './names.ts';
import { clockKinds } from './words.ts';

/** May this be done now by this person? When not, the refusal tells why, in both languages. */
export const May = Shape({
  act: ActName,
  may: Type.Boolean(),
  code: Maybe(Type.String()),
  zh: Maybe(Type.String()),
  en: Maybe(Type.String()),
});

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
export const ClockLine = Shape({
  from: Instant,
  to: Instant,
  kind: Type.String(),
  counted: Type.Number(),
  zh: Type.String(),
  en: Type.String(),
});
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
  /** What the file is by its content, such as image/jpeg or audio/webm. */
  media: Maybe(Type.String()),
  sha256: Maybe(Type.String()),
  note: Type.String(),
  unit: Maybe(UnitId),
  inside: Maybe(Type.Number()),
  fresh: Type.Boolean(),
  /** Older evidence whose picture looks like this one; a sign for the checker, never a refusal. */
  reuseOf: Maybe(Uuid),
  /** Where that stands, for whoever may see its case. */
  reusedFrom: Maybe(Shape({ caseId: Uuid, no: Type.String(), file: Maybe(Uuid), at: Instant })),
  deviceAt: Maybe(Instant),
  offsetMs: Maybe(Type.Number()),
  at: Instant,
});
export type EvidenceView = Static<typeof EvidenceView>;

/** A file somebody sent along, and what it is by its content. */
export const FileSeen = Shape({ id: Uuid, media: Type.String() });
export type FileSeen = Static<typeof FileSeen>;

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
  files: Type.Array(FileSeen),
  state: Type.String(),
  solved: Maybe(Type.Boolean()),
  facts: Type.Record(Type.String(), Type.Unknown()),
  reportedAt: Instant,
});

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
  evidenceNeeded: Type.Array(
    Shape({
      stage: Type.String(),
      kind: Type.String(),
      least: Type.Integer(),
      have: Type.Integer(),
      whyZh: Type.String(),
      whyEn: Type.String(),
    }),
  ),
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
export const CaseState = Shape({
  id: Uuid,
  no: Type.String(),
  version: Type.Integer(),
  state: StateName,
  round: Type.Integer(),
  dueAt: Maybe(Instant),
});
export type CaseState = Static<typeof CaseState>;

/** No clock is off by more than ten years. */
const CLOCK_LIMIT_MS = 10 * 366 * 86_400_000;

/** A piece of evidence as it is handed in; the file was uploaded before. */
export const EvidenceGiven = Shape({
  kind: OneOf(['photo', 'document', 'voice', 'record'] as const),
  file: Type.Optional(Uuid),
  note: Type.Optional(Text(0, 500)),
  lng: Type.Optional(Lng),
  lat: Type.Optional(Lat),
  accuracy: Type.Optional(Type.Number({ minimum: 0, maximum: 100_000 })),
  /** When the device says it was, and how far its clock is ahead of the server's, as it measured at the last contact. */
  deviceAt: Type.Optional(Instant),
  offsetMs: Type.Optional(Type.Integer({ minimum: -CLOCK_LIMIT_MS, maximum: CLOCK_LIMIT_MS })),
});
export type EvidenceGiven = Static<typeof EvidenceGiven>;
export const EvidenceList = Type.Array(EvidenceGiven, { maxItems: 20 });
