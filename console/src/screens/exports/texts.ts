import type { Both } from '@fengqiao/contract/route.ts';

export const texts = {
  says: {
    zh: '带出平台的名册：谁申请、做什么用、谁批准、何时清除。',
    en: 'Lists that leave the platform: who asked, for what, who approved, when they are wiped.',
  },
  mine: { zh: '我的导出', en: 'Mine' },
  waiting: { zh: '待我审批', en: 'Waiting for me' },
  all: { zh: '全部导出', en: 'All' },
  noneMine: {
    zh: '还没有导出。在工单、人口、房屋、单位等列表上点“导出”即可申请。',
    en: 'None yet. Press “Export” on a list of cases, people, homes or organizations to ask for one.',
  },
  noneWaiting: { zh: '没有等您审批的导出。', en: 'No export waits for you.' },
  noneAll: { zh: '还没有人导出过名册。', en: 'Nobody has exported anything yet.' },
  rowsTold: { zh: '预计 {n} 行', en: 'about {n} rows' },
  rows: { zh: '{n} 行', en: '{n} rows' },
  people: { zh: '{n} 人', en: '{n} people' },
  fields: { zh: '字段', en: 'Columns' },
  filters: { zh: '范围', en: 'Which' },
  noFilters: { zh: '岗位范围内全部', en: 'all within the reach of the post' },
  purpose: { zh: '用途', en: 'Purpose' },
  approval: { zh: '审批', en: 'Approval' },
  decided: { zh: '{name} {at}：{answer}', en: '{name} {at}: {answer}' },
  askedBy: { zh: '{unit} {name} · {at}', en: '{name}, {unit} · {at}' },
  progress: {
    zh: '已生成 {n} / 约 {of} 行，可离开此页',
    en: '{n} of about {of} rows made; you may leave this page',
  },
  queued: { zh: '已排队，稍后自动生成', en: 'In the queue; it is made by itself' },
  until: { zh: '{at} 前可下载，已下载 {n} / {most} 次', en: 'Until {at}; taken {n} of {most} times' },
  download: { zh: '下载', en: 'Download' },
  downloaded: {
    zh: '已下载 {no}，请按用途使用，用后删除。',
    en: '{no} was taken; use it for its purpose and delete it afterwards.',
  },
  withdraw: { zh: '撤回申请', en: 'Withdraw' },
  decide: { zh: '审批', en: 'Decide' },
  decideSays: {
    zh: '先看用途、字段和行数是否必要。批准后由系统生成；名册里的人会看到这次导出。',
    en: 'See whether purpose, columns and size are needed. Once approved it is made; those in it read of it.',
  },
  verdict: { zh: '决定', en: 'Decision' },
  approve: { zh: '批准', en: 'Approve' },
  refuse: { zh: '不批准', en: 'Refuse' },
  answer: { zh: '意见', en: 'Answer' },
  wipe: { zh: '立即清除', en: 'Wipe now' },
  callBack: { zh: '收回', en: 'Call back' },
  wipeSays: {
    zh: '文件立即销毁，不能恢复；谁导出过仍有记录。',
    en: 'The file is destroyed for good; who exported it stays on record.',
  },
  why: { zh: '原因', en: 'Why' },
  history: { zh: '下载记录', en: 'Downloads' },
  historyOf: { zh: '{no} 的下载记录', en: 'Downloads of {no}' },
  neverTaken: { zh: '还没有人下载。', en: 'Nobody has taken it.' },
} as const satisfies Record<string, Both>;

export const traceTexts = {
  says: {
    zh: '发现名册流到外面？粘贴其中几行，或上传流出的文件，就能查到是哪份导出、谁、何时。内容只比对，不保存。',
    en: 'Has a list leaked? Paste some lines or give the file: it tells which export, who and when. It is compared, not kept.',
  },
  text: { zh: '流出的内容', en: 'What leaked' },
  textSays: {
    zh: '一行或多行都可以，照原样粘贴；列的顺序、分隔符不要紧。',
    en: 'One line or many, as they are; the order of columns and what stands between them do not matter.',
  },
  find: { zh: '追查', en: 'Trace' },
  file: { zh: '选择流出的文件', en: 'Choose the leaked file' },
  or: { zh: '或者', en: 'or' },
  found: { zh: '比对 {read} 行，找到 {n} 份导出', en: '{read} lines compared, {n} exports found' },
  none: {
    zh: '比对了 {read} 行，没有找到对应的导出。内容可能改动过，或不是从这里导出的。',
    en: '{read} lines compared, no export found. They may have been changed, or not come from here.',
  },
  sure: { zh: '可以确定', en: 'Certain' },
  possible: { zh: '可能', en: 'Possible' },
  lines: { zh: '{n} 行对上', en: '{n} lines match' },
} as const satisfies Record<string, Both>;
