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
} as const;
