import { sql } from 'kysely';
import { reaching } from '../care.ts';
import type { Work } from '../work.ts';

/** Columns of one table that the master key seals; a test holds that no sealed column is forgotten. */
export type SealedTable = {
  readonly table: string;
  readonly columns: readonly string[];
  /** SQL for what the place of a sealed value names as its row; the id where it is left out. */
  readonly row?: string;
  /** Sealed by the key of special care, and read by its role. */
  readonly care?: true;
};

type Found = Record<string, Buffer | string | null> & { readonly at: string; readonly row: string };

/**
 * Seals anew, with the key and suite in force, up to `limit` rows of a table that another key or suite sealed; returns how
 * many. Rows tell by their first two bytes what sealed them, so it may be cut off and begun again, by several at once,
 * while the service runs.
 */
export const resealBatch = (work: Work, table: SealedTable, limit: number): Promise<number> =>
  reaching(work, table, (vault) => resealNext({ ...work, vault }, table, limit));

async function resealNext(
  { db, street, vault }: Work,
  { table, columns, row = 'id::text' }: SealedTable,
  limit: number,
): Promise<number> {
  const stale = columns.map((column) => staleIn(column, vault.marks));
  const { rows } = await sql<Found>`
    select ctid::text as at, ${sql.raw(row)} as row, ${sql.join(columns.map((column) => sql.ref(column)))}
      from ${sql.table(table)} where street = ${street} and (${sql.join(stale, sql` or `)})
     limit ${limit} for update skip locked`.execute(db);
  for (const found of rows) {
    const sets = columns.flatMap((column) => {
      const sealed = found[column];
      if (!Buffer.isBuffer(sealed) || isOf(sealed, vault.marks)) return [];
      const place = { table, column, row: found.row };
      return [sql`${sql.ref(column)} = ${vault.seal(vault.open(sealed, place), place)}`];
    });
    await sql`update ${sql.table(table)} set ${sql.join(sets)} where ctid = ${found.at}::tid`.execute(db);
  }
  return rows.length;
}

/** How many rows of a table another key or suite sealed. */
export const staleRows = (work: Work, table: SealedTable): Promise<number> =>
  reaching(work, table, (vault) => countStale({ ...work, vault }, table));

async function countStale({ db, street, vault }: Work, { table, columns }: SealedTable): Promise<number> {
  const stale = columns.map((column) => staleIn(column, vault.marks));
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from ${sql.table(table)} where street = ${street} and (${sql.join(stale, sql` or `)})`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
}

const isOf = (sealed: Buffer, marks: readonly Buffer[]): boolean =>
  marks.some((mark) => mark.equals(sealed.subarray(0, 2)));

const staleIn = (column: string, marks: readonly Buffer[]) =>
  sql<boolean>`substring(${sql.ref(column)} from 1 for 2) <> all(${marks}::bytea[])`;
