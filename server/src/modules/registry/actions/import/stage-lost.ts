import type { Work } from '#platform/work.ts';
import type { ImportRow } from '../../store/imports.ts';
import { isStaged } from '../../store/stage.ts';

type Counted = Pick<ImportRow, 'id' | 'created' | 'updated' | 'unchanged'>;

/**
 * Whether rows of an import were staged and none is there. The stage has no log, so that a database that stopped without
 * closing its books comes up with an empty one; an import that went on from there would pass people over without a word.
 */
export const isStageLost = async (
  work: Work,
  { id, created, updated, unchanged }: Counted,
): Promise<boolean> => created + updated + unchanged > 0 && !(await isStaged(work, id));
