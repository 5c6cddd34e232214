import { sql } from 'kysely';
import type { Over, Sampled } from '#platform/keeping.ts';
import type { Work } from '#platform/work.ts';

type Table = 'patrol' | 'visit' | 'conflict';

const momentOf = { patrol: 'received_at', visit: 'received_at', conflict: 'noted_at' } as const;

/** What was handed in before a moment, but for what is held; served by patrol_received_idx, visit_received_idx and conflict_noted_idx. */
const over = (table: Table, { street, before, held }: Pick<Work, 'street'> & Over) =>
  table === 'patrol'
    ? sql`rounds.patrol r where r.street = ${street} and r.received_at < ${before}
        and not (r.account = any(${[...held]}::uuid[]))`
    : table === 'conflict'
      ? sql`rounds.conflict r where r.street = ${street} and r.noted_at < ${before}
          and not (array[r.account, r.person, r.case_id] && ${[...held]}::uuid[])`
      : sql`rounds.visit r where r.street = ${street} and r.received_at < ${before}
        and not (array[r.account, r.person, r.case_id] && ${[...held]}::uuid[])`;

export const countOver =
  (table: Table) =>
  async ({ db, street }: Work, what: Over): Promise<number> => {
    const { rows } = await sql<{
      n: number;
    }>`select count(*) as n from ${over(table, { street, ...what })}`.execute(db);
    return rows[0]?.n ?? 0;
  };

export const sampleOver =
  (table: Table) =>
  async ({ db, street }: Work, what: Over, most: number): Promise<Sampled[]> => {
    const { rows } = await sql<Sampled>`
      select right(r.id::text, 8) as name, r.${sql.ref(momentOf[table])} as at from ${over(table, { street, ...what })} order by at limit ${most}`.execute(
      db,
    );
    return rows;
  };

export const takeOver =
  (table: Table) =>
  async ({ db, street }: Work, what: Over, most: number): Promise<number> => {
    const { rows } = await sql<{ id: string }>`
      select r.id from ${over(table, { street, ...what })} order by r.${sql.ref(momentOf[table])} limit ${most}`.execute(
      db,
    );
    const ids = rows.map(({ id }) => id);
    if (ids.length > 0)
      await db.deleteFrom(`rounds.${table}`).where('street', '=', street).where('id', 'in', ids).execute();
    return ids.length;
  };
