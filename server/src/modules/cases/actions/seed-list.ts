import type { Work } from '#platform/work.ts';
import type { ListRow } from '../domain/list.ts';
import { publishSeed, rowsOfSeed } from '../store/list-seed.ts';

/** The rows of the model street's responsibility list. */
export const seedRows = (): ListRow[] => rowsOfSeed();

/** Publishes the model list as a street's version 1, in force from `at`; returns how many rows it has. */
export const seedList = (work: Pick<Work, 'db' | 'street'>, at: Date): Promise<number> =>
  publishSeed(work, at);
