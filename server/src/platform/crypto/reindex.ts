import { sql } from 'kysely';
import { reaching } from '../care.ts';
import type { Work } from '../work.ts';

type Indexes = Readonly<Record<string, Buffer | null>>;

/** Keyed indexes of one table, by which sealed facts are found; a change of their key or of the suite makes them anew. */
export type IndexedTable = {
  readonly table: string;
  readonly columns: readonly string[];
  /** Read by the role of special care, and found by its key. */
  readonly care?: true;
  /** The indexes of rows as the key in force makes them, from what is sealed; a row it cannot read is left out and alone. */
  readonly of: (work: Work, ids: readonly string[]) => Promise<ReadonlyMap<string, Indexes>>;
};

export type Batch = { readonly last: string | null; readonly stale: number };

type Row = Record<string, Buffer | null> & { readonly id: string };

/** The next rows after a key: which of their indexes another key or suite made. They are made anew when `mend` is set. */
export const reindexBatch = (work: Work, table: IndexedTable, stretch: Stretch): Promise<Batch> =>
  reaching(work, table, () => reindexNext(work, table, stretch));

type Stretch = { readonly after: string | null; readonly limit: number; readonly mend: boolean };

async function reindexNext(
  work: Work,
  { table, columns, of }: IndexedTable,
  { after, limit, mend }: Stretch,
): Promise<Batch> {
  const { db, street } = work;
  const { rows } = await sql<Row>`
    select id, ${sql.join(columns.map((column) => sql.ref(column)))} from ${sql.table(table)}
     where street = ${street} and (${after}::uuid is null or id > ${after}::uuid)
     order by id limit ${limit} ${mend ? sql`for update` : sql``}`.execute(db);
  const right = await of(
    work,
    rows.map(({ id }) => id),
  );
  const stale = rows.filter((row) => {
    const indexes = right.get(row.id);
    return indexes !== undefined && columns.some((column) => !same(row[column], indexes[column]));
  });
  if (mend && stale.length > 0) {
    const values = columns.map((column) => stale.map(({ id }) => right.get(id)?.[column] ?? null));
    await sql`
      update ${sql.table(table)} t set ${sql.join(columns.map((column) => sql`${sql.ref(column)} = made.${sql.ref(column)}`))}
        from unnest(${stale.map(({ id }) => id)}::uuid[], ${sql.join(values.map((list) => sql`${list}::bytea[]`))})
             as made(id, ${sql.join(columns.map((column) => sql.ref(column)))})
       where t.street = ${street} and t.id = made.id`.execute(db);
  }
  return { last: rows.at(-1)?.id ?? null, stale: stale.length };
}

const same = (one: Buffer | null | undefined, other: Buffer | null | undefined): boolean =>
  one && other ? one.equals(other) : (one ?? null) === (other ?? null);
