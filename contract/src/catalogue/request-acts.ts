import Type from 'typebox';
import { route, Shape } from '../route.ts';
import { ById, Reason, Text } from '../shapes.ts';
import { FieldName, RequestView } from './requests.ts';
import { catalogueProviders } from './resources.ts';
import { RefusalGroundName } from './words.ts';

const act = <const Id extends string, const Path extends string>(
  id: Id,
  path: Path,
  zh: string,
  en: string,
) =>
  ({
    id: `catalogue.${id}`,
    method: 'POST',
    path: `/catalogue/requests/:id/${path}`,
    says: { zh, en },
    params: ById,
    reply: RequestView,
  }) as const;

export const approveShare = route({
  ...act(
    'approve',
    'approval',
    '本单位另一人审核同意，送提供部门答复。',
    'Another person of the asking unit approves; the clock of the provider begins.',
  ),
  who: catalogueProviders,
});
export const withdrawShare = route({
  ...act('withdrawRequest', 'withdrawal', '撤回申请。', 'Take a request back.'),
  who: catalogueProviders,
  body: Shape({ reason: Reason }),
});
export const askSupplement = route({
  ...act(
    'askSupplement',
    'supplement',
    '一次性告知缺什么；期间不计时，且只能告知一次。',
    'Say once what is missing; the clock pauses, and there is no second time.',
  ),
  who: catalogueProviders,
  body: Shape({ missing: Reason }),
});
export const supplyShare = route({
  ...act('supply', 'supply', '补正申请内容。', 'Supply what was missing.'),
  who: catalogueProviders,
  body: Shape({ basis: Text(4, 500), scenario: Text(4, 500), scope: Text(4, 500) }),
});
export const extendShare = route({
  ...act(
    'extend',
    'extension',
    '批准延长答复（至多 10 个工作日，一次），并告知申请单位。',
    'Allow the provider up to ten more work days, once; the asking unit is told.',
  ),
  who: ['steward', 'district'],
  body: Shape({ workDays: Type.Integer({ minimum: 1, maximum: 10 }), reason: Reason }),
});
export const grantShare = route({
  ...act(
    'grant',
    'grant',
    '同意全部或部分数据项；20 个工作日内提供。',
    'Grant all or some of the fields; delivery is due within 20 work days.',
  ),
  who: catalogueProviders,
  stepUp: true,
  body: Shape({
    fields: Type.Array(FieldName, { minItems: 1, maxItems: 80, uniqueItems: true }),
    answer: Reason,
  }),
});
export const refuseShare = route({
  ...act('refuse', 'refusal', '不同意并说明理由和依据。', 'Refuse, with the ground and its source.'),
  who: catalogueProviders,
  body: Shape({ ground: RefusalGroundName, answer: Text(6, 500) }),
});
export const deliverShare = route({
  ...act('deliver', 'delivery', '开始提供数据。', 'Begin to deliver.'),
  who: catalogueProviders,
  body: Shape({ delivery: Reason }),
});
export const suspendShare = route({
  ...act(
    'suspend',
    'suspension',
    '发现超范围使用等情形时暂停共享。',
    'Suspend a share that is used beyond what was granted.',
  ),
  who: [...catalogueProviders, 'privacy'],
  body: Shape({ reason: Reason }),
});
export const resumeShare = route({
  ...act('resume', 'resumption', '恢复共享。', 'Resume a share.'),
  who: [...catalogueProviders, 'privacy'],
  body: Shape({ reason: Reason }),
});
export const terminateShare = route({
  ...act(
    'terminate',
    'termination',
    '终止共享；申请单位须销毁数据。',
    'End a share; the asking unit must dispose of the data.',
  ),
  who: [...catalogueProviders, 'privacy'],
  body: Shape({ reason: Reason }),
});
export const disposeShare = route({
  ...act('dispose', 'disposal', '确认已按要求销毁所取得的数据。', 'Confirm that the data was disposed of.'),
  who: catalogueProviders,
  body: Shape({ how: Reason }),
});
export const disputeShare = route({
  ...act(
    'dispute',
    'dispute',
    '对不同意、部分同意或逾期不答复、不提供提出争议，先协商 5 个工作日。',
    'Dispute a refusal, a partial grant, silence or a late delivery; five work days of negotiation come first.',
  ),
  who: catalogueProviders,
  body: Shape({ reason: Reason }),
});
export const settleDispute = route({
  ...act(
    'settle',
    'dispute/settlement',
    '申请单位确认协商一致。',
    'The asking unit confirms that it was settled.',
  ),
  who: catalogueProviders,
  body: Shape({ text: Reason }),
});
export const coordinateDispute = route({
  ...act(
    'coordinate',
    'dispute/coordination',
    '共享主管部门协调：达成一致（写明提供哪些数据项），或未达成一致、转请决定。',
    'The sharing authority coordinates: agreed, with these fields; or not agreed, and it goes to be decided.',
  ),
  who: ['steward', 'district'],
  body: Shape({
    agreed: Type.Boolean(),
    fields: Type.Array(FieldName, { maxItems: 80, uniqueItems: true }),
    text: Text(6, 500),
  }),
});
export const arbitrateShare = route({
  ...act(
    'arbitrate',
    'dispute/decision',
    '决定争议：维持，或要求提供这些数据项。街道内的由街道领导决定；涉及区级部门或街道本级的，登记区人民政府的决定及文号。',
    'Decide a dispute: uphold the provider, or require these fields. Within the street its leader decides; where a bureau of the district or the street itself is a party, the decision of the district government is recorded with its number.',
  ),
  who: ['leader', 'district'],
  stepUp: true,
  body: Shape({
    fields: Type.Array(FieldName, { maxItems: 80, uniqueItems: true }),
    text: Text(6, 500),
    /** 决定文号; needed where the district decides. */
    decisionNo: Type.Optional(Text(2, 60)),
  }),
});
