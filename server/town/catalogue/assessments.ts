import { recordAssessment } from '@fengqiao/contract/catalogue/assessments.ts';
import { completeProposal, listProposals, publishProposal } from '@fengqiao/contract/catalogue/proposals.ts';
import type { In } from '@fengqiao/contract/route.ts';
import type { Hands, Now } from '../life/hand.ts';
import type { Seats } from './seats.ts';
import type { ShapeName } from './shapes.ts';

type Told = Omit<In<typeof recordAssessment>['body'], 'assessedOn'> & {
  readonly by: string;
  /** Kinds of ledgers whose processing was assessed. */
  readonly of: readonly ShapeName[];
};

const necessity = '依职责收集，只取办理事项所需的数据项，目的和方式明确，符合最小必要';

/** Invented assessments of the demo street; the first is of the registry that the platform keeps. */
const told: readonly Told[] = [
  {
    by: 'centre',
    of: ['resident', 'property'],
    activity: '实有人口、房屋台账的归集、核实和按申请共享',
    occasions: ['sensitive', 'others'],
    necessity,
    effects: '涉及证件号码、住址等敏感个人信息，泄露可能影响居民安宁和财产安全',
    measures: '按人加密、逐项揭示并留痕；共享只给批准的数据项；每日清点大量查看；居民可看到谁看过',
    conclusion: 'with_measures',
  },
  {
    by: 'social_affairs',
    of: ['person', 'hardship', 'disability', 'minor', 'health'],
    activity: '救助、残疾、未成年人和健康服务对象台账的建立与更新',
    occasions: ['sensitive'],
    necessity,
    effects: '涉及健康、困难情况和未成年人，不当公开可能造成歧视',
    measures: '限承办人查看；不进入网格群和公示；到期清理；共享须引用法律条款',
    conclusion: 'with_measures',
  },
  {
    by: 'centre',
    of: ['care'],
    activity: '特定身份人员帮扶档案在目录中的登记（只列名目，不列内容）',
    occasions: ['sensitive', 'major'],
    necessity: '目录只说明有此类档案及其依据，档案内容不进入目录、不共享',
    effects: '身份一旦泄露影响重大，且难以挽回',
    measures: '单独密钥和角色，两人知悉，逐件打开；不检索、不上图、不导出、不统计',
    conclusion: 'with_measures',
  },
  {
    by: 'centre',
    of: ['contact', 'visit', 'money', 'event', 'org', 'licence', 'credit'],
    activity: '工作人员通讯、受理走访等一般个人信息台账',
    occasions: ['others'],
    necessity,
    effects: '涉及姓名、电话，可能带来骚扰',
    measures: '默认脱敏；导出须审批并加水印；使用结束后销毁',
    conclusion: 'acceptable',
  },
];

export type Numbers = ReadonlyMap<ShapeName, string>;
type Stage = { readonly hands: Hands; readonly seats: Seats; readonly clock: Now };

/** Records the assessments; gives the number by kind of ledger. */
export async function assess({ hands, seats, clock }: Stage): Promise<Numbers> {
  const numbers = new Map<ShapeName, string>();
  for (const { by, of, ...said } of told) {
    const { no } = await hands.do(seats.of(by), recordAssessment, {
      body: { ...said, assessedOn: clock.at.toISOString().slice(0, 10) },
    });
    for (const shape of of) numbers.set(shape, no);
  }
  return numbers;
}

const PERSONAL = 2;

/** One draft still waits, so that the desk shows how. */
const WAITS = '入户走访';

/** What the rooms told of is reviewed by somebody of the centre and published by the steward. */
export async function publishDrafts({ hands, seats }: Stage, numbers: Numbers): Promise<void> {
  const { items } = await hands.do(seats.steward, listProposals, { query: { state: 'drafted', limit: 100 } });
  for (const { id, content } of items.filter(({ content: { name } }) => name.zh !== WAITS)) {
    const personal = content.items.some(({ grade }) => grade >= PERSONAL);
    const assessmentNo = numbers.get('resident') ?? '';
    await hands.do(seats.of('centre'), completeProposal, {
      params: { id },
      body: {
        content: {
          ...content,
          secrecyReview: '经街道保密办审查，不涉及国家秘密',
          ...(personal ? { assessmentNo, keptMonths: 36 } : {}),
        },
      },
    });
    await hands.do(seats.steward, publishProposal, { params: { id } });
  }
}
