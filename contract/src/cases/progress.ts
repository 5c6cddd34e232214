import Type from 'typebox';
import { route, Shape } from '../route.ts';
import { Bilingual, ById, Instant, Lat, Lng, Maybe, Page, Paging, Reason, Text, Uuid } from '../shapes.ts';
import { ExitCode, OutcomeName, StateName } from './names.ts';
import { CaseState } from './views.ts';

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
  reads: 'personal',
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
  /** Opens these pictures, and no others, for somebody without an account; null for whoever is signed in. */
  ticket: Maybe(Type.String()),
  mayReopen: Type.Boolean(),
  mayContest: Type.Boolean(),
  mayWithdraw: Type.Boolean(),
});

export const reportProgress = route({
  id: 'cases.reportProgress',
  method: 'GET',
  path: '/reports/:id',
  who: 'resident',
  reads: 'personal',
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

export const shareReport = route({
  id: 'cases.shareReport',
  method: 'POST',
  path: '/reports/:id/sharing',
  who: 'anyone',
  says: {
    zh: '为我的一件反映取得分享链接；打开的人只看到公开的办理状态，90 天后失效。',
    en: 'Get a link to share my report; whoever opens it sees its public state only, for 90 days.',
  },
  params: ById,
  body: Shape(tracked),
  reply: Shape({ token: Type.String(), endsAt: Instant }),
});

/** What a stranger may see of a report: where it stands and with whom; no words, no place, nobody. */
export const SharedReport = Shape({
  no: Type.String(),
  street: Bilingual,
  community: Maybe(Bilingual),
  typeName: Maybe(Bilingual),
  state: StateName,
  outcome: Maybe(OutcomeName),
  solved: Maybe(Type.Boolean()),
  holder: Maybe(Bilingual),
  heldSince: Maybe(Instant),
  dueAt: Maybe(Instant),
  lateSince: Maybe(Instant),
  reports: Type.Integer(),
  reportedAt: Instant,
  updatedAt: Instant,
});

export const sharedReport = route({
  id: 'cases.sharedReport',
  method: 'GET',
  path: '/shared-reports/:token',
  who: 'anyone',
  says: {
    zh: '凭分享链接看一件反映的公开状态。',
    en: 'The public state of a report, by a link that was shared.',
  },
  params: Shape({ token: Text(1, 200) }),
  reply: SharedReport,
});
