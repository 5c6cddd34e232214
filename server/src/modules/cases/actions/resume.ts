import type { CaseState } from '@fengqiao/contract/cases/views.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { holds } from '../domain/acting.ts';
import { after, expectVersion, type Case } from '../domain/case.ts';
import { resumeClock } from '../domain/clock/change.ts';
import { pausedSince } from '../domain/clock/clock.ts';
import { lockCase, saveCase } from '../store/case.ts';
import { openClocks, saveClock, stopClocks } from '../store/clock.ts';
import { endHold } from '../store/hold.ts';
import { stateOf } from './answer.ts';

/** Ends a hold: the clocks run on with what was left. */
export async function resumeCase(
  work: Work,
  id: string,
  { reason, version }: { reason: string; version?: number | undefined },
): Promise<CaseState> {
  const theCase = await lockCase(work, id);
  expectVersion(theCase, version);
  if (theCase.state !== 'held') refuse('cases.not_held', { state: theCase.state });
  if (!holds(work.actor, theCase) && !work.actor.wide) refuse('cases.not_yours', { lead: theCase.lead });
  return stateOf(await endTheHold(work, theCase, reason));
}

export async function endTheHold(work: Work, theCase: Case, why: string): Promise<Case> {
  await endHold(work, theCase.id, why);
  await stopClocks(work, theCase.id, ['review', 'milestone']);
  let { dueAt } = theCase;
  for (const open of await openClocks(work, theCase.id)) {
    if (pausedSince(open.clock) === null) continue;
    const { clock } = await saveClock(work, {
      ...open,
      clock: resumeClock(open.clock, work.calendar, work.now),
    });
    if (clock.kind === 'overall') dueAt = clock.dueAt;
  }
  return saveCase(work, theCase, after(theCase, 'resume', work.now, { dueAt }), {
    kind: 'resume',
    public: true,
    facts: { reason: why },
    event: 'case.resumed',
  });
}
