import type { Both } from '@fengqiao/contract/route.ts';

export const texts = {
  export: { zh: '导出', en: 'Export' },
  title: { zh: '申请导出：{what}', en: 'Export: {what}' },
  notYours: { zh: '您的岗位不能申请导出名册。', en: 'Your post cannot ask for exports.' },
  fields: { zh: '导出哪些字段', en: 'Which columns' },
  fieldsSay: {
    zh: '只选这次工作用得到的。字段级别越高，审批越严。',
    en: 'Only those this task needs. The higher their grade, the stricter the approval.',
  },
  chooseFields: { zh: '请至少选一个字段。', en: 'Choose one column at least.' },
  weighed: { zh: '将导出', en: 'This would export' },
  rows: { zh: '{n} 行', en: '{n} rows' },
  moreRows: { zh: '超过 {n} 行', en: 'more than {n} rows' },
  gradeOf: { zh: '最高 G{n} {word}', en: 'up to G{n} {word}' },
  needs: { zh: '审批', en: 'Approval' },
  purpose: { zh: '用途', en: 'Purpose' },
  purposeSays: {
    zh: '名册里的每个人都会在“谁看过我的信息”里看到。',
    en: 'Everybody in the list reads it under “who looked at my data”.',
  },
  sharePurpose: { zh: '用途以共享申请批准的为准。', en: 'The purpose is the one the share was granted for.' },
  reason: { zh: '理由', en: 'Reason' },
  whyTaken: { zh: '导出理由', en: 'Reason for the export' },
  reasonSays: {
    zh: '做什么工作、为什么必须用名册，审批人据此决定。',
    en: 'Which task, and why it needs a list; whoever approves decides by it.',
  },
  format: { zh: '格式', en: 'Format' },
  send: { zh: '提交申请', en: 'Ask for it' },
  make: { zh: '开始生成', en: 'Make it' },
  asked: { zh: '已提交 {no}，批准后自动生成。', en: '{no} is asked for and made once approved.' },
  queued: { zh: '{no} 正在生成，可离开此页。', en: '{no} is being made; you may leave this page.' },
  toExports: { zh: '查看我的导出', en: 'See my exports' },
  promise: {
    zh: '文件带您的姓名、单位、时间和编号，到期自动清除；每次下载都有记录。',
    en: 'The file carries your name, unit, time and number and is wiped after its term; each download is on record.',
  },
} as const satisfies Record<string, Both>;
