import type * as told from '@fengqiao/contract/cases.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import type { ListRow } from '../domain/list.ts';
import { rowsOf, versionInForce } from '../store/list.ts';
import {
  deleteDraft,
  deleteRow,
  insertDraft,
  insertRows,
  lockDraft,
  publishVersion,
} from '../store/list-versions.ts';
import { headOf, problemsOf } from './lists.ts';

type Head = Out<typeof told.draftList>;

/** Makes a draft of the next version, with the rows of the list in force. */
export async function draftList(work: Work, note: string): Promise<Head> {
  const inForce = await versionInForce(work);
  const version = await insertDraft(work, note, inForce === null ? [] : await rowsOf(work, inForce));
  return headOf(work, version);
}

/** Writes one row of a draft; its key begins with its type. */
export async function putRow(work: Work, version: number, rowKey: string, row: ListRow): Promise<ListRow> {
  await lockDraft(work, version);
  if (row.rowKey !== rowKey || !rowKey.startsWith(row.type))
    refuse('platform.invalid_input', {
      problems: [
        {
          at: 'rowKey',
          zh: '条目号须与路径一致并以类别代码开头',
          en: 'must equal the key in the path and begin with the type',
        },
      ],
    });
  await insertRows(work, version, [row]);
  return row;
}

export async function dropRow(work: Work, version: number, rowKey: string): Promise<{ ok: true }> {
  await lockDraft(work, version);
  if (!(await deleteRow(work, version, rowKey))) refuse('platform.not_found');
  return { ok: true };
}

export async function discardList(work: Work, version: number): Promise<{ ok: true }> {
  await lockDraft(work, version);
  await deleteDraft(work, version);
  return { ok: true };
}

type Publication = {
  readonly effectiveFrom?: string | undefined;
  readonly accepted?: readonly string[] | undefined;
  readonly note?: string | undefined;
};

/** Publishes a draft from a date on; every problem the analysis finds has been corrected or is accepted by its key. */
export async function publishList(
  work: Work,
  version: number,
  { effectiveFrom, accepted = [], note }: Publication,
): Promise<Head> {
  await lockDraft(work, version);
  const from = effectiveFrom === undefined ? work.now : new Date(effectiveFrom);
  if (from < work.now) refuse('cases.list_effective_past', { now: work.now.toISOString() });
  const open = (await problemsOf(work, version)).filter((problem) => !accepted.includes(problem.key));
  if (open.length > 0)
    refuse('cases.list_unreachable_rows', { count: open.length, problems: open.slice(0, 100) });
  await publishVersion(work, version, { from, note });
  await work.announce('list.published', work.newId(), {
    version,
    effectiveFrom: from.toISOString(),
    accepted: [...accepted],
  });
  return headOf(work, version);
}
