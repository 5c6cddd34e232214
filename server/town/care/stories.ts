import type { CareKindName } from '@fengqiao/contract/care.ts';

/** What happens to a record, so many days before now. */
export type Step = readonly [act: 'approve' | 'note', daysAgo: number, says: string];

/** One invented record: at which unit, who of its people proposes it, and what became of it. */
export type Story = {
  readonly unit: string;
  /** 0 proposes and 1 decides, or the other way round. */
  readonly by: 0 | 1;
  readonly kind: CareKindName;
  readonly proposedDaysAgo: number;
  readonly monthsLeft: number;
  /** Days from now to the next contact. */
  readonly nextIn: number;
  readonly paper: string;
  readonly why: string;
  readonly measures: readonly string[];
  readonly steps: readonly Step[];
};

export const stories: readonly Story[] = [
  {
    unit: 'justice_office',
    by: 0,
    kind: 'resettlement',
    proposedDaysAgo: 47,
    monthsLeft: 20,
    nextIn: 6,
    paper: '释放证明书（示范）〔2026〕第 031 号',
    why: '刑满释放后回本街道居住，没有固定收入，本人同意接受帮扶。',
    measures: ['协助办理临时救助申请', '推荐参加电工技能培训', '每月联系一次，了解就业和居住情况'],
    steps: [
      ['approve', 46, '文书齐全，措施经本人同意，期限适当。'],
      ['note', 38, '到窗口见面，已交临时救助申请材料，本人希望学一门手艺。'],
      ['note', 17, '救助款已到账；培训班下月开课，已代为报名。'],
    ],
  },
  {
    unit: 'justice_office',
    by: 1,
    kind: 'community_correction',
    proposedDaysAgo: 33,
    monthsLeft: 11,
    nextIn: -2,
    paper: '社区矫正执行通知书（示范）〔2026〕第 107 号',
    why: '受社区矫正机构委托，承担教育帮扶工作。',
    measures: ['联系社区提供公益活动岗位', '请心理咨询志愿者每两周谈话一次'],
    steps: [
      ['approve', 32, '委托手续完备，同意。'],
      ['note', 20, '首次谈话，情绪平稳，愿意参加社区公益活动。'],
    ],
  },
  {
    unit: 'justice_office',
    by: 1,
    kind: 'resettlement',
    proposedDaysAgo: 2,
    monthsLeft: 30,
    nextIn: 9,
    paper: '释放证明书（示范）〔2026〕第 058 号',
    why: '刚回到本街道，身份证件遗失，暂住亲属家中。',
    measures: ['陪同补办身份证件', '了解住房困难，协助申请公共租赁住房'],
    steps: [],
  },
  {
    unit: 'health_center',
    by: 0,
    kind: 'mental_illness',
    proposedDaysAgo: 40,
    monthsLeft: 18,
    nextIn: 4,
    paper: '居家康复服务知情同意书（示范）第 012 号',
    why: '居家康复，由家属照料，需要定期随访和药物指导。',
    measures: ['每月上门随访一次', '协助申领免费药物', '为家属安排照护培训'],
    steps: [
      ['approve', 39, '同意，随访由同一名医生负责。'],
      ['note', 12, '上门随访，按时服药，家属参加了照护培训。'],
    ],
  },
];
