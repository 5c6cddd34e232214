import type { askExport } from '@fengqiao/contract/exports.ts';
import type { In } from '@fengqiao/contract/route.ts';
import type { Role } from '@fengqiao/contract/roles.ts';

export type Seat = { readonly role: Role; readonly unit?: string; readonly which?: 0 | 1 };
type Decision = { readonly by: Seat; readonly approve: boolean; readonly answer: string };

export type Story = {
  readonly daysAgo: number;
  /** Before now, where it was today. */
  readonly hoursAgo: number;
  /** Hour of the day, where it was on an earlier one. */
  readonly at: number;
  readonly by: Seat;
  readonly asked: In<typeof askExport>['body'];
  readonly decision: Decision | null;
  readonly taken: number;
};

const on = (daysAgo: number, at: number) => ({ daysAgo, at, hoursAgo: 0 });
const before = (hoursAgo: number) => ({ daysAgo: 0, at: 0, hoursAgo });
const community: Seat = { role: 'community', unit: 'c01' };

/** Lists that were asked for, in the order they were; what became of each follows from the decision and from time. */
export const stories: readonly Story[] = [
  {
    ...on(9, 9),
    by: community,
    asked: {
      what: { source: 'people', filters: { community: 'c01', grid: 'c01-g02' } },
      fields: ['name', 'phone', 'kind', 'grid'],
      format: 'xlsx',
      purpose: 'visit',
      reason: '第二网格冬季入户走访，逐户核对联系方式',
    },
    decision: { by: { role: 'leader' }, approve: true, answer: '同意，走访结束后请删除' },
    taken: 2,
  },
  {
    ...on(6, 14),
    by: { role: 'steward' },
    asked: {
      what: { source: 'people', filters: { community: 'c01', grid: 'c01-g01' } },
      fields: ['name', 'idNumber', 'address', 'phone'],
      format: 'xlsx',
      purpose: 'register',
      reason: '先导出一份备用，方便以后查询',
    },
    decision: {
      by: { role: 'privacy' },
      approve: false,
      answer: '“备用”不是具体工作，不符合最小必要；请写明任务，或在系统内逐人查询',
    },
    taken: 0,
  },
  {
    ...on(1, 10),
    by: { role: 'dispatcher' },
    asked: {
      what: { source: 'cases', filters: { desk: 'overdue', sort: 'due' } },
      fields: [
        'no',
        'state',
        'type',
        'caseGrade',
        'community',
        'grid',
        'lead',
        'reportedAt',
        'dueAt',
        'lateSince',
      ],
      format: 'xlsx',
      purpose: 'inspect',
      reason: '周例会通报超期工单，按主办单位逐件说明',
    },
    decision: null,
    taken: 1,
  },
  {
    ...on(1, 15),
    by: community,
    asked: {
      what: { source: 'people', filters: { community: 'c01', grid: 'c01-g03' } },
      fields: ['name', 'phone', 'grid'],
      format: 'csv',
      purpose: 'deliver',
      reason: '停水通知逐户电话告知，当天用完',
    },
    decision: { by: { role: 'steward' }, approve: true, answer: '同意，仅用于停水通知' },
    taken: 1,
  },
  {
    ...before(6),
    by: { role: 'steward' },
    asked: {
      what: { source: 'organizations', filters: {} },
      fields: ['organization', 'creditCode', 'kind', 'trade', 'seat', 'community'],
      format: 'xlsx',
      purpose: 'register',
      reason: '与市场监管部门年度核对单位名录',
    },
    decision: null,
    taken: 0,
  },
  {
    ...before(3),
    by: { role: 'steward' },
    asked: {
      what: { source: 'people', filters: { community: 'c01', grid: 'c01-g04', kind: 'migrant' } },
      fields: ['name', 'idNumber', 'phone', 'address'],
      format: 'xlsx',
      purpose: 'legal',
      reason: '流动人口居住登记年度核验，须与公安名册逐条比对',
    },
    decision: null,
    taken: 0,
  },
];
