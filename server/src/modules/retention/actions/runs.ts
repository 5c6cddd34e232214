import {
  DRY_RUN_DAYS,
  keepings as rules,
  type KeepingId,
  type RunView,
} from '@fengqiao/contract/retention.ts';
import type { Keeping } from '#platform/keeping.ts';
import { refuse } from '#platform/refusal.ts';
import { asEngine, type Work } from '#platform/work.ts';
import { beforeOf, demandApprovable, demandDecidable } from '../domain/term.ts';
import {
  countedSince,
  insertRun,
  lockRun,
  outdateOld,
  pageOfRuns,
  sampleOf,
  saveDecision,
  type RunRow,
} from '../store/run.ts';
import { saveScanned, scannedTo } from '../store/scrub.ts';
import { currentTerm, currentTerms, seedTerms, type TermRow } from '../store/term.ts';
import { heldNow } from './held.ts';
import { whoActs } from './who-acts.ts';

export type Keepings = ReadonlyMap<string, Keeping>;

const DAY_MS = 86_400_000;
/** The regular round counts each kind once a week while something is over its term. */
const ROUND_DAYS = 7;
const SAMPLE = 12;
/** Under this name stands when the last round was. */
const ROUND = 'retention.round';

/**
 * The regular round, once a day: seeds the terms of a street, and counts what is over them where nobody has counted lately.
 * Returns how many counts were written.
 */
export async function goRound(work: Work, keepings: Keepings): Promise<number> {
  const ago = (days: number) => new Date(work.now.getTime() - days * DAY_MS);
  const last = await scannedTo(work, ROUND);
  if (last !== null && last.at > ago(1)) return 0;
  await saveScanned(work, ROUND, { at: work.now, id: work.newId() });
  await seedTerms(work);
  await outdateOld(work, ago(DRY_RUN_DAYS));
  const counted = await countedSince(work, ago(ROUND_DAYS));
  let made = 0;
  for (const term of await currentTerms(work)) {
    const keeping = keepings.get(term.kind);
    if (!term.enabled || keeping === undefined || counted.has(`${term.kind}|${term.version}`)) continue;
    if ((await dryRun(work, { term, keeping, by: null, evenNone: false })) !== null) made += 1;
  }
  return made;
}

/** Counts one kind now, because somebody asked. */
export async function startDryRun(work: Work, keepings: Keepings, kind: KeepingId): Promise<RunView> {
  const keeping = keepings.get(kind);
  if (keeping === undefined || rules[kind].way !== 'approved') return refuse('retention.term_fixed');
  await seedTerms(work);
  const term = await currentTerm(work, kind);
  if (!term.enabled) refuse('retention.timer_off');
  // Whoever asks sees neither the cases nor the holds; what is counted is the street's.
  const id = await asEngine(work, () => dryRun(work, { term, keeping, by: whoActs(work), evenNone: true }));
  return id === null ? refuse('retention.run_open') : present(work, await lockRun(work, id));
}

type Dry = {
  readonly term: TermRow;
  readonly keeping: Keeping;
  readonly by: string | null;
  /** Whether a count of nothing is worth writing down. */
  readonly evenNone: boolean;
};

async function dryRun(work: Work, { term, keeping, by, evenNone }: Dry): Promise<string | null> {
  const { kind, version, requestedBy } = term;
  const held = await heldNow(work);
  const over = { before: beforeOf(work.now, term, work.calendar.zone.id), held };
  const counted = await keeping.count(work, over);
  if (counted === 0 && !evenNone) return null;
  const sample = await keeping.sample(work, over, SAMPLE);
  const id = work.newId();
  const made = { id, kind, version, counted, sample, held: held.length, before: over.before };
  if (!(await insertRun(work, { ...made, madeBy: by, askedBy: requestedBy }))) return null;
  await work.announce('retention.counted', id, { kind, counted });
  return id;
}

export async function listRuns(
  work: Work,
  { waiting = false, limit = 20, after }: { waiting?: boolean; limit?: number; after?: string },
): Promise<{ items: RunView[]; next: string | null }> {
  const rows = await pageOfRuns(work, { waiting, after: after ?? null, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  return {
    items: shown.map((row) => present(work, row)),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** A second person lets a run go, or stops it, after looking at what was counted. */
export async function decideRun(
  work: Work,
  id: string,
  { approve, note }: { approve: boolean; note: string },
): Promise<RunView> {
  const run = await lockRun(work, id);
  const by = whoActs(work);
  demandDecidable(run, by);
  const term = await currentTerm(work, run.kind);
  if (approve && !term.enabled) refuse('retention.timer_off');
  if (approve) demandApprovable(run, by, { now: work.now, version: term.version });
  await saveDecision(work, id, { state: approve ? 'approved' : 'refused', note });
  await work.announce('retention.run_decided', id, { kind: run.kind, approve });
  return present(work, await lockRun(work, id));
}

function present({ actor }: Work, row: RunRow): RunView {
  const { before, madeAt, decidedAt, endedAt, askedBy, sample: _, ...rest } = row;
  return {
    ...rest,
    before: before.toISOString(),
    sample: sampleOf(row),
    madeAt: madeAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
    mine: actor.account !== null && (row.madeBy === actor.account || askedBy === actor.account),
  };
}
