import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import type { Case } from '../domain/case.ts';
import { lockCase } from './case.ts';

type Beside =
  | 'task'
  | 'side_request'
  | 'hold'
  | 'milestone'
  | 'supervision'
  | 'whistle'
  | 'reopening'
  | 'ask'
  | 'field_check';

/** The case a row belongs to, locked before the row is: every act takes its case first, so that no two wait for each other. */
export async function lockCaseOf(work: Work, table: Beside, id: string): Promise<Case> {
  const row = await work.db
    .selectFrom(`cases.${table}`)
    .select('case_id')
    .where('street', '=', work.street)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? lockCase(work, row.case_id) : refuse('platform.not_found');
}
