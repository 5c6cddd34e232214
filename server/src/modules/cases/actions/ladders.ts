import type * as told from '@fengqiao/contract/cases.ts';
import type { Grade } from '@fengqiao/contract/cases/words.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import type { Work } from '#platform/work.ts';
import { accountOf } from '../domain/acting.ts';
import { ladderBegins, mustRise, standardShares, type LadderShares } from '../domain/ladder.ts';
import { allLadders, saveLadder } from '../store/ladder.ts';

type Ladders = Out<typeof told.listLadders>;

const gradesInOrder: readonly Grade[] = ['S', 'A', 'B', 'C', 'Q'];

/** What each grade's ladder is now, and what it will be. */
export async function ladders(work: Work): Promise<Ladders> {
  const all = await allLadders(work);
  const items = gradesInOrder.map((grade) => {
    const own = all.filter((one) => one.grade === grade);
    const now = own.findLast((one) => one.beginsAt <= work.now);
    const next = own.find((one) => one.beginsAt > work.now);
    return {
      grade,
      shares: now?.shares ?? standardShares,
      since: now?.beginsAt.toISOString() ?? null,
      reason: now?.reason ?? null,
      next:
        next === undefined
          ? null
          : { shares: next.shares, beginsAt: next.beginsAt.toISOString(), reason: next.reason },
    };
  });
  return { items };
}

/** A leader sets at what shares of a term the four levels are told, for clocks that start from tomorrow on. */
export async function setLadder(
  work: Work,
  grade: Grade,
  { reason, ...shares }: LadderShares & { readonly reason: string },
): Promise<Ladders> {
  mustRise(shares);
  await saveLadder(
    work,
    { grade, beginsAt: ladderBegins(work.now), shares, by: accountOf(work.actor) },
    reason,
  );
  return ladders(work);
}
