import Type from 'typebox';
import { route, Shape } from '../route.ts';
import { ById, Day, Reason, Text, TypeCode, UnitId } from '../shapes.ts';
import { HoldView, RequestView } from './beside.ts';
import { HoldReasonCode } from './names.ts';
import { CaseState, EvidenceList } from './views.ts';
import { version } from './given.ts';

const hold = {
  reasonCode: HoldReasonCode,
  plan: Text(10, 1000),
  toldHow: Text(5, 300),
  milestones: Type.Array(Shape({ title: Text(2, 100), dueOn: Day }), { minItems: 1, maxItems: 12 }),
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
