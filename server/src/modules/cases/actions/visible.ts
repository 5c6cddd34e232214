import type { Work } from '#platform/work.ts';
import { maySeeFile, seenAmong } from '../store/visible.ts';

/** Which of these cases the actor may see, for whoever follows what changes. */
export const visibleCases = (work: Work, ids: readonly string[]): Promise<string[]> => seenAmong(work, ids);

/** May the actor open this file because of a case? */
export const mayReadFile = (work: Work, file: string): Promise<boolean> => maySeeFile(work, file);
