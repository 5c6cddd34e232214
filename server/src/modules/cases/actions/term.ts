import type { Grade } from '@fengqiao/contract/cases/words.ts';
import { deadline } from '#platform/calendar/deadline.ts';
import type { TimeUnit } from '#platform/calendar/pace.ts';
import type { Work } from '#platform/work.ts';
import { unitOf } from '#modules/identity';
import type { NewClock } from '../domain/clock/change.ts';
import type { ListRow } from '../domain/list.ts';
import { overallTerms } from '../domain/verify.ts';

/** When a term that starts now is due, by the street's calendar. */
export const dueAfter = (work: Work, unit: TimeUnit, value: number): Date =>
  deadline(work.calendar, { unit, value, start: work.now }).dueAt;

type For = { readonly grade: Grade | null; readonly lead: string | null };

/** The term of an overall clock that starts now: of the row's and the raised grade's the one due first, in the window of the lead. */
export async function overallTerm(
  work: Work,
  row: ListRow,
  { grade, lead }: For,
): Promise<Pick<NewClock, 'unit' | 'value' | 'window'>> {
  const window = (lead === null ? null : await unitOf(work, lead))?.window;
  const dated = overallTerms(row, grade ?? row.grade).map((term) => ({
    term,
    due: dueAfter(work, term.unit, term.value),
  }));
  const earliest = dated.toSorted((a, b) => a.due.getTime() - b.due.getTime())[0]?.term ?? row.limit;
  return { ...earliest, ...(window === undefined ? {} : { window }) };
}
