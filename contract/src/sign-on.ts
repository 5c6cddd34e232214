import Type from 'typebox';
import type { Door } from './platform.ts';
import { Shape } from './route.ts';
import { Text } from './shapes.ts';

const away = {
  method: 'GET',
  who: 'anyone',
  params: Shape({}),
  reply: Type.String(),
  takes: [],
  gives: 'text/html',
} as const;

/** Addresses a browser walks through while staff sign in with the street's OpenID Connect provider; each answers with a redirect. */
export const signOnDoors = [
  {
    ...away,
    id: 'identity.signOn',
    path: '/sign-on',
    query: Shape({ next: Type.Optional(Text(1, 500)), again: Type.Optional(Type.Literal('1')) }),
    says: {
      zh: '工作人员统一身份认证：转到认证服务。next 为登录后要打开的工作台地址；again=1 为重要操作前再次核验。',
      en: 'Single sign-on of staff: goes to the provider. next is the place in the console to open afterwards; again=1 proves again before a grave act.',
    },
  },
  {
    ...away,
    id: 'identity.signOnBack',
    path: '/sign-on/back',
    query: Shape({
      code: Type.Optional(Type.String()),
      state: Type.Optional(Type.String()),
      iss: Type.Optional(Type.String()),
      error: Type.Optional(Type.String()),
    }),
    says: {
      zh: '认证服务转回之处：核对授权码、状态与随机数后登录，并转到工作台。',
      en: 'Where the provider sends the browser back: checks code, state and nonce, signs in and goes on to the console.',
    },
  },
  {
    ...away,
    id: 'identity.signOnEnd',
    path: '/sign-on/end',
    query: Shape({}),
    says: {
      zh: '退出后到认证服务结束那里的登录。',
      en: 'After signing out, ends the session at the provider as well.',
    },
  },
] as const satisfies readonly Door[];
