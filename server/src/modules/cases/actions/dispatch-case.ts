import type { CaseState } from '@fengqiao/contract/cases/views.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { expectVersion, mayHappen, type Case } from '../domain/case.ts';
import { cite, decide, type Decision } from '../domain/dispatch.ts';
import { mustBeWithinHandOffs } from '../domain/hand-off.ts';
import { lockCase } from '../store/case.ts';
import { openClocks } from '../store/clock.ts';
import { stateOf } from './answer.ts';
import { give } from './give.ts';
import { questionOf } from './matter.ts';
import type { CoTask } from './tasks.ts';

type Given = {
  readonly rowKey?: string | undefined;
  readonly tasks?: readonly CoTask[] | undefined;
  readonly note?: string | undefined;
  readonly version?: number | undefined;
};

/** Statutory dispatch 法定分拨: to the lead of the one row of the list that fits, which is cited with its version (guard 3). */
export async function dispatchCase(
  work: Work,
  id: string,
  { rowKey, tasks, note, version }: Given,
): Promise<CaseState> {
  const theCase = await lockCase(work, id);
  expectVersion(theCase, version);
  if (!mayHappen(theCase.state, 'dispatch') || theCase.state === 'negotiating')
    refuse('cases.not_in_this_state', { state: theCase.state });
  const question = await questionOf(work, theCase);
  const decision =
    rowKey === undefined
      ? decide(question.list, question.units, question.matter)
      : cite(question.list, question.units, question.matter, rowKey);
  const { row, lead } = mustBeStatutory(decision);
  mustBeWithinHandOffs(theCase.handOffs);
  if ((await openClocks(work, id, ['arbitration'])).length > 0) refuse('cases.needs_arbitration');
  const why = { ...whyOf(decision), note: note ?? null };
  return stateOf(
    await give(work, theCase, question, {
      lead,
      basis: 'statutory',
      why,
      row,
      tasks: tasks ?? tasksOf(theCase, decision),
      act: 'dispatch',
    }),
  );
}

function mustBeStatutory({ basis, row, lead, whyZh, whyEn, alternatives }: Decision) {
  if (basis === 'negotiated') refuse('cases.several_rows_fit', { whyZh, whyEn, alternatives });
  if (basis === 'designated' || row === null || lead === null)
    refuse('cases.no_row_fits', { whyZh, whyEn, alternatives });
  return { row, lead };
}

/** What is kept of a decision with the assignment: the text it rests on, and what was not chosen. */
export const whyOf = ({ row, version, whyZh, whyEn, alternatives }: Decision): Record<string, unknown> => ({
  rowKey: row?.rowKey ?? null,
  listVersion: version,
  whyZh,
  whyEn,
  alternatives,
});

/** Co-handlers named by the row help when the lead needs them: their tasks do not hold the case up. */
export const tasksOf = (theCase: Case, { co }: Pick<Decision, 'co'>): CoTask[] =>
  co.map((unit) => ({ unit, text: `配合主办单位办理：${theCase.title}`.slice(0, 300), required: false }));
