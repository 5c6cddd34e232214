export const texts = {
  three: { zh: '三件要您决定的事', en: 'Three things to decide' },
  how: { zh: '按最先到期排列，来自真实待办', en: 'What falls due first, from the real queues' },
  none: { zh: '没有等您决定的事。', en: 'Nothing waits for your decision.' },
  more: { zh: '另有 {n} 件', en: '{n} more' },
  decide: { zh: '去决定', en: 'Decide' },
  designation: {
    zh: '各单位意见不一，等领导指定承办',
    en: 'Units disagree: a leader designates who handles it',
  },
  held: { zh: '挂账临近 180 天上限（{unit}，{why}）', en: 'On hold, near its 180-day cap ({unit}, {why})' },
  reopening: { zh: '居民说没解决，申请重办', en: 'The reporter says it is not solved and asks to reopen' },
  contest: { zh: '居民对不予受理有异议', en: 'The reporter objects to being declined' },
  asks: { zh: '{unit} 申请{kind}', en: '{unit} asks: {kind}' },
  exporting: { zh: '{who} 申请导出 {n} 行资料', en: '{who} asks to export {n} rows' },
} as const;
