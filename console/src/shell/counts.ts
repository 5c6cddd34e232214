import type { Out } from '@fengqiao/contract/route.ts';
import type { countDesks } from '@fengqiao/contract/cases.ts';

export type Counts = Out<typeof countDesks>;
type Desk = Counts['desks'][number]['desk'];

/** How many cases wait on these desks. */
export const onDesks = (counts: Counts | undefined, ...asked: readonly Desk[]): number =>
  (counts?.desks ?? []).filter(({ desk }) => asked.includes(desk)).reduce((sum, { count }) => sum + count, 0);

const byPath: Readonly<Record<string, (counts: Counts) => number>> = {
  '/register': (counts) => onDesks(counts, 'intake', 'to_verify', 'to_register'),
  '/dispatch': (counts) => onDesks(counts, 'to_dispatch'),
  '/arbitration': (counts) => onDesks(counts, 'arbitration'),
  '/handling': (counts) => onDesks(counts, 'to_acknowledge', 'in_hand'),
  '/verification': (counts) => onDesks(counts, 'to_check'),
  '/closing': (counts) => onDesks(counts, 'to_close', 'to_archive'),
  '/holds': (counts) => onDesks(counts, 'held'),
  '/reopenings': (counts) => onDesks(counts, 'reopening'),
  '/tasks': ({ tasks }) => tasks,
  '/requests': ({ requests }) => requests,
  '/consultations': ({ consultations }) => consultations,
  '/supervisions': ({ supervisions }) => supervisions,
  '/callbacks': ({ callbacks }) => callbacks,
  '/lists': ({ revisions }) => revisions,
};

/** How much waits for this post on a screen. */
export const waitingOn = (path: string, counts: Counts | undefined): number =>
  counts === undefined ? 0 : (byPath[path]?.(counts) ?? 0);
