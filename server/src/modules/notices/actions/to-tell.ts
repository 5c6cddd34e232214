import type { In, Out } from '@fengqiao/contract/route.ts';
import type {
  listToTell as ToldList,
  revealToTell as ToldReveal,
} from '@fengqiao/contract/notices/delivery.ts';
import { refuse } from '#platform/refusal.ts';
import { done } from '#platform/serve.ts';
import type { Work } from '#platform/work.ts';
import { contactOf, maskedAccount, maskedContact, personOf } from '#modules/identity';
import { CALLS, rungDue } from '../domain/ladder.ts';
import {
  attemptsOf,
  deliveriesToTell,
  insertAttempt,
  lockDelivery,
  saveReached,
  saveRung,
} from '../store/delivery.ts';

/** Who sits in the centre tells everybody; a community tells those of its own ground. */
const reachable = ({ actor }: Work): readonly string[] | null => (actor.wide ? null : actor.units);

/** One page of people to call or visit, masked. */
export async function listToTell(
  work: Work,
  { limit = 30, after, rung }: In<typeof ToldList>['query'],
): Promise<Out<typeof ToldList>> {
  const rows = await deliveriesToTell(work, {
    limit,
    after: after ?? null,
    rung: rung ?? null,
    units: reachable(work),
  });
  const shown = rows.slice(0, limit);
  const attempts = await attemptsOf(
    work,
    'id',
    shown.map(({ id }) => id),
  );
  const items = [];
  for (const { id, rung: at, account, contact, unit, kind, zh, en, caseId, dueAt } of shown) {
    const who = await (account === null ? maskedContact(work, contact ?? '') : maskedAccount(work, account));
    items.push({
      id,
      rung: at === 'visit' ? ('visit' as const) : ('call' as const),
      name: who.name,
      phone: who.phone,
      unit,
      kind,
      zh,
      en,
      caseId,
      dueAt: dueAt.toISOString(),
      attempts: attempts.get(id) ?? [],
    });
  }
  return { items, next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null };
}

async function open(work: Work, id: string) {
  const found = (await lockDelivery(work, id, reachable(work))) ?? refuse('platform.not_found');
  if (found.state === 'reached' || found.seen) refuse('notices.told_already');
  return found;
}

/** Name and phone of one person, for the call; they see that it was looked at. */
export async function revealToTell(work: Work, id: string): Promise<Out<typeof ToldReveal>> {
  const { account, contact } = await open(work, id);
  const { name, phone } = await (account === null
    ? contactOf(work, contact ?? '', 'deliver')
    : personOf(work, account, 'deliver'));
  return { name, phone };
}

/** Notes how a call or visit went; after some calls in vain somebody goes there. */
export async function tellOutcome(work: Work, id: string, reached: boolean): Promise<typeof done> {
  const { rung } = await open(work, id);
  await insertAttempt(work, id, rung, reached ? 'reached' : 'missed');
  if (reached) await saveReached(work, id);
  else await tryAgain(work, id, rung);
  return done;
}

async function tryAgain(work: Work, id: string, rung: 'app' | 'sms' | 'call' | 'visit'): Promise<void> {
  const tried = (await attemptsOf(work, 'id', [id])).get(id) ?? [];
  const calls = tried.filter((one) => one.rung === 'call' && one.outcome === 'missed').length;
  const goes = rung === 'call' && calls >= CALLS;
  const next = goes ? 'visit' : rung;
  await saveRung(work, id, { rung: next, dueAt: rungDue(next, work.now) });
  if (goes) await insertAttempt(work, id, 'visit', 'asked');
}
