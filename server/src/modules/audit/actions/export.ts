import { hash } from 'node:crypto';
import type { exportAccesses as Export } from '@fengqiao/contract/audit/oversight.ts';
import type { In, Out } from '@fengqiao/contract/route.ts';
import { toJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { csvOf } from '../domain/csv.ts';
import { localDay } from '../domain/day.ts';
import { flagsOf } from '../domain/look.ts';
import { accessesBetween } from '../store/lists.ts';
import { insertExport } from '../store/break-glass.ts';
import { filtersOf } from './list-accesses.ts';

const MOST_ROWS = 10_000;
const columns = [
  '时间',
  '单位',
  '岗位',
  '查看人代号',
  '动作',
  '涉及人数',
  '字段',
  '用途',
  '身份',
  '标记',
  '事由',
  '记录号',
] as const;

/** Looks as a table without anything of a resident, with a line that says for whom it was made. */
export async function exportAccesses(
  work: Work,
  { reason, ...asked }: In<typeof Export>['body'],
): Promise<Out<typeof Export>> {
  const rows = await accessesBetween(work, filtersOf(asked), { limit: MOST_ROWS + 1, after: null });
  if (rows.length > MOST_ROWS) refuse('audit.too_many_rows');
  const id = work.newId();
  const lines = rows.map((row) => [
    row.at.toISOString(),
    row.unit ?? '',
    row.role ?? '',
    row.account ?? '',
    row.action,
    String(row.subjects.length),
    row.fields.join(' '),
    row.purpose,
    row.capacity,
    flagsOf(row.flags).join(' '),
    row.reason ?? '',
    row.id,
  ]);
  const mark = [`导出 ${id} · ${work.actor.name} · ${work.now.toISOString()} · ${reason}`];
  const csv = csvOf([mark, columns, ...lines]);
  const sha256 = hash('sha256', csv, 'hex');
  await insertExport(work, { id, reason, asked: toJson(asked), rows: rows.length, sha256 });
  return { id, name: `accesses-${localDay(work)}.csv`, rows: rows.length, sha256, csv };
}
