import type { recordAssessment } from '@fengqiao/contract/catalogue/assessments.ts';
import type { ProposalView } from '@fengqiao/contract/catalogue/proposals.ts';
import type { In } from '@fengqiao/contract/route.ts';
import type { World } from '#test/world.ts';
import type { ResourceContent } from '@fengqiao/contract/catalogue/resources.ts';
import type { Collection } from '#platform/collection.ts';
import type { Room } from '#platform/room.ts';

/** Whom the rows of the ledger below are about. */
export const people = [
  {
    id: '019ac000-0000-7000-8000-000000000001',
    name: '王一',
    phone: '19900000001',
    idNumber: '000000199001011237',
  },
  { id: '019ac000-0000-7000-8000-000000000002', name: '李二', phone: '', idNumber: '000000198502022345' },
] as const;

const fields: Collection['fields'] = [
  { name: 'name', zh: '姓名', en: 'Name', type: 'text', grade: 2, required: true },
  { name: 'phone', zh: '电话', en: 'Phone', type: 'text', grade: 2, required: true },
  { name: 'idNumber', zh: '证件号码', en: 'ID number', type: 'code', grade: 3, required: true },
];

/** A small ledger, as any room may keep one; two of its people are read here. */
export const ledger: Collection = {
  id: 'ledger.person',
  base: 'population',
  name: { zh: '测试人口台账', en: 'Ledger of people' },
  summary: { zh: '两个虚构的人', en: 'Two invented people' },
  category: ['人口', '台账'],
  fields,
  cycle: 'daily',
  measure: async (work) => ({
    rows: 40,
    newest: work.now,
    filled: { name: 40, phone: 20, idNumber: 40 },
    valid: { phone: 20, idNumber: 20 },
    distinct: { idNumber: 40 },
  }),
  read: async (_, asked) => ({
    rows: people.map((one) =>
      Object.fromEntries(asked.fields.map((field) => [field, field in one ? one[field as 'name'] : null])),
    ),
    subjects: people.map(({ id }) => id),
    next: null,
  }),
};

export const ledgerRoom: Room = { name: 'ledger', routes: [], collections: [ledger] };

export const content: ResourceContent = {
  name: { zh: '犬只登记', en: 'Registered dogs' },
  summary: { zh: '辖区犬只及免疫登记', en: 'Dogs and their vaccinations' },
  base: 'business',
  category: ['城市管理', '养犬'],
  source: 'urban_ops',
  items: [
    { name: 'dogNo', zh: '犬证号', en: 'Licence', type: 'code', grade: 1, required: true },
    { name: 'name', zh: '饲主姓名', en: 'Keeper', type: 'text', grade: 2, required: true },
    { name: 'address', zh: '住址', en: 'Address', type: 'text', grade: 3, required: false },
    { name: 'care', zh: '特定身份', en: 'Special care', type: 'code', grade: 4, required: false },
  ],
  format: 'spreadsheet',
  cycle: 'monthly',
  shareType: 'conditional',
  shareScope: '履行养犬管理职责',
  methods: ['file'],
  useConditions: '不得转给第三方',
  classification: 'general_3',
  openType: 'none',
  secrecyReview: '不涉密',
  assessmentNo: 'PIA-2026-0001',
  keptMonths: 24,
};

export const assessment: In<typeof recordAssessment>['body'] = {
  activity: '测试台账的归集和按申请共享',
  occasions: ['sensitive', 'others'],
  necessity: '只取办理事项所需的数据项',
  effects: '涉及证件号码',
  measures: '按人加密，逐项留痕',
  conclusion: 'with_measures',
  assessedOn: '2026-11-20',
};

/** Two people publish what the rooms told of by themselves: somebody of the centre reviews it, the steward publishes it,
 * and it is measured for the first time. */
export async function publishDrafts(world: World): Promise<void> {
  const reviewer = await world.person('dispatcher', 'centre');
  const steward = await world.person('steward', 'centre');
  const post = (by: typeof reviewer, path: string, body: unknown = {}) =>
    world.as(by).post(`/api/catalogue/${path}`, body);
  const { no } = (await post(reviewer, 'assessments', assessment)).json<{ no: string }>();
  const { items } = (await world.as(steward).get('/api/catalogue/proposals?state=drafted&limit=100')).json<{
    items: ProposalView[];
  }>();
  for (const { id, content: drafted } of items) {
    const said = { secrecyReview: '经审查不涉密', assessmentNo: no, keptMonths: 36 };
    await post(reviewer, `proposals/${id}/completion`, { content: { ...drafted, ...said } });
    await post(steward, `proposals/${id}/publication`);
  }
  world.clock.advance({ minutes: 11 });
  await world.settle();
}
