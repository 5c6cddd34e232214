import type { Work } from '#platform/work.ts';
import type { Case } from '../domain/case.ts';
import { firstRow, type ListRow } from '../domain/list.ts';
import { publishedList } from '../store/list.ts';

/** The row a case was registered or dispatched by, in the version that held then; undefined before it has a type. */
export async function rowOf(work: Work, theCase: Case): Promise<ListRow | undefined> {
  if (theCase.type === null || theCase.listVersion === null) return undefined;
  const list = await publishedList(work, theCase.listVersion);
  return (
    (theCase.rowKey === null ? undefined : list.byKey.get(theCase.rowKey)) ?? firstRow(list, theCase.type)
  );
}
