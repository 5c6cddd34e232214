import type { Seen } from '#platform/witness.ts';
import { asEngine, type Work } from '#platform/work.ts';
import { networkOf } from '../domain/network.ts';
import { insertSecurity } from '../store/security.ts';

const LONGEST = 300;

/** Writes an entry of the security log in the transaction of the act; whoever acts is told by their session unless `by` says so. */
export async function recordSecurity(work: Work, seen: Seen): Promise<void> {
  const { actor, address, vault } = work;
  const by = seen.by ?? {
    account: actor.account,
    // What residents are called is theirs; the engine and guests have no name worth keeping.
    name: actor.kind === 'staff' ? actor.name : null,
    role: actor.role,
    unit: actor.unit,
  };
  const entry = {
    act: seen.act,
    code: seen.code,
    ...by,
    object: seen.object?.slice(0, LONGEST) ?? null,
    whom: seen.whom ?? null,
    detail: seen.detail?.slice(0, LONGEST) ?? null,
    network: address === undefined ? null : networkOf(address),
    machine: address === undefined ? null : vault.index(address, 'machine').toString('hex', 0, 4),
  };
  // Whoever works in another street than that of their session has been let in there already.
  const { street = work.street } = seen;
  if (street === work.street) return insertSecurity(work, entry);
  const there = { ...work, street };
  await asEngine(there, () => insertSecurity(there, entry));
}
