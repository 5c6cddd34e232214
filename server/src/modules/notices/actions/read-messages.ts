import { apart } from '@fengqiao/contract/roles.ts';
import type { In, Out } from '@fengqiao/contract/route.ts';
import type { listMessages as List } from '@fengqiao/contract/notices.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { present } from '../domain/message.ts';
import { attemptsOf } from '../store/delivery.ts';
import { insertReadings, isShown, messagesTo, unreadBy } from '../store/messages.ts';

const MOST_COUNTED = 100;
const MOST_READ = 1_000;

/** One page of what is to me and to my unit. */
export async function listMessages(
  work: Work,
  { limit = 30, after, unread = false }: In<typeof List>['query'],
): Promise<Out<typeof List>> {
  const rows = await messagesTo(work, readerOf(work), { limit, after: after ?? null, unread });
  const shown = rows.slice(0, limit);
  const ways = await attemptsOf(
    work,
    'message',
    shown.map(({ id }) => id),
  );
  return {
    items: shown.map((message) => present(message, ways.get(message.id) ?? [])),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

export async function countUnread(work: Work): Promise<{ count: number }> {
  return { count: (await unreadBy(work, readerOf(work), MOST_COUNTED)).length };
}

export async function readMessage(work: Work, id: string): Promise<{ ok: true }> {
  const reader = readerOf(work);
  if (!(await isShown(work, reader, id))) refuse('platform.not_found');
  await insertReadings(work, reader.account, [id]);
  return { ok: true };
}

export async function readAll(work: Work): Promise<{ count: number }> {
  const reader = readerOf(work);
  const unread = await unreadBy(work, reader, MOST_READ);
  await insertReadings(work, reader.account, unread);
  return { count: unread.length };
}

/** Who reads: their own messages, and those of the unit at whose post they act; units are told of cases, which some posts do not see. */
function readerOf({ actor }: Work) {
  const account = actor.account ?? refuse('platform.not_signed_in');
  const seesCases = actor.role === null || !apart.includes(actor.role);
  return { account, unit: seesCases ? actor.unit : null, role: actor.role };
}
