import { sql } from 'kysely';
import type { Over, Sampled } from '#platform/keeping.ts';
import type { Work } from '#platform/work.ts';

/** Those who moved away or died, whose facts are still there, by the day that was noted; served by person_departed_idx. */
const departed = ({ street }: Pick<Work, 'street'>, { before, held }: Over) => sql`
  registry.person p
    cross join lateral (
      select coalesce(max(e.made_at), p.changed_at) as at from registry.life_event e
       where e.street = p.street and e.person = p.id and e.kind in ('moved_out', 'died')) noted
   where p.street = ${street} and p.state in ('left', 'dead') and p.g2_enc is not null
     and noted.at < ${before} and not (p.id = any(${[...held]}::uuid[]))`;

export async function countDeparted(work: Work, over: Over): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${departed(work, over)}`.execute(
    work.db,
  );
  return rows[0]?.n ?? 0;
}

/** Told by what happened and when; nobody is named. */
export async function sampleDeparted(work: Work, over: Over, most: number): Promise<Sampled[]> {
  const { rows } = await sql<Sampled>`
    select case p.state when 'dead' then '死亡 died' else '迁出 moved away' end as name, noted.at
      from ${departed(work, over)} order by noted.at limit ${most}`.execute(work.db);
  return rows;
}

type Departed = { readonly id: string; readonly state: 'left' | 'dead' };

/** The next of them, locked. */
export async function someDeparted(work: Work, over: Over, most: number): Promise<Departed[]> {
  const { rows } = await sql<Departed>`
    select p.id, p.state from ${departed(work, over)} order by p.id limit ${most} for update of p`.execute(
    work.db,
  );
  return rows;
}
