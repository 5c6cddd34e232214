import type { KeepingId, TermChangeView, TermUnit, TermView } from '@fengqiao/contract/retention.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { demandChangeable } from '../domain/term.ts';
import { outdateRuns } from '../store/run.ts';
import {
  currentTerms,
  insertChange,
  insertTerm,
  listedChanges,
  lockChange,
  saveDecided,
  seedTerms,
  type ChangeRow,
} from '../store/term.ts';
import { whoActs } from './who-acts.ts';

export async function listTerms(work: Work): Promise<{ items: TermView[] }> {
  const terms = await currentTerms(work);
  return {
    items: terms.map(({ kind, version, value, unit, enabled, since }) => ({
      kind,
      version,
      value,
      unit,
      enabled,
      since: since?.toISOString() ?? null,
    })),
  };
}

export async function listChanges(work: Work): Promise<{ items: TermChangeView[] }> {
  return { items: (await listedChanges(work)).map((row) => present(work, row)) };
}

type Asked = { value: number; unit: TermUnit; enabled: boolean; reason: string };

/** Asks for another term, or to switch a timer off or on. */
export async function askChange(work: Work, kind: KeepingId, asked: Asked): Promise<TermChangeView> {
  demandChangeable(kind, asked);
  const id = work.newId();
  if (!(await insertChange(work, { ...asked, id, kind, requestedBy: whoActs(work) })))
    refuse('retention.change_waits');
  await work.announce('retention.change_asked', id, { kind });
  return present(work, await lockChange(work, id));
}

/** A second person decides; the new version makes every count by the older one void. */
export async function decideChange(
  work: Work,
  id: string,
  { approve, note }: { approve: boolean; note: string },
): Promise<TermChangeView> {
  const change = await lockChange(work, id);
  const by = whoActs(work);
  if (change.decidedAt !== null) refuse('retention.not_waiting');
  if (change.requestedBy === by) refuse('retention.own_change');
  await saveDecided(work, id, { approved: approve, note });
  if (approve) {
    // The version before it must be there, since every one after the first names two people.
    await seedTerms(work);
    await insertTerm(work, { ...change, approvedBy: by });
    await outdateRuns(work, change.kind);
  }
  await work.announce('retention.change_decided', id, { kind: change.kind, approve });
  return present(work, await lockChange(work, id));
}

const present = (
  { actor }: Work,
  { requestedBy, requestedAt, decidedAt, ...row }: ChangeRow,
): TermChangeView => ({
  ...row,
  requestedAt: requestedAt.toISOString(),
  decidedAt: decidedAt?.toISOString() ?? null,
  mine: requestedBy === actor.account,
});
