import type { RequestView } from '@fengqiao/contract/cases/beside.ts';
import type { HoldReason, RequestKind } from '@fengqiao/contract/cases/words.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { unitOf } from '#modules/identity';
import { mustHold } from '../domain/acting.ts';
import { mayHappen, touched, type Case } from '../domain/case.ts';
import { stageTerms } from '../domain/grades.ts';
import { mustBeElastic, mustBePlan, type Plan } from '../domain/hold.ts';
import { isMadeSafe } from '../domain/joint.ts';
import { mustBeExtendable, mustBeOpen } from '../domain/request.ts';
import { lockCase, saveCase } from '../store/case.ts';
import { addClock, openClocks } from '../store/clock.ts';
import { capOf } from '../store/hold.ts';
import { tasksOf } from '../store/task.ts';
import { addRequest, extensionsGranted } from '../store/request.ts';
import { typeFor } from './change-type.ts';
import { rowOf } from './row.ts';
import { viewOfRequest } from './view-beside.ts';

/** Writes a request beside the line of work, with a clock for its decision; the case itself does not move. */
export async function ask(
  work: Work,
  theCase: Case,
  kind: RequestKind,
  facts: Record<string, unknown>,
): Promise<RequestView> {
  const request = await addRequest(work, theCase, kind, facts);
  await addClock(work, theCase, {
    kind: 'request_decision',
    owner: 'centre',
    subject: request.id,
    ...stageTerms.request,
  });
  await saveCase(work, theCase, touched(theCase, work.now), {
    kind: `ask_${kind}`,
    facts,
    event: 'case.asked',
  });
  return viewOfRequest(work.actor, request);
}

export async function askExtension(
  work: Work,
  id: string,
  { value, reason }: { value: number; reason: string },
): Promise<RequestView> {
  const theCase = await lockCase(work, id);
  mustHold(work.actor, theCase);
  const [overall] = await openClocks(work, id, ['overall']);
  mustBeExtendable(theCase, {
    granted: await extensionsGranted(work, theCase),
    unit: overall?.clock.unit ?? null,
    value,
  });
  return ask(work, theCase, 'extension', { value, reason });
}

type HoldAsked = { reasonCode: HoldReason; reason: string; plan: string; toldHow: string; milestones: Plan };

export async function askHold(work: Work, id: string, given: HoldAsked): Promise<RequestView> {
  const theCase = await lockCase(work, id);
  mustHold(work.actor, theCase);
  mustBeElastic(theCase, await rowOf(work, theCase), isMadeSafe(await tasksOf(work, id), theCase.round));
  mustBePlan(given.milestones, work.now, await capOf(work, theCase));
  return ask(work, theCase, 'hold', { ...given, toldAt: work.now.toISOString() });
}

export async function askVoid(work: Work, id: string, { reason }: { reason: string }): Promise<RequestView> {
  const theCase = await lockCase(work, id);
  if (!mayHappen(theCase.state, 'void')) refuse('cases.not_in_this_state', { state: theCase.state });
  if (!work.actor.wide) mustHold(work.actor, theCase);
  return ask(work, theCase, 'void', { reason });
}

export async function askEscalation(
  work: Work,
  id: string,
  { to, reason }: { to: string; reason: string },
): Promise<RequestView> {
  const theCase = await lockCase(work, id);
  mustBeOpen(theCase);
  if (!work.actor.wide) mustHold(work.actor, theCase);
  const upper = await unitOf(work, to);
  if (!upper?.current || upper.kind !== 'district') refuse('cases.escalate_needs_district', { to });
  return ask(work, theCase, 'escalation', { to, reason });
}

export async function askTypeChange(
  work: Work,
  id: string,
  { type, reason }: { type: string; reason: string },
): Promise<RequestView> {
  const theCase = await lockCase(work, id);
  mustBeOpen(theCase);
  if (!work.actor.wide) mustHold(work.actor, theCase);
  if (theCase.type === null) refuse('cases.not_in_this_state', { state: theCase.state });
  if (type === theCase.type) refuse('cases.unknown_type', { type });
  const { row } = await typeFor(work, theCase, type);
  return ask(work, theCase, 'type_change', { type, from: theCase.type, limit: row.limit, reason });
}

export async function askTermination(
  work: Work,
  id: string,
  given: { reason: string; explained: string },
): Promise<RequestView> {
  const theCase = await lockCase(work, id);
  if (!mayHappen(theCase.state, 'report_handled'))
    refuse('cases.not_in_this_state', { state: theCase.state });
  mustHold(work.actor, theCase);
  return ask(work, theCase, 'termination', given);
}
