import { sql } from 'kysely';
import type { Work } from '#platform/work.ts';

type Overdue = { readonly id: string; readonly dueAt: Date };

/** Doubts that nobody answered in time, marked as told; served by ticket_open_idx. */
export async function takeOverdueTickets({ db, street, now }: Work, most: number): Promise<Overdue[]> {
  const { rows } = await sql<Overdue>`
    update audit.ticket set overdue_told_at = ${now} where street = ${street} and id in (
      select id from audit.ticket
       where street = ${street} and decided_at is null and overdue_told_at is null and due_at <= ${now}
       order by due_at limit ${most} for update skip locked)
    returning id, due_at as "dueAt"`.execute(db);
  return rows;
}

/** Emergencies that nobody reviewed in time, marked as told; served by break_glass_due_idx. */
export async function takeOverdueReviews({ db, street, now }: Work, most: number): Promise<Overdue[]> {
  const { rows } = await sql<Overdue>`
    update audit.break_glass set overdue_told_at = ${now} where street = ${street} and id in (
      select id from audit.break_glass
       where street = ${street} and reviewed_at is null and overdue_told_at is null and review_due_at <= ${now}
       order by review_due_at limit ${most} for update skip locked)
    returning id, review_due_at as "dueAt"`.execute(db);
  return rows;
}

/** How many doubts and emergencies wait for an officer; by the same indexes. */
export async function countWaiting({ db, street }: Work): Promise<{ tickets: number; emergencies: number }> {
  const { rows } = await sql<{ tickets: number; emergencies: number }>`
    select (select count(*)::int from audit.ticket where street = ${street} and decided_at is null) as tickets,
           (select count(*)::int from audit.break_glass where street = ${street} and reviewed_at is null) as emergencies`.execute(
    db,
  );
  return rows[0] ?? { tickets: 0, emergencies: 0 };
}
