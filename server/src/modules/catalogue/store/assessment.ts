import { sql } from 'kysely';
import type { AssessmentView } from '@fengqiao/contract/catalogue/assessments.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';

export type Assessment = Pick<
  AssessmentView,
  | 'id'
  | 'no'
  | 'unit'
  | 'activity'
  | 'occasions'
  | 'necessity'
  | 'effects'
  | 'measures'
  | 'conclusion'
  | 'assessedOn'
> & { readonly assessedBy: string; readonly recordedAt: Date };

const read = ({ db, street }: Work) =>
  db
    .selectFrom('catalogue.assessment')
    .where('street', '=', street)
    .select([
      'id',
      'no',
      'unit',
      'activity',
      'occasions',
      'necessity',
      'effects',
      'measures',
      'conclusion',
      sql<string>`assessed_on::text`.as('assessedOn'),
      'assessed_by as assessedBy',
      'recorded_at as recordedAt',
    ])
    .$narrowType<Pick<Assessment, 'occasions' | 'conclusion'>>();

/** One more than a page, newest first; backwards on the primary key, and a street has some dozens. */
export const pageOfAssessments = (
  work: Work,
  q: string | undefined,
  { limit, after }: { limit: number; after: string | null },
): Promise<Assessment[]> =>
  read(work)
    .$if(q !== undefined, (query) =>
      query.where(sql<boolean>`no || ' ' || activity ilike ${`%${escaped(q ?? '')}%`}`),
    )
    .$if(after !== null, (query) => query.where('id', '<', after ?? ''))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();

const escaped = (words: string) => words.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);

/** By its number; served by the unique key. */
export const assessmentOf = (work: Work, no: string): Promise<Assessment | undefined> =>
  read(work).where('no', '=', no).executeTakeFirst();

export async function findAssessment(work: Work, id: string): Promise<Assessment> {
  return (await read(work).where('id', '=', id).executeTakeFirst()) ?? refuse('platform.not_found');
}

export async function insertAssessment({ db, street }: Work, given: Assessment): Promise<void> {
  const { assessedOn, assessedBy, recordedAt, occasions, ...rest } = given;
  await db
    .insertInto('catalogue.assessment')
    .values({
      ...rest,
      street,
      occasions: [...occasions],
      assessed_on: sql<Date>`${assessedOn}::date`,
      assessed_by: assessedBy,
      recorded_at: recordedAt,
    })
    .execute();
}

/** The next number of the register; it may have gaps. */
export async function nextAssessment({ db }: Work): Promise<number> {
  const { rows } = await sql<{ n: number }>`select nextval('catalogue.assessment_seq') as n`.execute(db);
  return Number(rows[0]?.n ?? 0);
}

/** Published resources that name these assessments; a street has some hundreds of resources, so the table is read. */
export async function resourcesAssessed(
  { db, street }: Work,
  numbers: readonly string[],
): Promise<{ id: string; no: string; zh: string; en: string }[]> {
  if (numbers.length === 0) return [];
  return db
    .selectFrom('catalogue.resource')
    .where('street', '=', street)
    .where('state', '=', 'published')
    .where(sql<boolean>`content->>'assessmentNo' = any(${[...numbers]}::text[])`)
    .orderBy('code')
    .limit(1000)
    .select([
      'id',
      sql<string>`content->>'assessmentNo'`.as('no'),
      sql<string>`content->'name'->>'zh'`.as('zh'),
      sql<string>`content->'name'->>'en'`.as('en'),
    ])
    .execute();
}
