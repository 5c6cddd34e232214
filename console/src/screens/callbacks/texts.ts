export const texts = {
  says: {
    zh: '由系统随机抽取，回访人不属承办单位。沉默不等于满意，未联系上如实登记。',
    en: 'Drawn at random by the system; the caller does not belong to the handling unit. Silence is not satisfaction.',
  },
  list: { zh: '待回访', en: 'Callbacks' },
  empty: { zh: '现在没有要回访的。', en: 'Nobody to call now.' },
  script: { zh: '通话要点', en: 'On the phone' },
  step1: {
    zh: '说明身份和来意，问是否方便。',
    en: 'Say who you are and why you call; ask whether it suits.',
  },
  step2: {
    zh: '问“您反映的问题真的解决了吗？”，不引导、不劝说。',
    en: 'Ask "was it really solved?"; do not lead, do not persuade.',
  },
  step3: {
    zh: '没解决的，记下原因，并告知 14 天内可申请重办。',
    en: 'If not, note why, and say that reopening can be asked within 14 days.',
  },
  reached: { zh: '是否接通', en: 'Reached' },
  yes: { zh: '已接通', en: 'Yes' },
  no: { zh: '未接通', en: 'No' },
  solved: { zh: '真的解决了吗', en: 'Really solved?' },
  solvedYes: { zh: '解决了', en: 'Solved' },
  solvedNo: { zh: '没有解决', en: 'Not solved' },
  score: { zh: '满意度', en: 'Score' },
  reasons: { zh: '没解决的原因', en: 'Why not' },
  text: { zh: '原话或补充', en: 'In their words' },
  send: { zh: '登记回访结果', en: 'Record the outcome' },
  askAt: { zh: '抽取于 {at}', en: 'drawn {at}' },
  whole: { zh: '打开详情', en: 'Open the case' },
} as const;
