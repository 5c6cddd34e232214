import Type, { type Static } from 'typebox';
import { Login, Phone, RoleName } from './identity.ts';
import { route, Shape } from './route.ts';
import {
  Bilingual,
  ById,
  Done,
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
} from './shapes.ts';

export const PostView = Shape({
  id: Uuid,
  account: Uuid,
  name: Type.String(),
  role: RoleName,
  unit: UnitId,
  unitName: Bilingual,
  from: Instant,
  until: Maybe(Instant),
  state: OneOf(['active', 'waiting', 'ended']),
  reason: Type.String(),
  grantedBy: Maybe(Uuid),
  approvedBy: Maybe(Uuid),
});
export type PostView = Static<typeof PostView>;

export const AccountView = Shape({
  id: Uuid,
  name: Type.String(),
  login: Type.String(),
  state: OneOf(['active', 'closed']),
  totp: Type.Boolean(),
  oneTimePassword: Type.Boolean(),
  /** Its posts demand a second factor, and none is bound yet. */
  totpMissing: Type.Boolean(),
  posts: Type.Array(PostView),
});
export type AccountView = Static<typeof AccountView>;

const NewPassword = Shape({ account: AccountView, password: Type.String(), endsAt: Instant });
const Grant = { role: RoleName, unit: UnitId, until: Type.Optional(Instant), reason: Reason };

export const listAccounts = route({
  id: 'identity.accounts',
  method: 'GET',
  path: '/accounts',
  who: ['admin'],
  says: {
    zh: '工作人员账号列表，可按姓名、登录名、单位、岗位查找。',
    en: 'Staff accounts, found by name, login, unit or role.',
  },
  query: Shape({
    ...Paging,
    after: Type.Optional(Uuid),
    text: Type.Optional(Text(1, 40)),
    unit: Type.Optional(UnitId),
    role: Type.Optional(RoleName),
  }),
  reply: Page(AccountView),
});

export const addAccount = route({
  id: 'identity.addAccount',
  method: 'POST',
  path: '/accounts',
  who: ['admin'],
  stepUp: true,
  secret: true,
  says: {
    zh: '新建工作人员账号并授予岗位；返回只显示一次的一次性密码。',
    en: 'Make a staff account with its first post; the one-time password is shown once.',
  },
  body: Shape({ name: Text(1, 40), login: Login, phone: Type.Optional(Phone), ...Grant }),
  reply: NewPassword,
});

export const renewPassword = route({
  id: 'identity.renewPassword',
  method: 'POST',
  path: '/accounts/:id/password',
  who: ['admin'],
  stepUp: true,
  secret: true,
  says: {
    zh: '为忘记密码的人发一次性密码；其所有设备退出，并通知本人。',
    en: 'Give someone who forgot it a one-time password; their devices are signed out and they are told.',
  },
  params: ById,
  body: Shape({ reason: Reason }),
  reply: NewPassword,
});

export const removeSecondFactor = route({
  id: 'identity.removeSecondFactor',
  method: 'POST',
  path: '/accounts/:id/second-factor/removal',
  who: ['admin'],
  stepUp: true,
  says: {
    zh: '为丢失验证器的人解除动态口令，下次登录时重新绑定；不能由刚给其发一次性密码的人办理，通知本人。',
    en: 'Take the authenticator of someone off who lost it; they bind another at their next sign-in. Not by whoever gave them a one-time password; they are told.',
  },
  params: ById,
  body: Shape({ reason: Reason }),
  reply: AccountView,
});

export const openLogin = route({
  id: 'identity.openLogin',
  method: 'POST',
  path: '/accounts/:id/unlocking',
  who: ['admin'],
  stepUp: true,
  says: {
    zh: '解除因连续输错而暂停的登录；通知本人。',
    en: 'Open a login that pauses after too many wrong tries; its holder is told.',
  },
  params: ById,
  body: Shape({ reason: Reason }),
  reply: AccountView,
});

export const closeAccount = route({
  id: 'identity.closeAccount',
  method: 'POST',
  path: '/accounts/:id/closure',
  who: ['admin'],
  stepUp: true,
  says: { zh: '停用账号：结束其全部岗位和登录。', en: 'Close an account: its posts and sessions end.' },
  params: ById,
  body: Shape({ reason: Reason }),
  reply: AccountView,
});

export const grantPost = route({
  id: 'identity.grantPost',
  method: 'POST',
  path: '/accounts/:id/posts',
  who: ['admin'],
  stepUp: true,
  says: {
    zh: '授予岗位；须另一名管理员批准后生效。',
    en: 'Grant a post; it waits for a second administrator.',
  },
  params: ById,
  body: Shape(Grant),
  reply: PostView,
});

export const waitingPosts = route({
  id: 'identity.waitingPosts',
  method: 'GET',
  path: '/posts/waiting',
  who: ['admin'],
  says: { zh: '等待第二人批准的岗位。', en: 'Posts waiting for a second pair of eyes.' },
  reply: Shape({ items: Type.Array(PostView) }),
});

export const approvePost = route({
  id: 'identity.approvePost',
  method: 'POST',
  path: '/posts/:id/approval',
  who: ['admin'],
  stepUp: true,
  says: { zh: '批准他人授予的岗位。', en: 'Approve a post that someone else granted.' },
  params: ById,
  reply: PostView,
});

export const approvePosts = route({
  id: 'identity.approvePosts',
  method: 'POST',
  path: '/posts/approvals',
  who: ['admin'],
  stepUp: true,
  says: {
    zh: '一并批准他人授予的若干岗位，如一批网格员；有一个不能批准则都不批准。',
    en: 'Approve several posts that others granted, such as a list of grid workers; all of them or none.',
  },
  body: Shape({ posts: Type.Array(Uuid, { minItems: 1, maxItems: 100, uniqueItems: true }) }),
  reply: Shape({ items: Type.Array(PostView) }),
});

export const endPost = route({
  id: 'identity.endPost',
  method: 'POST',
  path: '/posts/:id/end',
  who: ['admin'],
  stepUp: true,
  says: { zh: '结束岗位；在该岗位上的登录随即退出。', en: 'End a post; sessions at it end at once.' },
  params: ById,
  body: Shape({ reason: Reason }),
  reply: PostView,
});

export const apiScopes = {
  open311: { zh: 'Open311 诉求接口', en: 'Open311 requests' },
  shares: { zh: '取用共享数据（限所属单位获准的申请）', en: 'Pull shared data granted to its unit' },
  read_stats: { zh: '读取统计', en: 'Read statistics' },
  upstream: { zh: '上级平台派单', en: 'Cases from upstream platforms' },
  tracker: {
    zh: '数据追踪（其他门户查“谁看过我的信息”）',
    en: 'Data Tracker: who looked, for other portals',
  },
  hand_over: {
    zh: '交接已登录的居民（嵌入上级应用、小程序）',
    en: 'Hand over signed-in residents (embedded in an app or mini-program)',
  },
} as const;
export type ApiScope = keyof typeof apiScopes;
const Scope = OneOf(keysOf(apiScopes));

export const ApiKeyView = Shape({
  id: Uuid,
  name: Type.String(),
  scopes: Type.Array(Scope),
  /** Whose shares it pulls. */
  unit: Maybe(UnitId),
  state: OneOf(['waiting', 'active', 'ended']),
  madeBy: Maybe(Uuid),
  madeAt: Instant,
  endedAt: Maybe(Instant),
});

export const listApiKeys = route({
  id: 'identity.apiKeys',
  method: 'GET',
  path: '/api-keys',
  who: ['admin'],
  says: { zh: '其他系统使用的接口密钥。', en: 'Keys of other systems.' },
  reply: Shape({ items: Type.Array(ApiKeyView) }),
});

export const addApiKey = route({
  id: 'identity.addApiKey',
  method: 'POST',
  path: '/api-keys',
  who: ['admin'],
  stepUp: true,
  secret: true,
  says: {
    zh: '为其他系统新建接口密钥；密钥只显示一次，须另一名管理员批准后可用。',
    en: 'Make a key for another system; it is shown once, and opens nothing until a second administrator approves it.',
  },
  body: Shape({
    name: Text(2, 60),
    scopes: Type.Array(Scope, { minItems: 1, maxItems: 6, uniqueItems: true }),
    /** The unit whose granted shares a key of the scope `shares` pulls. */
    unit: Type.Optional(UnitId),
    /** Base64 of the Ed25519 public key (SPKI, as in a PEM file) of an app that hands people over. */
    publicKey: Type.Optional(Text(40, 200)),
  }),
  reply: Shape({ id: Uuid, key: Type.String() }),
});

export const approveApiKey = route({
  id: 'identity.approveApiKey',
  method: 'POST',
  path: '/api-keys/:id/approval',
  who: ['admin'],
  stepUp: true,
  says: { zh: '批准他人新建的接口密钥。', en: 'Approve a key that someone else made.' },
  params: ById,
  reply: Done,
});

export const endApiKey = route({
  id: 'identity.endApiKey',
  method: 'DELETE',
  path: '/api-keys/:id',
  who: ['admin'],
  stepUp: true,
  says: { zh: '停用接口密钥。', en: 'End a key.' },
  params: ById,
  reply: Done,
});
