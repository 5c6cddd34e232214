import type { CareSeat } from '@fengqiao/contract/care.ts';
import type { Work } from '#platform/work.ts';
import type { Handover } from '../domain/record.ts';

export type HandoverRow = Handover & {
  readonly id: string;
  readonly record: string;
  readonly requestedAt: Date;
  readonly reasonEnc: Buffer;
};

/** The hand-overs of these records that wait, where the actor asked for them or has to decide; by handover_waiting_key. */
export function waitingHandovers({ db, street }: Work, records: readonly string[]): Promise<HandoverRow[]> {
  return records.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('care.handover')
        .select([
          'id',
          'record',
          'seat',
          'to_account as to',
          'requested_by as requestedBy',
          'requested_at as requestedAt',
          'decider',
          'reason_enc as reasonEnc',
        ])
        .where('street', '=', street)
        .where('record', 'in', [...records])
        .where('decided_at', 'is', null)
        .$narrowType<{ seat: CareSeat }>()
        .execute();
}

type NewHandover = Handover & { readonly id: string; readonly record: string; readonly reasonEnc: Buffer };

/** Asks for a hand-over; false while another one waits. */
export async function insertHandover({ db, street, now }: Work, given: NewHandover): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('care.handover')
    .values({
      street,
      id: given.id,
      record: given.record,
      seat: given.seat,
      to_account: given.to,
      reason_enc: given.reasonEnc,
      requested_by: given.requestedBy,
      requested_at: now,
      decider: given.decider,
    })
    .onConflict((met) => met.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function saveHandover(
  { db, street, now }: Work,
  id: string,
  { by, approved }: { by: string; approved: boolean },
): Promise<void> {
  await db
    .updateTable('care.handover')
    .set({ decided_by: by, decided_at: now, approved })
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}
