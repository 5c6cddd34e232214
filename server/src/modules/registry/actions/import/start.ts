import type { Static } from 'typebox';
import { columnsOf, guessFields, type ImportKind } from '@fengqiao/contract/registry/columns.ts';
import type { RegistryMapping } from '@fengqiao/contract/registry/import-words.ts';
import type { RegistryImport, startRegistryImport as asked } from '@fengqiao/contract/registry/imports.ts';
import { alone } from '#platform/alone.ts';
import { attachFiles, filesById, isOwn } from '#platform/files/store.ts';
import { refuse } from '#platform/refusal.ts';
import { inspectTable, openTable, type TableFile } from '#platform/table/reader.ts';
import { keptTable } from '#platform/table/sealed-file.ts';
import { textOf } from '#platform/table/row.ts';
import type { Work } from '#platform/work.ts';
import { ColumnWords, knownWords } from '../../domain/import/column-words.ts';
import { findImport, insertImport, isUnderWay, keepMapping } from '../../store/imports.ts';
import { viewOfImport } from './read.ts';

/** Begins to check an uploaded table; the background goes on with it. */
export async function startRegistryImport(
  work: Work,
  { file, fileName, saveAs, unit, ...given }: Static<typeof asked.body>,
): Promise<RegistryImport> {
  const [kept] = await attachFiles(work, [file]);
  if (kept === undefined) return refuse('platform.file_unknown', { id: file });
  const table = await inspectTable(keptTable(work.settings, kept.sha256));
  const id = await beginImport(work, table, {
    ...given,
    unit: unit ?? null,
    file: kept.id,
    fileName: fileName ?? kept.name,
  });
  if (saveAs !== undefined) await keepMapping(work, given.kind, saveAs, given.mapping);
  return viewOfImport(await findImport(work, id));
}

type Begun = {
  readonly kind: ImportKind;
  readonly mapping: RegistryMapping;
  readonly source: string;
  readonly asOf: string;
  readonly unit: string | null;
  readonly file: string | null;
  readonly fileName: string;
};

/** Notes an import to be checked and gives its key. Refuses a mapping that does not fit the table, and a second one of the kind at once. */
export async function beginImport(work: Work, table: TableFile, begun: Begun): Promise<string> {
  const { header } = await openTable(table);
  const problems = mappingProblems(begun.kind, begun.mapping, header);
  if (problems.length > 0) refuse('registry.import_mapping', { problems });
  await alone(work, [`registry import ${begun.kind}`]);
  if (await isUnderWay(work, begun.kind)) refuse('registry.import_running');
  const id = work.newId();
  const totalRows = table.lines === null ? null : Math.max(0, table.lines - 1);
  await insertImport(work, { id, sha256: table.sha256, totalRows, ...begun });
  return id;
}

type MappingProblem = { readonly field: string; readonly column: string | null };

/** Needed fields without a column, fields nobody knows, and columns the table does not have. */
function mappingProblems(
  kind: ImportKind,
  { fields }: RegistryMapping,
  header: readonly string[],
): MappingProblem[] {
  const known = columnsOf(kind);
  const missing = Object.entries(known).flatMap(([field, { needed }]) =>
    needed === true && fields[field] === undefined ? [{ field, column: null }] : [],
  );
  const wrong = Object.entries(fields).flatMap(([field, column]) =>
    known[field] === undefined || !header.includes(column) ? [{ field, column }] : [],
  );
  return [...missing, ...wrong];
}

/** The columns of an uploaded table of one's own, its rows, and how they could be read. */
export async function lookAtRegistryTable(work: Work, id: string, kind: ImportKind) {
  const [file] = await filesById(work, [id]);
  if (file === undefined || !isOwn(work, file)) return refuse('platform.not_found');
  const { header, rows } = await openTable(await inspectTable(keptTable(work.settings, file.sha256)));
  let count = 0;
  const words = new ColumnWords(header);
  for await (const row of rows) {
    count += 1;
    words.count((name) => textOf(row.cells.get(name) ?? null));
  }
  return {
    rows: count,
    header: [...header],
    fields: guessFields(kind, header),
    words: words.told(),
    known: knownWords(kind),
  };
}
