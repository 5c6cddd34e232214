import { sql } from 'kysely';
import type { Capacity } from '@fengqiao/contract/audit.ts';
import type { GradedField } from '@fengqiao/contract/grades.ts';
import type { Purpose } from '@fengqiao/contract/purposes.ts';
import type { Role } from '@fengqiao/contract/roles.ts';
import type { Work } from '#platform/work.ts';
import { bitsOf } from '../domain/look.ts';

export type AccessRow = {
  id: string;
  at: Date;
  account: string | null;
  name: string | null;
  role: Role | null;
  unit: string | null;
  action: string;
  object: string;
  subjects: string[];
  fields: GradedField[];
  purpose: Purpose;
  capacity: Capacity;
  reason: string | null;
  flags: number;
  review: 'proper' | 'improper' | null;
};

export type Filters = {
  readonly from: Date;
  readonly to: Date;
  readonly account?: string | undefined;
  readonly subject?: string | undefined;
  readonly unit?: string | undefined;
  readonly role?: string | undefined;
  readonly purpose?: string | undefined;
  /** The bits of a mark. */
  readonly flag?: number | undefined;
  /** Marked to be looked into, and not looked into yet. */
  readonly desk?: 'open' | undefined;
};

/** Bits of the marks that are looked into: orphan, canary, over the limit. A break-glass is reviewed as a whole, not look by look. */
const MARKED = sql.raw('224');
/** What access_marked_idx is made of: the same and break-glass. */
const INDEXED = sql.raw('225');

/**
 * Of a look at special care nobody reads in lists whom it was about, and only officers and auditors why: that somebody has
 * such a record is told to no one.
 */
const SPECIAL = sql.raw(String(bitsOf(['special'])));
const isTold = sql<boolean>`a.flags & ${SPECIAL} = 0`;
const whom = sql<string[]>`case when ${isTold} then a.subjects else '{}' end`;
const why = ({ actor: { role } }: Work) =>
  role === 'privacy' || role === 'auditor'
    ? sql<string | null>`a.reason`
    : sql<string | null>`case when ${isTold} then a.reason end`;

/** Looks in a span, newest first; ids begin with their time, so the primary key serves it, and access_marked_idx a desk. */
export function accessesBetween(
  work: Work,
  { from, to, account, subject, unit, role, purpose, flag, desk }: Filters,
  page: { limit: number; after: string | null },
): Promise<AccessRow[]> {
  return work.db
    .selectFrom('audit.access as a')
    .leftJoin('audit.review as r', (on) =>
      on.onRef('r.street', '=', 'a.street').onRef('r.access', '=', 'a.id'),
    )
    .where('a.street', '=', work.street)
    .where('a.id', '>=', firstIdAt(from))
    .where('a.id', '<', firstIdAt(to))
    .$if(account !== undefined, (query) => query.where('a.account', '=', account ?? ''))
    .$if(unit !== undefined, (query) => query.where('a.unit', '=', unit ?? ''))
    .$if(role !== undefined, (query) => query.where('a.role', '=', role ?? ''))
    .$if(purpose !== undefined, (query) => query.where('a.purpose', '=', purpose ?? ''))
    .$if(flag !== undefined, (query) => query.where(sql<boolean>`a.flags & ${flag ?? 0} <> 0`))
    .$if(subject !== undefined, (query) =>
      query.where(sql<boolean>`a.subjects @> array[${subject}::uuid]`).where(isTold),
    )
    .$if(desk === 'open', (query) =>
      query
        .where(sql<boolean>`a.flags & ${INDEXED} <> 0 and a.flags & ${MARKED} <> 0`)
        .where('r.access', 'is', null),
    )
    .$if(page.after !== null, (query) => query.where('a.id', '<', page.after ?? ''))
    .select([
      'a.id',
      'a.at',
      'a.account',
      'a.name',
      'a.role',
      'a.unit',
      'a.action',
      'a.object',
      whom.as('subjects'),
      'a.fields',
      'a.purpose',
      'a.capacity',
      why(work).as('reason'),
      'a.flags',
      'r.verdict as review',
    ])
    .orderBy('a.id', 'desc')
    .limit(page.limit)
    .$narrowType<{
      role: Role | null;
      fields: GradedField[];
      purpose: Purpose;
      capacity: Capacity;
      review: AccessRow['review'];
    }>()
    .execute();
}

export async function accessById(work: Work, id: string): Promise<{ account: string | null } | null> {
  const row = await work.db
    .selectFrom('audit.access')
    .select('account')
    .where('street', '=', work.street)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** The smallest id that something made at a moment can have. */
export function firstIdAt(moment: Date): string {
  const time = Math.max(moment.getTime(), 0).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}
