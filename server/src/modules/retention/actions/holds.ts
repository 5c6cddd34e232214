import type { LegalHoldView } from '@fengqiao/contract/retention.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { heldAmong, insertHold, lockHold, pageOfHolds, saveLifted, type HoldRow } from '../store/hold.ts';
import { whoActs } from './who-acts.ts';

/** For rooms that delete by a clock of their own: which of these a hold stands on. */
export const held = (work: Work, subjects: readonly string[]): Promise<ReadonlySet<string>> =>
  heldAmong(work, subjects);

export async function placeHold(
  work: Work,
  given: { subject: string; basis: string; reason: string },
): Promise<LegalHoldView> {
  const id = work.newId();
  if (!(await insertHold(work, { ...given, id, by: whoActs(work) }))) refuse('retention.hold_stands');
  await work.announce('retention.held', id, { subject: given.subject });
  return present(work, await lockHold(work, id));
}

export async function liftHold(work: Work, id: string, reason: string): Promise<LegalHoldView> {
  const hold = await lockHold(work, id);
  if (hold.liftedAt !== null) refuse('retention.not_waiting');
  if (hold.placedBy === whoActs(work)) refuse('retention.own_hold');
  await saveLifted(work, id, whoActs(work), reason);
  await work.announce('retention.lifted', id, { subject: hold.subject });
  return present(work, await lockHold(work, id));
}

export async function listHolds(
  work: Work,
  { limit = 50, after }: { limit?: number; after?: string },
): Promise<{ items: LegalHoldView[]; next: string | null }> {
  const rows = await pageOfHolds(work, after ?? null, limit + 1);
  const shown = rows.slice(0, limit);
  return {
    items: shown.map((row) => present(work, row)),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

function present({ actor }: Work, { placedBy, placedAt, liftedAt, ...row }: HoldRow): LegalHoldView {
  return {
    ...row,
    placedAt: placedAt.toISOString(),
    liftedAt: liftedAt?.toISOString() ?? null,
    mine: placedBy === actor.account,
  };
}
