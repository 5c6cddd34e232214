import { sql } from 'kysely';
import type { Over, Sampled } from '#platform/keeping.ts';
import { toJson } from '#platform/json.ts';
import type { Work } from '#platform/work.ts';

/** Imports that were checked, or stopped, and never applied; served by import_checked_idx and the primary key. */
const unapplied = ({ street, before }: Pick<Work, 'street'> & Over) => sql`
  registry.import i where i.street = ${street} and i.made_at < ${before}
    and (i.state = 'checked' or (i.state = 'failed' and exists (select from registry.stage s where s.import = i.id)))`;

/** Rows on their way in that never came in, and the imports themselves. */
export async function countStaged({ db, street }: Work, over: Over): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select coalesce(sum(1 + (select count(*) from registry.stage s where s.import = i.id)), 0) as n from ${unapplied({ street, ...over })}`.execute(
    db,
  );
  return Number(rows[0]?.n ?? 0);
}

export async function sampleStaged({ db, street }: Work, over: Over, most: number): Promise<Sampled[]> {
  const { rows } = await sql<Sampled>`
    select i.file_name as name, i.made_at as at from ${unapplied({ street, ...over })} order by i.made_at limit ${most}`.execute(
    db,
  );
  return rows;
}

export type Unapplied = { readonly id: string; readonly file: string | null };

/** The oldest of them, locked. */
export async function nextUnapplied({ db, street }: Work, over: Over): Promise<Unapplied | null> {
  const { rows } = await sql<Unapplied>`
    select i.id, i.file from ${unapplied({ street, ...over })} order by i.made_at limit 1 for update of i`.execute(
    db,
  );
  return rows[0] ?? null;
}

/** Takes rows out of the stage; gives how many, and the people who would have been new and are not in the registry. */
export async function unstage(
  { db, street }: Work,
  id: string,
  most: number,
): Promise<{ readonly rows: number; readonly strangers: readonly string[] }> {
  const { rows } = await sql<{ id: string; stranger: boolean }>`
    delete from registry.stage s where s.import = ${id} and s.line in (
      select line from registry.stage where import = ${id} order by line limit ${most})
    returning s.id, s.act = 'new' and not exists (select from registry.person p where p.street = ${street} and p.id = s.id) as stranger`.execute(
    db,
  );
  return { rows: rows.length, strangers: rows.flatMap((row) => (row.stranger ? [row.id] : [])) };
}

/** Ends an import whose rows are gone. */
export async function closeUnapplied({ db, street, now }: Work, id: string): Promise<void> {
  await sql`update registry.import set state = 'failed', file = null, ended_at = ${now}, error = ${toJson(overdue)}::jsonb
    where street = ${street} and id = ${id}`.execute(db);
}

const overdue = {
  zh: '校验后超过保存期限仍未应用，暂存数据及其密钥已销毁；如仍需要请重新上传。',
  en: 'It was checked and not applied within its term: what was staged, and its keys, are destroyed. Upload it again if it is still needed.',
};
