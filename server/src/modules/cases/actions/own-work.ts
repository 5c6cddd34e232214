import type { OwnWork } from '@fengqiao/contract/cases/own-work.ts';
import { ownRounds } from '#modules/rounds';
import { refuse } from '#platform/refusal.ts';
import { asEngine, type Work } from '#platform/work.ts';
import { ownActs } from '../store/own-work.ts';

const DAY = 86_400_000;

/** What whoever asks did lately, for their own eyes. */
export async function ownWork(work: Work, days: number): Promise<OwnWork> {
  const account = work.actor.account ?? refuse('platform.not_signed_in');
  const since = new Date(work.now.getTime() - days * DAY);
  const rounds = await ownRounds(work, since);
  // Their own acts also where the case has gone out of their sight since; nothing of the case is shown.
  const acts = await asEngine(work, () => ownActs(work, account, since));
  return {
    since: since.toISOString(),
    reported: acts.get('report') ?? 0,
    verified: acts.get('report_verification') ?? 0,
    handled: acts.get('report_handled') ?? 0,
    checked: acts.get('check') ?? 0,
    helped: acts.get('task_reported') ?? 0,
    ...rounds,
  };
}
