/** Refusals about acting for somebody. */
export const mandateRefusals = {
  'identity.mandate_not_covering': {
    status: 403,
    zh: '这份授权不包括这件事；请由本人办理，或请本人重新授权。',
    en: 'This mandate does not cover that. Let the person do it themselves, or ask them for a wider mandate.',
  },
  'identity.mandate_over': {
    status: 409,
    zh: '这份授权已结束或尚未确认；请刷新后查看。',
    en: 'This mandate has ended or was not accepted yet. Reload to see its state.',
  },
  'identity.mandate_too_long': {
    status: 422,
    zh: '授权期限须从明天起、最长 12 个月；请重新选择到期日。',
    en: 'A mandate lasts from tomorrow up to 12 months. Choose another last day.',
  },
  'identity.mandate_exists': {
    status: 409,
    zh: '两人之间已有有效或待确认的授权；要改范围，请先撤销再重新授权。',
    en: 'There is a mandate between the two, in force or waiting. To change it, revoke it and give a new one.',
  },
  'identity.mandate_with_oneself': {
    status: 422,
    zh: '代办人和当事人不能是同一个人；请核对手机号。',
    en: 'The two sides are the same person. Check the phone number.',
  },
  'identity.too_many_helpers': {
    status: 409,
    zh: '一位当事人最多 5 名代办人，一位代办人最多替 10 人办事；请先结束不再需要的授权。',
    en: 'One person has at most 5 helpers and one helper acts for at most 10 people. End mandates that are no longer needed.',
  },
  'identity.acting_for_another': {
    status: 409,
    zh: '您正在替他人办理；请先点“回到本人”，再做这件事。',
    en: 'You are acting for somebody else. Go back to yourself first, then do this.',
  },
} as const;
