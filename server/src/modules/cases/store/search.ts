import { sql } from 'kysely';
import type { Work } from '#platform/work.ts';
import { pairQuery, wordsOf } from '../domain/pairs.ts';

/** Where in the order by age a page ended. */
export type Place = { readonly reportedAt: Date; readonly id: string };

type Asked = {
  readonly text: string;
  readonly states: readonly string[] | null;
  readonly after: Place | null;
};

/** The newest cases, after a place, whose title, text, address and number contain every word asked for; scope and index stand in cases.search. */
export async function searchPage(
  { db }: Work,
  { text, states, after }: Asked,
  limit: number,
): Promise<Place[]> {
  const pairs = pairQuery(text);
  if (pairs === null) return [];
  const among = states === null ? null : [...states];
  const { rows } = await sql<{ id: string; reported_at: Date }>`/* unnamed */
    select id, reported_at from cases.search(${pairs}::tsquery, ${wordsOf(text)}::text[], ${among}::text[], ${after?.reportedAt ?? null}::timestamptz, ${after?.id ?? null}::uuid, ${limit})`.execute(
    db,
  );
  return rows.map((row) => ({ id: row.id, reportedAt: row.reported_at }));
}
