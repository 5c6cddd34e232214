import type { AccessObject } from '@fengqiao/contract/audit.ts';
import type { DoubtView, TicketView, listTickets as List } from '@fengqiao/contract/audit/doubts.ts';
import type { In } from '@fengqiao/contract/route.ts';
import { deadline } from '#platform/calendar/deadline.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { ANSWER_WORKDAYS, demandOpen, mayHandle, stateOf, type Verdict } from '../domain/doubt.ts';
import { flagsOf } from '../domain/look.ts';
import { looksAtMe, type Concerned } from '../store/my-looks.ts';
import {
  insertTicket,
  lockTicket,
  saveAcknowledged,
  saveDecision,
  ticketById,
  ticketsAt,
  ticketsOf,
  type TicketRow,
} from '../store/tickets.ts';
import { concerned } from './list-accesses.ts';
import { recordAccess } from './record-access.ts';

const place = (id: string, column: 'text_enc' | 'answer_enc') => ({ table: 'audit.ticket', column, row: id });
const MOST_LOOKS = 10_000;

/** Doubts a look one can see oneself; it goes to the privacy officers, never to the unit in question. */
export const raiseDoubt = async (work: Work, access: string, text: string): Promise<DoubtView> =>
  doubtAbout(work, await concerned(work), { access, text });

/** The same for whom a room above knows to be theirs to ask about; the answer goes to the account that asks. */
export async function doubtAbout(
  work: Work,
  me: Concerned & { account: string },
  { access, text }: { access: string; text: string },
): Promise<DoubtView> {
  const mine = await looksAtMe(work, me, { limit: MOST_LOOKS, after: null });
  if (!mine.some(({ id }) => id === access)) refuse('platform.not_found');
  const doubted = await work.db
    .selectFrom('audit.access')
    .select(['account', 'unit'])
    .where('street', '=', work.street)
    .where('id', '=', access)
    .executeTakeFirstOrThrow();
  const id = work.newId();
  const { dueAt } = deadline(work.calendar, { unit: 'work_day', value: ANSWER_WORKDAYS, start: work.now });
  const textEnc = work.vault.seal(text, place(id, 'text_enc'));
  if (!(await insertTicket(work, { id, account: me.account, access, doubted, textEnc, dueAt })))
    refuse('audit.already_doubted');
  await work.announce('privacy.doubt_raised', id, { dueAt: dueAt.toISOString() });
  return presentMine(work, await found(work, id));
}

export async function myDoubts(work: Work): Promise<{ items: DoubtView[] }> {
  const { account } = await concerned(work);
  return { items: (await ticketsOf(work, account)).map((row) => presentMine(work, row)) };
}

/** The officer's desk; reading what somebody wrote is a look at them and is recorded like any other. */
export async function listTickets(
  work: Work,
  { limit = 20, after, state }: In<typeof List>['query'],
): Promise<{ items: TicketView[]; next: string | null }> {
  const only = { notAbout: work.actor.account ?? '', officersOnly: work.actor.role === 'leader' };
  const rows = await ticketsAt(work, state, only, { limit: limit + 1, after: after ?? null });
  const shown = rows.slice(0, limit);
  if (shown.length > 0) await recordReading(work, 'privacy.tickets', 'tickets', shown);
  return {
    items: shown.map((row) => presentTicket(work, row)),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

export async function acknowledge(work: Work, id: string): Promise<TicketView> {
  const doubt = await lock(work, id);
  demandOpen(doubt, work.actor);
  await saveAcknowledged(work, id);
  if (doubt.acknowledgedAt === null)
    await work.announce('privacy.doubt_acknowledged', id, { account: doubt.account });
  return shown(work, id);
}

export async function decide(work: Work, id: string, verdict: Verdict, answer: string): Promise<TicketView> {
  const doubt = await lock(work, id);
  demandOpen(doubt, work.actor);
  await saveAcknowledged(work, id);
  await saveDecision(work, id, verdict, work.vault.seal(answer, place(id, 'answer_enc')));
  await work.announce('privacy.doubt_decided', id, { account: doubt.account, verdict });
  return shown(work, id);
}

const lock = async (work: Work, id: string): Promise<TicketRow> =>
  (await lockTicket(work, id)) ?? refuse('platform.not_found');
const found = async (work: Work, id: string): Promise<TicketRow> =>
  (await ticketById(work, id)) ?? refuse('platform.not_found');

async function shown(work: Work, id: string): Promise<TicketView> {
  const row = await found(work, id);
  if (!mayHandle(row, work.actor)) refuse('platform.not_found');
  await recordReading(work, 'privacy.ticket', `ticket:${id}`, [row]);
  return presentTicket(work, row);
}

const recordReading = (work: Work, action: string, object: AccessObject, rows: readonly TicketRow[]) =>
  recordAccess(work, {
    action,
    object,
    subjects: [...new Set(rows.map(({ account }) => account))],
    fields: ['report'],
    purpose: 'inspect',
  });

/** For the person concerned: the name of who looked only where they were right. */
const presentMine = (work: Work, row: TicketRow): DoubtView =>
  present(work, row, row.verdict === 'upheld' ? row.name : null);

const presentTicket = (work: Work, row: TicketRow): TicketView => ({
  ...present(work, row, row.name),
  object: row.object,
  reason: row.reason,
  flags: flagsOf(row.flags),
});

const present = (work: Work, row: TicketRow, name: string | null): DoubtView => ({
  id: row.id,
  state: stateOf(row),
  text: work.vault.open(row.textEnc, place(row.id, 'text_enc')),
  openedAt: row.openedAt.toISOString(),
  dueAt: row.dueAt.toISOString(),
  acknowledgedAt: row.acknowledgedAt?.toISOString() ?? null,
  decidedAt: row.decidedAt?.toISOString() ?? null,
  answer: row.answerEnc === null ? null : work.vault.open(row.answerEnc, place(row.id, 'answer_enc')),
  look: {
    id: row.access,
    at: row.at.toISOString(),
    role: row.doubtedRole,
    unit: row.unit,
    name,
    purpose: row.purpose,
    fields: row.fields,
    capacity: row.capacity,
  },
});
