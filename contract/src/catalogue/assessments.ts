import Type, { type Static } from 'typebox';
import type { Both } from '../both.ts';
import { route, Shape } from '../route.ts';
import {
  Bilingual,
  Day,
  Instant,
  keysOf,
  OneOf,
  Page,
  Paging,
  Text,
  UnitId,
  Uuid,
  Words,
} from '../shapes.ts';
import { catalogueReaders } from './resources.ts';

/** What makes an assessment necessary (PIPL, art. 55). */
export const assessmentOccasions = {
  sensitive: { zh: '处理敏感个人信息', en: 'Sensitive personal data' },
  automated: { zh: '利用个人信息进行自动化决策', en: 'Automated decisions' },
  others: {
    zh: '委托处理、向他人提供或公开个人信息',
    en: 'Data entrusted, given to others or published',
  },
  abroad: { zh: '向境外提供个人信息', en: 'Data sent abroad' },
  major: { zh: '其他对个人权益有重大影响的处理', en: 'Other processing with a major effect on people' },
} as const satisfies Record<string, Both>;
export const AssessmentOccasionName = OneOf(keysOf(assessmentOccasions));

export const assessmentConclusions = {
  acceptable: { zh: '风险可接受', en: 'The risk is acceptable' },
  with_measures: { zh: '落实措施后可接受', en: 'Acceptable with the measures' },
  not_acceptable: { zh: '风险不可接受，不得处理', en: 'Not acceptable; it may not be done' },
} as const satisfies Record<string, Both>;
export const AssessmentConclusionName = OneOf(keysOf(assessmentConclusions));

/** Reports and records of processing are kept so long at least (PIPL, art. 56). */
export const ASSESSMENT_KEPT_YEARS = 3;

const said = {
  /** Which processing was assessed 处理活动. */
  activity: Words(4, 120),
  occasions: Type.Array(AssessmentOccasionName, { minItems: 1, maxItems: 5, uniqueItems: true }),
  /** Whether purpose and means are lawful, legitimate and necessary. */
  necessity: Words(4, 1000),
  /** What it does to the rights of people, and the risks. */
  effects: Words(4, 1000),
  /** Which measures are taken, and that they fit the risk. */
  measures: Words(4, 1000),
  conclusion: AssessmentConclusionName,
  assessedOn: Day,
};

/** One impact assessment 个人信息保护影响评估 (PIPL, art. 56); it is never changed, a later one stands beside it. */
export const AssessmentView = Shape({
  id: Uuid,
  no: Type.String(),
  unit: UnitId,
  unitName: Bilingual,
  ...said,
  by: Type.String(),
  recordedAt: Instant,
  keptUntil: Day,
  /** Published resources that name it. */
  resources: Type.Array(Shape({ id: Uuid, name: Bilingual })),
});
export type AssessmentView = Static<typeof AssessmentView>;

export const listAssessments = route({
  id: 'catalogue.assessments',
  method: 'GET',
  path: '/catalogue/assessments',
  who: catalogueReaders,
  says: {
    zh: '个人信息保护影响评估登记：编号、处理活动、结论、措施、谁在何时评估。',
    en: 'The register of impact assessments: number, processing, findings, measures, who and when.',
  },
  query: Shape({ ...Paging, after: Type.Optional(Uuid), q: Type.Optional(Text(1, 40)) }),
  reply: Page(AssessmentView),
});

export const recordAssessment = route({
  id: 'catalogue.assess',
  method: 'POST',
  path: '/catalogue/assessments',
  who: ['community', 'department', 'dispatcher', 'district', 'steward', 'privacy'],
  says: {
    zh: '登记一份个人信息保护影响评估；编号由系统给出，登记后不能修改，至少保存三年。',
    en: 'Record an impact assessment; it is numbered here, cannot be changed, and is kept for three years at least.',
  },
  body: Shape(said),
  reply: AssessmentView,
});
