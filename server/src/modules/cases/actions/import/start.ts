import type { Static } from 'typebox';
import {
  type importCases as told,
  type ImportDetail,
  type ImportProblem,
  type ImportRun,
  type Mapping,
} from '@fengqiao/contract/cases/imports.ts';
import { attachFiles, filesById, isOwn, type FileRow } from '#platform/files/store.ts';
import { fromJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import { keepTable } from '#platform/table/keep.ts';
import type { Work } from '#platform/work.ts';
import { digestOf, mappingProblems } from '../../domain/import/mapping.ts';
import { listInForce } from '../../store/list.ts';
import { kindsOfUnits } from '../../store/list-units.ts';
import {
  failedRun,
  findRun,
  insertRun,
  problemCounts,
  problemsOf,
  rejections,
  runningRun,
  runs,
  saveRunState,
  type Run,
} from '../../store/import-run.ts';
import { iso } from '../view-parts.ts';
import { inspectTable, openTable, type TableFile } from '#platform/table/reader.ts';
import { keptTable } from '#platform/table/sealed-file.ts';

const PAGE = 50;

/** Begins an import of an uploaded table, or of a text; the background does it. The same table again goes on with what stopped. */
export async function importCases(
  work: Work,
  { file, text, fileName, mapping, dryRun = false }: Static<typeof told.body>,
): Promise<ImportRun> {
  const table =
    file === undefined
      ? await keepText(work, text ?? refuse('platform.table_unreadable'), fileName ?? 'table.csv')
      : await attachOne(work, file);
  const inspected = await inspectTable(keptTable(work.settings, table.sha256));
  const id = await startImport(work, inspected, {
    mapping,
    fileName: fileName ?? table.name,
    file: table.id,
    dry: dryRun,
  });
  return viewOfRun(await findRun(work, id));
}

type Start = {
  readonly mapping: Mapping;
  readonly fileName: string;
  readonly file: string | null;
  readonly dry: boolean;
};

/** Notes an import to be done and gives its id; one that runs or failed before is gone on with. Refuses a mapping that does not fit. */
export async function startImport(
  work: Work,
  table: TableFile,
  { mapping, fileName, file, dry }: Start,
): Promise<string> {
  const { header } = await openTable(table);
  const problems = mappingProblems(mapping, {
    list: await listInForce(work),
    units: new Set((await kindsOfUnits(work)).keys()),
    header,
  });
  if (problems.length > 0) refuse('cases.import_mapping', { problems: problems.slice(0, 50) });
  const running = await runningRun(work, mapping.system, table.sha256);
  if (running !== undefined)
    return running.dry === dry && sameMapping(running, mapping)
      ? running.id
      : refuse('cases.import_running', { run: running.id });
  const failed = await failedRun(work, { mapping, sha256: table.sha256, dry });
  if (failed !== undefined) {
    await saveRunState(work, failed.id, { state: 'running' });
    return failed.id;
  }
  const id = work.newId();
  await insertRun(work, { id, mapping, fileName, sha256: table.sha256, file, dry });
  return id;
}

const sameMapping = (run: Run, mapping: Mapping) => digestOf(run.mapping) === digestOf(mapping);

async function attachOne(work: Work, id: string): Promise<FileRow> {
  const [file] = await attachFiles(work, [id]);
  return file ?? refuse('platform.file_unknown', { id });
}

async function keepText(work: Work, text: string, name: string): Promise<FileRow> {
  const { id } = await keepTable(work, Buffer.from(text, 'utf8'), name);
  return attachOne(work, id);
}

/** Imports, newest first. */
export async function listImports(
  work: Work,
  { limit = PAGE, after }: { limit?: number | undefined; after?: string | undefined },
): Promise<{ items: ImportRun[]; next: string | null }> {
  const [at = '', id = ''] = (after ?? '').split('~');
  const place = /^[0-9a-f-]{36}$/.test(id) && !Number.isNaN(Date.parse(at)) ? { at: new Date(at), id } : null;
  const found = await runs(work, limit + 1, place);
  const last = found[limit - 1];
  return {
    items: found.slice(0, limit).map(viewOfRun),
    next: found.length > limit && last ? `${last.made_at.toISOString()}~${last.id}` : null,
  };
}

/** How far an import is, with what it takes to do it again for whoever brought its table. */
export async function readImport(work: Work, id: string): Promise<ImportDetail> {
  const run = await findRun(work, id);
  const [file] = run.file === null ? [] : await filesById(work, [run.file]);
  const again =
    file !== undefined && isOwn(work, file)
      ? { file: file.id, mapping: fromJson<Mapping>(run.mapping) }
      : null;
  return { ...viewOfRun(run), kept: run.file !== null, again };
}

/** The problems and notes of an import in the order of the file. */
export async function readProblems(
  work: Work,
  id: string,
  { limit = PAGE, after }: { limit?: number | undefined; after?: string | undefined },
): Promise<{ items: ImportProblem[]; next: string | null }> {
  await findRun(work, id);
  const [line = '', code = ''] = (after ?? '').split('~');
  const found = await problemsOf(
    work,
    id,
    limit + 1,
    /^\d{1,9}$/.test(line) ? { line: Number(line), code } : null,
  );
  const items = found.slice(0, limit).map(({ external_id: externalId, ...one }) => ({ ...one, externalId }));
  const last = items.at(-1);
  return { items, next: found.length > limit && last ? `${last.line}~${last.code}` : null };
}

/** What an import came to: its counts, how many rows each problem concerns, and why each rejected row was rejected. */
export async function importSummary(work: Work, id: string) {
  return {
    done: viewOfRun(await findRun(work, id)),
    problems: await problemCounts(work, id),
    reasons: await rejections(work, id),
  };
}

const viewOfRun = (run: Run): ImportRun => ({
  id: run.id,
  system: run.system,
  fileName: run.file_name,
  sha256: run.sha256,
  dry: run.dry,
  state: fromJson<ImportRun['state']>(run.state),
  doneRows: run.done_rows,
  created: run.created,
  updated: run.updated,
  unchanged: run.unchanged,
  rejected: run.rejected,
  notes: run.notes,
  error: run.error_zh === null ? null : { zh: run.error_zh, en: run.error_en ?? '' },
  madeAt: run.made_at.toISOString(),
  endedAt: iso(run.ended_at),
});
