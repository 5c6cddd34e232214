import type { Work } from '#platform/work.ts';
import { after, type Case } from '../domain/case.ts';
import { stageTerms } from '../domain/grades.ts';
import { saveCase, type Told } from '../store/case.ts';
import { addClock } from '../store/clock.ts';

/** A refusal that was contested with reason is taken back: the case stands as received again, and the desk has its time anew. */
export async function restoreDeclined(work: Work, theCase: Case, told: Told): Promise<Case> {
  const received = after(theCase, 'contest', work.now, { exitCode: null });
  await addClock(work, received, { kind: 'register', owner: 'centre', ...stageTerms.register });
  return saveCase(work, theCase, received, told);
}
