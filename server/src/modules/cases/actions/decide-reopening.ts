import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { unitOf } from '#modules/identity';
import { after, touched, type Case } from '../domain/case.ts';
import { addAssignment, assignmentsOf } from '../store/assignment.ts';
import { saveCase, type Told } from '../store/case.ts';
import { addClock, stopClocks } from '../store/clock.ts';
import { lockCaseOf } from '../store/of-case.ts';
import { decideReopeningRow, lockReopening, type Reopening } from '../store/reopening.ts';
import { addTask } from '../store/task.ts';
import { startReceipt } from './give.ts';
import { rowOf } from './row.ts';
import { restoreDeclined } from './restore-declined.ts';
import { overallTerm } from './term.ts';

/** The centre answers a request to take a case up again, or an objection to a refusal. */
export async function decideReopening(
  work: Work,
  id: string,
  { granted, reason }: { granted: boolean; reason: string },
): Promise<Reopening> {
  const theCase = await lockCaseOf(work, 'reopening', id);
  const asked = await lockReopening(work, id);
  await decideReopeningRow(work, id, granted, reason);
  await stopClocks(work, theCase.id, ['reopening'], id);
  const told: Told = {
    kind: granted ? 'reopen' : 'reopening_refused',
    public: true,
    facts: { reason, asked: asked.kind },
    event: granted ? 'case.reopened' : 'case.reopening_refused',
  };
  if (!granted) await saveCase(work, theCase, touched(theCase, work.now), told);
  else if (asked.kind === 'contest') await restoreDeclined(work, theCase, told);
  else await reopen(work, theCase, told);
  return { ...asked, granted, decision: reason, decided_at: work.now };
}

/** A new round: the same lead signs for it again and answers for it under a new overall clock; the old clocks stay to be read. */
export async function reopen(work: Work, theCase: Case, told: Told): Promise<Case> {
  const row = await rowOf(work, theCase);
  if (!row || theCase.lead === null) refuse('cases.nothing_to_reopen');
  const clean = {
    round: theCase.round + 1,
    holder: theCase.lead,
    heldBy: null,
    outcome: null,
    handledAt: null,
    closedAt: null,
    archivedAt: null,
    satisfied: null,
  };
  const again = after(theCase, 'reopen', work.now, clean);
  const before = (await assignmentsOf(work, theCase.id)).findLast((one) => one.level === 1);
  await addAssignment(work, again, {
    level: 1,
    unit: theCase.lead,
    basis: theCase.basis ?? 'statutory',
    why: { reopened: true, round: again.round, before: before?.id ?? null },
  });
  await addTask(work, again, { unit: theCase.lead, part: 'lead', text: theCase.title });
  const overall = await addClock(work, again, {
    kind: 'overall',
    owner: theCase.lead,
    ...(await overallTerm(work, row, again)),
  });
  await startReceipt(work, again, (await unitOf(work, theCase.lead))?.window);
  return saveCase(work, theCase, { ...again, dueAt: overall.clock.dueAt }, told);
}
