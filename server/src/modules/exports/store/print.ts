import { sql } from 'kysely';
import type { Work } from '#platform/work.ts';

export type NewPrint = {
  readonly line: number;
  readonly index: Buffer;
  readonly kind: 'line' | 'value';
  readonly canary: boolean;
  readonly subject: string | null;
};

export async function insertPrints(
  { db, street }: Work,
  id: string,
  prints: readonly NewPrint[],
): Promise<void> {
  if (prints.length === 0) return;
  await sql`
    insert into exports.print (street, export, line, print_index, kind, canary, subject)
    select ${street}, ${id}::uuid, * from unnest(${prints.map(({ line }) => line)}::int[], ${prints.map(({ index }) => index)}::bytea[],
           ${prints.map(({ kind }) => kind)}::text[], ${prints.map(({ canary }) => canary)}::boolean[], ${prints.map(({ subject }) => subject)}::uuid[])`.execute(
    db,
  );
}

export type FoundPrint = {
  readonly export: string;
  readonly line: number;
  readonly kind: 'line' | 'value';
  readonly canary: boolean;
  readonly index: Buffer;
};

/** Where some prints stand; by print_found_idx. */
export async function printsAmong({ db, street }: Work, indexes: readonly Buffer[]): Promise<FoundPrint[]> {
  if (indexes.length === 0) return [];
  const { rows } = await sql<FoundPrint>`
    select distinct export, line, kind, canary, print_index as index from exports.print
     where street = ${street} and print_index = any(${[...indexes]}::bytea[]) limit 50000`.execute(db);
  return rows;
}

/** Exports whose file or pages still hold somebody; by print_subject_idx. */
export async function exportsHolding({ db, street }: Work, subjects: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select e.id from exports.export e
     where e.street = ${street} and e.state in ('making', 'ready')
       and e.id in (select p.export from exports.print p where p.street = ${street} and p.subject = any(${[...subjects]}::uuid[]))`.execute(
    db,
  );
  return rows.map(({ id }) => id);
}

/** What a line said of somebody is forgotten with them. */
export async function dropPrintsOf({ db, street }: Work, subjects: readonly string[]): Promise<void> {
  await sql`delete from exports.print where street = ${street} and subject = any(${[...subjects]}::uuid[])`.execute(
    db,
  );
}
