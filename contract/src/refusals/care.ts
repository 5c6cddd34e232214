import { CARE_READS_A_DAY } from '../care/words.ts';

/** Refusals of special care. None tells whether somebody has a record but to those who know it already. */
export const careRefusals = {
  'care.no_duty': {
    status: 403,
    zh: '本单位没有保管此类关爱记录的法定职责；请由依法负责的单位建立。',
    en: 'Your unit has no statutory duty to keep such a record; let the unit whose duty it is propose it.',
  },
  'care.person_unknown': {
    status: 409,
    zh: '人口库中没有姓名和证件号码都相符的人，请核对证件；确未登记的，请先由社区登记。',
    en: 'Nobody in the registry has both this name and this number; check the paper, or have the community register the person first.',
  },
  'care.record_stands': {
    status: 409,
    zh: '本单位已有此人的关爱记录或待审批的提议；请与本单位负责人确认，不要重复建立。',
    en: 'Your unit has a record or a proposal about this person already; ask the head of your unit instead of making a second one.',
  },
  'care.colleague_unfit': {
    status: 409,
    zh: '请选择本单位在岗、且不在这份记录上的另一名同事。',
    en: 'Choose another colleague in office at your unit who is not on this record yet.',
  },
  'care.term_unfit': {
    status: 409,
    zh: '期限应在今天以后，且不超过该类记录的最长期限，请改期。',
    en: 'The term has to end after today and within the longest term of this kind; choose another day.',
  },
  'care.contact_unfit': {
    status: 409,
    zh: '下次联系日期应在今天至期限届满之间，请改期。',
    en: 'The next contact has to lie between today and the end of the term; choose another day.',
  },
  'care.own_proposal': {
    status: 409,
    zh: '提出人不能审批自己的提议，请由指定的同事审批。',
    en: 'Whoever proposed a record cannot approve it; the named colleague has to.',
  },
  'care.decided_already': {
    status: 409,
    zh: '这份提议已经决定，请刷新查看。',
    en: 'This proposal was decided already; reload to see how.',
  },
  'care.not_open': {
    status: 409,
    zh: '只有帮扶中的记录可以这样办理；待审批的请先审批，已结束的请重新提出。',
    en: 'Only an open record allows this; have a proposal decided first, and propose anew what is closed.',
  },
  'care.handover_waits': {
    status: 409,
    zh: '已有一次交接待决定，请先决定那一次。',
    en: 'A hand-over is waiting already; have that one decided first.',
  },
  'care.handover_gone': {
    status: 409,
    zh: '没有待决定的交接，请刷新查看。',
    en: 'No hand-over is waiting; reload to see what became of it.',
  },
  'care.own_handover': {
    status: 409,
    zh: '申请交接的人不能自己决定，请由另一人决定。',
    en: 'Whoever asked for a hand-over cannot decide it; the other person has to.',
  },
  'care.budget_spent': {
    status: 429,
    zh: `今天已打开 ${CARE_READS_A_DAY} 份不同的关爱记录，达到每日上限；请明天再办，急事请由 B 角办理。`,
    en: `You have opened ${CARE_READS_A_DAY} different special-care records today, the most there is; go on tomorrow, or let the other person on the record act if it is urgent.`,
  },
} as const;
