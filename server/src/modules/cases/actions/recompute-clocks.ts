import type { Work } from '#platform/work.ts';
import { touched } from '../domain/case.ts';
import { recompute } from '../domain/clock/recompute.ts';
import { lockCase, saveCase } from '../store/case.ts';
import { openClocks, provisionalClocks, saveClock, type CaseClock } from '../store/clock.ts';

/** After a year's arrangement was imported: deadlines that rested on a provisional year are computed again and told. Returns how many moved. */
export async function recomputeClocks(work: Work): Promise<number> {
  const settled = (await provisionalClocks(work)).filter(({ clock }) => {
    const again = recompute(clock, work.calendar, work.now);
    return again.changed || !again.clock.provisional;
  });
  let moved = 0;
  for (const caseId of new Set(settled.map((one) => one.caseId))) moved += await recomputeCase(work, caseId);
  return moved;
}

/** Cases come in the order of their ids, in which whoever takes several locks them. */
async function recomputeCase(work: Work, caseId: string): Promise<number> {
  await lockCase(work, caseId);
  let moved = 0;
  for (const found of await openClocks(work, caseId))
    if (found.clock.provisional) moved += await recomputeOne(work, found);
  return moved;
}

async function recomputeOne(work: Work, found: CaseClock): Promise<number> {
  const { clock, before, after, changed } = recompute(found.clock, work.calendar, work.now);
  await saveClock(work, { ...found, clock });
  if (!changed) return 0;
  const theCase = await lockCase(work, found.caseId);
  const facts = { clock: clock.kind, before: before.toISOString(), after: after.toISOString() };
  await saveCase(
    work,
    theCase,
    touched(theCase, work.now, clock.kind === 'overall' ? { dueAt: after } : {}),
    { kind: 'recompute', public: true, facts, event: 'case.recomputed' },
  );
  return 1;
}
