import Type, { type Static } from 'typebox';
import { accessFilters, PurposeName } from '../audit.ts';
import { roleNames, type Role } from '../roles.ts';
import { route, Shape } from '../route.ts';
import {
  Bilingual,
  ById,
  Day,
  Instant,
  keysOf,
  Maybe,
  OneOf,
  Page,
  Paging,
  Reason,
  Text,
  UnitId,
  Uuid,
} from '../shapes.ts';

const RoleName = OneOf(roleNames);

/** What a purpose allows and asks for, as the public reads it. */
const purposeRules = {
  words: Bilingual,
  basis: Bilingual,
  maxGrade: Type.Integer({ minimum: 1, maximum: 4 }),
  windowDays: Maybe(Type.Integer({ minimum: 1, maximum: 3650 })),
  needsCase: Type.Boolean(),
  needsFourEyes: Type.Boolean(),
  visible: Type.Boolean(),
  delayDays: Type.Integer({ minimum: 0, maximum: 3650 }),
  exception: Maybe(Shape({ basis: Bilingual, until: Day })),
};
export const PurposeView = Shape({
  id: PurposeName,
  version: Type.Integer(),
  since: Maybe(Instant),
  ...purposeRules,
});
export type PurposeView = Static<typeof PurposeView>;

export const listPurposes = route({
  id: 'audit.purposes',
  method: 'GET',
  path: '/purposes',
  who: 'anyone',
  says: {
    zh: '用途登记：个人信息为什么可以被查看、依据是什么、最高到哪一级；并公布不立即告知本人的例外有几项。',
    en: 'The register of purposes: why personal data may be looked at, on which basis, up to which grade; and how many exceptions hide or delay a look.',
  },
  reply: Shape({ items: Type.Array(PurposeView), exceptions: Type.Integer() }),
});

export const BudgetView = Shape({
  role: RoleName,
  version: Type.Integer(),
  soft: Type.Integer(),
  hard: Type.Integer(),
});
export type BudgetView = Static<typeof BudgetView>;

export const listBudgets = route({
  id: 'audit.budgets',
  method: 'GET',
  path: '/audit/budgets',
  who: ['privacy', 'auditor', 'leader'],
  says: {
    zh: '各岗位每天可查看多少人的信息，以及今天谁用得最多。',
    en: 'How many people each post may see in clear a day, and who used most of it today.',
  },
  reply: Shape({
    items: Type.Array(BudgetView),
    today: Type.Array(
      Shape({ account: Uuid, role: Maybe(RoleName), unit: Maybe(UnitId), people: Type.Integer() }),
    ),
  }),
});

const PurposeAsked = Shape(purposeRules);
const BudgetAsked = Shape({
  soft: Type.Integer({ minimum: 0, maximum: 100_000 }),
  hard: Type.Integer({ minimum: 0, maximum: 100_000 }),
});
/** A change to the register or to a limit: by whom it was asked, what it would be, who decided. */
export const ChangeView = Shape({
  id: Uuid,
  kind: OneOf(['purpose', 'budget']),
  key: Type.String(),
  purpose: Maybe(PurposeAsked),
  budget: Maybe(BudgetAsked),
  reason: Type.String(),
  requestedBy: Uuid,
  requestedAt: Instant,
  mine: Type.Boolean(),
  approved: Maybe(Type.Boolean()),
  decidedAt: Maybe(Instant),
  note: Maybe(Type.String()),
});
export type ChangeView = Static<typeof ChangeView>;

export const listChanges = route({
  id: 'audit.changes',
  method: 'GET',
  path: '/audit/changes',
  who: ['privacy', 'leader', 'auditor'],
  says: {
    zh: '用途和额度的变更申请，待批的在前。',
    en: 'Changes asked of purposes and limits, those that wait first.',
  },
  reply: Shape({ items: Type.Array(ChangeView) }),
});

export const askPurposeChange = route({
  id: 'audit.askPurposeChange',
  method: 'POST',
  path: '/purposes/:purpose/changes',
  who: ['privacy'],
  says: {
    zh: '申请变更一项用途；由另一人批准后生效。',
    en: 'Ask to change a purpose; it holds once a second person approves.',
  },
  params: Shape({ purpose: PurposeName }),
  body: Shape({ asked: PurposeAsked, reason: Reason }),
  reply: ChangeView,
});

export const askBudgetChange = route({
  id: 'audit.askBudgetChange',
  method: 'POST',
  path: '/audit/budgets/:role/changes',
  who: ['privacy'],
  says: {
    zh: '申请变更一个岗位的额度；由另一人批准后生效。',
    en: 'Ask to change the limit of a post; it holds once a second person approves.',
  },
  params: Shape({ role: RoleName }),
  body: Shape({ asked: BudgetAsked, reason: Reason }),
  reply: ChangeView,
});

export const decideChange = route({
  id: 'audit.decideChange',
  method: 'POST',
  path: '/audit/changes/:id/decision',
  who: ['privacy', 'leader'],
  stepUp: true,
  says: {
    zh: '批准或驳回一项变更；申请人本人不能批准。',
    en: 'Approve or turn down a change; never one’s own.',
  },
  params: ById,
  body: Shape({ approve: Type.Boolean(), note: Text(0, 500) }),
  reply: ChangeView,
});

/** Emergencies in which somebody may be looked at beyond one's scope; nothing else is one. */
export const emergencies = {
  life: { zh: '有人生命危险', en: 'A life is in danger' },
  fire: { zh: '火灾、爆炸等事故', en: 'Fire, explosion or another accident' },
  missing: { zh: '老人、儿童走失', en: 'An old person or a child is missing' },
  disaster: { zh: '自然灾害转移安置', en: 'Evacuation in a natural disaster' },
  disease: { zh: '突发公共卫生事件', en: 'A public health emergency' },
  violence: { zh: '正在发生的暴力或伤害', en: 'Violence that is going on' },
} as const;
export type Emergency = keyof typeof emergencies;
export const EmergencyName = OneOf(keysOf(emergencies));

export const BreakGlassView = Shape({
  id: Uuid,
  account: Uuid,
  role: RoleName,
  unit: UnitId,
  subject: Uuid,
  reasonCode: EmergencyName,
  text: Type.String(),
  openedAt: Instant,
  endsAt: Instant,
  reviewDueAt: Instant,
  looks: Type.Integer(),
  mine: Type.Boolean(),
  verdict: Maybe(OneOf(['proper', 'improper'])),
  note: Maybe(Type.String()),
});
export type BreakGlassView = Static<typeof BreakGlassView>;

/** Who may look beyond the reach of their post in an emergency. */
export const rescuers = [
  'grid_worker',
  'community',
  'department',
  'intake',
  'dispatcher',
  'supervisor',
  'leader',
] as const satisfies Role[];

export const myBreakGlass = route({
  id: 'audit.myBreakGlass',
  method: 'GET',
  path: '/audit/break-glass/mine',
  who: rescuers,
  says: {
    zh: '我正在进行的应急查看和剩余秒数；没有时为空。',
    en: 'The emergency look I have open now and the seconds that remain; null without one.',
  },
  reply: Shape({ use: Maybe(BreakGlassView), left: Type.Integer() }),
});

export const endBreakGlass = route({
  id: 'audit.endBreakGlass',
  method: 'POST',
  path: '/audit/break-glass/mine/end',
  who: rescuers,
  says: {
    zh: '提前结束我的应急查看；复核照常进行。',
    en: 'End my emergency look before its half hour is over; it is reviewed all the same.',
  },
  reply: Shape({ ok: Type.Literal(true) }),
});

export const listBreakGlass = route({
  id: 'audit.breakGlass',
  method: 'GET',
  path: '/audit/break-glass',
  who: ['privacy', 'leader', 'auditor'],
  says: { zh: '应急查看，待复核的在前。', en: 'Uses of break-glass, those to be reviewed first.' },
  query: Shape({ ...Paging, after: Type.Optional(Uuid) }),
  reply: Page(BreakGlassView),
});

export const reviewBreakGlass = route({
  id: 'audit.reviewBreakGlass',
  method: 'POST',
  path: '/audit/break-glass/:id/review',
  who: ['privacy', 'leader'],
  says: { zh: '复核一次应急查看；本人不能复核自己。', en: 'Review a use of break-glass; never one’s own.' },
  params: ById,
  body: Shape({ verdict: OneOf(['proper', 'improper']), note: Reason }),
  reply: BreakGlassView,
});

export const reviewAccess = route({
  id: 'audit.reviewAccess',
  method: 'POST',
  path: '/accesses/:id/review',
  who: ['privacy'],
  says: {
    zh: '对无事由、诱饵或超额的查看写下核查结论。',
    en: 'Write down what was found about a look that stood out: without a matter, at a canary, or over the limit.',
  },
  params: ById,
  body: Shape({ verdict: OneOf(['proper', 'improper']), note: Reason }),
  reply: Shape({ ok: Type.Literal(true) }),
});

export const exportAccesses = route({
  id: 'audit.export',
  method: 'POST',
  path: '/accesses/exports',
  who: ['privacy', 'auditor'],
  secret: true,
  says: {
    zh: '导出查看记录（CSV，至多 10000 条，不含任何居民信息）；写明事由，导出本身留痕。',
    en: 'Export looks as CSV, at most 10 000, without anything of a resident; with a reason, and the export itself is recorded.',
  },
  body: Shape({ ...accessFilters, reason: Reason }),
  reply: Shape({
    id: Uuid,
    name: Type.String(),
    rows: Type.Integer(),
    sha256: Type.String(),
    csv: Type.String(),
  }),
});
