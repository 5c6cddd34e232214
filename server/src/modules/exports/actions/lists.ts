import type {
  ExportPart,
  ExportView,
  listExports as Listing,
  readExport as Reading,
} from '@fengqiao/contract/exports.ts';
import type { In, Out } from '@fengqiao/contract/route.ts';
import type { Work } from '#platform/work.ts';
import { exportsById, findExport, pageOfExports } from '../store/export.ts';
import { takenOf } from '../store/page.ts';
import { viewOf } from './view.ts';

const PAGE = 20;

/** One's own, those that wait for one's yes, or all; of the last, the row policies leave others what they may see. */
export async function listExports(
  work: Work,
  { part, limit = PAGE, after }: In<typeof Listing>['query'],
): Promise<{ items: ExportView[]; next: string | null }> {
  const rows = await pageOfExports(work, partFor(work, part), { limit: limit + 1, after: after ?? null });
  return {
    items: rows.slice(0, limit).map((row) => viewOf(work, row)),
    next: rows.length > limit ? (rows[limit - 1]?.id ?? null) : null,
  };
}

/** All are for those who watch; whoever else asks for them is shown their own. */
const partFor = ({ actor: { role } }: Work, part: ExportPart): ExportPart =>
  part === 'all' && role !== 'privacy' && role !== 'auditor' ? 'mine' : part;

export async function readExport(work: Work, id: string): Promise<Out<typeof Reading>> {
  const row = await findExport(work, id);
  const taken = await takenOf(work, id);
  return {
    export: viewOf(work, row),
    taken: taken.map(({ at, name }) => ({ at: at.toISOString(), by: name })),
  };
}

/** Which of these are exports the actor may know of. */
export const visibleExports = async (work: Work, ids: readonly string[]): Promise<readonly string[]> =>
  (await exportsById(work, ids)).map(({ id }) => id);
