import type { Work } from '#platform/work.ts';
import { after, type Case } from '../domain/case.ts';
import { saveCase, type Told } from '../store/case.ts';

/** A refusal that was contested with reason is taken back: the case stands as received again. */
export const restoreDeclined = (work: Work, theCase: Case, told: Told): Promise<Case> => saveCase(work, theCase, after(theCase, 'contest', work.now, { exitCode: null }), told);
