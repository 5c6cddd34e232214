import type { Both } from '@fengqiao/contract/both.ts';

/** The acts on a request as buttons say them, in the order in which they come. */
export const actNames = {
  approve: { zh: '审核同意', en: 'Approve' },
  grant: { zh: '同意（可部分）', en: 'Grant' },
  askSupplement: { zh: '告知补正', en: 'Say what is missing' },
  refuse: { zh: '不同意', en: 'Refuse' },
  supply: { zh: '补正', en: 'Supply' },
  recordOutside: { zh: '登记平台外的答复', en: 'Record an answer from outside' },
  deliver: { zh: '提供', en: 'Deliver' },
  extend: { zh: '延长答复', en: 'Allow more time' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
  dispute: { zh: '提出争议', en: 'Dispute' },
  settle: { zh: '确认协商一致', en: 'Settle' },
  coordinate: { zh: '协调争议', en: 'Coordinate the dispute' },
  arbitrate: { zh: '决定争议', en: 'Decide the dispute' },
  suspend: { zh: '暂停', en: 'Suspend' },
  resume: { zh: '恢复', en: 'Resume' },
  terminate: { zh: '终止', en: 'End' },
  dispose: { zh: '确认销毁', en: 'Confirm disposal' },
} as const satisfies Record<string, Both>;
export type ActName = keyof typeof actNames;

/** Why an act is not open in this state, said to the side it belongs to. */
export const notNow = {
  approve: { zh: '只在待本部门审核时审核', en: 'Only while your unit has not approved it' },
  grant: { zh: '只在待答复时答复', en: 'Only while an answer is due' },
  askSupplement: { zh: '只在待答复时告知，且只能一次', en: 'Only while an answer is due, and once' },
  refuse: { zh: '只在待答复时答复', en: 'Only while an answer is due' },
  supply: { zh: '提供单位告知补正后才能补正', en: 'Only after the provider said what is missing' },
  recordOutside: {
    zh: '只在向上级申请等待答复或提供时，且没有待确认的登记',
    en: 'Only while an upper level is waited for, and no record waits',
  },
  deliver: { zh: '同意之后才能提供', en: 'Only once it was granted' },
  extend: {
    zh: '只在待答复时延长，且只能一次；回流不得延长',
    en: 'Only while an answer is due, and once; never for returns',
  },
  withdraw: { zh: '答复之后不能撤回', en: 'Not after it was answered' },
  dispute: {
    zh: '不同意、部分同意或逾期未答复、未提供时才能提出，且只能一次',
    en: 'Only for a refusal, a partial grant or an overdue answer or delivery, and once',
  },
  settle: { zh: '没有正在协商的争议', en: 'No dispute is open' },
  coordinate: {
    zh: '只在协调阶段，且当事单位回避',
    en: 'Only while it is coordinated, and by nobody of either unit',
  },
  arbitrate: {
    zh: '协调未果后由共同上级决定，当事单位回避',
    en: 'Only after coordination failed, by the common superior and nobody of either unit',
  },
  suspend: { zh: '只能暂停使用中的共享', en: 'Only while it is in use' },
  resume: { zh: '共享没有暂停', en: 'It is not suspended' },
  terminate: { zh: '只能终止生效的共享', en: 'Only while it is in force' },
  dispose: { zh: '终止之后才确认销毁', en: 'Only after it ended' },
} as const satisfies Record<ActName, Both>;

export const samePerson: Both = {
  zh: '提出人不能自己审核，请本单位另一人审核',
  en: 'Whoever asked cannot approve; another person of your unit does',
};

/** What the one field of a simple form asks. */
export const asksFor = {
  askSupplement: { zh: '一次写清缺什么', en: 'Everything that is missing' },
  deliver: { zh: '怎样提供、怎样取用', en: 'How it is delivered' },
  withdraw: { zh: '撤回理由', en: 'Why it is withdrawn' },
  dispute: { zh: '争议理由', en: 'Why it is disputed' },
  settle: { zh: '协商结果', en: 'What was agreed' },
  suspend: { zh: '暂停理由', en: 'Why it is suspended' },
  resume: { zh: '恢复理由', en: 'Why it is resumed' },
  terminate: { zh: '终止理由', en: 'Why it ends' },
  dispose: { zh: '怎样销毁的', en: 'How it was disposed of' },
} as const satisfies Partial<Record<ActName, Both>>;
export type SimpleAct = keyof typeof asksFor;

export const formTexts = {
  answer: { zh: '答复意见', en: 'Answer' },
  answerSays: { zh: '部分同意时说明为什么', en: 'When only a part is granted, say why' },
  fields: { zh: '同意提供的数据项', en: 'Fields that are granted' },
  orders: {
    zh: '要求提供的数据项（不选则维持提供单位意见）',
    en: 'Fields to be delivered (none upholds the provider)',
  },
  decision: { zh: '决定意见', en: 'Decision' },
  decisionNo: { zh: '区人民政府决定文号', en: 'Number of the decision of the district government' },
  decisionNoSays: {
    zh: '涉及区级部门或街道本级，由区人民政府决定；这里登记其结果。',
    en: 'A bureau of the district or the street itself is a party: the district government decides, and its decision is recorded here.',
  },
  agreed: { zh: '协调结果', en: 'Outcome' },
  agreedYes: { zh: '达成一致', en: 'Agreed' },
  agreedNo: { zh: '未达成一致，转请决定', en: 'Not agreed; to be decided' },
  agreedFields: {
    zh: '双方同意提供的数据项（不选则维持提供单位意见）',
    en: 'Fields both agree on (none upholds the provider)',
  },
  coordination: { zh: '协调经过和意见', en: 'How it went, and the opinion' },
  ground: { zh: '理由', en: 'Ground' },
  refusalAnswer: { zh: '具体说明和依据条款', en: 'The particulars and the article' },
  workDays: { zh: '延长几个工作日', en: 'Work days more' },
  reason: { zh: '理由', en: 'Why' },
} as const satisfies Record<string, Both>;
