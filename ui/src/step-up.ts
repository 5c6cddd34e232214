import type { Me } from '@fengqiao/contract/identity.ts';
import type { Both } from '@fengqiao/contract/route.ts';
import { makeQuestion } from './question.ts';

/** How somebody proves again that it is they: what they are asked for depends on what they have. */
export type Proof = 'totp' | 'password' | 'phone';

export const proofOf = (me: Pick<Me, 'kind' | 'totp'>): Proof =>
  me.kind === 'resident' ? 'phone' : me.totp ? 'totp' : 'password';

const question = makeQuestion(false);

/** Asks whoever is at the screen to prove that it is they; false when they turned away. */
export const proveAgain = question.ask;
export const useQuestion = question.useQuestion;

export const stepUpTexts = {
  title: { zh: '请再次核验是您本人', en: 'Prove again that it is you' },
  why: {
    zh: '这是重要操作。核验后 10 分钟内不再询问。',
    en: 'This is a grave act. You will not be asked again for 10 minutes.',
  },
  totp: { zh: '验证器上的六位口令', en: 'Six digits of your authenticator' },
  password: { zh: '登录密码', en: 'Your password' },
  phone: { zh: '短信里的六位验证码', en: 'Six digits from the message' },
  send: { zh: '向我的手机发送验证码', en: 'Send a code to my phone' },
  sendTo: { zh: '验证码将发到 {phone}。', en: 'The code goes to {phone}.' },
  again: { zh: '没收到，重新发送', en: 'Not received; send again' },
  signOn: { zh: '通过统一身份认证核验', en: 'Prove by the single sign-on' },
  go: { zh: '核验并继续', en: 'Prove and go on' },
  cancel: { zh: '取消', en: 'Cancel' },
  demo: { zh: '演示环境的密码是 {password}', en: 'The password of the demo is {password}' },
} as const satisfies Record<string, Both>;
