import { sql } from 'kysely';
import type { PersonalField } from '@fengqiao/contract/audit.ts';
import type { Purpose } from '@fengqiao/contract/purposes.ts';
import type { Role } from '@fengqiao/contract/roles.ts';
import type { Work } from '#platform/work.ts';

export type AccessRow = {
  id: string;
  at: Date;
  account: string | null;
  role: Role | null;
  unit: string | null;
  action: string;
  object: string;
  subjects: string[];
  fields: PersonalField[];
  purpose: Purpose;
};

/** One more than a page of the looks at one person, newest first; served by access_subjects_idx. */
export function accessesAbout(
  work: Work,
  subject: string,
  limit: number,
  after: string | null,
): Promise<AccessRow[]> {
  return rowsOf(work)
    .where(sql<boolean>`subjects @> array[${subject}::uuid]`)
    .$if(after !== null, (query) => query.where('id', '<', after))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
}

/** One more than a page of the looks in a span; ids begin with their time, so the primary key serves it. */
export function accessesBetween(
  work: Work,
  span: { from: Date; to: Date },
  about: { account: string | null; subject: string | null },
  page: { limit: number; after: string | null },
): Promise<AccessRow[]> {
  return rowsOf(work)
    .where('id', '>=', firstIdAt(span.from))
    .where('id', '<', firstIdAt(span.to))
    .$if(about.account !== null, (query) => query.where('account', '=', about.account))
    .$if(about.subject !== null, (query) =>
      query.where(sql<boolean>`subjects @> array[${about.subject}::uuid]`),
    )
    .$if(page.after !== null, (query) => query.where('id', '<', page.after))
    .orderBy('id', 'desc')
    .limit(page.limit + 1)
    .execute();
}

const rowsOf = (work: Work) =>
  work.db
    .selectFrom('audit.access')
    .where('street', '=', work.street)
    .select(['id', 'at', 'account', 'role', 'unit', 'action', 'object', 'subjects', 'fields', 'purpose'])
    .$narrowType<{ role: Role | null; fields: PersonalField[]; purpose: Purpose }>();

function firstIdAt(moment: Date): string {
  const time = Math.max(moment.getTime(), 0).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}
