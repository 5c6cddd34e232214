import type { Both } from '@fengqiao/contract/route.ts';

export const texts = {
  title: { zh: '上门帮办', en: 'Help at home' },
  titleOf: { zh: '代办授权：{name}', en: 'Mandate of {name}' },
  how: {
    zh: '本人在纸上签字，授权亲属或邻居代办；拍下签字表即可。不借用本人手机，不要验证码。',
    en: 'The person signs a form that lets a relative or neighbour act for them; photograph it. Never borrow their phone or ask for a code.',
  },
  form: { zh: '拍签字表', en: 'Photograph the signed form' },
  name: { zh: '本人姓名', en: 'Name of the person' },
  phone: { zh: '本人手机号', en: 'Their phone' },
  helperName: { zh: '代办人姓名', en: 'Name of the helper' },
  helperPhone: { zh: '代办人手机号', en: 'Phone of the helper' },
  acts: { zh: '可以代办什么', en: 'What it covers' },
  until: {
    zh: '一年有效；本人随时可以来电、到窗口撤销，立即生效。',
    en: 'It holds for a year and ends at once when the person says so by phone or at a window.',
  },
  send: { zh: '提交', en: 'Hand in' },
  formNeeded: { zh: '请拍下签字表。', en: 'Photograph the signed form.' },
  nameNeeded: { zh: '请写本人姓名。', en: 'Write the name of the person.' },
  phoneNeeded: { zh: '手机号是 11 位。', en: 'A phone number has 11 digits.' },
  actsNeeded: { zh: '请选可以代办什么。', en: 'Choose what it covers.' },
} as const satisfies Record<string, Both>;
