import type { Work } from '#platform/work.ts';
import { drawSample } from '../store/check.ts';

/** Lets the system draw closed cases to be looked at again; nobody chooses which. */
export const drawChecks = async (work: Work, count: number): Promise<{ drawn: number }> => ({
  drawn: await drawSample(work, count),
});
