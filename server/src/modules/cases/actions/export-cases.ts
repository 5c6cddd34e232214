import type { CaseQuery } from '@fengqiao/contract/cases.ts';
import type { CaseLine } from '@fengqiao/contract/cases/views.ts';
import { states } from '@fengqiao/contract/cases/words.ts';
import type { Work } from '#platform/work.ts';
import { listCases } from './list-cases.ts';

const MOST = 5000;
const columns: readonly [string, (line: CaseLine) => string | number | null][] = [
  ['编号', (line) => line.no],
  ['状态', (line) => states[line.state].zh],
  ['类别', (line) => line.typeName?.zh ?? ''],
  ['等级', (line) => line.grade],
  ['标题', (line) => line.title],
  ['地址', (line) => line.address],
  ['社区', (line) => line.community],
  ['网格', (line) => line.grid],
  ['主办', (line) => line.lead],
  ['轮次', (line) => line.round],
  ['诉求数', (line) => line.reports],
  ['反映时间', (line) => line.reportedAt],
  ['时限', (line) => line.dueAt],
  ['超期自', (line) => line.lateSince],
];

/** The list as CSV with a byte order mark, so that a spreadsheet reads the Chinese; no personal data, at most 5 000 rows. */
export async function exportCases(work: Work, asked: CaseQuery): Promise<{ csv: string; rows: number }> {
  const lines: CaseLine[] = [];
  let after: string | null | undefined = asked.after;
  do {
    const page = await listCases(work, { ...asked, limit: 100, ...(after ? { after } : {}) });
    lines.push(...page.items);
    after = page.next;
  } while (after !== null && lines.length < MOST);
  const rows = lines.slice(0, MOST).map((line) => columns.map(([, value]) => cell(value(line))).join(','));
  return {
    csv: `\uFEFF${[columns.map(([name]) => name).join(','), ...rows].join('\r\n')}\r\n`,
    rows: rows.length,
  };
}

/** A cell that a spreadsheet cannot mistake for a formula. */
function cell(value: string | number | null): string {
  const text = String(value ?? '');
  const safe = /^[=+\-@＝＋－＠\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
