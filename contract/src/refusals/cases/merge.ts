/** Refusals of merging and undoing it. */
export const mergeRefusals = {
  'cases.already_merged': {
    status: 409,
    zh: '该工单已并入其他工单，请在主单上操作。',
    en: 'This case was merged. Act on the one it was merged into.',
  },
  'cases.merge_self': {
    status: 422,
    zh: '不能把工单并入自身或已并单、已结束的工单。',
    en: 'A case cannot be merged into itself, or into one that was merged or has ended.',
  },
  'cases.merge_undone': { status: 409, zh: '该并单已撤销。', en: 'This merge has already been undone.' },
  'cases.merge_too_late': {
    status: 409,
    zh: '主单已结案，不能撤销并单；如未解决请申请重办。',
    en: 'The main case is closed, so the merge stays. If it is not solved, ask to reopen.',
  },
  'cases.merge_wrong_way': {
    status: 409,
    zh: '主单尚未立案，不能并入已立案的工单；请以已立案的工单为主单。',
    en: 'The main case is not registered yet, so a registered one cannot join it. Make the registered one the main case.',
  },
  'cases.merge_sensitive': {
    status: 409,
    zh: '涉敏感的工单只能与同样涉敏感的工单并单。',
    en: 'A sensitive case merges only with another sensitive one.',
  },
} as const;
