import type { Work } from '#platform/work.ts';
import { stopClock } from '../domain/clock/change.ts';
import { openClocks, saveClock, type CaseClock } from '../store/clock.ts';

/** Stops every clock of a case that still runs or stands paused; returns them as they were before. */
export async function stopAllClocks(work: Work, caseId: string): Promise<CaseClock[]> {
  const open = await openClocks(work, caseId);
  for (const found of open)
    await saveClock(work, { ...found, clock: stopClock(found.clock, work.calendar, work.now) });
  return open;
}
