import type { Static } from 'typebox';
import type { reportFound as told } from '@fengqiao/contract/cases/report.ts';
import { refuse } from '#platform/refusal.ts';
import { asEngine, type Work } from '#platform/work.ts';
import { unitOf } from '#modules/identity';
import { noteCaseOf } from '#modules/rounds';
import { accountOf, seenBy } from '../domain/acting.ts';
import { after, type Case } from '../domain/case.ts';
import { mustHaveEvidence } from '../domain/evidence.ts';
import { stageTerms } from '../domain/grades.ts';
import type { ListRow } from '../domain/list.ts';
import { mustBeOnTheSpot } from '../domain/verify.ts';
import { addAssignment, markAcknowledged } from '../store/assignment.ts';
import { saveCase, tell } from '../store/case.ts';
import { addClock, stopClocks } from '../store/clock.ts';
import { evidenceOf } from '../store/evidence.ts';
import { listInForce } from '../store/list.ts';
import { addTask, cancelOpenTasks, finishLeadTask } from '../store/task.ts';
import { takeEvidence } from './evidence.ts';
import { openReport, receiptOf, type Opened } from './open-report.ts';
import { register } from './register.ts';
import { rowOf } from './row.ts';

type Given = Static<typeof told.body>;
type Done = NonNullable<Given['onTheSpot']>;

/**
 * A grid worker reports what they found: seen by staff, so it is registered at once where the type is known. An emergency
 * is registered when the call that was made is on record; until then the centre has it on its desk.
 */
export async function reportFound(
  work: Work,
  { evidence, onTheSpot, calledOut, visit, ...given }: Given,
): Promise<ReturnType<typeof receiptOf>> {
  const list = given.type === undefined ? undefined : await listInForce(work);
  const opened = await openReport(work, given, { channel: 'field', ...(list === undefined ? {} : { list }) });
  if (visit !== undefined) await noteCaseOf(work, visit, opened.theCase.id);
  if (onTheSpot !== undefined && (opened.joined || list === undefined)) refuse('cases.not_on_the_spot');
  return asEngine(work, async () => {
    await takeEvidence(work, opened.theCase, { stage: 'report' }, evidence ?? []);
    if (opened.joined || list === undefined || given.type === undefined) return receiptOf(opened);
    const grade = list.byType.get(given.type)?.[0]?.grade;
    if (grade === 'S' && calledOut === undefined) return receiptOf(opened);
    const registered = await register(work, opened.theCase, { type: given.type, calledOut }, list);
    return receiptOf(await finish(work, { ...opened, theCase: registered }, onTheSpot));
  });
}

async function finish(work: Work, opened: Opened, done: Done | undefined): Promise<Opened> {
  if (done === undefined) return opened;
  const row = (await rowOf(work, opened.theCase)) ?? refuse('cases.not_on_the_spot');
  return { ...opened, theCase: await solveOnTheSpot(work, opened.theCase, row, done) };
}

/**
 * Solved where it was found 巡办一体: the worker's community answers for it and their grid had it in hand. It still waits
 * for the check by somebody else, like every other case.
 */
async function solveOnTheSpot(
  work: Work,
  theCase: Case,
  row: ListRow,
  { done, evidence }: Done,
): Promise<Case> {
  mustBeOnTheSpot(row);
  const by = accountOf(work.actor);
  const own = await unitOf(work, work.actor.unit ?? '');
  const lead = (own?.kind === 'grid' ? own.parent : own?.id) ?? refuse('cases.not_on_the_spot');
  const holder = own?.kind === 'grid' ? own.id : lead;
  const why = { rowKey: row.rowKey, version: theCase.listVersion, onTheSpot: true };
  const given: Case = {
    ...theCase,
    lead,
    holder,
    basis: 'statutory',
    dispatchedAt: work.now,
    seenBy: seenBy(theCase, [...theCase.seenBy, lead, holder]),
  };
  await assign(work, given, why, by);
  await takeEvidence(work, given, { stage: 'handle' }, evidence);
  mustHaveEvidence(row, await evidenceOf(work, given.id), given.round, 'handle');
  await cancelOpenTasks(work, given.id);
  await addTask(work, given, { unit: lead, part: 'lead', text: given.title });
  await finishLeadTask(work, given, by, done);
  await stopClocks(work, given.id, ['dispatch', 'first_action']);
  await addClock(work, given, { kind: 'check', owner: 'centre', ...stageTerms.check });
  const handled = {
    ...after(theCase, 'solve_on_the_spot', work.now),
    ...pick(given),
    heldBy: by,
    outcome: 'solved' as const,
    handledAt: work.now,
  };
  return saveCase(work, theCase, handled, {
    kind: 'report_handled',
    public: true,
    facts: { summary: done, outcome: 'solved', unit: holder, onTheSpot: true },
    event: 'case.handled',
  });
}

const pick = ({ lead, holder, basis, dispatchedAt, seenBy: seen }: Case) => ({
  lead,
  holder,
  basis,
  dispatchedAt,
  seenBy: seen,
});

async function assign(work: Work, given: Case, why: Record<string, unknown>, by: string): Promise<void> {
  const { lead, holder } = given;
  if (lead === null) return;
  await markAcknowledged(
    work,
    await addAssignment(work, given, { level: 1, unit: lead, basis: 'statutory', why }),
    by,
  );
  if (holder !== null && holder !== lead)
    await markAcknowledged(
      work,
      await addAssignment(work, given, {
        level: 2,
        unit: holder,
        basis: 'statutory',
        why: { ...why, from: lead },
      }),
      by,
    );
  await tell(work, given, given, {
    kind: 'dispatch',
    public: true,
    facts: { lead, holder, basis: 'statutory', ...why },
  });
}
