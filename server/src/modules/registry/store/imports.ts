import { sql, type Selectable } from 'kysely';
import type { ImportKind } from '@fengqiao/contract/registry/columns.ts';
import type { ImportState, RegistryMapping } from '@fengqiao/contract/registry/import-words.ts';
import type { RegistryImport } from '#platform/db.gen.ts';
import { toJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';

export type ImportRow = Selectable<RegistryImport>;

export type NewImport = {
  readonly id: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly sha256: string;
  readonly totalRows: number | null;
  readonly file: string | null;
  readonly mapping: RegistryMapping;
  readonly source: string;
  readonly asOf: string;
  readonly unit: string | null;
};

/** Notes an import that begins to be checked. */
export async function insertImport(
  { db, street, actor, now }: Work,
  { id, kind, fileName, sha256, totalRows, file, mapping, source, asOf, unit }: NewImport,
): Promise<void> {
  await db
    .insertInto('registry.import')
    .values({
      street,
      id,
      kind,
      state: 'checking',
      file_name: fileName,
      sha256,
      total_rows: totalRows,
      file,
      mapping: toJson(mapping),
      source,
      as_of: asOf,
      unit,
      made_by: actor.account,
      made_at: now,
    })
    .execute();
}

export async function findImport({ db, street }: Work, id: string): Promise<ImportRow> {
  const row = await db
    .selectFrom('registry.import')
    .selectAll()
    .where('street', '=', street)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? refuse('platform.not_found');
}

/** Takes an import in hand for one step; whoever else goes on with it waits, and finds it further on. */
export async function lockImport({ db, street }: Work, id: string): Promise<ImportRow> {
  const row = await db
    .selectFrom('registry.import')
    .selectAll()
    .where('street', '=', street)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? refuse('platform.not_found');
}

/** The same for a step that writes in other transactions as well, whose rows name the import. */
export async function holdImport({ db, street }: Work, id: string): Promise<ImportRow> {
  const row = await db
    .selectFrom('registry.import')
    .selectAll()
    .where('street', '=', street)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row ?? refuse('platform.not_found');
}

/** A page of imports, newest first; keys grow with time, so the primary key serves it. */
export function importsAfter(
  { db, street }: Work,
  limit: number,
  after: string | null,
): Promise<ImportRow[]> {
  return db
    .selectFrom('registry.import')
    .selectAll()
    .where('street', '=', street)
    .$if(after !== null, (query) => query.where('id', '<', after))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** The oldest import the background has to go on with; served by import_open_idx. */
export function nextImport({ db, street }: Work): Promise<ImportRow | undefined> {
  return db
    .selectFrom('registry.import')
    .selectAll()
    .where('street', '=', street)
    .where('state', 'in', ['checking', 'applying', 'undoing'])
    .where('file', 'is not', null)
    .orderBy('made_at')
    .limit(1)
    .executeTakeFirst();
}

/** Whether an import of this kind is being worked on; one that was checked and waits for a decision is none. Served by import_open_idx. */
export async function isUnderWay({ db, street }: Work, kind: ImportKind): Promise<boolean> {
  const row = await db
    .selectFrom('registry.import')
    .select('id')
    .where('street', '=', street)
    .where('kind', '=', kind)
    .where('state', 'in', ['checking', 'applying', 'undoing'])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export type Counts = {
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly notes: number;
};

/** Adds what a batch found, in the transaction that staged it. */
export async function addCounts(
  { db, street }: Work,
  id: string,
  { rows, created, updated, unchanged, rejected, notes }: Counts,
): Promise<void> {
  await db
    .updateTable('registry.import')
    .set((eb) => ({
      done_rows: eb('done_rows', '+', rows),
      created: eb('created', '+', created),
      updated: eb('updated', '+', updated),
      unchanged: eb('unchanged', '+', unchanged),
      rejected: eb('rejected', '+', rejected),
      notes: eb('notes', '+', notes),
    }))
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}

/** Puts an import back to where nothing of its table was read; problems that were told are told again, each once. */
export async function beginAnew({ db, street }: Work, id: string): Promise<void> {
  await db
    .updateTable('registry.import')
    .set({ done_rows: 0, created: 0, updated: 0, unchanged: 0, rejected: 0, notes: 0 })
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}

type Step = {
  readonly state?: ImportState;
  readonly known?: number;
  readonly appliedRows?: number;
  readonly reason?: string | null;
  readonly appliedBy?: string | null;
  readonly endedAt?: Date | null;
  readonly error?: { zh: string; en: string } | null;
};

/** Moves an import on. */
export async function saveImport(
  { db, street }: Work,
  id: string,
  { state, known, appliedRows, reason, appliedBy, endedAt, error }: Step,
): Promise<void> {
  await db
    .updateTable('registry.import')
    .set({
      ...(state === undefined ? {} : { state }),
      ...(known === undefined ? {} : { known }),
      ...(appliedRows === undefined ? {} : { applied_rows: appliedRows }),
      ...(reason === undefined ? {} : { go_on_reason: reason }),
      ...(appliedBy === undefined ? {} : { applied_by: appliedBy }),
      ...(endedAt === undefined ? {} : { ended_at: endedAt }),
      ...(error === undefined ? {} : { error: error === null ? null : toJson(error) }),
    })
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}

export type NewProblem = { readonly line: number; readonly code: string; readonly rejects: boolean };

/** Lists what is wrong with rows, each once. */
export async function insertProblems(
  { db, street }: Work,
  id: string,
  problems: readonly NewProblem[],
): Promise<void> {
  if (problems.length === 0) return;
  await sql`
    insert into registry.import_problem (street, import, line, code, rejects)
    select ${street}, ${id}, * from unnest(${problems.map(({ line }) => line)}::int[], ${problems.map(({ code }) => code)}::text[], ${problems.map(({ rejects }) => rejects)}::boolean[])
    on conflict do nothing`.execute(db);
}

/** A page of problems in the order of the file; served by the primary key. */
export function problemsAfter(
  { db, street }: Work,
  id: string,
  limit: number,
  after: { line: number; code: string } | null,
) {
  return db
    .selectFrom('registry.import_problem')
    .select(['line', 'code', 'rejects'])
    .where('street', '=', street)
    .where('import', '=', id)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(line, code) > (${after?.line}, ${after?.code})`),
    )
    .orderBy('line')
    .orderBy('code')
    .limit(limit)
    .execute();
}

/** How many rows each problem concerns. */
export async function problemCounts(
  { db, street }: Work,
  id: string,
): Promise<{ code: string; rejects: boolean; rows: number }[]> {
  const { rows } = await sql<{ code: string; rejects: boolean; rows: number }>`
    select code, rejects, count(*) as rows from registry.import_problem where street = ${street} and import = ${id}
     group by code, rejects order by rejects desc, count(*) desc, code`.execute(db);
  return rows;
}

/** The codes of each row that has any, by its line. */
export async function codesByLine({ db, street }: Work, id: string): Promise<Map<number, string[]>> {
  const { rows } = await sql<{ line: number; codes: string[] }>`
    select line, array_agg(code order by rejects desc, code) as codes from registry.import_problem where street = ${street} and import = ${id} group by line`.execute(
    db,
  );
  return new Map(rows.map(({ line, codes }) => [line, codes]));
}

/** The mappings kept for the next table, by kind and name. */
export function keptMappings({ db, street }: Work) {
  return db
    .selectFrom('registry.mapping')
    .select(['kind', 'name', 'mapping', 'made_at'])
    .where('street', '=', street)
    .orderBy('kind')
    .orderBy('name')
    .limit(200)
    .execute();
}

export async function keepMapping(
  { db, street, actor, now }: Work,
  kind: ImportKind,
  name: string,
  mapping: RegistryMapping,
): Promise<void> {
  const row = { mapping: toJson(mapping), made_by: actor.account, made_at: now };
  await db
    .insertInto('registry.mapping')
    .values({ street, kind, name, ...row })
    .onConflict((met) => met.columns(['street', 'kind', 'name']).doUpdateSet(row))
    .execute();
}

export async function deleteMapping({ db, street }: Work, kind: ImportKind, name: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('registry.mapping')
    .where('street', '=', street)
    .where('kind', '=', kind)
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** Lets this transaction be over before the disk has it; what comes after it cannot be kept without it. */
export async function commitLater({ db }: Work): Promise<void> {
  await sql`set local synchronous_commit = off`.execute(db);
}

/** Lets the database see how much there is of a kind now, so that it plans for that. */
export async function lookAtSizes({ db }: Work, kind: ImportKind): Promise<void> {
  await sql`select registry.look_at_sizes(${kind})`.execute(db);
}
