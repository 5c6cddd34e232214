import type { CaseQuery } from '@fengqiao/contract/cases.ts';
import type { CaseLine } from '@fengqiao/contract/cases/views.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { reporterKeys } from '../store/reporters.ts';
import { countLines, linesById } from '../store/work-list.ts';
import { listCases, viewOfLine } from './list-cases.ts';

const PAGE = 100;

/** How many cases a filter finds within reach, counting no further than `most`; text has to be looked for page by page. */
export async function countCases(work: Work, asked: CaseQuery, most: number): Promise<number> {
  if (asked.q === undefined) return countLines(work, asked, most);
  let count = 0;
  let after: string | null | undefined;
  do {
    const page = await listCases(work, { ...asked, limit: PAGE, ...(after ? { after } : {}) });
    count += page.items.length;
    after = page.next;
  } while (after !== null && count < most);
  return Math.min(count, most);
}

/** One case within reach as its line in the work list. */
export async function lineOf(work: Work, id: string): Promise<CaseLine> {
  const [line] = await linesById(work, [id]);
  return line === undefined ? refuse('platform.not_found') : viewOfLine(work, line);
}

/** Whom cases are about, so that whoever reported one is told who took its words along. */
export const whoReported = (work: Work, cases: readonly string[]): Promise<ReadonlyMap<string, string[]>> =>
  reporterKeys(work, cases);
