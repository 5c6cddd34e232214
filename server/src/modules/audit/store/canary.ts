import { sql } from 'kysely';
import { accessFlags } from '@fengqiao/contract/audit.ts';
import type { Work } from '#platform/work.ts';

/** Plants somebody who does not exist; a look at them in clear is told to the privacy officers. */
export async function insertCanary({ db, street, now }: Work, subject: string, told: string): Promise<void> {
  await db.insertInto('audit.canary').values({ street, subject, told, planted_at: now }).execute();
}

type Met = { readonly subject: string; readonly looks: number; readonly last: Date };

/** How often these were looked at in clear; by audit.looks_at. */
export async function canariesMet({ db }: Work, subjects: readonly string[]): Promise<Met[]> {
  if (subjects.length === 0) return [];
  const { rows } = await sql<Met>`
    select s.subject, count(*)::int as looks, max(a.at) as last
      from audit.looks_at(${[...subjects]}::uuid[]) a
           cross join lateral unnest(a.subjects) s(subject)
     where a.flags & ${1 << accessFlags.canary.bit} <> 0 and s.subject = any(${[...subjects]}::uuid[])
     group by s.subject`.execute(db);
  return rows;
}
