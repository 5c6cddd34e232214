import type {
  askExport as Asking,
  Approval,
  ExportPreview,
  ExportView,
  ExportWhat,
} from '@fengqiao/contract/exports.ts';
import type { In } from '@fengqiao/contract/route.ts';
import type { Role } from '@fengqiao/contract/roles.ts';
import { accountsWith } from '#modules/identity';
import { notify } from '#modules/notices';
import { Refusal, refuse, wordsOf } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { approvalFor, demandAskable, demandPurpose, maySource, mostRows } from '../domain/approval.ts';
import type { Column } from '../domain/export.ts';
import { findExport, insertExport, nextNumber } from '../store/export.ts';
import { demandProved } from './proved.ts';
import type { Open } from './sources/all.ts';
import { viewOf } from './view.ts';

type Weighed = {
  readonly source: ExportWhat['source'];
  readonly columns: readonly Column[];
  readonly grade: number;
  readonly rows: number;
  readonly more: boolean;
};

/** How heavy a list would be, without reading any of it. */
export async function preview(
  work: Work,
  { what, fields }: { readonly what: ExportWhat; readonly fields: readonly string[] },
  open: Open,
): Promise<ExportPreview> {
  const { columns, grade, rows, more, source } = await weigh(work, what, fields, open);
  return {
    rows,
    more,
    grade,
    fields: columns.map(({ name, zh, en, grade: of }) => ({ name, zh, en, grade: of })),
    approval: approvalFor(grade, rows),
    barred: whyNot(() => demandAskable({ source, grade, rows: rows + Number(more) }, work.actor.role)),
  };
}

/** Asks for a list: what needs nobody's yes is made at once, the rest waits, and whoever may say yes is told. */
export async function askFor(
  work: Work,
  { what, fields, format, purpose, reason }: In<typeof Asking>['body'],
  open: Open,
): Promise<ExportView> {
  const { account, name, role, unit } = work.actor;
  if (account === null || role === null || unit === null) refuse('platform.not_allowed');
  const { columns, grade, rows, more } = await weigh(work, what, fields, open);
  const { source } = what;
  demandAskable({ source, grade, rows: rows + Number(more) }, role);
  demandPurpose(purpose, { source, grade, rows });
  if (grade >= 3) demandProved(work);
  const approval = approvalFor(grade, rows);
  const [id, no] = [work.newId(), await nextNumber(work)];
  const undecided = { approvedBy: null, refusedBy: null, decidedName: null, decidedAt: null, answer: null };
  await insertExport(
    work,
    {
      ...undecided,
      id,
      no,
      source,
      fields: columns,
      format,
      purpose,
      reason,
      grade,
      approval,
      rowsTold: rows,
      state: approval === 'none' ? 'approved' : 'asked',
      requestedBy: account,
      requestedName: name,
      role,
      unit,
      requestedAt: work.now,
      expiresAt: null,
      downloads: 0,
    },
    { what, told: await open(what).told(work) },
  );
  await work.announce('export.asked', id, { source, grade, rows, approval });
  await tellApprovers(work, approval, { no, name });
  return viewOf(work, await findExport(work, id));
}

/** The chosen columns in the order of the source, the highest grade among them, and how many rows fit. */
async function weigh(work: Work, what: ExportWhat, fields: readonly string[], open: Open): Promise<Weighed> {
  const { source } = what;
  const opened = open(what);
  const columns = (await opened.fields(work)).filter(({ name }) => fields.includes(name));
  if (columns.length < fields.length) refuse('exports.fields_unknown');
  const grade = Math.max(...columns.map((one) => one.grade));
  if (grade >= 4 || !maySource(source, work.actor.role))
    return { source, columns, grade, rows: 0, more: false };
  const most = mostRows(grade);
  const count = await opened.count(work, most + 1);
  return { source, columns, grade, rows: Math.min(count, most), more: count > most };
}

function whyNot(demand: () => void): ExportPreview['barred'] {
  try {
    demand();
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, zh, en } = wordsOf(error);
    return { code, zh, en };
  }
}

const asked: Readonly<Record<Approval, readonly Role[]>> = {
  none: [],
  lead: ['leader', 'steward'],
  privacy: ['privacy'],
};

async function tellApprovers(work: Work, approval: Approval, { no, name }: { no: string; name: string }) {
  for (const role of asked[approval])
    for (const account of await accountsWith(work, role))
      if (account !== work.actor.account)
        await notify(work, {
          to: { account },
          kind: 'export.asked',
          zh: `${name}申请导出 ${no}，请审批`,
          en: `${name} asks for export ${no}; please decide`,
        });
}
