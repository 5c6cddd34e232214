import { contactsLeftBy } from '#modules/identity';
import { wholeOf, type Whole } from '#modules/registry';
import { enterLedger, ledgerOf, type Erasure } from '#platform/ledger.ts';
import type { Erased, Room } from '#platform/room.ts';
import { withWork, type Work } from '#platform/work.ts';
import { approvedErasures, lockErasure, rememberErasure, saveState } from '../store/erasure.ts';
import { heldAmong } from '../store/hold.ts';
import type { House } from './take.ts';

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
    done += await withWork(house, system, house.clock(), 'write', async (work) => {
      const { people, accounts } = await wholeOf(work, { person, account });
      const at = work.now.toISOString();
      return eraseOne(work, house.rooms, { at, street, erasure: id, person, account, people, accounts });
    });
  }
  return done;
}

/** A hold placed after the approval still stops it: it waits until the hold is lifted. */
async function eraseOne(work: Work, rooms: readonly Room[], entry: Erasure): Promise<number> {
  const row = await lockErasure(work, entry.erasure);
  const whole = { people: entry.people ?? [], accounts: entry.accounts ?? [] };
  if (row.state !== 'approved' || (await heldAmong(work, [...whole.people, ...whole.accounts])).size > 0)
    return 0;
  await enterLedger(ledgerOf(work.settings), entry);
  await eraseEverywhere(work, rooms, whole);
  await saveState(work, row.id, { state: 'done' });
  await work.announce('retention.erased', row.id, {});
  return 1;
}

/** Does an erasure again, in a database brought back from a backup. */
export async function eraseAgain(work: Work, rooms: readonly Room[], entry: Erasure): Promise<void> {
  const { erasure, person, account, at } = entry;
  const known = await wholeOf(work, { person, account });
  await eraseEverywhere(work, rooms, {
    people: [...new Set([...known.people, ...(entry.people ?? [])])],
    // Whoever moved away kept theirs.
    accounts: entry.accounts ?? known.accounts,
  });
  await rememberErasure(work, { id: erasure, person, account, at: new Date(at) });
}

/** Erases somebody at once whom a run of a timer has reached, as if a request had been approved; in the ledger like any other. */
export async function eraseReached(
  work: Work,
  rooms: readonly Room[],
  whole: Whole,
  ground: 'left' | 'dead',
): Promise<void> {
  const [person = null] = whole.people;
  const [account = null] = whole.accounts;
  const id = work.newId();
  const at = work.now.toISOString();
  await enterLedger(ledgerOf(work.settings), {
    at,
    street: work.street,
    erasure: id,
    person,
    account,
    ...whole,
  });
  await eraseEverywhere(work, rooms, whole);
  await rememberErasure(work, { id, person, account, at: work.now, ground });
  await work.announce('retention.erased', id, {});
}

/** From the top floor down, since the rooms above find their rows by what the lower ones still know. */
async function eraseEverywhere(
  work: Work,
  rooms: readonly Room[],
  { people, accounts }: Whole,
): Promise<void> {
  const parts: Erased[] = [];
  for (let n = 0; n < Math.max(people.length, accounts.length); n += 1) {
    const account = accounts[n] ?? null;
    parts.push({ person: people[n] ?? null, account, contacts: await contactsLeftBy(work, account) });
  }
  for (const room of rooms.toReversed()) for (const part of parts) await room.erase?.(work, part);
}
