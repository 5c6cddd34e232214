import type { CaseState } from '@fengqiao/contract/cases/views.ts';
import type { Grade, PlaceKind } from '@fengqiao/contract/cases/words.ts';
import type { Work } from '#platform/work.ts';
import { accountOf, seenBy } from '../domain/acting.ts';
import { after, expectVersion, type Case } from '../domain/case.ts';
import { startClock, type NewClock } from '../domain/clock/change.ts';
import { takenUp } from '../domain/clock/replay.ts';
import { stageTerms } from '../domain/grades.ts';
import { unitAt, type ListRow, type ResponsibilityList } from '../domain/list.ts';
import { gradeOf, mustBeVerified, rowAt } from '../domain/verify.ts';
import { lockCase, saveCase } from '../store/case.ts';
import { addClock, addRunningClock, clocksOf, stopClocks, type CaseClock } from '../store/clock.ts';
import { listInForce } from '../store/list.ts';
import { stateOf } from './answer.ts';
import { actFirst, keptFromPlace } from './first-action.ts';
import { overallTerm } from './term.ts';

export type Registration = {
  readonly type: string;
  readonly grade?: Grade | undefined;
  readonly placeKind?: PlaceKind | undefined;
  readonly title?: string | undefined;
  readonly calledOut?: string | undefined;
  readonly note?: string | undefined;
  readonly version?: number | undefined;
};

/** Registers a case 立案: type, class and grade are set by the list in force, and the overall clock starts. */
export async function registerCase(work: Work, id: string, given: Registration): Promise<CaseState> {
  const theCase = await lockCase(work, id);
  expectVersion(theCase, given.version);
  return stateOf(await register(work, theCase, given, await listInForce(work)));
}

/** The same for a case already locked, such as one that a grid worker has just found. */
export async function register(
  work: Work,
  theCase: Case,
  given: Registration,
  list: ResponsibilityList,
): Promise<Case> {
  const placeKind = given.placeKind ?? theCase.placeKind;
  const row = rowAt(list, given.type, { placeKind, community: theCase.community, at: theCase.reportedAt });
  const grade = gradeOf(row, given);
  const registered = after(theCase, 'register', work.now, {
    type: row.type,
    listVersion: list.version,
    rowKey: row.rowKey,
    class: row.class,
    grade,
    placeKind,
    title: given.title ?? theCase.title,
    sensitive: row.sensitive,
    seenBy: seenOf(theCase, row),
    registeredAt: work.now,
  });
  mustBeVerified(theCase, row);
  await stopClocks(work, theCase.id, ['register']);
  const overall = await startClocks(work, registered, row);
  const facts = {
    type: row.type,
    rowKey: row.rowKey,
    list: list.version,
    grade,
    rowGrade: row.grade,
    note: given.note ?? null,
    calledOut: given.calledOut ?? null,
  };
  return saveCase(
    work,
    theCase,
    { ...registered, dueAt: overall.clock.dueAt },
    { kind: 'register', public: true, facts, event: 'case.registered' },
  );
}

/** A case found to be sensitive is taken out of sight of the units of its place. */
const seenOf = (theCase: Case, row: ListRow): string[] =>
  row.sensitive && !theCase.sensitive ? [] : seenBy({ ...theCase, sensitive: row.sensitive }, theCase.seenBy);

/** The overall clock in the window of whoever will lead, and the clock for dispatching; what is urgent is made safe meanwhile. */
async function startClocks(work: Work, registered: Case, row: ListRow): Promise<CaseClock> {
  const { grade } = registered;
  const lead = unitAt(row.lead, registered.community);
  const overall = await addOverall(work, registered, {
    kind: 'overall',
    ...(await overallTerm(work, row, { grade, lead })),
  });
  const { value } = stageTerms.dispatch;
  await addClock(work, registered, {
    kind: 'dispatch',
    owner: 'centre',
    value,
    unit: grade === 'S' || grade === 'A' ? 'urgent_hour' : 'work_hour',
  });
  await actFirst(work, registered, { kept: keptFromPlace(row), lead });
  return overall;
}

/** A case that was registered before, declined, and taken back after an objection goes on from its first start; only the time it stood declined is left out. */
async function addOverall(
  work: Work,
  registered: Case,
  term: Omit<NewClock, 'startedAt'>,
): Promise<CaseClock> {
  const before = (await clocksOf(work, registered.id)).findLast(
    (one) => one.clock.kind === 'overall' && one.round === registered.round,
  );
  if (before === undefined || before.clock.stoppedAt === null)
    return addClock(work, registered, { ...term, owner: 'centre' });
  const started = startClock(work.calendar, { ...term, startedAt: before.clock.startedAt });
  const clock = takenUp(started, work.calendar, {
    from: before.clock.stoppedAt,
    to: work.now,
    reason: '不予受理期间',
    approver: accountOf(work.actor),
  });
  const made: CaseClock = {
    ...before,
    id: work.newId(),
    owner: 'centre',
    grade: registered.grade,
    step: 0,
    clock,
  };
  await addRunningClock(work, made);
  return made;
}
