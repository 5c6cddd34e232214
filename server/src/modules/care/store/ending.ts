import { sql } from 'kysely';
import type { Work } from '#platform/work.ts';

/** A record the engine looks at: its seats, and what names its person. */
export type Ending = {
  readonly id: string;
  readonly unit: string;
  readonly worker: string;
  readonly second: string;
  readonly personEnc: Buffer;
};

const columns = sql`id, unit, worker, second, person_enc as "personEnc"`;

/** Open records whose last day is over; by record_until_idx. */
export async function overOn({ db, street }: Work, today: string): Promise<Ending[]> {
  const { rows } = await sql<Ending>`select ${columns} from care.record
    where street = ${street} and state = 'open' and until < ${today}::date order by id limit 100 for update skip locked`.execute(
    db,
  );
  return rows;
}

/** All open records, for their people in office; a street has some hundred of them. */
export async function openRecords({ db, street }: Work): Promise<Ending[]> {
  const { rows } =
    await sql<Ending>`select ${columns} from care.record where street = ${street} and state = 'open' order by id`.execute(
      db,
    );
  return rows;
}

/** Closed and refused records whose time of keeping is over; by record_delete_idx. */
export async function toDelete({ db, street }: Work, today: string): Promise<Ending[]> {
  const { rows } = await sql<Ending>`select ${columns} from care.record
    where street = ${street} and delete_on < ${today}::date order by id limit 100`.execute(db);
  return rows;
}

/** Deletes records with their notes and hand-overs; returns how many. */
export async function deleteRecords({ db, street }: Work, ids: readonly string[]): Promise<number> {
  const { numAffectedRows } =
    await sql`delete from care.record where street = ${street} and id = any(${[...ids]}::uuid[])`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

/** Proposals that nobody has decided until a moment, as if they had never been made; by record_until_idx. */
export async function deleteUndecided({ db, street }: Work, before: Date): Promise<number> {
  const { numAffectedRows } = await sql`delete from care.record
    where street = ${street} and state = 'proposed' and requested_at < ${before}`.execute(db);
  return Number(numAffectedRows ?? 0n);
}

/** Everything about people by the indexes of their keys; by record_person_idx. */
export async function deleteAbout({ db, street }: Work, indexes: readonly Buffer[]): Promise<void> {
  await sql`delete from care.record where street = ${street} and person_index = any(${[...indexes]}::bytea[])`.execute(
    db,
  );
}
