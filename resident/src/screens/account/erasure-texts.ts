import type { Both } from '@fengqiao/contract/both.ts';

export const erasureTexts = {
  title: { zh: '注销账户，删除我的信息', en: 'Close my account and erase me' },
  signIn: { zh: '登录', en: 'Sign in' },
  signInWhy: { zh: '登录后可以申请删除您的信息。', en: 'Sign in to ask for your data to be erased.' },
  request: { zh: '我的申请', en: 'My request' },
  answerBy: { zh: '最晚 {day} 答复您。', en: 'You are answered by {day}.' },
  withdraw: { zh: '撤回申请', en: 'Withdraw' },
  consequences: { zh: '删除之后', en: 'What happens then' },
  signIn2: {
    zh: '账户关闭，您不能再用它登录；同一手机号可以重新注册。',
    en: 'Your account is closed and cannot be used again; the same phone may begin a new one.',
  },
  facts: {
    zh: '您的姓名、手机号、证件和住址在这里永久删除，备份里也不能再读出。',
    en: 'Your name, phone, papers and address are destroyed here for good, and cannot be read from backups either.',
  },
  cases: {
    zh: '正在办理的诉求继续办理，但不再留有您的姓名和联系方式。',
    en: 'Cases that are open go on, without your name or contact.',
  },
  answers: {
    zh: '您将收不到结果通知，也不能评价或要求重办。',
    en: 'You will not hear of results, nor rate them or ask to reopen.',
  },
  kept: {
    zh: '法律要求保存的部分（如依法保全）期满前不删除，会告诉您理由。',
    en: 'What the law asks to keep is erased only when that ends; you are told why.',
  },
  final: { zh: '删除之后不能恢复。', en: 'It cannot be undone.' },
  reason: { zh: '原因（可不填）', en: 'Reason (optional)' },
  understood: { zh: '我已了解以上后果', en: 'I understand this' },
  tickFirst: { zh: '请先确认您了解后果。', en: 'First tick that you understand.' },
  ask: { zh: '申请删除', en: 'Ask to be erased' },
} as const satisfies Record<string, Both>;
