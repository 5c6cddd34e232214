import Type from 'typebox';
import { route, Shape } from '../route.ts';
import {
  Bilingual,
  ById,
  Instant,
  Lat,
  Lng,
  Maybe,
  Page,
  Paging,
  Reason,
  Text,
  TypeCode,
  UnitId,
  Uuid,
} from '../shapes.ts';
import { ChannelName, ExitCode, GradeName, OutcomeName, PlaceKindName, StateName } from './names.ts';
import { CaseState, EvidenceList } from './views.ts';

const place = {
  lng: Lng,
  lat: Lat,
  accuracy: Type.Optional(Type.Number({ minimum: 0, maximum: 100_000 })),
  address: Text(0, 200),
};
const Contact = Shape({
  name: Type.Optional(Text(1, 50)),
  phone: Type.Optional(Type.String({ pattern: '^[+0-9 -]{5,20}$' })),
  email: Type.Optional(Text(3, 120)),
});

/** What one person says, by whatever channel; the same fields at the window, by phone and on paper. */
export const ReportGiven = Shape({
  text: Text(2, 2000),
  ...place,
  type: Type.Optional(TypeCode),
  placeKind: Type.Optional(PlaceKindName),
  files: Type.Optional(Type.Array(Uuid, { maxItems: 9 })),
  anonymous: Type.Optional(Type.Boolean()),
  /** Joins this case instead of opening another: "neighbours reported this". */
  join: Type.Optional(Uuid),
  facts: Type.Optional(
    Type.Record(
      Type.String({ maxLength: 60 }),
      Type.Union([Text(0, 500), Type.Number(), Type.Boolean(), Type.Array(Text(0, 200), { maxItems: 20 })]),
      { maxProperties: 30 },
    ),
  ),
});

const Receipt = Shape({
  report: Uuid,
  caseId: Uuid,
  no: Type.String(),
  code: Type.String(),
  joined: Type.Boolean(),
  dueAt: Maybe(Instant),
  hotline: Type.String(),
});

export const reportProblem = route({
  id: 'cases.reportProblem',
  method: 'POST',
  path: '/reports',
  who: 'anyone',
  says: {
    zh: '居民或访客反映问题，返回编号和查询码。',
    en: 'A resident or guest reports a problem; answers with a number and a tracking code.',
  },
  body: Shape({ ...ReportGiven.properties, contact: Type.Optional(Contact) }),
  reply: Receipt,
});

export const findNearby = route({
  id: 'cases.findNearby',
  method: 'GET',
  path: '/reports/nearby',
  who: 'anyone',
  says: {
    zh: '查附近是否已有邻居反映过同一问题。',
    en: 'Whether neighbours have already reported this near here.',
  },
  query: Shape({ lng: Lng, lat: Lat, text: Type.Optional(Text(0, 500)), type: Type.Optional(TypeCode) }),
  reply: Shape({
    items: Type.Array(
      Shape({
        caseId: Uuid,
        no: Type.String(),
        title: Type.String(),
        state: StateName,
        reports: Type.Integer(),
        metres: Type.Number(),
        likeness: Type.Number(),
        whyZh: Type.String(),
        whyEn: Type.String(),
        reportedAt: Instant,
      }),
    ),
  }),
});

const MyReport = Shape({
  report: Uuid,
  caseId: Uuid,
  no: Type.String(),
  text: Type.String(),
  address: Type.String(),
  typeName: Maybe(Bilingual),
  state: StateName,
  round: Type.Integer(),
  outcome: Maybe(OutcomeName),
  solved: Maybe(Type.Boolean()),
  holder: Maybe(Bilingual),
  heldSince: Maybe(Instant),
  dueAt: Maybe(Instant),
  lateSince: Maybe(Instant),
  reports: Type.Integer(),
  reportedAt: Instant,
  updatedAt: Instant,
  question: Maybe(Uuid),
  withdrawn: Type.Boolean(),
});

export const myReports = route({
  id: 'cases.myReports',
  method: 'GET',
  path: '/reports/mine',
  who: 'resident',
  says: { zh: '我反映过的问题。', en: 'What I reported.' },
  query: Shape(Paging),
  reply: Page(MyReport),
});

/** The resident's view of progress: who holds it, for how long, and "answered" apart from "solved". */
export const Progress = Shape({
  ...MyReport.properties,
  lng: Lng,
  lat: Lat,
  files: Type.Array(Uuid),
  hotline: Type.String(),
  closeCondition: Maybe(Type.String()),
  exit: Maybe(Shape({ code: ExitCode, zh: Type.String(), en: Type.String(), reason: Type.String() })),
  hold: Maybe(
    Shape({
      reason: Type.String(),
      plan: Type.String(),
      next: Maybe(Shape({ title: Type.String(), dueOn: Type.String() })),
    }),
  ),
  holders: Type.Array(Shape({ unit: Bilingual, from: Instant, to: Maybe(Instant), hours: Type.Number() })),
  steps: Type.Array(Shape({ at: Instant, zh: Type.String(), en: Type.String(), unit: Maybe(Bilingual) })),
  photosAfter: Type.Array(Uuid),
  mayReopen: Type.Boolean(),
  mayContest: Type.Boolean(),
  mayWithdraw: Type.Boolean(),
});

export const reportProgress = route({
  id: 'cases.reportProgress',
  method: 'GET',
  path: '/reports/:id',
  who: 'resident',
  says: { zh: '我反映的一件事的进度。', en: 'How far my report is.' },
  params: ById,
  reply: Progress,
});

export const trackReport = route({
  id: 'cases.trackReport',
  method: 'POST',
  path: '/reports/tracking',
  who: 'anyone',
  says: {
    zh: '凭编号和查询码查进度，无需登录。',
    en: 'Progress by number and tracking code, without an account.',
  },
  body: Shape({ no: Text(4, 40), code: Text(4, 20) }),
  reply: Progress,
});

const tracked = { code: Type.Optional(Text(4, 20)) };

export const addToReport = route({
  id: 'cases.addToReport',
  method: 'POST',
  path: '/reports/:id/additions',
  who: 'anyone',
  says: { zh: '补充说明或照片。', en: 'Add words or photos to my report.' },
  params: ById,
  body: Shape({ ...tracked, text: Text(2, 1000), files: Type.Optional(Type.Array(Uuid, { maxItems: 9 })) }),
  reply: CaseState,
});

export const withdrawReport = route({
  id: 'cases.withdrawReport',
  method: 'POST',
  path: '/reports/:id/withdrawal',
  who: 'anyone',
  says: { zh: '撤回我的诉求。', en: 'Withdraw my report.' },
  params: ById,
  body: Shape({ ...tracked, reason: Reason }),
  reply: CaseState,
});

export const answerSolved = route({
  id: 'cases.answerSolved',
  method: 'POST',
  path: '/reports/:id/satisfaction',
  who: 'anyone',
  says: { zh: '真的解决了吗？', en: 'Was it really solved?' },
  params: ById,
  body: Shape({
    ...tracked,
    solved: Type.Boolean(),
    score: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
    reasons: Type.Optional(Type.Array(Text(1, 40), { maxItems: 8 })),
    text: Type.Optional(Text(0, 1000)),
    mayCall: Type.Optional(Type.Boolean()),
    reopen: Type.Optional(Type.Boolean()),
  }),
  reply: CaseState,
});

export const contestDecline = route({
  id: 'cases.contestDecline',
  method: 'POST',
  path: '/reports/:id/objection',
  who: 'anyone',
  says: { zh: '对不予受理提出异议。', en: 'Object to my report being declined.' },
  params: ById,
  body: Shape({ ...tracked, reason: Reason }),
  reply: CaseState,
});

/** Staff write down what somebody says by phone, at the window or on paper, or what was passed on; same number, same clock. */
export const takeReport = route({
  id: 'cases.takeReport',
  method: 'POST',
  path: '/cases',
  who: ['intake', 'dispatcher', 'community', 'leader', 'supervisor'],
  says: {
    zh: '受理录入：电话、窗口、来信、热线、上级交办。',
    en: 'Take a report by phone, window, letter, hotline or from above.',
  },
  body: Shape({
    ...ReportGiven.properties,
    channel: ChannelName,
    contact: Type.Optional(Contact),
    title: Type.Optional(Text(2, 60)),
  }),
  reply: Receipt,
});

/** A grid worker reports what they found; with `onTheSpot` also what they did about it. */
export const reportFound = route({
  id: 'cases.reportFound',
  method: 'POST',
  path: '/field/reports',
  who: ['grid_worker', 'community'],
  says: { zh: '网格员上报，或顺手办结。', en: 'A grid worker reports, or solves it on the spot.' },
  body: Shape({
    ...ReportGiven.properties,
    evidence: Type.Optional(EvidenceList),
    onTheSpot: Type.Optional(Shape({ done: Text(2, 500), evidence: EvidenceList })),
    /** For an emergency: who was phoned, and when. */
    calledOut: Type.Optional(Text(2, 200)),
  }),
  reply: Receipt,
});

export const askVerification = route({
  id: 'cases.askVerification',
  method: 'POST',
  path: '/cases/:id/verification-request',
  who: ['intake', 'dispatcher'],
  says: { zh: '安排网格或社区现场核实。', en: 'Send the grid or community to verify on site.' },
  params: ById,
  body: Shape({ unit: UnitId, note: Type.Optional(Text(0, 300)), version: Type.Optional(Type.Integer()) }),
  reply: CaseState,
});

export const reportVerification = route({
  id: 'cases.reportVerification',
  method: 'POST',
  path: '/cases/:id/verification',
  who: ['grid_worker', 'community', 'department', 'checker'],
  says: { zh: '反馈核实结果。', en: 'Report what was found on site.' },
  params: ById,
  body: Shape({ found: Type.Boolean(), note: Text(2, 500), evidence: Type.Optional(EvidenceList) }),
  reply: CaseState,
});

export const registerCase = route({
  id: 'cases.register',
  method: 'POST',
  path: '/cases/:id/registration',
  who: ['intake', 'dispatcher'],
  says: {
    zh: '立案：确定类别和等级，全程时钟起算。',
    en: 'Register: type and grade are set and the overall clock starts.',
  },
  params: ById,
  body: Shape({
    type: TypeCode,
    grade: Type.Optional(GradeName),
    placeKind: Type.Optional(PlaceKindName),
    title: Type.Optional(Text(2, 60)),
    calledOut: Type.Optional(Text(2, 200)),
    note: Type.Optional(Text(0, 300)),
    version: Type.Optional(Type.Integer()),
  }),
  reply: CaseState,
});

export const declineCase = route({
  id: 'cases.decline',
  method: 'POST',
  path: '/cases/:id/refusal',
  who: ['intake', 'dispatcher'],
  says: {
    zh: '不予受理（立案），须引用法定情形并告知诉求人。',
    en: 'Decline by one of the exits; the reporter is told and may object.',
  },
  params: ById,
  body: Shape({
    exit: ExitCode,
    reason: Text(5, 500),
    route: Type.Optional(Text(0, 300)),
    version: Type.Optional(Type.Integer()),
  }),
  reply: CaseState,
});

export const revealReporter = route({
  id: 'cases.revealReporter',
  method: 'POST',
  path: '/cases/:id/reporter',
  who: 'staff',
  reads: 'personal',
  says: {
    zh: '因办理需要查看诉求人联系方式（留痕）。',
    en: 'Reveal how to reach the reporter, for handling; the look is recorded.',
  },
  params: ById,
  body: Shape({
    report: Uuid,
    purpose: Type.Unsafe<'contact' | 'callback' | 'verify'>(Type.Enum(['contact', 'callback', 'verify'])),
  }),
  reply: Shape({
    name: Maybe(Type.String()),
    phone: Maybe(Type.String()),
    email: Maybe(Type.String()),
    anonymous: Type.Boolean(),
  }),
});
