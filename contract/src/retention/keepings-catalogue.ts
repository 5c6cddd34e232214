/** How long the catalogue keeps what was shared and what was assessed. */
export const catalogueKeepings = {
  'catalogue.shares': {
    words: { zh: '共享申请、使用和销毁记录', en: 'Requests to share data, their use and disposal' },
    from: { zh: '共享结束之时', en: 'the end of the share' },
    term: { value: 3, unit: 'year' },
    least: { value: 3, unit: 'year' },
    fate: 'archive',
    way: 'hand',
    basis: {
      zh: '政务数据共享条例第二十九条：使用记录至少保存三年',
      en: 'Regulations on Government Data Sharing art. 29: records for at least three years',
    },
    owner: { zh: '数据管理员', en: 'Data steward' },
    fields: [],
  },
  'catalogue.assessments': {
    words: { zh: '个人信息保护影响评估报告', en: 'Impact assessments of personal data' },
    from: { zh: '所评估的处理活动结束之时', en: 'the end of the processing that was assessed' },
    term: { value: 3, unit: 'year' },
    least: { value: 3, unit: 'year' },
    fate: 'archive',
    way: 'hand',
    basis: {
      zh: '个人信息保护法第五十六条：评估报告和处理情况记录至少保存三年',
      en: 'Personal Information Protection Law art. 56: reports and records for at least three years',
    },
    owner: { zh: '个人信息保护专员', en: 'Privacy officer' },
    fields: [],
  },
} as const;
