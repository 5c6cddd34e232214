import Type, { type Static } from 'typebox';
import { MandateActName } from './mandate-acts.ts';
import { roleNames } from './roles.ts';
import { RungName } from './notices/delivery.ts';
import { route, Shape } from './route.ts';
import { Bilingual, ById, Done, Instant, Maybe, OneOf, StreetId, Text, UnitId, Uuid } from './shapes.ts';

export const RoleName = OneOf(roleNames);

/** A mobile number of mainland China, with or without +86. */
export const Phone = Type.String({ pattern: '^(\\+?86)?[ -]?1[3-9]\\d{9}$', maxLength: 16 });
export const Login = Type.String({ pattern: '^[A-Za-z][A-Za-z0-9._-]{2,39}$' });
export const Password = Type.String({ minLength: 1, maxLength: 200 });
export const TotpCode = Type.String({ pattern: '^\\d{6}$' });

/** How somebody likes to use the product; kept with the account so that it follows them to another phone. */
export const OwnSettings = Shape({
  language: Type.Optional(OneOf(['zh', 'en'])),
  elder: Type.Optional(Type.Boolean()),
  sms: Type.Optional(Type.Boolean()),
  /** How somebody would like to be told what they must know. */
  reach: Type.Optional(RungName),
});

export const HeldPost = Shape({
  id: Uuid,
  role: RoleName,
  unit: UnitId,
  unitName: Bilingual,
  until: Maybe(Instant),
  current: Type.Boolean(),
});

export const Me = Shape({
  session: Uuid,
  kind: OneOf(['guest', 'resident', 'staff', 'system']),
  account: Maybe(Uuid),
  name: Type.String(),
  login: Maybe(Type.String()),
  maskedPhone: Maybe(Type.String()),
  role: Maybe(RoleName),
  unit: Maybe(UnitId),
  unitName: Maybe(Bilingual),
  units: Type.Array(UnitId),
  wide: Type.Boolean(),
  level: Type.Integer(),
  totp: Type.Boolean(),
  posts: Type.Array(HeldPost),
  street: Shape({ id: StreetId, name: Bilingual, hotline: Type.String() }),
  settings: OwnSettings,
  /** For whom this session acts, by a mandate; null when for oneself. */
  behalf: Maybe(
    Shape({
      account: Uuid,
      mandate: Uuid,
      name: Type.String(),
      acts: Type.Array(MandateActName),
      until: Instant,
    }),
  ),
  /** When the session ends unless somebody is at it; null: it does not end by standing idle. */
  idleUntil: Maybe(Instant),
  /** Whether staff may come by the single sign-on of the street, and whether this session did. */
  signOn: OneOf(['none', 'offered', 'used']),
  endsAt: Instant,
  demo: Type.Boolean(),
  /** Under which number the site is filed, with whom, since when, in which version, and who of the district answers for it. */
  filing: Shape({
    no: Type.String(),
    authority: Type.String(),
    date: Type.String(),
    version: Type.String(),
    owner: Type.String(),
  }),
});
export type Me = Static<typeof Me>;

export const signIn = route({
  id: 'identity.signIn',
  method: 'POST',
  path: '/sessions',
  who: 'anyone',
  secret: true,
  says: {
    zh: '工作人员登录；一次性密码须同时设定新密码。',
    en: 'Sign in as staff; a one-time password must be replaced in the same step.',
  },
  body: Shape({
    login: Text(1, 60),
    password: Password,
    totp: Type.Optional(TotpCode),
    newPassword: Type.Optional(Password),
  }),
  reply: Me,
});

export const beginTotpAtDoor = route({
  id: 'identity.beginTotpAtDoor',
  method: 'POST',
  path: '/sessions/totp',
  who: 'anyone',
  secret: true,
  says: {
    zh: '岗位要求动态口令而尚未绑定的人，登录前凭密码取得验证器密钥；随后带口令登录即完成绑定。',
    en: 'For somebody whose post demands an authenticator and who has none: its secret by login and password. Signing in with a code of it binds it.',
  },
  body: Shape({ login: Text(1, 60), password: Password }),
  reply: Shape({ secret: Type.String(), uri: Type.String() }),
});

export const askPhoneCode = route({
  id: 'identity.askPhoneCode',
  method: 'POST',
  path: '/phone-codes',
  who: 'anyone',
  secret: true,
  says: { zh: '向手机发送六位登录验证码。', en: 'Send a six-digit sign-in code to a phone.' },
  body: Shape({ phone: Phone }),
  reply: Shape({ endsAt: Instant, againAt: Instant }),
});

export const signInByPhone = route({
  id: 'identity.signInByPhone',
  method: 'POST',
  path: '/phone-sessions',
  who: 'anyone',
  secret: true,
  says: {
    zh: '居民用手机验证码登录；首次使用即建立账号。',
    en: 'Sign in as a resident by phone code; the first time makes the account.',
  },
  body: Shape({ phone: Phone, code: TotpCode }),
  reply: Me,
});

export const readMe = route({
  id: 'identity.me',
  method: 'GET',
  path: '/me',
  who: 'anyone',
  says: { zh: '我是谁、在哪个岗位、在哪个街道。', en: 'Who I am, at which post, in which subdistrict.' },
  reply: Me,
});

export const nameMe = route({
  id: 'identity.nameMe',
  method: 'PUT',
  path: '/me/name',
  who: 'resident',
  says: {
    zh: '填写或更改我的称呼（加密保存，可留空删除）。',
    en: 'Set my name (stored encrypted; empty removes it).',
  },
  body: Shape({ name: Text(0, 40) }),
  reply: Me,
});

export const settleMe = route({
  id: 'identity.settleMe',
  method: 'PUT',
  path: '/me/settings',
  who: 'signed-in',
  says: { zh: '更改我的使用偏好。', en: 'Change how I like to use the product.' },
  body: OwnSettings,
  reply: Me,
});

export const signOut = route({
  id: 'identity.signOut',
  method: 'DELETE',
  path: '/sessions/current',
  who: 'signed-in',
  says: { zh: '退出登录。', en: 'Sign out.' },
  reply: Done,
});

export const switchPost = route({
  id: 'identity.switchPost',
  method: 'POST',
  path: '/sessions/current/post',
  who: 'staff',
  says: { zh: '切换到我担任的另一个岗位。', en: 'Act at another post that I hold.' },
  body: Shape({ post: Uuid }),
  reply: Me,
});

export const Device = Shape({
  id: Uuid,
  device: Type.String(),
  signedInAt: Instant,
  endsAt: Instant,
  current: Type.Boolean(),
});

export const listDevices = route({
  id: 'identity.devices',
  method: 'GET',
  path: '/sessions',
  who: 'signed-in',
  says: { zh: '我在哪些设备上登录着。', en: 'Where I am signed in.' },
  reply: Shape({ items: Type.Array(Device) }),
});

export const endDevice = route({
  id: 'identity.endDevice',
  method: 'DELETE',
  path: '/sessions/:id',
  who: 'signed-in',
  says: { zh: '让我的一台设备退出登录。', en: 'Sign one of my devices out.' },
  params: ById,
  reply: Done,
});

export const changePassword = route({
  id: 'identity.changePassword',
  method: 'PUT',
  path: '/me/password',
  who: 'staff',
  secret: true,
  says: {
    zh: '更改我的密码；其他设备随即退出。',
    en: 'Change my password; my other devices are signed out.',
  },
  body: Shape({ password: Password, newPassword: Password }),
  reply: Done,
});

export const beginTotp = route({
  id: 'identity.beginTotp',
  method: 'POST',
  path: '/me/totp',
  who: 'staff',
  secret: true,
  says: { zh: '开始绑定动态口令，取得密钥。', en: 'Begin to use an authenticator: get its secret.' },
  body: Shape({ password: Password }),
  reply: Shape({ secret: Type.String(), uri: Type.String() }),
});

export const confirmTotp = route({
  id: 'identity.confirmTotp',
  method: 'POST',
  path: '/me/totp/confirmation',
  who: 'staff',
  secret: true,
  says: { zh: '用一个动态口令确认绑定。', en: 'Confirm the authenticator by one of its codes.' },
  body: Shape({ code: TotpCode }),
  reply: Me,
});

export const endTotp = route({
  id: 'identity.endTotp',
  method: 'DELETE',
  path: '/me/totp',
  who: 'staff',
  secret: true,
  says: {
    zh: '停用动态口令（须密码与当前口令）。',
    en: 'Stop using the authenticator (needs the password and a code).',
  },
  body: Shape({ password: Password, code: TotpCode }),
  reply: Me,
});
