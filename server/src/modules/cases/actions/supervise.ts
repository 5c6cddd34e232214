import type { Static } from 'typebox';
import type { SupervisionView } from '@fengqiao/contract/cases/beside.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { unitOf } from '#modules/identity';
import { seenBy, speaksFor } from '../domain/acting.ts';
import { touched } from '../domain/case.ts';
import { stageTerms } from '../domain/grades.ts';
import { mustBeOpen } from '../domain/request.ts';
import { lockCase, saveCase } from '../store/case.ts';
import { addClock, stopClocks } from '../store/clock.ts';
import { lockCaseOf } from '../store/of-case.ts';
import { addSupervision, answeredSupervision, lockSupervision } from '../store/supervision.ts';
import { viewOfSupervision } from './view-beside.ts';

type View = Static<typeof SupervisionView>;

/** A supervisor orders a unit to act and to answer; it has a clock of its own. */
export async function supervise(
  work: Work,
  id: string,
  { unit, text }: { unit: string; text: string },
): Promise<View> {
  const theCase = await lockCase(work, id);
  mustBeOpen(theCase);
  if (!(await unitOf(work, unit))?.current) refuse('cases.unknown_unit', { unit });
  const level = work.actor.role === 'district' ? 4 : 3;
  const order = await addSupervision(work, theCase, { level, unit, kind: 'order', text, clock: null });
  await addClock(work, theCase, {
    kind: 'supervision',
    owner: unit,
    subject: order,
    ...stageTerms.supervision,
  });
  const ordered = touched(theCase, work.now, { seenBy: seenBy(theCase, [...theCase.seenBy, unit]) });
  await saveCase(work, theCase, ordered, {
    kind: 'supervise',
    public: true,
    facts: { unit, text, level },
    event: 'case.supervised',
  });
  return viewOfSupervision(work.actor, await lockSupervision(work, order));
}

/** The unit answers an order. */
export async function answerSupervision(work: Work, id: string, { text }: { text: string }): Promise<View> {
  const theCase = await lockCaseOf(work, 'supervision', id);
  const order = await lockSupervision(work, id);
  if (!speaksFor(work.actor, order.unit)) refuse('cases.not_yours', { unit: order.unit });
  if (order.answered_at !== null) refuse('cases.supervision_answered');
  await answeredSupervision(work, id, text);
  await stopClocks(work, theCase.id, ['supervision'], id);
  await saveCase(work, theCase, touched(theCase, work.now), {
    kind: 'answer_supervision',
    facts: { unit: order.unit, text },
    event: 'case.supervision_answered',
  });
  return viewOfSupervision(work.actor, await lockSupervision(work, id));
}
