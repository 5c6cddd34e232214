import { registryRowNotes, registryRowProblems } from '@fengqiao/contract/registry/import-words.ts';
import type {
  RegistryImport,
  RegistryImportDetail,
  SavedMapping,
} from '@fengqiao/contract/registry/imports.ts';
import { recordAccess } from '#modules/audit';
import { fromJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import { inspectTable, type TableFile } from '#platform/table/reader.ts';
import { keptTable } from '#platform/table/sealed-file.ts';
import type { Work } from '#platform/work.ts';
import { isHalted } from '../../domain/import/halt.ts';
import {
  codesByLine,
  deleteMapping,
  findImport,
  importsAfter,
  keptMappings,
  problemCounts,
  problemsAfter,
  type ImportRow,
} from '../../store/imports.ts';

const PAGE = 50;
type Paged = { readonly limit?: number | undefined; readonly after?: string | undefined };

const words: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  ...registryRowProblems,
  ...registryRowNotes,
};
const wordsOf = (code: string) => words[code] ?? { zh: code, en: code };

/** Imports of the registry, newest first. */
export async function listRegistryImports(work: Work, { limit = PAGE, after }: Paged) {
  const found = await importsAfter(work, limit + 1, after ?? null);
  const items = found.slice(0, limit).map(viewOfImport);
  return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** One import with how many rows each problem concerns. */
export async function readRegistryImport(work: Work, id: string): Promise<RegistryImportDetail> {
  const row = await findImport(work, id);
  const problems = await problemCounts(work, id);
  return { ...viewOfImport(row), problems: problems.map((one) => ({ ...one, ...wordsOf(one.code) })) };
}

/** The problems row by row, in the order of the file. */
export async function listRegistryProblems(work: Work, id: string, { limit = PAGE, after }: Paged) {
  await findImport(work, id);
  const [line = '', code = ''] = (after ?? '').split('~');
  const found = await problemsAfter(
    work,
    id,
    limit + 1,
    /^\d{1,9}$/.test(line) ? { line: Number(line), code } : null,
  );
  const items = found.slice(0, limit).map((one) => ({ ...one, ...wordsOf(one.code) }));
  const last = items.at(-1);
  return { items, next: found.length > limit && last !== undefined ? `${last.line}~${last.code}` : null };
}

/**
 * The table of an import and why each of its wrong rows is wrong, for whoever brought that table. Its rows are facts in clear,
 * so that it is on record.
 */
export async function reportOf(
  work: Work,
  id: string,
): Promise<{ file: TableFile; reasons: Map<number, { zh: string; en: string }>; name: string }> {
  const row = await findImport(work, id);
  if (row.file === null || row.made_by !== work.actor.account) return refuse('platform.not_found');
  await recordAccess(work, {
    action: 'registry.importReport',
    object: `registry.import:${id}`,
    subjects: [id],
    fields: ['name', 'phone', 'idNumber'],
    purpose: 'register',
    flags: ['export', 'list'],
  });
  return {
    file: await inspectTable(keptTable(work.settings, row.sha256)),
    reasons: await reasonsOf(work, id),
    name: row.file_name,
  };
}

export async function reasonsOf(work: Work, id: string): Promise<Map<number, { zh: string; en: string }>> {
  const codes = await codesByLine(work, id);
  return new Map(
    [...codes].map(([line, of]) => [
      line,
      {
        zh: of.map((code) => wordsOf(code).zh).join('；'),
        en: of.map((code) => wordsOf(code).en).join('; '),
      },
    ]),
  );
}

export async function listMappings(work: Work): Promise<{ items: SavedMapping[] }> {
  const rows = await keptMappings(work);
  return {
    items: rows.map(({ kind, name, mapping, made_at }) => ({
      kind: fromJson<SavedMapping['kind']>(kind),
      name,
      mapping: fromJson<SavedMapping['mapping']>(mapping),
      madeAt: made_at.toISOString(),
    })),
  };
}

export async function forgetMapping(work: Work, kind: SavedMapping['kind'], name: string): Promise<void> {
  if (!(await deleteMapping(work, kind, name))) refuse('platform.not_found');
}

export const viewOfImport = (row: ImportRow): RegistryImport => ({
  id: row.id,
  kind: fromJson<RegistryImport['kind']>(row.kind),
  state: fromJson<RegistryImport['state']>(row.state),
  fileName: row.file_name,
  source: row.source,
  asOf: dayOf(row.as_of),
  unit: row.unit,
  totalRows: row.total_rows,
  doneRows: row.done_rows,
  created: row.created,
  updated: row.updated,
  unchanged: row.unchanged,
  rejected: row.rejected,
  notes: row.notes,
  appliedRows: row.applied_rows,
  halted: row.state === 'checked' && isHalted(row),
  goOnReason: row.go_on_reason,
  error: row.error === null ? null : fromJson<{ zh: string; en: string }>(row.error),
  madeAt: row.made_at.toISOString(),
  endedAt: row.ended_at?.toISOString() ?? null,
});

/** A date column comes as midnight of the process's own zone. */
export const dayOf = (day: Date): string =>
  `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}-${String(day.getDate()).padStart(2, '0')}`;
