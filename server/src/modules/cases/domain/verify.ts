import type { Grade } from '@fengqiao/contract/cases/words.ts';
import { refuse } from '#platform/refusal.ts';
import type { Case } from './case.ts';
import { gradeTerms, type Term } from './grades.ts';
import { isPublic } from './intake.ts';
import { fitOf, type ListRow, type ResponsibilityList, type Spot } from './list.ts';

/** What the public reports is seen by somebody on site before it is registered, where the type asks for it (guard 1). */
export function mustBeVerified(
  theCase: Pick<Case, 'channel' | 'verified'>,
  row: Pick<ListRow, 'verifyPublic'>,
): void {
  if (row.verifyPublic && isPublic(theCase.channel) && !theCase.verified) refuse('cases.needs_verification');
}

type Chosen = {
  readonly grade?: Grade | undefined;
  readonly note?: string | undefined;
  readonly calledOut?: string | undefined;
};

/**
 * The grade of a case: the row's, raised to S or A by whoever registers, or another one with a note that says why.
 * An emergency was phoned out before, and the call is on record.
 */
export function gradeOf(
  row: Pick<ListRow, 'grade'>,
  { grade = row.grade, note = '', calledOut = '' }: Chosen,
): Grade {
  const raised = grade === 'S' || (grade === 'A' && row.grade !== 'S');
  if (grade !== row.grade && !raised && note.trim().length < 5)
    refuse('cases.reason_needed', { grade: row.grade });
  if (grade === 'S' && calledOut.trim() === '') refuse('cases.emergency_call_out');
  return grade;
}

/** The terms of which the earliest becomes the overall deadline: the row's always, a raised grade's as well; never a longer one. */
export function overallTerms(row: Pick<ListRow, 'grade' | 'limit'>, grade: Grade): Term[] {
  return grade !== row.grade && (grade === 'S' || grade === 'A')
    ? [row.limit, gradeTerms[grade].handle]
    : [row.limit];
}

/** The row by which a type is registered at a spot: one that surely holds there, else one that may, else the first of the type. */
export function rowAt(list: ResponsibilityList, type: string, spot: Spot): ListRow {
  const rows = list.byType.get(type) ?? [];
  const [first] = rows;
  return (
    rows.find((row) => fitOf(row, spot) === 'yes') ??
    rows.find((row) => fitOf(row, spot) === 'unknown') ??
    first ??
    refuse('cases.unknown_type', { type })
  );
}

/** What a worker may finish where it was found is said by the list, and is never a duty that lies with an upper level (guard 4). */
export function mustBeOnTheSpot(row: Pick<ListRow, 'onTheSpot' | 'duty' | 'rowKey'>): void {
  if (!row.onTheSpot) refuse('cases.not_on_the_spot', { rowKey: row.rowKey });
  if (row.duty === 'recalled') refuse('cases.recalled_duty', { rowKey: row.rowKey });
  if (row.duty === 'assist') refuse('cases.assist_only', { rowKey: row.rowKey });
}
