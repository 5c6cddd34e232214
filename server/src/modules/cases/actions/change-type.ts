import { fromJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { accountOf } from '../domain/acting.ts';
import { touched, type Case } from '../domain/case.ts';
import { retypeClock } from '../domain/clock/retype.ts';
import { firstRow } from '../domain/list.ts';
import type { SideRequest } from '../store/beside.ts';
import { saveCase } from '../store/case.ts';
import { addRunningClock, openClocks, saveClock } from '../store/clock.ts';
import { listInForce } from '../store/list.ts';

/** An approved change of type: the new term counts from the same start, and both clocks stay to be seen (guard 10). */
export async function changeType(work: Work, theCase: Case, request: SideRequest, note: string): Promise<void> {
  const { type, reason } = fromJson<{ type: string; reason: string }>(request.facts);
  const list = await listInForce(work);
  const row = firstRow(list, type);
  if (!row) refuse('cases.unknown_type', { type });
  const [overall] = await openClocks(work, theCase.id, ['overall']);
  let { dueAt, lateSince } = theCase;
  if (overall) {
    const { previous, current } = retypeClock(overall.clock, work.calendar, { unit: row.limit.unit, value: row.limit.value, at: work.now, approver: accountOf(work.actor) });
    await saveClock(work, { ...overall, clock: previous });
    await addRunningClock(work, { ...overall, id: work.newId(), step: 0, clock: current });
    dueAt = current.dueAt;
    lateSince = lateSince ?? current.lateSince;
  }
  const changed = touched(theCase, work.now, { type, class: row.class, rowKey: null, listVersion: list.version, sensitive: theCase.sensitive || row.sensitive, dueAt, lateSince });
  await saveCase(work, theCase, changed, { kind: 'change_type', public: true, facts: { from: theCase.type, to: type, reason, note }, event: 'case.type_changed' });
}
