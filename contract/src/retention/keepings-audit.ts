const made = { zh: '产生之时', en: 'when it was made' } as const;

/** What the records of looks and the security log are kept for; one seal covers both, so they leave together. */
export const auditKeepings = {
  'audit.accesses': {
    words: { zh: '查阅记录、封印和隐私投诉', en: 'Records of looks, their seal, and doubts' },
    from: made,
    term: { value: 3, unit: 'year' },
    least: { value: 3, unit: 'year' },
    fate: 'archive',
    way: 'hand',
    basis: {
      zh: '个人信息保护法第五十六条、网络数据安全管理条例第十二条：处理记录至少保存三年',
      en: 'Personal Information Protection Law art. 56; Network Data Regulations art. 12: records for at least three years',
    },
    owner: { zh: '个人信息保护专员', en: 'Privacy officer' },
    fields: ['name'],
  },
  'audit.security': {
    words: {
      zh: '安全日志（登录、授权、密钥、导入导出、运维）',
      en: 'The security log: sign-ins, rights, keys, imports, exports, commands',
    },
    from: made,
    term: { value: 3, unit: 'year' },
    least: { value: 6, unit: 'month' },
    fate: 'archive',
    way: 'hand',
    basis: {
      zh: '网络安全法：网络日志留存不少于六个月；与查阅记录同一封印，一并保存三年',
      en: 'Cybersecurity Law: logs for at least six months; sealed together with the looks and kept as long',
    },
    owner: { zh: '审计员', en: 'Auditor' },
    fields: ['name'],
  },
} as const;
