import type { Work } from '#platform/work.ts';
import type { Case } from '../domain/case.ts';
import { gradeTerms } from '../domain/grades.ts';
import { tell } from '../store/case.ts';
import { addClock, clocksOf } from '../store/clock.ts';
import { addTask } from '../store/task.ts';

const WHAT = '先行处置：赶到现场，设警示、疏散人员、控制危险；责任归属随后确定。';

/**
 * For grades S and A the nearest able unit acts first, and whose duty it is gets settled after (guard 9): the grid of the
 * place, else its community, has a task at once. What is sensitive or was recalled stays out of their hands; there the
 * clock runs for whoever will lead. Does nothing for other grades, or when the round has its first action already.
 */
export async function actFirst(
  work: Work,
  theCase: Case,
  { kept, lead }: { kept: boolean; lead: string | null },
): Promise<void> {
  const term = theCase.grade === null ? null : gradeTerms[theCase.grade].firstAction;
  if (term === null) return;
  const clocks = await clocksOf(work, theCase.id);
  if (clocks.some((one) => one.clock.kind === 'first_action' && one.round === theCase.round)) return;
  const nearest = kept ? null : (theCase.grid ?? theCase.community);
  if (nearest === null) {
    await addClock(work, theCase, { kind: 'first_action', owner: lead, ...term });
    return;
  }
  const task = await addTask(work, theCase, { unit: nearest, part: 'co', text: WHAT, required: false });
  await addClock(work, theCase, { kind: 'first_action', owner: nearest, subject: task, ...term });
  await tell(work, theCase, theCase, {
    kind: 'first_action',
    public: true,
    facts: { unit: nearest, task, grade: theCase.grade },
    event: 'case.task_given',
  });
}

/** True when the nearest unit must not be sent ahead: the matter is sensitive, or an upper level has taken it back. */
export const keptFromPlace = (row: { sensitive: boolean; duty: string }): boolean =>
  row.sensitive || row.duty === 'recalled';
