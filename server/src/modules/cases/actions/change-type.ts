import type { Grade } from '@fengqiao/contract/cases/words.ts';
import { fromJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { accountOf } from '../domain/acting.ts';
import { mayHappen, touched, type Case } from '../domain/case.ts';
import { retypeClock } from '../domain/clock/retype.ts';
import { mustBeAbleToLead } from '../domain/duty.ts';
import { actsFirst } from '../domain/grades.ts';
import type { ListRow } from '../domain/list.ts';
import { rowAt } from '../domain/verify.ts';
import type { SideRequest } from '../store/beside.ts';
import { saveCase } from '../store/case.ts';
import { addRunningClock, openClocks, saveClock } from '../store/clock.ts';
import { listInForce } from '../store/list.ts';
import { actFirst, keptFromPlace } from './first-action.ts';
import { questionOf } from './matter.ts';
import { overallTerm } from './term.ts';

/** The row a case would have as another type by the list in force. A type that its lead may never lead is refused: it is given elsewhere first (guard 4). */
export async function typeFor(
  work: Work,
  theCase: Case,
  type: string,
): Promise<{ row: ListRow; version: number }> {
  const list = await listInForce(work);
  const row = rowAt(list, type, {
    placeKind: theCase.placeKind,
    community: theCase.community,
    at: theCase.reportedAt,
  });
  if (theCase.lead !== null) {
    const { rows, matter, units } = await questionOf(work, { ...theCase, type, listVersion: list.version });
    mustBeAbleToLead(
      rows,
      matter,
      units.get(theCase.lead) ?? refuse('cases.unknown_unit', { unit: theCase.lead }),
    );
  }
  return { row, version: list.version };
}

/** An approved change of type: the new term counts from the same start, and both clocks stay to be seen (guard 10). */
export async function changeType(
  work: Work,
  theCase: Case,
  request: SideRequest,
  note: string,
): Promise<void> {
  const { type, reason } = fromJson<{ type: string; reason: string }>(request.facts);
  const { row, version } = await typeFor(work, theCase, type);
  const grade = gradeWith(theCase.grade, row);
  const term = await retypeOverall(work, theCase, { row, grade });
  const changed = touched(theCase, work.now, {
    type,
    class: row.class,
    grade,
    rowKey: row.rowKey,
    listVersion: version,
    sensitive: theCase.sensitive || row.sensitive,
    seenBy: seenWith(theCase, row),
    ...term,
  });
  if (mayHappen(theCase.state, 'dispatch') || mayHappen(theCase.state, 'redispatch'))
    await actFirst(work, changed, { kept: keptFromPlace(row), lead: theCase.lead });
  await saveCase(work, theCase, changed, {
    kind: 'change_type',
    public: true,
    facts: { from: theCase.type, to: type, reason, note },
    event: 'case.type_changed',
  });
}

/** A grade somebody raised to S or A stays; otherwise the new row's holds. */
const gradeWith = (grade: Grade | null, row: ListRow): Grade =>
  grade === 'S' || (grade === 'A' && !actsFirst(row.grade)) ? grade : row.grade;

/** What turns out to be sensitive is taken out of sight of the units of its place, unless they have it in hand. */
const seenWith = (
  { sensitive, seenBy, grid, community, lead, holder }: Case,
  row: ListRow,
): readonly string[] =>
  row.sensitive && !sensitive
    ? seenBy.filter((unit) => (unit !== grid && unit !== community) || unit === lead || unit === holder)
    : seenBy;

async function retypeOverall(
  work: Work,
  theCase: Case,
  { row, grade }: { row: ListRow; grade: Grade },
): Promise<Pick<Case, 'dueAt' | 'lateSince'>> {
  const [overall] = await openClocks(work, theCase.id, ['overall']);
  if (!overall) return { dueAt: theCase.dueAt, lateSince: theCase.lateSince };
  const term = await overallTerm(work, row, { grade, lead: theCase.lead });
  const { previous, current } = retypeClock(overall.clock, work.calendar, {
    ...term,
    at: work.now,
    approver: accountOf(work.actor),
  });
  await saveClock(work, { ...overall, clock: previous });
  await addRunningClock(work, { ...overall, id: work.newId(), grade, step: 0, clock: current });
  return { dueAt: current.dueAt, lateSince: theCase.lateSince ?? current.lateSince };
}
