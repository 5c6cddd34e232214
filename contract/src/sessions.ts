import Type from 'typebox';
import { Me, Password, TotpCode } from './identity.ts';
import { route, Shape } from './route.ts';
import { Instant, Uuid } from './shapes.ts';

/** For so long somebody counts as proved again. */
export const PROOF_MINUTES = 10;

export const askProofCode = route({
  id: 'identity.askProofCode',
  method: 'POST',
  path: '/sessions/current/proof-code',
  who: 'resident',
  secret: true,
  says: {
    zh: '向我登录所用的手机发送六位验证码，用于重要操作前再次核验。',
    en: 'Send a six-digit code to the phone I signed in with, to prove again that it is me.',
  },
  reply: Shape({ endsAt: Instant, againAt: Instant }),
});

export const stepUp = route({
  id: 'identity.stepUp',
  method: 'POST',
  path: '/sessions/current/step-up',
  who: 'signed-in',
  secret: true,
  says: {
    zh: '重要操作前再次核验本人：工作人员用动态口令（未绑定的用密码），居民用短信验证码；10 分钟内有效。',
    en: 'Prove again that it is you before a grave act: staff by authenticator, or password without one; residents by phone code. It holds for 10 minutes.',
  },
  body: Shape({ password: Type.Optional(Password), code: Type.Optional(TotpCode) }),
  reply: Shape({ until: Instant }),
});

export const stayHere = route({
  id: 'identity.stayHere',
  method: 'POST',
  path: '/sessions/current/presence',
  who: 'signed-in',
  secret: true,
  says: {
    zh: '有人在操作：延后无人操作时的自动退出。',
    en: 'Somebody is at it: puts off the end of a session that stands idle.',
  },
  reply: Shape({ idleUntil: Type.Union([Instant, Type.Null()]) }),
});

export const deviceKey = route({
  id: 'identity.deviceKey',
  method: 'POST',
  path: '/sessions/current/device-key',
  who: 'staff',
  secret: true,
  says: {
    zh: '登录后领取解锁本机离线数据的密钥（每个账号一把，256 位，base64url）；不含任何个人信息。',
    en: 'After signing in, the key that unlocks what this account keeps offline on a device (256 bits, base64url); it tells nothing about anybody.',
  },
  reply: Shape({ key: Type.String({ minLength: 43, maxLength: 43 }) }),
});

export const actFor = route({
  id: 'identity.actFor',
  method: 'POST',
  path: '/sessions/current/principal',
  who: 'resident',
  says: {
    zh: '凭有效授权，从现在起替某人办理。',
    en: 'Act for somebody from now on, by a mandate in force.',
  },
  body: Shape({ mandate: Uuid }),
  reply: Me,
});

export const actForMyself = route({
  id: 'identity.actForMyself',
  method: 'DELETE',
  path: '/sessions/current/principal',
  who: 'resident',
  says: { zh: '回到办理本人的事。', en: 'Act for myself again.' },
  reply: Me,
});
