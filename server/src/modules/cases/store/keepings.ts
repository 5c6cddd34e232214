import { sql } from 'kysely';
import type { Over, Sampled } from '#platform/keeping.ts';
import type { Work } from '#platform/work.ts';

type Where = Pick<Work, 'street'> & Over;

/** Filed cases whose term is over and that no hold covers, with their reports; served by case_archived_idx and report_case_idx. */
const filedReports = ({ street, before, held }: Where) => sql`
  cases."case" c join cases.report r on r.street = c.street and r.case_id = c.id
   where c.street = ${street} and c.archived_at < ${before} and c.state = 'archived'
     and not (array[c.id, r.id, r.account, r.contact] && ${[...held]}::uuid[])`;

/** Reports that name somebody by their account, or by a contact left without one; what staff found names nobody. */
const naming = {
  account: sql`r.account is not null and r.channel <> 'field'`,
  contact: sql`r.contact is not null and r.account is null`,
} as const;
export type Naming = keyof typeof naming;

export async function countNamed({ db, street }: Work, over: Over, by: Naming): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from ${filedReports({ street, ...over })} and ${naming[by]}`.execute(db);
  return rows[0]?.n ?? 0;
}

export async function sampleNamed(
  { db, street }: Work,
  over: Over,
  { by, most }: { readonly by: Naming; readonly most: number },
): Promise<Sampled[]> {
  const { rows } = await sql<Sampled>`
    select c.no as name, c.archived_at as at from ${filedReports({ street, ...over })} and ${naming[by]}
     order by c.archived_at, c.id limit ${most}`.execute(db);
  return rows;
}

/** Takes the names out of some reports; gives the contacts that are now nobody's. */
export async function unnameFiled(
  { db, street }: Work,
  over: Over,
  { by, most }: { readonly by: Naming; readonly most: number },
): Promise<{ readonly reports: number; readonly contacts: readonly string[] }> {
  const { rows } = await sql<{ contact: string | null }>`
    with chosen as (select r.id, r.contact from ${filedReports({ street, ...over })} and ${naming[by]}
                   order by c.archived_at, c.id limit ${most} for update of r)
    update cases.report r set account = null, contact = null, wishes_anonymous = true
      from chosen where r.street = ${street} and r.id = chosen.id returning chosen.contact`.execute(db);
  return {
    reports: rows.length,
    contacts: rows.flatMap(({ contact }) => (contact === null ? [] : [contact])),
  };
}

/** Files of reports and of evidence of such cases; what was written about a picture stays, with its hash. */
const filedFiles = ({ street, before, held }: Where) => sql`
  cases."case" c
    join lateral (select unnest(r.files) as file from cases.report r where r.street = c.street and r.case_id = c.id
                  union select e.file from cases.evidence e where e.street = c.street and e.case_id = c.id) of_case on true
    join platform.file f on f.street = c.street and f.id = of_case.file
   where c.street = ${street} and c.archived_at < ${before} and c.state = 'archived'
     and not (array[c.id, f.id, f.owner] && ${[...held]}::uuid[])
     and not exists (select from cases.report r where r.street = c.street and r.case_id = c.id and r.account = any(${[...held]}::uuid[]))`;

export async function countFiles({ db, street }: Work, over: Over): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*) as n from ${filedFiles({ street, ...over })}`.execute(db);
  return rows[0]?.n ?? 0;
}

export async function sampleFiles({ db, street }: Work, over: Over, most: number): Promise<Sampled[]> {
  const { rows } = await sql<Sampled>`
    select c.no as name, c.archived_at as at from ${filedFiles({ street, ...over })} order by c.archived_at, c.id limit ${most}`.execute(
    db,
  );
  return rows;
}

type FiledFile = { readonly id: string; readonly sha256: string; readonly caseId: string };

export async function someFiles({ db, street }: Work, over: Over, most: number): Promise<FiledFile[]> {
  const { rows } = await sql<FiledFile>`
    select f.id, f.sha256, c.id as "caseId" from ${filedFiles({ street, ...over })} order by c.archived_at, c.id limit ${most}`.execute(
    db,
  );
  return rows;
}

/** Lets go of files in the reports and the evidence of these cases. */
export async function unlinkFiles({ db, street }: Work, files: readonly FiledFile[]): Promise<void> {
  const ids = files.map(({ id }) => id);
  const cases = [...new Set(files.map(({ caseId }) => caseId))];
  await sql`update cases.report set files = array(select one from unnest(files) one where one <> all(${ids}::uuid[]))
    where street = ${street} and case_id = any(${cases}::uuid[]) and files && ${ids}::uuid[]`.execute(db);
  await sql`update cases.evidence set file = null
    where street = ${street} and case_id = any(${cases}::uuid[]) and file = any(${ids}::uuid[])`.execute(db);
}

const refusedCells = ({ street, before }: Where) => sql`
  cases.import_problem p join cases.import_run u on u.street = p.street and u.id = p.run
   where p.street = ${street} and u.ended_at < ${before} and p.value is not null`;

export async function countCells({ db, street }: Work, over: Over): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*) as n from ${refusedCells({ street, ...over })}`.execute(db);
  return rows[0]?.n ?? 0;
}

export async function sampleCells({ db, street }: Work, over: Over, most: number): Promise<Sampled[]> {
  const { rows } = await sql<Sampled>`
    select u.file_name || ' · ' || p.line as name, u.ended_at as at from ${refusedCells({ street, ...over })} order by u.ended_at, p.line limit ${most}`.execute(
    db,
  );
  return rows;
}

export async function blankCells({ db, street }: Work, over: Over, most: number): Promise<number> {
  const { rows } = await sql`
    update cases.import_problem t set value = null
      from (select p.run, p.line, p.code from ${refusedCells({ street, ...over })} limit ${most}) chosen
     where t.street = ${street} and t.run = chosen.run and t.line = chosen.line and t.code = chosen.code returning 1`.execute(
    db,
  );
  return rows.length;
}
