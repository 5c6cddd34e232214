import type { Static } from 'typebox';
import type { WhistleView } from '@fengqiao/contract/cases/beside.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { unitOf } from '#modules/identity';
import { holds, isOf, seenBy } from '../domain/acting.ts';
import { touched } from '../domain/case.ts';
import { mustBeOpen } from '../domain/request.ts';
import { lockCase, saveCase } from '../store/case.ts';
import { addClock, stopClocks } from '../store/clock.ts';
import { lockCaseOf } from '../store/of-case.ts';
import { addWhistle, answeredCall, callsOf, endedWhistle, lockWhistle, ratedCall } from '../store/whistle.ts';
import { dueAfter } from './term.ts';
import { viewOfWhistle } from './view-beside.ts';

type View = Static<typeof WhistleView>;
type Blown = { kind: 'enforcement' | 'key_work' | 'emergency'; units: readonly string[]; text: string };

/** Calls units to the place 吹哨: an emergency within the hour, otherwise within four working hours. */
export async function blowWhistle(work: Work, id: string, { kind, units, text }: Blown): Promise<View> {
  const theCase = await lockCase(work, id);
  mustBeOpen(theCase);
  if (!holds(work.actor, theCase) && !work.actor.wide) refuse('cases.not_yours', { lead: theCase.lead });
  for (const unit of units) if (!(await unitOf(work, unit))?.current) refuse('cases.unknown_unit', { unit });
  const term =
    kind === 'emergency'
      ? ({ unit: 'urgent_hour', value: 1 } as const)
      : ({ unit: 'work_hour', value: 4 } as const);
  const called = [...new Set(units)];
  const whistle = await addWhistle(work, theCase, {
    kind,
    caller: work.actor.unit ?? 'centre',
    units: called,
    text,
    answerBy: dueAfter(work, term.unit, term.value),
  });
  await addClock(work, theCase, { kind: 'whistle', owner: called[0] ?? null, subject: whistle, ...term });
  const heard = touched(theCase, work.now, { seenBy: seenBy(theCase, [...theCase.seenBy, ...called]) });
  await saveCase(work, theCase, heard, {
    kind: 'whistle',
    public: true,
    facts: { kind, units: called, text },
    event: 'case.whistled',
  });
  return view(work, whistle);
}

/** A called unit answers and, once there, may rate the caller. */
export async function answerWhistle(
  work: Work,
  id: string,
  given: { attends: boolean; text: string; rating?: number | undefined },
): Promise<View> {
  const theCase = await lockCaseOf(work, 'whistle', id);
  const whistle = await lockWhistle(work, id);
  const calls = await callsOf(work, id);
  const own = calls.filter((call) => isOf(work.actor, call.unit));
  const mine = own.find((call) => call.answered_at === null) ?? own[0];
  if (!mine) refuse('cases.whistle_not_called');
  if (mine.answered_at !== null && (given.rating === undefined || mine.rating_back !== null))
    refuse('cases.whistle_answered');
  await answeredCall(work, mine, given, whistle.ended_at !== null);
  if (calls.every((call) => call.unit === mine.unit || call.answered_at !== null))
    await stopClocks(work, theCase.id, ['whistle'], id);
  await saveCase(work, theCase, touched(theCase, work.now), {
    kind: 'answer_whistle',
    facts: { unit: mine.unit, attends: given.attends, text: given.text },
    event: 'case.whistle_answered',
  });
  return view(work, id);
}

type Ended = { result: string; attended: readonly { unit: string; attended: boolean; rating: number }[] };

/** The caller notes the result and rates each called unit. */
export async function endWhistle(work: Work, id: string, { result, attended }: Ended): Promise<View> {
  const theCase = await lockCaseOf(work, 'whistle', id);
  const whistle = await lockWhistle(work, id);
  if (!isOf(work.actor, whistle.caller) && work.actor.unit !== whistle.caller && !work.actor.wide)
    refuse('cases.not_yours', { caller: whistle.caller });
  if (whistle.ended_at !== null) refuse('cases.whistle_answered');
  const called = new Set((await callsOf(work, id)).map((call) => call.unit));
  const stranger = attended.find((one) => !called.has(one.unit));
  if (stranger) refuse('cases.whistle_not_called', { unit: stranger.unit });
  for (const one of attended) await ratedCall(work, id, one);
  await endedWhistle(work, id, result);
  await stopClocks(work, theCase.id, ['whistle'], id);
  await saveCase(work, theCase, touched(theCase, work.now), {
    kind: 'end_whistle',
    public: true,
    facts: { result, attended },
    event: 'case.whistle_ended',
  });
  return view(work, id);
}

const view = async (work: Work, id: string): Promise<View> =>
  viewOfWhistle(work.actor, await lockWhistle(work, id), await callsOf(work, id));
