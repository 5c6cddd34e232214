import type { Both } from '@fengqiao/contract/route.ts';

export const texts = {
  title: { zh: '网格端登录', en: 'Sign in' },
  resident: {
    zh: '您现在以居民身份登录，请换用工作账号。',
    en: 'You are signed in as a resident. Use your staff account here.',
  },
  login: { zh: '登录名', en: 'Login' },
  password: { zh: '密码', en: 'Password' },
  newPassword: { zh: '设一个新密码', en: 'Choose a new password' },
  newPasswordHint: {
    zh: '至少 10 位，字母、数字、符号至少两类。',
    en: 'At least 10 characters of two kinds.',
  },
  totp: { zh: '动态口令（六位）', en: 'Authenticator code' },
  enter: { zh: '登录', en: 'Sign in' },
  tour: { zh: '演示：一键进入', en: 'Demo: enter with one press' },
} as const satisfies Record<string, Both>;
