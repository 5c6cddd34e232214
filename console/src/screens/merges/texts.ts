export const texts = {
  says: {
    zh: '选一件作为主单，把附近相似的并进来；诉求人、时钟、件数全部保留，结案前可撤销。',
    en: 'Pick the main case and merge what sounds alike nearby; reporters, clocks and counts are kept, and it can be undone until closing.',
  },
  here: { zh: '可并入本单的工单', en: 'Cases to merge into this one' },
  none: { zh: '附近没有相似的未办结工单。', en: 'No similar open case is near.' },
  likeness: { zh: '相似 {n}', en: '{n} alike' },
  reason: { zh: '并单理由', en: 'Reason' },
  reasonUsual: { zh: '同一地点同一问题', en: 'Same place, same problem' },
  merge: { zh: '并入本单（{n}）', en: 'Merge into this case ({n})' },
  chooseFirst: { zh: '请先勾选要并入的工单。', en: 'Tick the cases to merge first.' },
  merged: { zh: '已并入 {n} 件', en: '{n} merged' },
  refused: { zh: '未能并入', en: 'Not merged' },
  pick: { zh: '选择 {no}', en: 'Choose {no}' },
} as const;
