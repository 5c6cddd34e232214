import { contactsLeftBy } from '#modules/identity';
import { enterLedger, ledgerOf, type Erasure } from '#platform/ledger.ts';
import type { Room } from '#platform/room.ts';
import { withWork, type Work } from '#platform/work.ts';
import { approvedErasures, lockErasure, rememberErasure, saveState } from '../store/erasure.ts';
import { heldAmong } from '../store/hold.ts';
import { subjectsOf } from './erasures.ts';
import type { House } from './take.ts';

type Subject = { readonly person: string | null; readonly account: string | null };

const BATCH = 20;

/**
 * Erases what was approved. Each one stands in the ledger on the disk before anything is destroyed, so that an older backup
 * cannot bring it back; when the destroying is cut off, the next round does it again.
 */
export async function eraseApproved(house: House, street: string): Promise<number> {
  const system = { service: 'system', street } as const;
  const waiting = await withWork(house, system, house.clock(), 'read', (work) =>
    approvedErasures(work, BATCH),
  );
  let done = 0;
  for (const { id, person, account } of waiting) {
    const entry = { at: house.clock().toISOString(), street, erasure: id, person, account };
    done += await withWork(house, system, house.clock(), 'write', (work) =>
      eraseOne(work, house.rooms, entry),
    );
  }
  return done;
}

/** A hold placed after the approval still stops it: it waits until the hold is lifted. */
async function eraseOne(work: Work, rooms: readonly Room[], entry: Erasure): Promise<number> {
  const row = await lockErasure(work, entry.erasure);
  if (row.state !== 'approved' || (await heldAmong(work, subjectsOf(row))).size > 0) return 0;
  await enterLedger(ledgerOf(work.settings), entry);
  await eraseEverywhere(work, rooms, row);
  await saveState(work, row.id, { state: 'done' });
  await work.announce('retention.erased', row.id, {});
  return 1;
}

/** Does an erasure again, in a database brought back from a backup. */
export async function eraseAgain(work: Work, rooms: readonly Room[], entry: Erasure): Promise<void> {
  const { erasure, person, account, at } = entry;
  await eraseEverywhere(work, rooms, { person, account });
  await rememberErasure(work, { id: erasure, person, account, at: new Date(at) });
}

/** From the top floor down, since the rooms above find their rows by what the lower ones still know. */
async function eraseEverywhere(
  work: Work,
  rooms: readonly Room[],
  { person, account }: Subject,
): Promise<void> {
  const contacts = await contactsLeftBy(work, account);
  for (const room of rooms.toReversed()) await room.erase?.(work, { person, account, contacts });
}
