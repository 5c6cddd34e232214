import { countPrivacyDesk } from '@fengqiao/contract/audit/doubts.ts';
import {
  answerCallback,
  answerConsultation,
  answerSupervision,
  askHold,
  checkCase,
  closeCase,
  decideReopening,
  decideRequest,
  designate,
  dispatchCase,
  finishRevision,
  openConsultation,
  registerCase,
  reportTask,
  reviewHold,
  supervise,
  type countDesks,
} from '@fengqiao/contract/cases.ts';
import { countCorrections } from '@fengqiao/contract/registry/corrections.ts';
import { countErasures } from '@fengqiao/contract/retention/erasures.ts';
import type { Out, Route } from '@fengqiao/contract/route.ts';
import { useSay } from '@fengqiao/ui/data.ts';
import { mayCall, useMe, type Me } from '@fengqiao/ui/session.ts';

export type Counts = Out<typeof countDesks>;
type Desk = Counts['desks'][number]['desk'];

/** How many cases wait on these desks. */
export const onDesks = (counts: Counts | undefined, ...asked: readonly Desk[]): number =>
  (counts?.desks ?? []).filter(({ desk }) => asked.includes(desk)).reduce((sum, { count }) => sum + count, 0);

type Waiting = { readonly of: (counts: Counts) => number; readonly by: readonly Pick<Route, 'who'>[] };

/** What waits on a screen, and whose it is to do: a number that one cannot make smaller is no call to work. */
const byPath: Readonly<Record<string, Waiting>> = {
  '/register': { of: (counts) => onDesks(counts, 'intake', 'to_verify', 'to_register'), by: [registerCase] },
  '/dispatch': { of: (counts) => onDesks(counts, 'to_dispatch'), by: [dispatchCase] },
  '/arbitration': { of: (counts) => onDesks(counts, 'arbitration'), by: [designate] },
  '/handling': { of: (counts) => onDesks(counts, 'to_acknowledge', 'in_hand'), by: [reportTask] },
  '/verification': { of: (counts) => onDesks(counts, 'to_check'), by: [checkCase] },
  '/closing': { of: (counts) => onDesks(counts, 'to_close', 'to_archive'), by: [closeCase] },
  '/holds': { of: (counts) => onDesks(counts, 'held'), by: [reviewHold, askHold] },
  '/reopenings': { of: (counts) => onDesks(counts, 'reopening'), by: [decideReopening] },
  '/tasks': { of: ({ tasks }) => tasks, by: [reportTask] },
  '/requests': { of: ({ requests }) => requests, by: [decideRequest] },
  '/consultations': { of: ({ consultations }) => consultations, by: [answerConsultation, openConsultation] },
  '/supervisions': { of: ({ supervisions }) => supervisions, by: [supervise] },
  '/callbacks': { of: ({ callbacks }) => callbacks, by: [answerCallback] },
  '/lists': { of: ({ revisions }) => revisions, by: [finishRevision] },
};

/** How much waits for this post on a screen. */
export function waitingOn(
  path: string,
  counts: Counts | undefined,
  me: Pick<Me, 'kind' | 'role' | 'wide'>,
): number {
  const waiting = byPath[path];
  if (waiting === undefined || counts === undefined) return 0;
  // A unit answers the orders it was given; at the centre only those who give them keep count.
  const own = path === '/supervisions' && !me.wide && mayCall(me, answerSupervision);
  return own || waiting.by.some((route) => mayCall(me, route)) ? waiting.of(counts) : 0;
}

/** How much waits for this post on screens that are no desks for cases. */
export function useBesideCases(): Readonly<Partial<Record<string, number>>> {
  const me = useMe();
  const often = (route: Pick<Route, 'who'>) => ({ everyMs: 60_000, enabled: mayCall(me, route) });
  const officers = useSay(countPrivacyDesk, {}, often(countPrivacyDesk));
  const corrections = useSay(countCorrections, {}, often(countCorrections));
  const erasures = useSay(countErasures, {}, often(countErasures));
  return {
    '/privacy': (officers.data?.tickets ?? 0) + (officers.data?.emergencies ?? 0),
    '/corrections': corrections.data?.corrections ?? 0,
    '/retention': erasures.data?.erasures ?? 0,
  };
}
