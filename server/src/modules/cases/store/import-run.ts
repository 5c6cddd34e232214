import { sql, type Selectable } from 'kysely';
import type { ImportProblem, Mapping } from '@fengqiao/contract/cases/imports.ts';
import type { CasesImportRun } from '#platform/db.gen.ts';
import { toJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';

export type Run = Selectable<CasesImportRun>;
export type NewRun = {
  readonly id: string;
  readonly mapping: Mapping;
  readonly fileName: string;
  readonly sha256: string;
  readonly file: string | null;
  readonly dry: boolean;
};

/** Notes an import that begins. */
export async function insertRun(
  { db, street, actor, now }: Work,
  { id, mapping, fileName, sha256, file, dry }: NewRun,
): Promise<void> {
  await db
    .insertInto('cases.import_run')
    .values({
      street,
      id,
      system: mapping.system,
      file_name: fileName,
      sha256,
      mapping: toJson(mapping),
      dry,
      file,
      state: 'running',
      made_by: actor.account,
      made_at: now,
    })
    .execute();
}

/** An import of the same table that has not ended; served by import_run_running_key. */
export function runningRun({ db, street }: Work, system: string, sha256: string): Promise<Run | undefined> {
  return db
    .selectFrom('cases.import_run')
    .selectAll()
    .where('street', '=', street)
    .where('system', '=', system)
    .where('sha256', '=', sha256)
    .where('state', '=', 'running')
    .executeTakeFirst();
}

/** The latest import of the same table by the same mapping that failed, to be gone on with. */
export function failedRun(
  { db, street }: Work,
  { mapping, sha256, dry }: Pick<NewRun, 'mapping' | 'sha256' | 'dry'>,
): Promise<Run | undefined> {
  return db
    .selectFrom('cases.import_run')
    .selectAll()
    .where('street', '=', street)
    .where('sha256', '=', sha256)
    .where('dry', '=', dry)
    .where('state', '=', 'failed')
    .where(sql<boolean>`mapping = ${toJson(mapping)}::jsonb`)
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The oldest import of an uploaded table that waits or was interrupted. */
export function nextRun({ db, street }: Work): Promise<Run | undefined> {
  return db
    .selectFrom('cases.import_run')
    .selectAll()
    .where('street', '=', street)
    .where('state', '=', 'running')
    .where('file', 'is not', null)
    .orderBy('made_at')
    .limit(1)
    .executeTakeFirst();
}

export async function findRun({ db, street }: Work, id: string): Promise<Run> {
  const row = await db
    .selectFrom('cases.import_run')
    .selectAll()
    .where('street', '=', street)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? refuse('platform.not_found');
}

/** Takes a run in hand for one batch; undefined when another process has gone on with it meanwhile. */
export function lockRun({ db, street }: Work, id: string, doneRows: number): Promise<Run | undefined> {
  return db
    .selectFrom('cases.import_run')
    .selectAll()
    .where('street', '=', street)
    .where('id', '=', id)
    .where('state', '=', 'running')
    .where('done_rows', '=', doneRows)
    .forUpdate()
    .executeTakeFirst();
}

/** A page of imports, newest first; served by import_run_made_idx. */
export function runs(
  { db, street }: Work,
  limit: number,
  after: { at: Date; id: string } | null,
): Promise<Run[]> {
  return db
    .selectFrom('cases.import_run')
    .selectAll()
    .where('street', '=', street)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(made_at, id) < (${after?.at}::timestamptz, ${after?.id}::uuid)`),
    )
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export type Counts = {
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly notes: number;
};

/** Adds what a batch did, in the transaction that did it. */
export async function addCounts(
  { db, street }: Work,
  id: string,
  { rows, created, updated, unchanged, rejected, notes }: Counts,
): Promise<void> {
  await db
    .updateTable('cases.import_run')
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

type End = { readonly state: 'running' | 'done' | 'failed'; readonly zh?: string; readonly en?: string };

/** Ends a run, or takes a failed one up again. */
export async function saveRunState(
  { db, street, now }: Work,
  id: string,
  { state, zh, en }: End,
): Promise<void> {
  const ended = state === 'running' ? null : now;
  await db
    .updateTable('cases.import_run')
    .set({ state, ended_at: ended, error_zh: zh ?? null, error_en: en ?? null })
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}

export type NewProblem = Omit<ImportProblem, 'zh' | 'en'> & { readonly zh: string; readonly en: string };

/** Lists what is wrong with rows, each once. */
export async function insertProblems(
  { db, street }: Work,
  run: string,
  problems: readonly NewProblem[],
): Promise<void> {
  if (problems.length === 0) return;
  const rows = problems.map(({ externalId, line, code, rejects, zh, en, value }) => ({
    street,
    run,
    line,
    external_id: externalId,
    code,
    rejects,
    zh,
    en,
    value,
  }));
  for (let i = 0; i < rows.length; i += 1000)
    await db
      .insertInto('cases.import_problem')
      .values(rows.slice(i, i + 1000))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** A page of problems in the order of the file; served by the primary key. */
export function problemsOf(
  { db, street }: Work,
  run: string,
  limit: number,
  after: { line: number; code: string } | null,
) {
  return db
    .selectFrom('cases.import_problem')
    .select(['line', 'external_id', 'code', 'rejects', 'zh', 'en', 'value'])
    .where('street', '=', street)
    .where('run', '=', run)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(line, code) > (${after?.line}, ${after?.code})`),
    )
    .orderBy('line')
    .orderBy('code')
    .limit(limit)
    .execute();
}

/** Why each rejected row was rejected, by its line. */
export async function rejections(
  { db, street }: Work,
  run: string,
): Promise<Map<number, { zh: string; en: string }>> {
  const { rows } = await sql<{ line: number; zh: string; en: string }>`
    select line, string_agg(zh, '；' order by code) as zh, string_agg(en, '; ' order by code) as en
      from cases.import_problem where street = ${street} and run = ${run} and rejects group by line`.execute(
    db,
  );
  return new Map(rows.map(({ line, zh, en }) => [line, { zh, en }]));
}

/** How many rows each problem concerns. */
export async function problemCounts(
  { db, street }: Work,
  run: string,
): Promise<{ code: string; zh: string; en: string; rejects: boolean; rows: number }[]> {
  const { rows } = await sql<{ code: string; zh: string; en: string; rejects: boolean; rows: number }>`
    select code, min(zh) as zh, min(en) as en, bool_or(rejects) as rejects, count(*) as rows
      from cases.import_problem where street = ${street} and run = ${run} group by code order by count(*) desc, code`.execute(
    db,
  );
  return rows;
}

/** Lets the database see how much there is now, so that it plans for that. */
export async function lookAtSizes({ db }: Work): Promise<void> {
  await sql`select cases.look_at_sizes()`.execute(db);
}

/** Does something inside the transaction and keeps it, or takes it back when told so or when it throws. */
export async function inSavepoint<T>(
  { db }: Work,
  act: () => Promise<T>,
  keep: (result: T) => boolean = () => true,
): Promise<T> {
  await sql`savepoint attempt`.execute(db);
  try {
    const result = await act();
    await (keep(result) ? sql`release savepoint attempt` : sql`rollback to savepoint attempt`).execute(db);
    return result;
  } catch (error) {
    await sql`rollback to savepoint attempt`.execute(db);
    throw error;
  }
}
