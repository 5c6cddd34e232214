import type { Both } from '@fengqiao/contract/route.ts';

export const texts = {
  title: { zh: '演示：换个身份看看', en: 'Demo: try a role' },
  intro: {
    zh: '这是一条虚构的街道。选一个身份，一步进入；同一件事在不同的人手里是什么样，可以走一遍。',
    en: 'This street is invented. Choose a role and enter with one press; walk one matter through everyone’s hands.',
  },
  enter: { zh: '以{who}身份进入', en: 'Enter as {who}' },
  login: { zh: '登录名 {login}', en: 'Login {login}' },
  password: { zh: '密码 {password}', en: 'password {password}' },
  outbox: { zh: '演示短信箱', en: 'Demo text messages' },
  outboxWhat: {
    zh: '演示环境不发真短信。发给谁、写了什么（包括验证码）都在这里。',
    en: 'The demo sends no real messages. Who was told what, codes included, is shown here.',
  },
  outboxNone: { zh: '还没有短信。', en: 'No messages yet.' },
} as const satisfies Record<string, Both>;
