import type { Basis } from '@fengqiao/contract/cases/words.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { unitOf } from '#modules/identity';
import { seenBy } from '../domain/acting.ts';
import { after, type Case } from '../domain/case.ts';
import { mustBeAbleToHelp } from '../domain/duty.ts';
import { gradeTerms } from '../domain/grades.ts';
import { isPublic } from '../domain/intake.ts';
import type { ListRow } from '../domain/list.ts';
import { addAssignment, assignmentsOf, endAssignments } from '../store/assignment.ts';
import { saveCase } from '../store/case.ts';
import { addClock, stopClocks } from '../store/clock.ts';
import { addTask, cancelOpenTasks } from '../store/task.ts';
import { actFirst, keptFromPlace } from './first-action.ts';
import type { Question } from './matter.ts';
import { addCoTasks, type CoTask } from './tasks.ts';

export type Gift = {
  readonly lead: string;
  readonly basis: Basis;
  /** What the assignment keeps as its reason: row, version, opinions, a leader's words, the alternatives not taken. */
  readonly why: Record<string, unknown>;
  readonly row: ListRow | null;
  readonly tasks: readonly CoTask[];
  readonly act: 'dispatch' | 'designate';
};

/**
 * Gives a case to a level-1 unit, the one way for statutory, negotiated and designated dispatch alike: assignment with its
 * reason, lead task, joint tasks, clocks of receipt and contact, sight for all who take part. The overall clock runs on.
 */
export async function give(work: Work, before: Case, question: Question, gift: Gift): Promise<Case> {
  const { lead, basis, row } = gift;
  const unit = await unitOf(work, lead);
  if (unit === null || !unit.current) refuse('cases.unknown_unit', { unit: lead });
  mustAllHelp(question, gift);
  const inHand = before.state === 'dispatched' || before.state === 'handling';
  const given = after(before, inHand ? 'redispatch' : 'dispatch', work.now, {
    lead,
    holder: lead,
    basis,
    rowKey: row?.rowKey ?? before.rowKey,
    dispatchedAt: work.now,
    designated: before.designated || basis === 'designated',
    handOffs: await handOffsWith(work, before, lead),
    seenBy: seenBy(before, [...before.seenBy, lead, ...gift.tasks.map((task) => task.unit)]),
  });
  if (inHand) await takeBack(work, before);
  await addAssignment(work, given, { level: 1, unit: lead, basis, why: gift.why });
  await addTask(work, given, { unit: lead, part: 'lead', text: leadText(given, row) });
  await addCoTasks(work, given, gift.tasks);
  await stopClocks(work, given.id, ['dispatch', 'consultation', 'arbitration', 'sign', 'contact']);
  await startReceipt(work, given, unit.window);
  await actFirst(work, given, {
    kept: keptFromPlace({ sensitive: given.sensitive, duty: row?.duty ?? 'basic' }),
    lead,
  });
  const facts = { lead, basis, co: gift.tasks.map((task) => task.unit), ...gift.why };
  return saveCase(work, before, given, { kind: gift.act, public: true, facts, event: 'case.dispatched' });
}

function mustAllHelp({ units, rows, matter }: Question, { tasks }: Gift): void {
  for (const { unit } of tasks)
    mustBeAbleToHelp(rows, matter, units.get(unit) ?? refuse('cases.unknown_unit', { unit }));
}

/** How often the case has changed hands in this round, counted when it goes to another unit than the last. */
async function handOffsWith(work: Work, theCase: Case, lead: string): Promise<number> {
  const held = (await assignmentsOf(work, theCase.id)).filter(
    (one) => one.level === 1 && one.round === theCase.round && one.ended_how !== 'recalled',
  );
  const last = held.at(-1);
  return last === undefined || last.unit === lead ? theCase.handOffs : theCase.handOffs + 1;
}

/** An arbitration takes the case from whoever has it; what they had begun as joint tasks ends with it. */
async function takeBack(work: Work, theCase: Case): Promise<void> {
  await endAssignments(work, theCase.id, 'arbitrated');
  await cancelOpenTasks(work, theCase.id);
  await stopClocks(work, theCase.id, ['task']);
}

const leadText = (theCase: Case, row: ListRow | null): string =>
  (row === null || row.closeCondition === ''
    ? `主办：${theCase.title}`
    : `主办：${theCase.title}。办结标准：${row.closeCondition}`
  ).slice(0, 300);

type Window = { readonly from: string; readonly to: string; readonly workdaysOnly: boolean };

/** Receipt at once for an enquiry, which is answered on the spot; a contact only where somebody reported it. */
export async function startReceipt(work: Work, given: Case, served: Window | undefined): Promise<void> {
  const { sign, contact } = gradeTerms[given.grade ?? 'B'];
  const window = served === undefined ? {} : { window: served };
  if (sign.value > 0) await addClock(work, given, { kind: 'sign', owner: given.lead, ...window, ...sign });
  if (isPublic(given.channel))
    await addClock(work, given, { kind: 'contact', owner: given.lead, ...window, ...contact });
}
