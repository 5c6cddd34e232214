import type { Both } from '@fengqiao/contract/route.ts';

export const texts = {
  title: { zh: '正在进入', en: 'Entering' },
  signIn: { zh: '用手机号登录', en: 'Sign in by phone' },
  without: { zh: '不登录，直接进入', en: 'Enter without signing in' },
} as const satisfies Record<string, Both>;
