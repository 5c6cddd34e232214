import type { DataItem } from '@fengqiao/contract/catalogue/resources.ts';
import type { Collection, Measured, Rows } from '#platform/collection.ts';
import { asEngine, type Work } from '#platform/work.ts';
import { casesAfter, countCases } from '../store/collections.ts';

const item = (
  name: string,
  words: readonly [zh: string, en: string],
  type: DataItem['type'],
  required = true,
): DataItem => ({ name, zh: words[0], en: words[1], type, required, grade: 1 });

/** What the catalogue may tell of cases: how they run, never what somebody said, where, or who they are. */
export const collections: readonly Collection[] = [
  {
    id: 'cases.case',
    base: 'business',
    name: { zh: '治理工单', en: 'Cases' },
    summary: {
      zh: '非敏感工单的编号、类别、等级、状态、承办单位和时间；不含诉求内容、地点和任何人的信息',
      en: 'Number, type, grade, state, lead and times of cases that are not sensitive; neither words nor places nor people',
    },
    category: ['社会治理', '工单'],
    fields: [
      item('no', ['工单编号', 'Case number'], 'code'),
      item('type', ['类别', 'Type'], 'code', false),
      item('caseGrade', ['等级', 'Grade'], 'code', false),
      item('caseState', ['状态', 'State'], 'code'),
      item('channel', ['来源渠道', 'Channel'], 'code'),
      item('lead', ['承办单位', 'Lead'], 'code', false),
      item('community', ['社区', 'Community'], 'code'),
      item('grid', ['网格', 'Grid'], 'code'),
      item('reportedAt', ['上报时间', 'Reported'], 'date'),
      item('closedAt', ['办结时间', 'Closed'], 'date', false),
      item('outcome', ['办理结果', 'Outcome'], 'code', false),
    ],
    cycle: 'realtime',
    measure,
    read: (work, { fields, after, limit }) => asEngine(work, () => readCases(work, { fields, after, limit })),
  },
];

async function measure(work: Work): Promise<Measured> {
  const { newest, counts } = await countCases(work);
  const of = (name: string) => counts[name] ?? 0;
  const rows = of('rows');
  return {
    rows,
    newest,
    filled: {
      no: rows,
      caseState: rows,
      channel: rows,
      reportedAt: rows,
      type: of('type'),
      caseGrade: of('grade'),
      lead: of('lead'),
      community: of('community'),
      grid: of('grid'),
      closedAt: of('closedAt'),
      outcome: of('outcome'),
    },
    valid: { caseGrade: of('gradeRight'), closedAt: of('closedRight') },
    distinct: { no: of('numbers') },
  };
}

type Asked = { readonly fields: readonly string[]; readonly after: string | null; readonly limit: number };

async function readCases(work: Work, { fields, after, limit }: Asked): Promise<Rows> {
  const found = await casesAfter(work, after, limit + 1);
  const shown = found.slice(0, limit);
  return {
    rows: shown.map(({ grade, state, reported_at: reported, closed_at: closed, ...plain }) => {
      const values: Readonly<Record<string, string | null>> = {
        ...plain,
        caseGrade: grade,
        caseState: state,
        reportedAt: reported.toISOString(),
        closedAt: closed?.toISOString() ?? null,
      };
      return Object.fromEntries(fields.map((field) => [field, values[field] ?? null]));
    }),
    subjects: [],
    next: found.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}
