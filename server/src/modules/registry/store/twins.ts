import { sql, type Selectable } from 'kysely';
import type { TwinState } from '@fengqiao/contract/registry/twins.ts';
import type { RegistryTwin } from '#platform/db.gen.ts';
import { toJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';

export type TwinRow = Selectable<RegistryTwin>;
export type Pair = { readonly one: string; readonly other: string };

/** A page of pairs of the same name and birth date, or the same phone and name, that nobody has judged yet; one pass over the people of the street. */
export async function likelyPairs({ db, street }: Work, limit: number, after: Pair | null): Promise<Pair[]> {
  const { rows } = await sql<Pair>`/* unnamed */
    with crowd as (
      select array_agg(id order by id) as ids from registry.person where street = ${street} and state = 'here' and twin_index is not null group by twin_index having count(*) between 2 and 20
      union all
      select array_agg(id order by id) from registry.person where street = ${street} and state = 'here' and phone_index is not null group by phone_index, name_index having count(*) between 2 and 20
    )
    select distinct a.id as one, b.id as other from crowd cross join lateral unnest(ids) with ordinality a(id, n) cross join lateral unnest(ids) with ordinality b(id, n)
     where a.n < b.n and not exists (select from registry.twin t where t.street = ${street} and t.one = a.id and t.other = b.id)
       ${after === null ? sql`` : sql`and (a.id, b.id) > (${after.one}::uuid, ${after.other}::uuid)`}
     order by 1, 2 limit ${limit}`.execute(db);
  return rows;
}

export type NewTwin = Pair & { readonly score: number; readonly reasons: readonly string[] };

export async function insertTwins({ db, street, now }: Work, twins: readonly NewTwin[]): Promise<void> {
  if (twins.length === 0) return;
  await db
    .insertInto('registry.twin')
    .values(twins.map(({ reasons, ...twin }) => ({ street, ...twin, reasons: [...reasons], found_at: now })))
    .onConflict((met) => met.doNothing())
    .execute();
}

/** A page of pairs, the likeliest first; served by twin_open_idx. */
export function twinsAfter(
  { db, street }: Work,
  state: TwinState,
  limit: number,
  after: { score: number; one: string; other: string } | null,
): Promise<TwinRow[]> {
  return db
    .selectFrom('registry.twin')
    .selectAll()
    .where('street', '=', street)
    .where('state', '=', state)
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(-score, one, other) > (${-(after?.score ?? 0)}, ${after?.one}::uuid, ${after?.other}::uuid)`,
      ),
    )
    .orderBy('score', 'desc')
    .orderBy('one')
    .orderBy('other')
    .limit(limit)
    .execute();
}

export async function lockTwin({ db, street }: Work, { one, other }: Pair): Promise<TwinRow> {
  const row = await db
    .selectFrom('registry.twin')
    .selectAll()
    .where('street', '=', street)
    .where('one', '=', one)
    .where('other', '=', other)
    .forUpdate()
    .executeTakeFirst();
  return row ?? refuse('platform.not_found');
}

export async function saveTwin(
  { db, street, actor, now }: Work,
  { one, other }: Pair,
  { state, was }: { state: TwinState; was: object | null },
): Promise<void> {
  await db
    .updateTable('registry.twin')
    .set({
      state,
      was: was === null ? null : toJson(was),
      decided_by: state === 'open' ? null : actor.account,
      decided_at: state === 'open' ? null : now,
    })
    .where('street', '=', street)
    .where('one', '=', one)
    .where('other', '=', other)
    .execute();
}
