import type { Capacity } from '@fengqiao/contract/audit.ts';
import type { GradedField } from '@fengqiao/contract/grades.ts';
import type { Purpose } from '@fengqiao/contract/purposes.ts';
import type { Role } from '@fengqiao/contract/roles.ts';
import type { NotNull } from 'kysely';
import type { Work } from '#platform/work.ts';
import type { Verdict } from '../domain/doubt.ts';

const tickets = ({ db, street }: Work) =>
  db
    .selectFrom('audit.ticket as t')
    .innerJoin('audit.access as a', (on) =>
      on.onRef('a.street', '=', 't.street').onRef('a.id', '=', 't.access'),
    )
    .where('t.street', '=', street)
    .select([
      't.id',
      't.account',
      't.access',
      't.text_enc as textEnc',
      't.answer_enc as answerEnc',
      't.opened_at as openedAt',
      't.due_at as dueAt',
      't.acknowledged_at as acknowledgedAt',
      't.decided_at as decidedAt',
      't.verdict',
      'a.account as doubtedAccount',
      'a.role as doubtedRole',
      'a.unit',
      'a.name',
      'a.at',
      'a.purpose',
      'a.fields',
      'a.capacity',
      'a.object',
      'a.reason',
      'a.flags',
    ])
    .$narrowType<{
      verdict: Verdict | null;
      doubtedRole: Role | null;
      purpose: Purpose;
      fields: GradedField[];
      capacity: Capacity;
      textEnc: NotNull;
    }>();

export type TicketRow = Awaited<ReturnType<ReturnType<typeof tickets>['execute']>>[number];

export async function ticketById(work: Work, id: string): Promise<TicketRow | null> {
  return (await tickets(work).where('t.id', '=', id).executeTakeFirst()) ?? null;
}

/** The same, held until the transaction ends, since two officers may answer at once. */
export async function lockTicket(work: Work, id: string): Promise<TicketRow | null> {
  return (await tickets(work).where('t.id', '=', id).forUpdate('t').executeTakeFirst()) ?? null;
}

/** What somebody doubted, newest first; served by ticket_access_key. */
export const ticketsOf = (work: Work, account: string): Promise<TicketRow[]> =>
  tickets(work).where('t.account', '=', account).orderBy('t.id', 'desc').limit(100).execute();

/** The desk: open ones oldest first, which are the first due; decided ones newest first. */
export function ticketsAt(
  work: Work,
  state: 'open' | 'decided',
  only: { notAbout: string; officersOnly: boolean },
  page: { limit: number; after: string | null },
): Promise<TicketRow[]> {
  const open = state === 'open';
  return tickets(work)
    .where('t.decided_at', open ? 'is' : 'is not', null)
    .where((eb) => eb.or([eb('a.account', 'is', null), eb('a.account', '<>', only.notAbout)]))
    .$if(only.officersOnly, (query) => query.where('a.role', '=', 'privacy'))
    .$if(page.after !== null, (query) => query.where('t.id', open ? '>' : '<', page.after ?? ''))
    .orderBy('t.id', open ? 'asc' : 'desc')
    .limit(page.limit)
    .execute();
}

type NewTicket = {
  readonly id: string;
  readonly account: string;
  readonly access: string;
  readonly doubted: { readonly account: string | null; readonly unit: string | null };
  readonly textEnc: Buffer;
  readonly dueAt: Date;
};

/** False when this look was doubted before. */
export async function insertTicket({ db, street, now }: Work, one: NewTicket): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('audit.ticket')
    .values({
      street,
      id: one.id,
      account: one.account,
      access: one.access,
      doubted_account: one.doubted.account,
      doubted_unit: one.doubted.unit,
      text_enc: one.textEnc,
      opened_at: now,
      due_at: one.dueAt,
    })
    .onConflict((on) => on.columns(['street', 'account', 'access']).doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows) === 1;
}

export async function saveAcknowledged({ db, street, now, actor }: Work, id: string): Promise<void> {
  await db
    .updateTable('audit.ticket')
    .set({ acknowledged_at: now, acknowledged_by: actor.account })
    .where('street', '=', street)
    .where('id', '=', id)
    .where('acknowledged_at', 'is', null)
    .execute();
}

export async function saveDecision(
  { db, street, now, actor }: Work,
  id: string,
  verdict: Verdict,
  answerEnc: Buffer,
): Promise<void> {
  await db
    .updateTable('audit.ticket')
    .set({ verdict, answer_enc: answerEnc, decided_at: now, decided_by: actor.account })
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}
