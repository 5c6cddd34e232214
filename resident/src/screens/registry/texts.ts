import type { Both } from '@fengqiao/contract/both.ts';

export const texts = {
  title: { zh: '我的资料', en: 'My data in the registry' },
  says: {
    zh: '街道登记了您的这些信息，来自哪里、哪一天都写在下面。有错可以申请更正，十个工作日内答复。',
    en: 'This is what the street has written down about you, from where and of which day. Ask to correct what is wrong; you get an answer within ten work days.',
  },
  signIn: { zh: '登录', en: 'Sign in' },
  signInWhy: { zh: '登录后才能看到自己的登记信息。', en: 'Sign in to see what is written down about you.' },
  prove: { zh: '先做实名核验', en: 'Prove your real name first' },
  proveWhy: {
    zh: '为了不让别人看到您的信息，请先完成实名核验；也可以持证件到社区或街道窗口办理。',
    en: 'So that nobody else sees your data, prove your real name first, here or with your paper at a window.',
  },
  nothing: { zh: '未登记', en: 'Not written down' },
  source: { zh: '来源：{source}，{day}', en: 'From {source}, {day}' },
  vouched: { zh: '核实：{unit}', en: 'Vouched by {unit}' },
  wrong: { zh: '不对，申请更正', en: 'Wrong? Correct it' },
  shouldBe: { zh: '应该是', en: 'It should be' },
  send: { zh: '提交更正申请', en: 'Ask for the correction' },
  tell: { zh: '请填写应该是什么。', en: 'Say what it should be.' },
  corrections: { zh: '我的更正申请', en: 'My corrections' },
  answerBy: { zh: '{day}前答复', en: 'Answer by {day}' },
  answered: { zh: '答复：{reply}', en: 'Answer: {reply}' },
  realName: { zh: '实名核验', en: 'Prove your real name' },
  realNameSays: {
    zh: '填写姓名和证件号码，与街道登记比对；只比对文字，不拍照。不想在网上办的，可持证件到社区或街道窗口。',
    en: 'Give your name and the number of your paper; they are compared with the registry. No photo, no face. You may come to a window with your paper instead.',
  },
  name: { zh: '姓名', en: 'Name' },
  idNumber: { zh: '证件号码', en: 'Number of your paper' },
  compare: { zh: '核验', en: 'Prove it' },
  both: { zh: '请填写姓名和证件号码。', en: 'Give both your name and the number.' },
  done: { zh: '已完成实名核验。', en: 'Your real name is proved.' },
  toMine: { zh: '看我的资料', en: 'See my data' },
} as const satisfies Record<string, Both>;
