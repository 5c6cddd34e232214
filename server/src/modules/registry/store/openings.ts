import { sql } from 'kysely';
import type { Work } from '#platform/work.ts';

export type Opening = {
  readonly person: string;
  readonly unit: string;
  readonly basis: 'case' | 'share';
  readonly ref: string;
  readonly endsAt: Date;
};

/** Opens a person to a unit, or lets it last until another moment. */
export async function saveOpening({ db, street, now }: Work, { endsAt, ...opening }: Opening): Promise<void> {
  await db
    .insertInto('registry.opening')
    .values({ street, ...opening, ends_at: endsAt, made_at: now })
    .onConflict((met) => met.columns(['street', 'person', 'unit', 'ref']).doUpdateSet({ ends_at: endsAt }))
    .execute();
}

/** Ends what is over; served by opening_ends_idx. */
export async function deleteOpenings({ db, street, now }: Work): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    with gone as (delete from registry.opening where street = ${street} and ends_at <= ${now} returning 1) select count(*) as n from gone`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
}
