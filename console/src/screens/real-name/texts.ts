export const texts = {
  says: {
    zh: '替不便上网的居民凭证件办理，与网上核验等同。本人会收到短信和站内告知。',
    en: 'For residents who do not come online: with their paper, as good as online. They are told by text message and in the app.',
  },
  seen: { zh: '看证件', en: 'See the paper' },
  seenSays: {
    zh: '只为本人到场、证件在手的居民办理；姓名与号码按证件填写，与登记比对。',
    en: 'Only for somebody who is here with the paper in hand. Name and number are entered as they stand on it and compared with the registry.',
  },
  name: { zh: '证件上的姓名', en: 'Name on the paper' },
  idNumber: { zh: '证件号码', en: 'Number of the paper' },
  account: { zh: '办给哪个账号', en: 'For which account' },
  phone: { zh: '登录用的手机号', en: 'Phone they sign in with' },
  phoneSays: {
    zh: '没有手机的，先在“代办授权”登记，再从那里进来办理。',
    en: 'Without a phone: enter a mandate first, and come here from it.',
  },
  phoneWrong: { zh: '请填写 11 位手机号', en: 'A mobile number has 11 digits' },
  mandated: {
    zh: '办给代办授权中的居民账号（没有手机）。',
    en: 'For the account of a mandate, of somebody without a phone.',
  },
  here: {
    zh: '本人到场，我已看过证件原件，人证一致',
    en: 'They are here, I have seen the original, and it is theirs',
  },
  hereNeeded: { zh: '没有看过证件原件，不能办理', en: 'Not without having seen the original' },
  prove: { zh: '核验实名', en: 'Prove the real name' },
  unknown: {
    zh: '登记里没有这个人，或登记有误？',
    en: 'Not in the registry, or written down wrongly?',
  },
  addPerson: { zh: '先登记人员', en: 'Write the person down' },
  askCorrection: { zh: '查找并提出更正', en: 'Look them up and ask for a correction' },
  toMandates: { zh: '代办授权', en: 'Mandates' },
  receipt: { zh: '实名核验回执', en: 'Receipt: real name proved' },
  who: { zh: '姓名', en: 'Name' },
  number: { zh: '证件号码', en: 'Number' },
  at: { zh: '办理时间', en: 'Done' },
  where: { zh: '办理窗口', en: 'Window' },
  opens: {
    zh: '现在可以：查看街道登记了您的哪些信息、谁看过、为什么；申请更正；为未成年子女查看。',
    en: 'From now on: see what the street has written down about you, who looked and why; ask for a correction; see the same for your minor children.',
  },
  told: {
    zh: '已发短信和站内信告知本人。不是您本人办理的，请立即告知窗口。',
    en: 'A text message and a message in the app say so. If it was not you, tell the window at once.',
  },
  paperOnly: {
    zh: '没有手机号，以本回执告知；不是您本人办理的，请立即告知窗口。',
    en: 'Without a phone, this receipt is the notice. If it was not you, tell the window at once.',
  },
  print: { zh: '打印回执', en: 'Print the receipt' },
  again: { zh: '下一位', en: 'Next' },
} as const;
