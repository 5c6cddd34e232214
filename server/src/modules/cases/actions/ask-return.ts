import type { RequestView } from '@fengqiao/contract/cases/beside.ts';
import { deadline } from '#platform/calendar/deadline.ts';
import type { ServiceWindow } from '#platform/calendar/pace.ts';
import { fromJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { unitOf } from '#modules/identity';
import { mustHold } from '../domain/acting.ts';
import { mayHappen, touched, type Case } from '../domain/case.ts';
import { mustBeAbleToLead } from '../domain/duty.ts';
import { stageTerms } from '../domain/grades.ts';
import { pathOfReturn } from '../domain/return.ts';
import { currentAssignment, markReturned, type Assignment } from '../store/assignment.ts';
import type { SideRequest } from '../store/beside.ts';
import { lockCase, saveCase } from '../store/case.ts';
import { addClock, openClocks } from '../store/clock.ts';
import { addRequest, returnsOf } from '../store/request.ts';
import { questionOf } from './matter.ts';
import { viewOfRequest } from './view-beside.ts';

type ReturnFacts = {
  readonly clause: string;
  readonly betterLead: string;
  readonly reason: string;
  readonly assignment: string;
  readonly arbitration: boolean;
};
type Asked = Pick<ReturnFacts, 'clause' | 'betterLead' | 'reason'>;

/**
 * A unit asks to return what it thinks is not its duty 退单: once per assignment, in four working hours, with the clause and
 * a better owner. The dispatcher decides the first; a second one of the case goes to a leader's arbitration.
 */
export async function askReturn(
  work: Work,
  id: string,
  { clause, betterLead, reason }: Asked,
): Promise<RequestView> {
  const theCase = await lockCase(work, id);
  mustHold(work.actor, theCase);
  const held = await currentAssignment(work, id, 1);
  if (!held || !mayHappen(theCase.state, 'return'))
    refuse('cases.not_in_this_state', { state: theCase.state });
  const before = (await returnsOf(work, theCase)).filter((one) => one.state !== 'withdrawn');
  const path = pathOfReturn(
    {
      unit: held.unit,
      assignment: held.id,
      returned: held.returned,
      designated: theCase.designated,
      inArbitration: (await openClocks(work, id, ['arbitration'])).length > 0,
      before: before.map((one) => ({ assignment: factsOf(one).assignment, state: one.state })),
    },
    { clause, betterLead, reason },
  );
  await mustBeInTime(work, held, before);
  const { units, rows, matter } = await questionOf(work, theCase);
  mustBeAbleToLead(rows, matter, units.get(betterLead) ?? refuse('cases.unknown_unit', { unit: betterLead }));
  return viewOfRequest(
    work.actor,
    await write(work, theCase, held, {
      clause,
      betterLead,
      reason,
      assignment: held.id,
      arbitration: path === 'arbitration',
    }),
  );
}

export const factsOf = (request: Pick<SideRequest, 'facts'>): ReturnFacts =>
  fromJson<ReturnFacts>(request.facts);

/** Until when the unit that has a case may ask to return it. */
export function returnUntil(
  work: Work,
  held: Assignment,
  before: readonly SideRequest[],
  window: ServiceWindow | undefined,
): Date {
  const rejected = before.findLast(
    (one) => one.kind === 'return' && factsOf(one).assignment === held.id && one.state === 'rejected',
  )?.decided_at;
  const start = rejected ?? held.assigned_at;
  return deadline(work.calendar, {
    ...stageTerms.returnRequest,
    start,
    ...(window === undefined ? {} : { window }),
  }).dueAt;
}

/** The time runs from the assignment or, for an objection to a rejected return, from the rejection. */
async function mustBeInTime(work: Work, held: Assignment, before: readonly SideRequest[]): Promise<void> {
  const dueAt = returnUntil(work, held, before, (await unitOf(work, held.unit))?.window);
  if (work.now > dueAt) refuse('cases.return_too_late', { until: dueAt.toISOString() });
}

async function write(work: Work, theCase: Case, held: Assignment, facts: ReturnFacts): Promise<SideRequest> {
  const request = await addRequest(work, theCase, 'return', facts);
  await markReturned(work, held.id);
  await (facts.arbitration
    ? addClock(work, theCase, {
        kind: 'arbitration',
        owner: 'street',
        subject: request.id,
        ...stageTerms.arbitration,
      })
    : addClock(work, theCase, {
        kind: 'return_decision',
        owner: 'centre',
        subject: request.id,
        ...stageTerms.returnDecision,
      }));
  const told = { ...facts, request: request.id, unit: held.unit };
  await saveCase(work, theCase, touched(theCase, work.now), {
    kind: 'ask_return',
    facts: told,
    event: facts.arbitration ? 'case.arbitration_asked' : 'case.asked',
  });
  return request;
}
