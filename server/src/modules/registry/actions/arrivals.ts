import type { ImportKind } from '@fengqiao/contract/registry/columns.ts';
import type { Collection } from '#platform/collection.ts';
import { asEngine } from '#platform/work.ts';
import { arrivalsIn } from '../store/arrivals.ts';

const SHOWN = 30;

/** Where the rows of a base library came from: source, day and number of each table, never a row of it. */
export const arrivalsOf =
  (kind: ImportKind): NonNullable<Collection['arrivals']> =>
  (work) =>
    asEngine(work, () => arrivalsIn(work, kind, SHOWN));
