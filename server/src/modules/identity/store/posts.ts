import { sql, type NotNull } from 'kysely';
import type { Role } from '@fengqiao/contract/roles.ts';
import type { Work } from '#platform/work.ts';
import type { Post } from '../domain/post.ts';

const select = (work: Work) =>
  work.db
    .selectFrom('identity.post as p')
    .innerJoin('identity.account as a', (on) =>
      on.onRef('a.street', '=', 'p.street').onRef('a.id', '=', 'p.account'),
    )
    .innerJoin('identity.unit as u', (on) =>
      on.onRef('u.street', '=', 'p.street').onRef('u.id', '=', 'p.unit'),
    )
    .select([
      'p.id',
      'p.account',
      'a.name',
      'p.role',
      'p.unit',
      'u.name_zh',
      'u.name_en',
      'p.valid_from',
      'p.approved_at',
      'p.granted_by',
      'p.approved_by',
      'p.reason',
      sql<Date | null>`nullif(p.valid_to, 'infinity')`.as('until'),
    ])
    .where('p.street', '=', work.street)
    .$narrowType<{ role: Role; name: NotNull }>();

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

const read = (row: Row): Post => ({
  id: row.id,
  account: row.account,
  name: row.name,
  role: row.role,
  unit: row.unit,
  unitName: { zh: row.name_zh, en: row.name_en },
  from: row.valid_from,
  until: row.until,
  approvedAt: row.approved_at,
  grantedBy: row.granted_by,
  approvedBy: row.approved_by,
  reason: row.reason,
});

/** The posts of some accounts that have not ended, oldest first; served by post_account_idx. */
export async function postsOf(work: Work, accounts: readonly string[]): Promise<Post[]> {
  if (accounts.length === 0) return [];
  const rows = await select(work)
    .where('p.account', 'in', accounts)
    .where('p.valid_to', '>', work.now)
    .orderBy('p.valid_from')
    .orderBy('p.id')
    .execute();
  return rows.map(read);
}

/** Everyone at a unit now, in one role or in any; served by post_unit_idx. */
export async function postsAt(work: Work, unit: string, role: Role | null): Promise<Post[]> {
  const rows = await select(work)
    .where('p.unit', '=', unit)
    .where('p.valid_to', '>', work.now)
    .where('p.approved_at', 'is not', null)
    .where('a.state', '=', 'active')
    .$if(role !== null, (query) => query.where('p.role', '=', role ?? ''))
    .orderBy('p.id')
    .execute();
  return rows.map(read);
}

/** Posts that wait for approval, oldest first; served by post_waiting_idx. */
export async function postsWaiting(work: Work): Promise<Post[]> {
  const rows = await select(work)
    .where('p.approved_at', 'is', null)
    .where('p.valid_to', '>', work.now)
    .orderBy('p.valid_from')
    .limit(200)
    .execute();
  return rows.map(read);
}

/** One post, locked until the act ends. */
export async function lockPost(work: Work, id: string): Promise<Post | null> {
  const row = await select(work).where('p.id', '=', id).forUpdate('p').executeTakeFirst();
  return row === undefined ? null : read(row);
}

export type NewPost = Pick<
  Post,
  'id' | 'account' | 'role' | 'unit' | 'from' | 'until' | 'approvedAt' | 'approvedBy' | 'grantedBy' | 'reason'
>;

export async function insertPosts(work: Work, posts: readonly NewPost[]): Promise<void> {
  if (posts.length === 0) return;
  await work.db
    .insertInto('identity.post')
    .values(
      posts.map((post) => ({
        street: work.street,
        id: post.id,
        account: post.account,
        unit: post.unit,
        role: post.role,
        valid_from: post.from,
        valid_to: post.until ?? sql<Date>`'infinity'`,
        granted_by: post.grantedBy,
        approved_by: post.approvedBy,
        approved_at: post.approvedAt,
        reason: post.reason,
      })),
    )
    .execute();
}

export async function saveApproval(work: Work, { id, approvedBy, approvedAt }: Post): Promise<void> {
  await work.db
    .updateTable('identity.post')
    .set({ approved_by: approvedBy, approved_at: approvedAt })
    .where('street', '=', work.street)
    .where('id', '=', id)
    .execute();
}

export async function saveEnd(work: Work, id: string, reason: string): Promise<void> {
  await work.db
    .updateTable('identity.post')
    .set({ valid_to: work.now, ended_by: work.actor.account, end_reason: reason })
    .where('street', '=', work.street)
    .where('id', '=', id)
    .execute();
}

/** Posts that end before a moment and whose holders were not told yet, marked as told; served by post_ends_idx. */
export function takeEnding(
  work: Work,
  before: Date,
): Promise<{ id: string; account: string; role: string; until: Date }[]> {
  return work.db
    .updateTable('identity.post')
    .set({ end_told_at: work.now })
    .where('street', '=', work.street)
    .where('end_told_at', 'is', null)
    .where('approved_at', 'is not', null)
    .where('valid_to', '>', work.now)
    .where('valid_to', '<=', before)
    .returning(['id', 'account', 'role', 'valid_to as until'])
    .execute();
}

/** How many people hold a role now; takes a lock, so that two cannot leave at once. */
export async function holdersOf(work: Work, role: Role): Promise<string[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${work.street}|holders|${role}`}, 0))`.execute(
    work.db,
  );
  const rows = await work.db
    .selectFrom('identity.v_post')
    .select('account')
    .distinct()
    .where('street', '=', work.street)
    .where('role', '=', role)
    .where('valid_to', '>', work.now)
    .$narrowType<{ account: NotNull }>()
    .execute();
  return rows.map(({ account }) => account);
}
