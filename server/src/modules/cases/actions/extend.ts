import { fromJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { accountOf } from '../domain/acting.ts';
import { touched, type Case } from '../domain/case.ts';
import { extendClock } from '../domain/clock/change.ts';
import type { SideRequest } from '../store/beside.ts';
import { saveCase } from '../store/case.ts';
import { openClocks, saveClock } from '../store/clock.ts';

/** Grants more time on the overall clock; a case that was late stays late. */
export async function extend(work: Work, theCase: Case, request: SideRequest, note: string): Promise<void> {
  const { value, reason } = fromJson<{ value: number; reason: string }>(request.facts);
  const [overall] = await openClocks(work, theCase.id, ['overall']);
  if (!overall) refuse('cases.not_in_this_state', { state: theCase.state });
  const clock = extendClock(overall.clock, work.calendar, {
    value,
    reason,
    approver: accountOf(work.actor),
    at: work.now,
  });
  await saveClock(work, { ...overall, clock });
  const extended = touched(theCase, work.now, {
    dueAt: clock.dueAt,
    lateSince: theCase.lateSince ?? clock.lateSince,
  });
  await saveCase(work, theCase, extended, {
    kind: 'extend',
    public: true,
    facts: { value, unit: clock.unit, reason, note },
    event: 'case.extended',
  });
}
