import { sql } from 'kysely';
import type { Over, Sampled } from '#platform/keeping.ts';
import type { Work } from '#platform/work.ts';

type Where = Pick<Work, 'street'> & Over;

/** Sign-ins that are over; the street's own service sessions have no token. Served by session_ends_idx. */
const endedSessions = ({ street, before, held }: Where) => sql`
  identity.session s where s.street = ${street} and s.ends_at < ${before} and s.token_hash is not null
    and not (array[s.account, s.behalf] && ${[...held]}::uuid[])`;

export async function countSessions({ db, street }: Work, over: Over): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*) as n from ${endedSessions({ street, ...over })}`.execute(db);
  return rows[0]?.n ?? 0;
}

export async function sampleSessions({ db, street }: Work, over: Over, most: number): Promise<Sampled[]> {
  const { rows } = await sql<Sampled>`
    select coalesce(s.role, s.kind) as name, s.ends_at as at from ${endedSessions({ street, ...over })} order by s.ends_at limit ${most}`.execute(
    db,
  );
  return rows;
}

export async function takeSessions({ db, street }: Work, over: Over, most: number): Promise<number> {
  const { rows } = await sql`
    delete from identity.session where id in (select s.id from ${endedSessions({ street, ...over })} order by s.ends_at limit ${most}) returning 1`.execute(
    db,
  );
  return rows.length;
}

/** Mandates that ended or were declined; served by mandate_ended_idx. */
const endedMandates = ({ street, before, held }: Where) => sql`
  identity.mandate m where m.street = ${street} and m.ended_at < ${before}
    and not (array[m.id, m.principal, m.helper, m.asked_contact] && ${[...held]}::uuid[])`;

export async function countMandates({ db, street }: Work, over: Over): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*) as n from ${endedMandates({ street, ...over })}`.execute(db);
  return rows[0]?.n ?? 0;
}

export async function sampleMandates({ db, street }: Work, over: Over, most: number): Promise<Sampled[]> {
  const { rows } = await sql<Sampled>`
    select right(m.id::text, 8) as name, m.ended_at as at from ${endedMandates({ street, ...over })} order by m.ended_at limit ${most}`.execute(
    db,
  );
  return rows;
}

export type GoneMandate = { readonly evidence: string | null; readonly contact: string | null };

/** Deletes some with all that was done by them; gives the signed forms and the contacts they leave behind. */
export async function takeMandates({ db, street }: Work, over: Over, most: number): Promise<GoneMandate[]> {
  const some = await sql<{ id: string }>`
    select m.id from ${endedMandates({ street, ...over })} order by m.ended_at limit ${most} for update of m`.execute(
    db,
  );
  const ids = some.rows.map(({ id }) => id);
  await sql`delete from identity.mandate_use where street = ${street} and mandate = any(${ids}::uuid[])`.execute(
    db,
  );
  const { rows } = await sql<GoneMandate>`
    delete from identity.mandate where street = ${street} and id = any(${ids}::uuid[]) returning evidence, asked_contact as contact`.execute(
    db,
  );
  return rows;
}
