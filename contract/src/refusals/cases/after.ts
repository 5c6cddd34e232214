/** Refusals of what follows a closing: answers, callbacks, objections, reopening. */
export const afterRefusals = {
  'cases.reopening_pending': {
    status: 409,
    zh: '有待答复的重办申请，请先处理。',
    en: 'A request to reopen is waiting; decide it first.',
  },
  'cases.window_over': {
    status: 409,
    zh: '已超过 14 天反馈期；如问题再次出现，请重新反映。',
    en: 'The 14 days for this have passed. If the problem is there again, please report it anew.',
  },
  'cases.already_answered': {
    status: 409,
    zh: '这次询问已经答复过，谢谢。',
    en: 'This question has already been answered. Thank you.',
  },
  'cases.callback_not_yours': {
    status: 403,
    zh: '这次回访未抽给您，或您属于承办单位，不能回访。',
    en: 'This callback was not drawn for you, or you belong to the handling unit.',
  },
  'cases.callback_answer_needed': {
    status: 422,
    zh: '问到结果的回访，请选“解决了”或“没有解决”；没问到的，请选没打通的情形。',
    en: 'For an answered call say whether it was solved; if nobody answered, choose what happened instead.',
  },
  'cases.callback_time': {
    status: 422,
    zh: '约定再打的时间应在现在之后、七天以内。',
    en: 'Agree on a time after now and within seven days.',
  },
  'cases.callback_not_due': {
    status: 409,
    zh: '这次回访还没到再打的时间，请先打别的，免得打扰居民。',
    en: 'This call is not due yet. Take another one first, so that nobody is disturbed.',
  },
  'cases.contest_once': {
    status: 409,
    zh: '已提出过申诉，请等待答复。',
    en: 'An objection was already made; please wait for the answer.',
  },
  'cases.nothing_to_reopen': {
    status: 409,
    zh: '没有待答复的重办申请。',
    en: 'There is no request to reopen to decide.',
  },
} as const;
