import { destroyPersonKeys } from '#modules/identity';
import { dropFiles } from '#platform/files/drop.ts';
import { filesById } from '#platform/files/store.ts';
import type { Keeping, Over } from '#platform/keeping.ts';
import type { Work } from '#platform/work.ts';
import { closeUnapplied, countStaged, nextUnapplied, sampleStaged, unstage } from '../store/keepings.ts';

/** Tables that were checked and never applied: their staged rows, the keys made for people who never came in, the table itself. */
export const keepings: readonly Keeping[] = [
  { id: 'registry.staged', count: countStaged, sample: sampleStaged, take: takeStaged },
];

async function takeStaged(work: Work, over: Over, most: number): Promise<number> {
  let taken = 0;
  while (taken < most) {
    const found = await nextUnapplied(work, over);
    if (found === null) return taken;
    const { rows, strangers } = await unstage(work, found.id, most - taken);
    await destroyPersonKeys(work, strangers);
    taken += rows;
    if (taken >= most) return taken;
    await closeUnapplied(work, found.id);
    if (found.file !== null) await dropFiles(work, await filesById(work, [found.file], 'lock'));
    taken += 1;
  }
  return taken;
}
