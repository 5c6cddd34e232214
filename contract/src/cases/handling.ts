import Type from 'typebox';
import { route, Shape } from '../route.ts';
import { ById, Instant, Maybe, OneOf, Page, Paging, Reason, Text, UnitId, Uuid } from '../shapes.ts';
import {
  ConsultationView,
  HoldView,
  RequestView,
  ReopeningView,
  SupervisionView,
  WhistleView,
} from './beside.ts';
import { CheckMethodName, HoldReasonCode, OutcomeName } from './names.ts';
import { CaseLine, CaseState, EvidenceList, TaskView } from './views.ts';
import { TypeCode } from '../shapes.ts';

const version = { version: Type.Optional(Type.Integer()) };
const CoTask = Shape({
  unit: UnitId,
  text: Text(2, 300),
  weight: Type.Optional(Type.Integer({ minimum: 1, maximum: 10 })),
  required: Type.Optional(Type.Boolean()),
});

export const dispatchCase = route({
  id: 'cases.dispatch',
  method: 'POST',
  path: '/cases/:id/dispatch',
  who: ['dispatcher'],
  says: {
    zh: '法定分拨：引用责任清单条目及版本；含协办任务。',
    en: 'Statutory dispatch, citing a row of the list; with joint tasks.',
  },
  params: ById,
  body: Shape({
    ...version,
    rowKey: Type.Optional(Type.String({ maxLength: 10 })),
    tasks: Type.Optional(Type.Array(CoTask, { maxItems: 12 })),
    note: Type.Optional(Text(0, 300)),
  }),
  reply: CaseState,
});
export const designate = route({
  id: 'cases.designate',
  method: 'POST',
  path: '/cases/:id/designation',
  who: ['leader'],
  says: {
    zh: '领导署名指定承办并说明理由（含仲裁裁定），计数并触发清单修订。',
    en: 'A named leader designates with a reason, also to settle arbitration; it counts and opens a revision.',
  },
  params: ById,
  body: Shape({
    ...version,
    lead: UnitId,
    reason: Text(5, 500),
    tasks: Type.Optional(Type.Array(CoTask, { maxItems: 12 })),
  }),
  reply: CaseState,
});
export const openConsultation = route({
  id: 'cases.openConsultation',
  method: 'POST',
  path: '/cases/:id/consultation',
  who: ['dispatcher'],
  says: {
    zh: '发起商定，4 个工作小时，沉默视为同意（留痕）。',
    en: 'Open a consultation of four working hours; silence is consent, and logged.',
  },
  params: ById,
  body: Shape({ ...version, lead: UnitId, co: Type.Array(UnitId, { maxItems: 12 }), question: Text(2, 500) }),
  reply: CaseState,
});
export const answerConsultation = route({
  id: 'cases.answerConsultation',
  method: 'POST',
  path: '/consultations/:id/opinions',
  who: ['department', 'community', 'grid_worker'],
  says: { zh: '商定表态。', en: 'Answer a consultation.' },
  params: ById,
  body: Shape({
    consents: Type.Boolean(),
    betterLead: Type.Optional(UnitId),
    clause: Type.Optional(Text(1, 200)),
    text: Type.Optional(Text(0, 500)),
  }),
  reply: ConsultationView,
});

export const acknowledge = route({
  id: 'cases.acknowledge',
  method: 'POST',
  path: '/cases/:id/acknowledgement',
  who: ['department', 'community', 'grid_worker'],
  says: { zh: '签收。', en: 'Acknowledge receipt.' },
  params: ById,
  body: Shape(version),
  reply: CaseState,
});
export const recordContact = route({
  id: 'cases.recordContact',
  method: 'POST',
  path: '/cases/:id/contact',
  who: ['department', 'community', 'grid_worker', 'dispatcher', 'callback'],
  says: { zh: '记录与诉求人的联系。', en: 'Record a contact with the reporter.' },
  params: ById,
  body: Shape({ reached: Type.Boolean(), note: Text(2, 500) }),
  reply: CaseState,
});
export const assignOn = route({
  id: 'cases.assignOn',
  method: 'POST',
  path: '/cases/:id/sub-assignment',
  who: ['department', 'community'],
  says: { zh: '二级交办：部门到班组、社区到网格。', en: 'Pass on: department to team, community to grid.' },
  params: ById,
  body: Shape({ ...version, unit: UnitId, note: Type.Optional(Text(0, 300)) }),
  reply: CaseState,
});
export const addTask = route({
  id: 'cases.addTask',
  method: 'POST',
  path: '/cases/:id/tasks',
  who: ['department', 'community', 'dispatcher'],
  says: { zh: '增加协办任务。', en: 'Add a joint task.' },
  params: ById,
  body: CoTask,
  reply: TaskView,
});
export const reportTask = route({
  id: 'cases.reportTask',
  method: 'POST',
  path: '/tasks/:id/report',
  who: ['department', 'community', 'grid_worker'],
  says: { zh: '协办单位反馈自己的任务。', en: 'A co-handler reports its own task.' },
  params: ById,
  body: Shape({ text: Text(2, 1000), evidence: Type.Optional(EvidenceList) }),
  reply: TaskView,
});
export const judgeTask = route({
  id: 'cases.judgeTask',
  method: 'POST',
  path: '/tasks/:id/judgement',
  who: ['department', 'community', 'dispatcher', 'supervisor'],
  says: { zh: '认可或退回协办任务（不得自行认可）。', en: "Accept or send back a task; never one's own." },
  params: ById,
  body: Shape({ accepted: Type.Boolean(), note: Text(2, 500) }),
  reply: TaskView,
});
export const reportHandled = route({
  id: 'cases.reportHandled',
  method: 'POST',
  path: '/cases/:id/handled',
  who: ['department', 'community', 'grid_worker'],
  says: { zh: '反馈处置结果，附佐证。', en: 'Report it handled, with evidence.' },
  params: ById,
  body: Shape({ ...version, summary: Text(5, 1000), outcome: OutcomeName, evidence: EvidenceList }),
  reply: CaseState,
});
export const checkCase = route({
  id: 'cases.check',
  method: 'POST',
  path: '/cases/:id/check',
  who: ['checker', 'supervisor', 'district', 'grid_worker', 'community'],
  says: { zh: '独立核查：通过或返工。', en: 'Independent check: passed or back to work.' },
  params: ById,
  body: Shape({
    ...version,
    method: CheckMethodName,
    passed: Type.Boolean(),
    note: Text(2, 500),
    evidence: Type.Optional(EvidenceList),
  }),
  reply: CaseState,
});
export const closeCase = route({
  id: 'cases.close',
  method: 'POST',
  path: '/cases/:id/closure',
  who: ['checker', 'dispatcher', 'supervisor'],
  says: {
    zh: '结案；结果分“已解决”和“已答复”。',
    en: 'Close; "solved" and "answered" are different outcomes.',
  },
  params: ById,
  body: Shape({ ...version, summary: Text(5, 1000), outcome: OutcomeName }),
  reply: CaseState,
});
export const archiveCase = route({
  id: 'cases.archive',
  method: 'POST',
  path: '/cases/:id/archive',
  who: ['checker', 'dispatcher', 'supervisor'],
  says: { zh: '归档：生成可复核的封存包。', en: 'Archive as a sealed, reproducible package.' },
  params: ById,
  body: Shape(version),
  reply: Shape({ ...CaseState.properties, sha256: Type.String(), bytes: Type.Integer() }),
});

const hold = {
  reasonCode: HoldReasonCode,
  plan: Text(10, 1000),
  toldHow: Text(5, 300),
  milestones: Type.Array(
    Shape({ title: Text(2, 100), dueOn: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' }) }),
    { minItems: 1, maxItems: 12 },
  ),
};
/** A side request has its own approval and clock; it never moves the case by itself. */
export const askReturn = route({
  id: 'cases.askReturn',
  method: 'POST',
  path: '/cases/:id/return',
  who: ['department', 'community', 'grid_worker'],
  says: {
    zh: '申请退单：引用条款并指出应承办单位。',
    en: 'Ask to return it, citing the clause and naming a better owner.',
  },
  params: ById,
  body: Shape({ clause: Text(2, 200), betterLead: UnitId, reason: Text(5, 500) }),
  reply: RequestView,
});
export const askExtension = route({
  id: 'cases.askExtension',
  method: 'POST',
  path: '/cases/:id/extension',
  who: ['department', 'community'],
  says: { zh: '申请延期。', en: 'Ask for an extension.' },
  params: ById,
  body: Shape({ value: Type.Integer({ minimum: 1, maximum: 60 }), reason: Text(5, 500) }),
  reply: RequestView,
});
export const askHold = route({
  id: 'cases.askHold',
  method: 'POST',
  path: '/cases/:id/hold',
  who: ['department', 'community'],
  says: {
    zh: '申请挂账：原因、方案、节点、已告知居民。',
    en: 'Ask to hold: reason, plan, milestones, how the resident was told.',
  },
  params: ById,
  body: Shape({ ...hold, reason: Text(5, 500) }),
  reply: RequestView,
});
export const askVoid = route({
  id: 'cases.askVoid',
  method: 'POST',
  path: '/cases/:id/voiding',
  who: ['department', 'community', 'dispatcher', 'intake'],
  says: { zh: '申请作废（误录、测试等）。', en: 'Ask to void (entered by mistake).' },
  params: ById,
  body: Shape({ reason: Text(5, 500) }),
  reply: RequestView,
});
export const askEscalation = route({
  id: 'cases.askEscalation',
  method: 'POST',
  path: '/cases/:id/escalation',
  who: ['department', 'community', 'dispatcher', 'supervisor'],
  says: { zh: '申请提级到上级单位。', en: 'Ask to escalate to an upper unit.' },
  params: ById,
  body: Shape({ to: UnitId, reason: Text(5, 500) }),
  reply: RequestView,
});
export const askTypeChange = route({
  id: 'cases.askTypeChange',
  method: 'POST',
  path: '/cases/:id/type-change',
  who: ['department', 'community', 'dispatcher'],
  says: {
    zh: '申请变更类别；不会悄悄延长时限。',
    en: 'Ask to change the type; never lengthens a clock silently.',
  },
  params: ById,
  body: Shape({ type: TypeCode, reason: Text(5, 500) }),
  reply: RequestView,
});
export const askTermination = route({
  id: 'cases.askTermination',
  method: 'POST',
  path: '/cases/:id/termination',
  who: ['department', 'community'],
  says: {
    zh: '诉求人拒不配合，书面提请终止。',
    en: 'The reporter does not cooperate: ask in writing to terminate.',
  },
  params: ById,
  body: Shape({ reason: Text(5, 500), explained: Text(5, 500) }),
  reply: RequestView,
});
export const decideRequest = route({
  id: 'cases.decideRequest',
  method: 'POST',
  path: '/requests/:id/decision',
  who: ['dispatcher', 'supervisor', 'leader', 'district'],
  says: { zh: '审批旁路申请（不得审批本人申请）。', en: 'Decide a side request; never one’s own.' },
  params: ById,
  body: Shape({ approved: Type.Boolean(), note: Text(2, 500) }),
  reply: RequestView,
});
export const withdrawRequest = route({
  id: 'cases.withdrawRequest',
  method: 'POST',
  path: '/requests/:id/withdrawal',
  who: 'staff',
  says: { zh: '撤回申请。', en: 'Withdraw my request.' },
  params: ById,
  reply: RequestView,
});
export const passMilestone = route({
  id: 'cases.passMilestone',
  method: 'POST',
  path: '/milestones/:id/completion',
  who: ['department', 'community'],
  says: { zh: '完成挂账节点。', en: 'A milestone is reached.' },
  params: ById,
  body: Shape({ note: Text(2, 500), evidence: Type.Optional(EvidenceList) }),
  reply: HoldView,
});
export const reviewHold = route({
  id: 'cases.reviewHold',
  method: 'POST',
  path: '/holds/:id/review',
  who: ['dispatcher', 'supervisor', 'leader', 'district'],
  says: { zh: '30 天复核挂账：继续或解除。', en: 'The 30-day review: go on or end the hold.' },
  params: ById,
  body: Shape({ goOn: Type.Boolean(), note: Text(2, 500), milestones: Type.Optional(hold.milestones) }),
  reply: HoldView,
});
export const resumeCase = route({
  id: 'cases.resume',
  method: 'POST',
  path: '/cases/:id/resumption',
  who: ['department', 'community', 'dispatcher', 'supervisor'],
  says: { zh: '解除挂账，时钟继续。', en: 'End the hold; clocks run on.' },
  params: ById,
  body: Shape({ ...version, reason: Reason }),
  reply: CaseState,
});

export const supervise = route({
  id: 'cases.supervise',
  method: 'POST',
  path: '/cases/:id/supervision',
  who: ['supervisor', 'leader', 'district'],
  says: { zh: '发督办单。', en: 'Issue a supervision order.' },
  params: ById,
  body: Shape({ unit: UnitId, text: Text(5, 500) }),
  reply: SupervisionView,
});
export const answerSupervision = route({
  id: 'cases.answerSupervision',
  method: 'POST',
  path: '/supervisions/:id/answer',
  who: 'staff',
  says: { zh: '答复督办。', en: 'Answer a supervision order.' },
  params: ById,
  body: Shape({ text: Text(5, 500) }),
  reply: SupervisionView,
});
export const blowWhistle = route({
  id: 'cases.blowWhistle',
  method: 'POST',
  path: '/cases/:id/whistle',
  who: ['community', 'dispatcher', 'leader', 'department'],
  says: { zh: '吹哨：召集单位到场。', en: 'Whistle: call units to the place.' },
  params: ById,
  body: Shape({
    kind: OneOf(['enforcement', 'key_work', 'emergency'] as const),
    units: Type.Array(UnitId, { minItems: 1, maxItems: 12 }),
    text: Text(5, 500),
  }),
  reply: WhistleView,
});
export const answerWhistle = route({
  id: 'cases.answerWhistle',
  method: 'POST',
  path: '/whistles/:id/answers',
  who: ['department', 'community', 'grid_worker'],
  says: { zh: '报到。', en: 'Answer a whistle.' },
  params: ById,
  body: Shape({
    attends: Type.Boolean(),
    text: Text(2, 500),
    rating: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
  }),
  reply: WhistleView,
});
export const endWhistle = route({
  id: 'cases.endWhistle',
  method: 'POST',
  path: '/whistles/:id/result',
  who: ['community', 'dispatcher', 'leader', 'department'],
  says: { zh: '吹哨结果与双向评价。', en: 'Result of a whistle; both sides are rated.' },
  params: ById,
  body: Shape({
    result: Text(5, 500),
    attended: Type.Array(
      Shape({ unit: UnitId, attended: Type.Boolean(), rating: Type.Integer({ minimum: 1, maximum: 5 }) }),
      { maxItems: 12 },
    ),
  }),
  reply: WhistleView,
});

export const decideReopening = route({
  id: 'cases.decideReopening',
  method: 'POST',
  path: '/reopenings/:id/decision',
  who: ['dispatcher', 'supervisor', 'leader'],
  says: { zh: '答复重办申请或异议。', en: 'Answer a request to reopen or an objection.' },
  params: ById,
  body: Shape({ granted: Type.Boolean(), reason: Text(5, 500) }),
  reply: ReopeningView,
});
export const listReopenings = route({
  id: 'cases.reopenings',
  method: 'GET',
  path: '/reopenings',
  who: 'staff',
  says: { zh: '重办申请与异议。', en: 'Requests to reopen and objections.' },
  query: Shape({ ...Paging, open: Type.Optional(Type.Boolean()) }),
  reply: Page(
    Shape({ ...ReopeningView.properties, no: Type.String(), title: Type.String(), lead: Maybe(UnitId) }),
  ),
});
export const listCallbacks = route({
  id: 'cases.callbacks',
  method: 'GET',
  path: '/callbacks',
  who: ['callback', 'supervisor'],
  says: { zh: '系统随机抽取的回访。', en: 'Callbacks drawn at random by the system.' },
  query: Shape(Paging),
  reply: Page(Shape({ ...CaseLine.properties, ask: Uuid, report: Uuid, askAt: Instant })),
});
export const answerCallback = route({
  id: 'cases.answerCallback',
  method: 'POST',
  path: '/callbacks/:id/outcome',
  who: ['callback', 'supervisor'],
  says: { zh: '回访结果。', en: 'Outcome of a callback.' },
  params: ById,
  body: Shape({
    reached: Type.Boolean(),
    solved: Type.Optional(Type.Boolean()),
    score: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
    reasons: Type.Optional(Type.Array(Text(1, 40), { maxItems: 8 })),
    text: Type.Optional(Text(0, 1000)),
  }),
  reply: CaseState,
});
export const drawChecks = route({
  id: 'cases.drawChecks',
  method: 'POST',
  path: '/checks/draw',
  who: ['checker', 'supervisor', 'district'],
  says: { zh: '由系统从已结案中随机抽查。', en: 'Let the system draw closed cases for a sample check.' },
  body: Shape({ count: Type.Integer({ minimum: 1, maximum: 100 }) }),
  reply: Shape({ drawn: Type.Integer() }),
});
export const listChecks = route({
  id: 'cases.checks',
  method: 'GET',
  path: '/checks',
  who: ['checker', 'supervisor', 'district'],
  says: { zh: '抽查任务。', en: 'Sample checks to do.' },
  query: Shape(Paging),
  reply: Page(Shape({ check: Uuid, drawnAt: Instant, ...CaseLine.properties })),
});
export const doSampleCheck = route({
  id: 'cases.doSampleCheck',
  method: 'POST',
  path: '/checks/:id/result',
  who: ['checker', 'supervisor', 'district'],
  says: { zh: '抽查结果；不合格即重办。', en: 'Result of a sample check; a failure reopens the case.' },
  params: ById,
  body: Shape({
    method: CheckMethodName,
    passed: Type.Boolean(),
    note: Text(2, 500),
    evidence: Type.Optional(EvidenceList),
  }),
  reply: CaseState,
});

export const mergeCases = route({
  id: 'cases.merge',
  method: 'POST',
  path: '/merges',
  who: ['intake', 'dispatcher'],
  says: {
    zh: '并单（可批量、可撤销）：诉求人、时钟、件数都保留。',
    en: 'Merge, in bulk and reversibly; every reporter, clock and count is kept.',
  },
  body: Shape({ into: Uuid, from: Type.Array(Uuid, { minItems: 1, maxItems: 50 }), reason: Text(2, 300) }),
  reply: Shape({
    merged: Type.Array(Shape({ id: Uuid, fromCase: Uuid })),
    refused: Type.Array(Shape({ fromCase: Uuid, code: Type.String(), zh: Type.String(), en: Type.String() })),
  }),
});
export const unmerge = route({
  id: 'cases.unmerge',
  method: 'POST',
  path: '/merges/:id/undoing',
  who: ['intake', 'dispatcher'],
  says: { zh: '撤销并单。', en: 'Undo a merge.' },
  params: ById,
  body: Shape({ reason: Text(2, 300) }),
  reply: CaseState,
});
export const readArchive = route({
  id: 'cases.readArchive',
  method: 'GET',
  path: '/cases/:id/archive',
  who: ['checker', 'dispatcher', 'supervisor', 'leader', 'district'],
  says: { zh: '下载封存包（JSON）。', en: 'The sealed package as JSON.' },
  params: ById,
  reply: Shape({ sha256: Type.String(), bytes: Type.Integer(), madeAt: Instant, package: Type.String() }),
});
