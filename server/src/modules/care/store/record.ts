import { sql } from 'kysely';
import type { CareEnding, CareSeat, CareState } from '@fengqiao/contract/care.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import type { CareRecord } from '../domain/record.ts';

/** What is sealed of a record. */
export type Sealed = {
  readonly personEnc: Buffer;
  readonly bodyEnc: Buffer;
  readonly closingEnc: Buffer | null;
};
export type RecordRow = CareRecord & Sealed;

const read = ({ db, street }: Work) =>
  db
    .selectFrom('care.record')
    .where('street', '=', street)
    .select([
      'id',
      'unit',
      'state',
      'worker',
      'second',
      'requested_by as requestedBy',
      'requested_at as requestedAt',
      'approved_by as approvedBy',
      'approved_at as approvedAt',
      'closed_by as closedBy',
      'closed_at as closedAt',
      'ending',
      'person_enc as personEnc',
      'body_enc as bodyEnc',
      'closing_enc as closingEnc',
      sql<string | null>`contact_on::text`.as('contactOn'),
      sql<string>`until::text`.as('until'),
      sql<string | null>`delete_on::text`.as('deleteOn'),
    ])
    .$narrowType<{ state: CareState; ending: CareEnding | null }>();

/** One of the actor's own records; by primary key. Any other is not there: the row policies say so. */
export async function findRecord(work: Work, id: string): Promise<RecordRow> {
  return (await read(work).where('id', '=', id).executeTakeFirst()) ?? refuse('platform.not_found');
}

/** The same, held until the end of the transaction. */
export async function lockRecord(work: Work, id: string): Promise<RecordRow> {
  return (
    (await read(work).where('id', '=', id).forUpdate().executeTakeFirst()) ?? refuse('platform.not_found')
  );
}

/**
 * Records somebody is on or has to decide about, those to be contacted first at the top. Served by record_worker_idx,
 * record_second_idx and handover_decider_idx.
 */
export function ownRecords(
  work: Work,
  account: string,
  { after, limit }: { after: string | null; limit: number },
): Promise<RecordRow[]> {
  const order = sql`coalesce(contact_on, 'infinity'), id`;
  return read(work)
    .where((where) =>
      where.or([
        where('worker', '=', account),
        where('second', '=', account),
        where('id', 'in', (from) =>
          from
            .selectFrom('care.handover')
            .select('record')
            .where('street', '=', work.street)
            .where('decider', '=', account)
            .where('decided_at', 'is', null),
        ),
      ]),
    )
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(coalesce(contact_on, 'infinity'), id) > (select coalesce(o.contact_on, 'infinity'), o.id from care.record o where o.street = ${work.street} and o.id = ${after}::uuid)`,
      ),
    )
    .orderBy(order)
    .limit(limit)
    .execute();
}

export type NewRecord = {
  readonly id: string;
  readonly unit: string;
  readonly personEnc: Buffer;
  readonly personIndex: Buffer;
  readonly bodyEnc: Buffer;
  readonly worker: string;
  readonly second: string;
  readonly contactOn: string;
  readonly until: string;
};

/** Writes a proposal; false when the unit has a record or a proposal about this person (record_person_key). */
export async function insertRecord({ db, street, now }: Work, given: NewRecord): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('care.record')
    .values({
      street,
      id: given.id,
      unit: given.unit,
      person_enc: given.personEnc,
      person_index: given.personIndex,
      body_enc: given.bodyEnc,
      state: 'proposed',
      worker: given.worker,
      second: given.second,
      contact_on: given.contactOn,
      until: given.until,
      requested_by: given.worker,
      requested_at: now,
    })
    .onConflict((met) => met.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export type Changed = {
  readonly state?: CareState;
  readonly approvedBy?: string;
  readonly closedBy?: string | null;
  readonly ending?: CareEnding;
  readonly closingEnc?: Buffer;
  readonly deleteOn?: string;
  readonly contactOn?: string;
  readonly bodyEnc?: Buffer;
  readonly seat?: { readonly seat: CareSeat; readonly account: string };
};

/** Writes what changed of a record that the caller holds. */
export async function saveRecord({ db, street, now }: Work, id: string, changed: Changed): Promise<void> {
  const { state, approvedBy, closedBy, ending, closingEnc, deleteOn, contactOn, bodyEnc, seat } = changed;
  await db
    .updateTable('care.record')
    .set({
      ...(state === undefined ? {} : { state }),
      ...(approvedBy === undefined ? {} : { approved_by: approvedBy, approved_at: now }),
      ...(closedBy === undefined ? {} : { closed_by: closedBy, closed_at: now }),
      ...(ending === undefined ? {} : { ending }),
      ...(closingEnc === undefined ? {} : { closing_enc: closingEnc }),
      ...(deleteOn === undefined ? {} : { delete_on: deleteOn }),
      ...(contactOn === undefined ? {} : { contact_on: contactOn }),
      ...(bodyEnc === undefined ? {} : { body_enc: bodyEnc }),
      ...(seat === undefined ? {} : { [seat.seat]: seat.account }),
    })
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}

/** The newest record and its index, to see whether the key fits. */
export async function newestSealed({
  db,
  street,
}: Work): Promise<{ id: string; personEnc: Buffer; personIndex: Buffer } | null> {
  const row = await db
    .selectFrom('care.record')
    .select(['id', 'person_enc as personEnc', 'person_index as personIndex'])
    .where('street', '=', street)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** What names the person in a few records, to make their indexes anew. */
export function sealedPeople(
  { db, street }: Work,
  ids: readonly string[],
): Promise<{ id: string; personEnc: Buffer }[]> {
  return ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('care.record')
        .select(['id', 'person_enc as personEnc'])
        .where('street', '=', street)
        .where('id', 'in', [...ids])
        .execute();
}
