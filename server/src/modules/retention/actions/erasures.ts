import {
  ERASURE_DAYS,
  type ErasureAtDesk,
  type ErasureGround,
  type ErasureView,
} from '@fengqiao/contract/retention.ts';
import { accountOfPerson, personOfAccount } from '#modules/identity';
import { notify } from '#modules/notices';
import { wholeOf } from '#modules/registry';
import { deadline } from '#platform/calendar/deadline.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import {
  countUndecided,
  erasureOf,
  insertErasure,
  lockErasure,
  pageOfErasures,
  takeOverdueErasures,
  saveState,
  type ErasureRow,
} from '../store/erasure.ts';
import { heldAmong } from '../store/hold.ts';
import { whoActs } from './who-acts.ts';

/** A resident asks for their own account and what is known of them to be erased. */
export async function askForMyself(work: Work, reason: string): Promise<ErasureView> {
  const account = whoActs(work);
  const person = await personOfAccount(work, account);
  return present(work, await ask(work, { account, person, ground: 'own_request', reason }));
}

/** Staff ask for somebody in the registry; whoever decides is somebody else. */
export async function askForPerson(
  work: Work,
  { person, ground, reason }: { person: string; ground: ErasureGround; reason: string },
): Promise<ErasureView> {
  const account = await accountOfPerson(work, person);
  return present(work, await ask(work, { account, person, ground, reason }));
}

const BATCH = 50;

/** Tells once of each request to erase that is past its day; returns how many. */
export async function tellOverdueErasures(work: Work): Promise<number> {
  const overdue = await takeOverdueErasures(work, BATCH);
  for (const { id, dueAt } of overdue)
    await work.announce('retention.overdue', id, { dueAt: dueAt.toISOString() });
  return overdue.length;
}

type Asked = { account: string | null; person: string | null; ground: ErasureGround; reason: string };

async function ask(work: Work, asked: Asked): Promise<ErasureRow> {
  const { dueAt, provisional } = deadline(work.calendar, {
    unit: 'work_day',
    value: ERASURE_DAYS,
    start: work.now,
  });
  const id = work.newId();
  if (!(await insertErasure(work, { ...asked, id, by: whoActs(work), dueAt, provisional })))
    refuse('retention.asked_already');
  await work.announce('retention.asked', id, { dueAt: dueAt.toISOString() });
  return lockErasure(work, id);
}

export async function mine(work: Work): Promise<{ request: ErasureView | null }> {
  const row = await erasureOf(work, whoActs(work));
  return { request: row === null ? null : present(work, row) };
}

export async function withdraw(work: Work): Promise<{ ok: true }> {
  const row = (await erasureOf(work, whoActs(work))) ?? refuse('platform.not_found');
  const { id, state } = await lockErasure(work, row.id);
  if (state !== 'asked') refuse('retention.not_waiting');
  await saveState(work, id, { state: 'withdrawn' });
  return { ok: true };
}

/** Approves or refuses; what a legal hold covers is not approved. The engine erases what was approved. */
export async function decide(
  work: Work,
  id: string,
  { approve, answer }: { approve: boolean; answer: string },
): Promise<ErasureAtDesk> {
  const row = await lockErasure(work, id);
  if (row.state !== 'asked') refuse('retention.not_waiting');
  if (row.askedBy === whoActs(work)) refuse('retention.own_request');
  if (approve && (await heldAmong(work, await subjectsOf(work, row))).size > 0) refuse('retention.held');
  await saveState(work, id, { state: approve ? 'approved' : 'refused', by: whoActs(work), answer });
  if (!approve && row.account !== null)
    await notify(work, {
      to: { account: row.account },
      kind: 'retention.refused',
      zh: `您的删除申请未获同意：${answer}`,
      en: `Your request to be erased was refused: ${answer}`,
    });
  await work.announce('retention.decided', id, { approve });
  return atDesk(work, await lockErasure(work, id), false);
}

export const waitingErasures = async (work: Work): Promise<{ erasures: number }> => ({
  erasures: await countUndecided(work),
});

export async function listAtDesk(
  work: Work,
  { waiting = true, limit = 20, after }: { waiting?: boolean; limit?: number; after?: string },
): Promise<{ items: ErasureAtDesk[]; next: string | null }> {
  const rows = await pageOfErasures(work, { waiting, after: after ?? null, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const items: ErasureAtDesk[] = [];
  for (const row of shown)
    items.push(atDesk(work, row, (await heldAmong(work, await subjectsOf(work, row))).size > 0));
  return {
    items,
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** Whom a request is about, by every key: also rows of the registry that were merged with theirs. */
export async function subjectsOf(
  work: Work,
  row: Pick<ErasureRow, 'person' | 'account'>,
): Promise<readonly string[]> {
  const { people, accounts } = await wholeOf(work, row);
  return [...people, ...accounts];
}

const atDesk = (work: Work, row: ErasureRow, held: boolean): ErasureAtDesk => ({
  ...present(work, row),
  person: row.person,
  account: row.account,
  held,
  mine: row.askedBy === work.actor.account,
});

function present({ now }: Work, row: ErasureRow): ErasureView {
  const { id, ground, reason, state, askedAt, dueAt, decidedAt, answer, doneAt } = row;
  return {
    id,
    ground,
    reason,
    state,
    answer,
    askedAt: askedAt.toISOString(),
    dueAt: dueAt.toISOString(),
    overdue: state === 'asked' && dueAt < now,
    decidedAt: decidedAt?.toISOString() ?? null,
    doneAt: doneAt?.toISOString() ?? null,
  };
}
