import { describe } from './errors.ts';
import { eventBySeq } from './event.ts';
import type { Platform } from './serve.ts';
import { withWork } from './work.ts';

/** Tries every fact that was set aside once more, each in a transaction that also takes it off the list. */
export async function retryParked(platform: Platform): Promise<{ done: number; failed: number }> {
  const rows = await platform.db
    .selectFrom('platform.parked')
    .select(['listener', 'seq', 'street'])
    .orderBy('seq')
    .execute();
  const counts = { done: 0, failed: 0 };
  for (const { listener, seq, street } of rows)
    counts[(await retryOne(platform, listener, Number(seq), street)) ? 'done' : 'failed'] += 1;
  return counts;
}

async function retryOne(platform: Platform, name: string, seq: number, street: string): Promise<boolean> {
  const listener = platform.rooms.flatMap((room) => room.listeners ?? []).find((one) => one.name === name);
  try {
    await withWork(platform, { service: 'system', street }, platform.clock(), 'write', async (work) => {
      await work.db
        .deleteFrom('platform.parked')
        .where('listener', '=', name)
        .where('seq', '=', seq)
        .execute();
      // A listener that is no longer in the house has nothing left to hear.
      const event = await eventBySeq(work.db, seq);
      if (event !== undefined) await listener?.act(work, event);
    });
    return true;
  } catch (error) {
    platform.log.error({ listener: name, event: seq, ...describe(error) }, 'listener failed again');
    return false;
  }
}
