export const dutyTexts = {
  title: { zh: '法规与职责变化', en: 'Changes of law and duty' },
  none: { zh: '没有登记过变化。', en: 'No change was announced.' },
  announce: { zh: '登记变化', en: 'Announce a change' },
  says: {
    zh: '法律、行政法规、国务院决定或部门职责变化后，提供单位 10 个工作日内更新目录，经同意可延长 5 个工作日（809 号令第十七条）。',
    en: 'After a change of law, of a decision of the State Council or of duties, the provider updates the entry within ten work days, five more when allowed (Order 809, art. 17).',
  },
  change: { zh: '什么变了', en: 'What changed' },
  basis: { zh: '具体法规、文件或职责调整', en: 'Which law, paper or change of duties' },
  occurredOn: { zh: '变化之日', en: 'Day of the change' },
  dueBy: { zh: '{at} 前更新', en: 'Update by {at}' },
  overdue: { zh: '更新已逾期', en: 'The update is overdue' },
  extended: { zh: '已延长', en: 'Extended' },
  extend: { zh: '同意延长', en: 'Allow more time' },
  workDays: { zh: '延长几个工作日', en: 'Work days more' },
  reason: { zh: '理由', en: 'Why' },
  close: { zh: '无须更新', en: 'Nothing to change' },
} as const;
