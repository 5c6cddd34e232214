import type { Work } from '#platform/work.ts';
import { touched } from '../domain/case.ts';
import { recompute } from '../domain/clock/recompute.ts';
import { lockCase, saveCase } from '../store/case.ts';
import { provisionalClocks, saveClock } from '../store/clock.ts';

/** After a year's arrangement was imported: deadlines that rested on a provisional year are computed again and told. Returns how many moved. */
export async function recomputeClocks(work: Work): Promise<number> {
  let moved = 0;
  for (const found of await provisionalClocks(work, 10_000)) {
    const { clock, before, after, changed } = recompute(found.clock, work.calendar, work.now);
    if (!changed && clock.provisional) continue;
    await saveClock(work, { ...found, clock });
    if (!changed) continue;
    moved += 1;
    const theCase = await lockCase(work, found.caseId);
    const facts = { clock: clock.kind, before: before.toISOString(), after: after.toISOString() };
    await saveCase(work, theCase, touched(theCase, work.now, clock.kind === 'overall' ? { dueAt: after } : {}), { kind: 'recompute', public: true, facts, event: 'case.recomputed' });
  }
  return moved;
}
