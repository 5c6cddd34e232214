import { sql } from 'kysely';
import type { MessageState } from '@fengqiao/contract/notices.ts';
import type { Work } from '#platform/work.ts';

export type Due = {
  id: string;
  kind: string;
  zh: string;
  tries: number;
  phoneEnc: Buffer | null;
  bodyEnc: Buffer | null;
  giveUpAt: Date | null;
};

/**
 * Takes text messages whose time has come, counting the try; nobody else takes them for the lease, and if this process dies
 * they come up again after it. Served by message_due_idx.
 */
export async function takeDue(work: Work, limit: number, leaseUntil: Date): Promise<Due[]> {
  const { rows } = await sql<Due>`
    update notices.message set tries = tries + 1, next_try_at = ${leaseUntil}
     where street = ${work.street} and id in (
       select id from notices.message where street = ${work.street} and state = 'waiting' and next_try_at <= ${work.now}
        order by next_try_at limit ${limit} for update skip locked)
    returning id, kind, zh, tries, phone_enc as "phoneEnc", body_enc as "bodyEnc", give_up_at as "giveUpAt"`.execute(
    work.db,
  );
  return rows;
}

/** Sent: number and text are erased, since the record needs neither. */
export async function saveSent(work: Work, id: string, ref: string | null): Promise<void> {
  await work.db
    .updateTable('notices.message')
    .set({
      state: 'sent',
      sent_at: work.now,
      provider_ref: ref,
      error: null,
      next_try_at: null,
      phone_enc: null,
      body_enc: null,
    })
    .where('street', '=', work.street)
    .where('id', '=', id)
    .execute();
}

export async function savePostponed(work: Work, id: string, at: Date, error: string): Promise<void> {
  await work.db
    .updateTable('notices.message')
    .set({ next_try_at: at, error })
    .where('street', '=', work.street)
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute();
}

/** Given up, in sight, and false when it was so already; a text that may not stand in clear is erased, the number stays some days for another try. */
export async function saveFailed(work: Work, id: string, error: string): Promise<boolean> {
  const { numUpdatedRows } = await work.db
    .updateTable('notices.message')
    .set({
      state: 'failed',
      error,
      next_try_at: null,
      phone_enc: sql<Buffer | null>`case when body_enc is null then phone_enc end`,
      body_enc: null,
    })
    .where('street', '=', work.street)
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Erases numbers of messages that were given up before a moment; served by message_failed_idx. */
export async function eraseFailed(work: Work, before: Date): Promise<number> {
  const { numUpdatedRows } = await work.db
    .updateTable('notices.message')
    .set({ phone_enc: null })
    .where('street', '=', work.street)
    .where('state', '=', 'failed')
    .where('phone_enc', 'is not', null)
    .where('made_at', '<', before)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

const listed = (work: Work) =>
  work.db
    .selectFrom('notices.message')
    .select([
      'id',
      'kind',
      'zh',
      'case_id as caseId',
      'state',
      'tries',
      'error',
      'made_at as at',
      'phone_enc as phoneEnc',
      'body_enc as bodyEnc',
    ])
    .where('street', '=', work.street)
    .where('channel', '=', 'sms')
    .$narrowType<{ state: MessageState }>();

/** One more than a page of messages that could not be sent, newest first; served by message_failed_idx. */
export function failedMessages(work: Work, limit: number, after: string | null) {
  return listed(work)
    .where('state', '=', 'failed')
    .$if(after !== null, (query) => query.where('id', '<', after ?? ''))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
}

export async function lockSms(work: Work, id: string) {
  return (await listed(work).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;
}

export async function saveAgain(work: Work, id: string, giveUpAt: Date): Promise<void> {
  await work.db
    .updateTable('notices.message')
    .set({ state: 'waiting', tries: 0, error: null, next_try_at: work.now, give_up_at: giveUpAt })
    .where('street', '=', work.street)
    .where('id', '=', id)
    .execute();
}

/** The newest text messages of a demo street; by primary key. */
export function newestSms(work: Work, limit: number) {
  return listed(work).orderBy('id', 'desc').limit(limit).execute();
}
