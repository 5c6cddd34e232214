/** Refusals of the record of who looked at what. */
export const auditRefusals = {
  'audit.window_unusable': {
    status: 422,
    zh: '查询时间范围应从早到晚且不超过 92 天，请缩小范围后再查。',
    en: 'Choose a span that runs forward and is at most 92 days long.',
  },
  'audit.nothing_recorded': {
    status: 500,
    zh: '未能写明查看了谁的哪些信息，因此不予显示；请联系系统管理员。',
    en: 'It could not be recorded whose data and which facts were asked for, so nothing is shown. Tell your administrator.',
  },
  'audit.grade_beyond_purpose': {
    status: 403,
    zh: '这个用途不允许查看该级别的信息；请选择合适的用途，确有需要的请向个人信息保护专员申请调整用途登记。',
    en: 'This purpose does not allow facts of that grade. Choose a fitting purpose, or ask the privacy officer to change the register.',
  },
  'audit.purpose_needs_approval': {
    status: 403,
    zh: '这个用途须先由另一人批准；请提交申请，批准后再查看。',
    en: 'This purpose needs the approval of somebody else first. Hand in a request and look once it is approved.',
  },
  'audit.seal_late': {
    status: 503,
    zh: '查看记录已超过 4 小时未能封印，敏感信息暂停查看；请通知系统管理员检查后台时钟（fengqiao doctor），封印恢复后即可继续。',
    en: 'The records of looks have not been sealed for over 4 hours, so sensitive facts stay closed. Tell the administrator to check the background clocks (fengqiao doctor); it opens again once sealing resumes.',
  },
  'audit.not_sealed_yet': {
    status: 404,
    zh: '这条记录还没有封印，或不存在；新的记录一分钟内封印，请稍后再试。',
    en: 'This look is not sealed yet, or does not exist. New ones are sealed within a minute; try again then.',
  },
  'audit.no_such_head': {
    status: 422,
    zh: '封印没有这样的大小；请用 /audit/heads 列出的大小，核验应从零开始。',
    en: 'The seal has no such size. Use sizes that /audit/heads lists; a verification begins at zero.',
  },
  'audit.already_doubted': {
    status: 409,
    zh: '您已经对这次查看提出过疑问，可在“我的疑问”里看进展。',
    en: 'You have doubted this look already; follow it under “My doubts”.',
  },
  'audit.doubt_decided': {
    status: 409,
    zh: '这条疑问已经答复，不能再改；有新情况请居民另行提出。',
    en: 'This doubt was answered and stays as it is. Something new is raised anew by the resident.',
  },
  'audit.change_waits': {
    status: 409,
    zh: '这一项已有变更在等待批准，请先批准或驳回。',
    en: 'A change of this one waits already. Decide it first.',
  },
  'audit.change_decided': {
    status: 409,
    zh: '这项变更已经处理过了，请刷新。',
    en: 'This change was decided already; refresh the page.',
  },
  'audit.own_change': {
    status: 403,
    zh: '不能批准自己提出的变更，请由另一名个人信息保护专员或街道领导处理。',
    en: 'Nobody decides their own change. Ask another privacy officer or a leader.',
  },
  'audit.exception_unfounded': {
    status: 422,
    zh: '不告知本人或延后告知，须写明法律依据和截止日期；立即告知的用途不需要。',
    en: 'Hiding or delaying a look needs a legal basis and an end date; a purpose that does neither has none.',
  },
  'audit.limits_crossed': {
    status: 422,
    zh: '上限不能低于提醒额度。',
    en: 'The hard limit cannot be below the soft one.',
  },
  'audit.break_glass_open': {
    status: 409,
    zh: '您已有一次应急查看在进行，30 分钟后自动结束；一次只能查看一个人。',
    en: 'You have one emergency look open already; it ends by itself after 30 minutes. Only one person at a time.',
  },
  'audit.break_glass_over': {
    status: 409,
    zh: '您没有正在进行的应急查看，或 30 分钟已到；确有需要的请重新开启。',
    en: 'You have no emergency look open, or its half hour is over. Open a new one if it is still needed.',
  },
  'audit.own_review': {
    status: 403,
    zh: '不能复核自己的查看，请由他人复核。',
    en: 'Nobody reviews their own looks; ask somebody else.',
  },
  'audit.reviewed_already': {
    status: 409,
    zh: '已经复核过了，请刷新。',
    en: 'This was reviewed already; refresh the page.',
  },
  'audit.too_many_rows': {
    status: 422,
    zh: '一次至多导出 10000 条，请缩小范围。',
    en: 'An export has at most 10 000 rows; narrow it down.',
  },
  'audit.reason_needed': {
    status: 403,
    zh: '您今天查看的人数已达到提醒额度；请写明理由后继续，督办员会收到提醒。',
    en: 'You have seen as many people in clear today as is usual for your post. Give a reason to go on; the supervisor will be told.',
  },
  'audit.budget_spent': {
    status: 403,
    zh: '您今天查看的人数已达到上限，只能继续看到遮盖后的信息；紧急情况请用应急查看，长期不够用请向个人信息保护专员申请调整额度。',
    en: 'You have reached the most people your post may see in clear in a day; only masked facts remain. In an emergency use break-glass; if it is too little every day, ask the privacy officer to change the limit.',
  },
} as const;
