import { fromJson } from '#platform/json.ts';
import type { Work } from '#platform/work.ts';
import { seenBy } from '../domain/acting.ts';
import { touched, type Case } from '../domain/case.ts';
import { stageTerms } from '../domain/grades.ts';
import type { SideRequest } from '../store/beside.ts';
import { saveCase } from '../store/case.ts';
import { addClock } from '../store/clock.ts';
import { addSupervision } from '../store/supervision.ts';

/** Brings in an upper unit 提级: it sees the case and owes an answer; the street stays answerable to the reporter and no clock is reset. */
export async function escalate(work: Work, theCase: Case, request: SideRequest, note: string): Promise<void> {
  const { to, reason } = fromJson<{ to: string; reason: string }>(request.facts);
  const order = await addSupervision(work, theCase, {
    level: 4,
    unit: to,
    kind: 'order',
    text: `提级办理：${reason}`,
    clock: null,
  });
  await addClock(work, theCase, {
    kind: 'supervision',
    owner: to,
    subject: order,
    ...stageTerms.supervision,
  });
  const raised = touched(theCase, work.now, { seenBy: seenBy(theCase, [...theCase.seenBy, to]) });
  await saveCase(work, theCase, raised, {
    kind: 'escalate',
    public: true,
    facts: { to, reason, note },
    event: 'case.escalated',
  });
}
