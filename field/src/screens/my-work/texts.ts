import type { Both } from '@fengqiao/contract/route.ts';

export const texts = {
  title: { zh: '我的工作量与申诉', en: 'My work' },
  ownEyes: {
    zh: '这些数字只有您自己看得到：不汇总、不比较、不用于考核。',
    en: 'Only you see these numbers. They are never summed up, compared or used in appraisal.',
  },
  span: { zh: '时间', en: 'Time' },
  days: { zh: '近 {n} 天', en: 'Last {n} days' },
  reported: { zh: '上报', en: 'Reported' },
  verified: { zh: '核实', en: 'Verified' },
  handled: { zh: '处置', en: 'Handled' },
  checked: { zh: '核查', en: 'Checked' },
  helped: { zh: '协办', en: 'Helped with' },
  patrols: { zh: '巡查', en: 'Patrols' },
  visits: { zh: '走访', en: 'Visits' },
  past: { zh: '看我做过的走访、巡查', en: 'My visits and patrols' },
  appeals: { zh: '申诉', en: 'Objections' },
  appealsHow: {
    zh: '记录不对、结论不公、不该由您办的，都可以说；由督办人员答复。',
    en: 'Say so when the record is wrong, a finding unfair, or a task not yours; the supervisor answers.',
  },
  appealsWaiting: { zh: '{n} 份等待上传', en: '{n} waiting to be sent' },
  object: { zh: '提出申诉', en: 'Object' },
  about: { zh: '关于什么', en: 'About what' },
  caseNo: { zh: '工单编号', en: 'Number of the case' },
  text: { zh: '怎么不对', en: 'What is wrong' },
  send: { zh: '提交', en: 'Hand in' },
  aboutNeeded: { zh: '请选关于什么。', en: 'Choose what it is about.' },
  textNeeded: { zh: '请至少写五个字。', en: 'Write at least five characters.' },
} as const satisfies Record<string, Both>;
