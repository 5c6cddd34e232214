import type { Both } from '@fengqiao/contract/route.ts';

export const texts = {
  says: {
    zh: '程序在诉求和办理文字里找到疑似的证件号、电话、车牌、银行卡、邮箱和姓名，由人逐处确认；不会自动改动。打开原文会留下查阅记录。',
    en: 'Numbers, plates, cards, e-mails and names that seem to stand in reports and notes; a person decides about each, nothing is changed by itself. Opening a passage is recorded.',
  },
  open: { zh: '待确认', en: 'To be decided' },
  done: { zh: '已处理', en: 'Decided' },
  none: { zh: '没有待确认的文字。', en: 'No passage waits.' },
  noneDone: { zh: '还没有处理过。', en: 'Nothing was decided yet.' },
  found: { zh: '疑似：{what}', en: 'seems to hold: {what}' },
  decided: { zh: '遮盖 {masked} 处，保留 {kept} 处', en: '{masked} masked, {kept} kept' },
  look: { zh: '打开原文', en: 'Open' },
  lookSays: {
    zh: '勾选的将被遮盖：原文、检索、办理经过和归档卷宗里同样的内容都换成 ■，不能恢复。属于办理所必需的，请取消勾选。',
    en: 'What is ticked is masked: the same words become ■ in the text, the search, the history and the archive, for good. Untick what the work needs.',
  },
  finds: { zh: '找到的内容', en: 'What was found' },
  maskOne: { zh: '遮盖{kind}：{words}', en: 'Mask the {kind}: {words}' },
  mask: { zh: '遮盖 {n} 处', en: 'Mask {n}' },
  keepAll: { zh: '全部保留', en: 'Keep all' },
  later: { zh: '以后再说', en: 'Later' },
} as const;

const places: Readonly<Record<string, Both>> = {
  report: { zh: '诉求原文', en: 'What was reported' },
  case: { zh: '工单文字', en: 'Words of the case' },
  task: { zh: '协办任务', en: 'Joint task' },
  evidence: { zh: '佐证说明', en: 'Note on evidence' },
  field_check: { zh: '核查意见', en: 'Check' },
  ask: { zh: '居民评价', en: 'Answer of the reporter' },
  reopening: { zh: '重办申请', en: 'Request to reopen' },
  supervision: { zh: '督办', en: 'Supervision' },
  whistle: { zh: '吹哨', en: 'Whistle' },
  whistle_call: { zh: '报到答复', en: 'Answer to a whistle' },
  consultation: { zh: '商定', en: 'Consultation' },
  opinion: { zh: '商定意见', en: 'Opinion' },
  hold: { zh: '挂账', en: 'Hold' },
  milestone: { zh: '节点', en: 'Milestone' },
  side_request: { zh: '申请审批', en: 'Side request' },
  assignment: { zh: '分拨理由', en: 'Reason of a dispatch' },
  activity: { zh: '办理经过', en: 'History' },
};

/** Where a passage stands, in words; its place begins with the table. */
export const placeName = (place: string): Both =>
  places[place.split('.', 1)[0] ?? ''] ?? { zh: place, en: place };
