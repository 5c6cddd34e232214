const basis = {
  zh: '个人信息保护法第十九条：保存期限为实现处理目的所必要的最短时间',
  en: 'Personal Information Protection Law art. 19: no longer than the purpose needs',
};
const owner = { zh: '联动中心', en: 'Command centre' };

/** How long patrols, visits and conflicts are kept. */
export const roundsKeepings = {
  'rounds.patrols': {
    words: { zh: '巡查记录', en: 'Patrols' },
    from: { zh: '交来之时', en: 'when it was handed in' },
    term: { value: 6, unit: 'month' },
    least: { value: 1, unit: 'month' },
    fate: 'delete',
    way: 'approved',
    basis,
    owner,
    fields: ['name'],
  },
  'rounds.visits': {
    words: { zh: '走访记录', en: 'Visits at home' },
    from: { zh: '交来之时', en: 'when it was handed in' },
    term: { value: 1, unit: 'year' },
    least: { value: 3, unit: 'month' },
    fate: 'delete',
    way: 'approved',
    basis,
    owner,
    fields: ['name', 'address'],
  },
  'rounds.conflicts': {
    words: { zh: '离线冲突记录', en: 'Conflicts of acts done without a network' },
    from: { zh: '记下之时', en: 'when it was noted' },
    term: { value: 1, unit: 'year' },
    least: { value: 3, unit: 'month' },
    fate: 'delete',
    way: 'approved',
    basis,
    owner,
    fields: ['name', 'address'],
  },
} as const;
