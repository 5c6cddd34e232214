import { asEngine, type Work } from '#platform/work.ts';
import { deleteOpenings, saveOpening, type Opening } from '../store/openings.ts';

/** Lets a unit see one person, masked, for a case or an approved share, until a moment. */
export const openPersonTo = (work: Work, opening: Opening): Promise<void> =>
  asEngine(work, () => saveOpening(work, opening));

/** Ends openings whose time is over. */
export const endOpenings = (work: Work): Promise<number> => deleteOpenings(work);
