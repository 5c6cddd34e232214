import Type, { type Static } from 'typebox';
import { route, Shape } from '../route.ts';
import { ById, Done, Instant, keysOf, Maybe, OneOf, Page, Paging, Text, Uuid, Words } from '../shapes.ts';

export const erasureGrounds = {
  own_request: { zh: '本人申请', en: 'Asked for by the person' },
  left: { zh: '已迁出且已无保存必要', en: 'Moved away, no longer needed' },
  dead: { zh: '已故，近亲属申请', en: 'Dead; asked for by close relatives' },
  unlawful: { zh: '违法或违约处理', en: 'Processed against law or agreement' },
  expired: { zh: '保存期限届满', en: 'The term of keeping is over' },
} as const;
export type ErasureGround = keyof typeof erasureGrounds;
const Ground = OneOf(keysOf(erasureGrounds));

export const erasureStates = {
  asked: { zh: '待决定', en: 'To be decided' },
  approved: { zh: '已同意，正在删除', en: 'Approved, being erased' },
  refused: { zh: '不予删除', en: 'Refused' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  done: { zh: '已删除', en: 'Erased' },
} as const;
export type ErasureState = keyof typeof erasureStates;
const StateName = OneOf(keysOf(erasureStates));

/** Work days in which a request is decided (个人信息保护法第五十条 asks for a timely answer; this house promises 15). */
export const ERASURE_DAYS = 15;

export const ErasureView = Shape({
  id: Uuid,
  ground: Ground,
  reason: Type.String(),
  state: StateName,
  askedAt: Instant,
  dueAt: Instant,
  overdue: Type.Boolean(),
  decidedAt: Maybe(Instant),
  answer: Maybe(Type.String()),
  doneAt: Maybe(Instant),
});
export type ErasureView = Static<typeof ErasureView>;

export const ErasureAtDesk = Shape({
  ...ErasureView.properties,
  person: Maybe(Uuid),
  account: Maybe(Uuid),
  held: Type.Boolean(),
  mine: Type.Boolean(),
});
export type ErasureAtDesk = Static<typeof ErasureAtDesk>;

export const myErasure = route({
  id: 'retention.mine',
  method: 'GET',
  path: '/me/erasure',
  who: 'resident',
  says: {
    zh: '我的删除申请及其进展；没有时为空。',
    en: 'My request to be erased and how far it is; null when there is none.',
  },
  reply: Shape({ request: Maybe(ErasureView) }),
});

export const askErasure = route({
  id: 'retention.ask',
  method: 'POST',
  path: '/me/erasure',
  who: 'resident',
  says: {
    zh: '申请注销账户并删除个人信息；15 个工作日内答复。办理中的诉求继续办理，但不再留有您的姓名和联系方式。',
    en: 'Ask for the account to be closed and personal data erased; answered within 15 work days. Open cases go on without name or contact.',
  },
  body: Shape({ reason: Text(0, 500) }),
  reply: ErasureView,
  stepUp: true,
});

export const withdrawErasure = route({
  id: 'retention.withdraw',
  method: 'DELETE',
  path: '/me/erasure',
  who: 'resident',
  says: { zh: '在决定之前撤回删除申请。', en: 'Withdraw the request before it is decided.' },
  reply: Done,
});

export const listErasures = route({
  id: 'retention.erasures',
  method: 'GET',
  path: '/retention/erasures',
  who: ['privacy', 'auditor'],
  says: {
    zh: '删除申请，先到期的在前；不含姓名和诉求内容。',
    en: 'Requests to erase, the first due first; neither names nor reports.',
  },
  query: Shape({ ...Paging, waiting: Type.Optional(Type.Boolean()) }),
  reply: Page(ErasureAtDesk),
});

export const countErasures = route({
  id: 'retention.waiting',
  method: 'GET',
  path: '/retention/erasures/waiting',
  who: ['privacy'],
  says: {
    zh: '等待决定的删除申请有多少，不计自己提出的。',
    en: 'How many requests to erase wait for a decision, one’s own not counted.',
  },
  reply: Shape({ erasures: Type.Integer() }),
});

export const askErasureFor = route({
  id: 'retention.askFor',
  method: 'POST',
  path: '/retention/erasures',
  who: ['steward', 'privacy'],
  says: {
    zh: '申请删除登记中的一个人（迁出、已故、违法处理等）；由另一人决定。',
    en: 'Ask for a registered person to be erased; somebody else decides.',
  },
  body: Shape({ person: Uuid, ground: Ground, reason: Words(4, 500) }),
  reply: ErasureView,
});

export const decideErasure = route({
  id: 'retention.decide',
  method: 'POST',
  path: '/retention/erasures/:id/decision',
  who: ['privacy'],
  says: {
    zh: '同意或不予删除，并说明理由（个人信息保护法第四十七、五十条）；法定保全期间不得删除。',
    en: 'Approve or refuse with reasons; nothing under a legal hold is erased.',
  },
  params: ById,
  body: Shape({ approve: Type.Boolean(), answer: Words(4, 500) }),
  reply: ErasureAtDesk,
  stepUp: true,
});
