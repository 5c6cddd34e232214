import { sql } from 'kysely';
import type { Work } from '#platform/work.ts';
import type { Listed } from '../domain/message.ts';

export type NewMessage = {
  readonly id: string;
  readonly account: string | null;
  readonly contact: string | null;
  readonly unit: string | null;
  readonly role: string | null;
  readonly channel: 'in_app' | 'sms';
  readonly kind: string;
  readonly zh: string;
  readonly en: string;
  readonly phoneEnc: Buffer | null;
  readonly bodyEnc: Buffer | null;
  readonly caseId: string | null;
  readonly state: 'waiting' | 'delivered';
  readonly giveUpAt: Date | null;
};

export async function insertMessages(work: Work, messages: readonly NewMessage[]): Promise<void> {
  if (messages.length === 0) return;
  await work.db
    .insertInto('notices.message')
    .values(
      messages.map(({ phoneEnc, bodyEnc, caseId, giveUpAt, ...message }) => ({
        ...message,
        street: work.street,
        phone_enc: phoneEnc,
        body_enc: bodyEnc,
        case_id: caseId,
        give_up_at: giveUpAt,
        made_at: work.now,
        next_try_at: message.state === 'waiting' ? work.now : null,
        sent_at: message.state === 'delivered' ? work.now : null,
      })),
    )
    .execute();
}

type Reader = { readonly account: string; readonly unit: string | null; readonly role: string | null };

const read = sql<boolean>`r.account is not null`;

/** What is shown to a reader: what is to them, and to everyone on duty where they are. Served by message_account_idx and message_unit_idx. */
const shownTo = (work: Work, { account, unit, role }: Reader) =>
  work.db
    .selectFrom('notices.message as m')
    .leftJoin('notices.reading as r', (on) =>
      on.onRef('r.street', '=', 'm.street').onRef('r.message', '=', 'm.id').on('r.account', '=', account),
    )
    .where('m.street', '=', work.street)
    .where('m.channel', '=', 'in_app')
    .where(({ or, and, eb }) =>
      or([
        eb('m.account', '=', account),
        ...(unit === null
          ? []
          : [and([eb('m.unit', '=', unit), or([eb('m.role', 'is', null), eb('m.role', '=', role)])])]),
      ]),
    );

/** One more than a page, newest first. */
export function messagesTo(
  work: Work,
  reader: Reader,
  { limit, after, unread }: { limit: number; after: string | null; unread: boolean },
): Promise<Listed[]> {
  return shownTo(work, reader)
    .select([
      'm.id',
      'm.kind',
      'm.zh',
      'm.en',
      'm.case_id as caseId',
      'm.unit',
      'm.made_at as at',
      read.as('read'),
    ])
    .$if(after !== null, (query) => query.where('m.id', '<', after ?? ''))
    .$if(unread, (query) => query.where('r.account', 'is', null))
    .orderBy('m.id', 'desc')
    .limit(limit + 1)
    .execute();
}

/** Keys of unread messages, newest first, `most` at most. */
export async function unreadBy(work: Work, reader: Reader, most: number): Promise<string[]> {
  const rows = await shownTo(work, reader)
    .select('m.id')
    .where('r.account', 'is', null)
    .orderBy('m.id', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}

/** Whether a message is among those shown to a reader. */
export async function isShown(work: Work, reader: Reader, id: string): Promise<boolean> {
  return (await shownTo(work, reader).select('m.id').where('m.id', '=', id).executeTakeFirst()) !== undefined;
}

export async function insertReadings(
  work: Work,
  account: string,
  messages: readonly string[],
): Promise<void> {
  if (messages.length === 0) return;
  await work.db
    .insertInto('notices.reading')
    .values(messages.map((message) => ({ street: work.street, message, account, at: work.now })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
