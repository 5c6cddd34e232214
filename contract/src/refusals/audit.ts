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
