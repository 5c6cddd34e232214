import type { Room } from '#platform/room.ts';
import { enterLedger, ledgerOf, type Taking } from '#platform/ledger.ts';
import type { Rooms, Work } from '#platform/work.ts';
import { withWork } from '#platform/work.ts';
import { approvedRuns, lockRun, saveProgress } from '../store/run.ts';
import { heldNow } from './held.ts';
import type { Keepings } from './runs.ts';

export type House = Rooms & { readonly rooms: readonly Room[]; readonly clock: () => Date };

/** So many in one transaction: a stop at any moment costs no more. */
const BATCH = 200;

/**
 * Goes on with the runs that were approved, a batch for each transaction, until each is done; returns how much was taken.
 * A run stands in the ledger on the disk before its first batch, so that an older backup brings nothing back.
 */
export async function takeApproved(house: House, street: string, keepings: Keepings): Promise<number> {
  const enter = <T>(act: (work: Work) => Promise<T>, access: 'read' | 'write' = 'write') =>
    withWork(house, { service: 'system', street }, house.clock(), access, act);
  let taken = 0;
  const failures: unknown[] = [];
  for (const { id } of await enter(approvedRuns, 'read')) {
    try {
      let batch: Batch;
      do {
        batch = await enter((work) => takeSome(work, id, keepings));
        taken += batch.some;
      } while (!batch.done);
    } catch (error) {
      // One that cannot go on keeps no other waiting; it has its turn again in the next round.
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return taken;
}

type Batch = { readonly some: number; readonly done: boolean };

/** Holds are asked anew for every batch; never more goes than was counted and shown. */
async function takeSome(work: Work, id: string, keepings: Keepings): Promise<Batch> {
  const run = await lockRun(work, id);
  const { kind, before, counted, taken, state } = run;
  const keeping = keepings.get(kind);
  if (keeping === undefined || (state !== 'approved' && state !== 'running')) return { some: 0, done: true };
  const held = await heldNow(work);
  if (state === 'approved') await enterLedger(ledgerOf(work.settings), entryOf(work, run, held));
  const most = Math.min(BATCH, counted - taken);
  const some = most === 0 ? 0 : await keeping.take(work, { before, held }, most);
  const done = some < most || taken + some >= counted;
  await saveProgress(work, id, { taken: taken + some, done });
  if (done) await work.announce('retention.taken', id, { kind, taken: taken + some });
  return { some, done };
}

const entryOf = (
  { street, now }: Work,
  { id, kind, before }: { readonly id: string; readonly kind: string; readonly before: Date },
  held: readonly string[],
): Taking => ({ at: now.toISOString(), street, run: id, kind, before: before.toISOString(), held });

/** Takes again, in a database brought back from a backup, what a run took; whoever was held then or is held now stays. */
export async function replayTaking(house: House, { street, kind, before, held }: Taking, keepings: Keepings) {
  const keeping = keepings.get(kind);
  for (let some = BATCH; keeping !== undefined && some === BATCH;)
    some = await withWork(house, { service: 'system', street }, house.clock(), 'write', async (work) =>
      keeping.take(work, { before: new Date(before), held: [...held, ...(await heldNow(work))] }, BATCH),
    );
}
