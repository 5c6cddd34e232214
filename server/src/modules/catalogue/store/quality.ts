import { sql } from 'kysely';
import { fromJson, toJson } from '#platform/json.ts';
import type { Work } from '#platform/work.ts';
import type { FieldScore, Score } from '../domain/quality.ts';

export type Measurement = Omit<Score, 'fields'> & {
  readonly measuredAt: Date;
  readonly rows: number;
  readonly newestAt: Date | null;
  readonly fields: readonly FieldScore[];
};

const columns = [
  'resource',
  'measured_at as measuredAt',
  'rows',
  'newest_at as newestAt',
  'completeness',
  'validity',
  'uniqueness',
  'timeliness',
  'score',
  'fields',
] as const;

const present = <T extends { fields: unknown }>(row: T) => ({
  ...row,
  fields: fromJson<FieldScore[]>(row.fields),
});

/** The latest measurement of each of these; one row of the primary key for each, however long its history is. */
export async function latestOf(
  { db, street }: Work,
  resources: readonly string[],
): Promise<ReadonlyMap<string, Measurement>> {
  if (resources.length === 0) return new Map();
  const rows = await db
    .selectFrom(sql<{ id: string }>`unnest(${[...resources]}::uuid[])`.as<'asked'>(sql`asked(id)`))
    .innerJoinLateral(
      (one) =>
        one
          .selectFrom('catalogue.quality')
          .select(columns)
          .where('street', '=', street)
          .whereRef('resource', '=', 'asked.id')
          .orderBy('measured_at', 'desc')
          .limit(1)
          .as('latest'),
      (join) => join.onTrue(),
    )
    .selectAll('latest')
    .execute();
  return new Map(rows.map((row) => [row.resource, present(row)]));
}

/** The latest measurements of one resource, newest first; backwards on the primary key. */
export async function historyOf(
  { db, street }: Work,
  resource: string,
  limit: number,
): Promise<Measurement[]> {
  const rows = await db
    .selectFrom('catalogue.quality')
    .select(columns)
    .where('street', '=', street)
    .where('resource', '=', resource)
    .orderBy('measured_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(present);
}

const KEPT = sql`interval '400 days'`;

/** Keeps a measurement, and forgets those older than thirteen months. */
export async function saveMeasurement(
  { db, street, now }: Work,
  resource: string,
  { fields, rows, newestAt, ...score }: Omit<Measurement, 'measuredAt'>,
): Promise<void> {
  await db
    .insertInto('catalogue.quality')
    .values({
      street,
      resource,
      measured_at: now,
      rows,
      newest_at: newestAt,
      ...score,
      fields: toJson(fields),
    })
    .execute();
  await db
    .deleteFrom('catalogue.quality')
    .where('street', '=', street)
    .where('resource', '=', resource)
    .where('measured_at', '<', sql<Date>`${now}::timestamptz - ${KEPT}`)
    .execute();
}
