import type { Static } from 'typebox';
import type { mergeCases as told } from '@fengqiao/contract/cases/merge.ts';
import { refusals } from '@fengqiao/contract/refusals.ts';
import { Refusal, refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import type { Case } from '../domain/case.ts';
import { replay } from '../domain/clock/replay.ts';
import { earliest, mustMerge, withMerged } from '../domain/merge.ts';
import { lockCases, saveCase } from '../store/case.ts';
import { openClocks, type CaseClock } from '../store/clock.ts';
import { currentMerges, insertMerge, moveReports, saveTerm, setAside, type Moved } from '../store/merge.ts';
import { stopAllClocks } from './stop-clocks.ts';

type Outcome = Static<typeof told.reply>;
type Given = { readonly into: string; readonly from: readonly string[]; readonly reason: string };

/** Merges up to 50 cases into one 并单, each with an outcome of its own; every reporter, clock and count is kept. */
export async function mergeCases(work: Work, { into, from, reason }: Given): Promise<Outcome> {
  const ids = [...new Set(from)];
  const found = new Map((await lockCases(work, [into, ...ids])).map((one) => [one.id, one]));
  let main = found.get(into) ?? refuse('platform.not_found');
  const outcome: Outcome = { merged: [], refused: [] };
  for (const id of ids) {
    const one = await attempt(id, () => mergeOne(work, main, found.get(id), reason));
    if ('code' in one) outcome.refused.push(one);
    else {
      outcome.merged.push({ id: one.merge, fromCase: id });
      main = one.main;
    }
  }
  return outcome;
}

type Refused = Outcome['refused'][number];

/** What is refused was refused before anything was written, so the others go on. */
async function attempt<T extends object>(fromCase: string, act: () => Promise<T>): Promise<T | Refused> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { zh, en } = refusals[error.code];
    return { fromCase, code: error.code, zh, en };
  }
}

async function mergeOne(
  work: Work,
  before: Case,
  given: Case | undefined,
  reason: string,
): Promise<{ main: Case; merge: string }> {
  const from = given ?? refuse('platform.not_found');
  mustMerge(before, from);
  const { main, from: merged, seenAdded } = withMerged(before, from, work.now);
  const clocks = await stopAllClocks(work, from.id);
  const reports = await moveReports(work, from.id, main.id);
  const aside = await setAside(work, from.id);
  const { own, current } = await overallOf(work, main.id, clocks);
  const moved: Moved = {
    state: from.state,
    reports,
    count: from.reports,
    seenAdded,
    own,
    mainLateSince: before.lateSince?.toISOString() ?? null,
    aside,
    clocks: clocks.map(({ id, step, clock }) => ({ id, step, clock })),
  };
  const merge = await insertMerge(work, { into: main.id, from: from.id, reason, moved });
  await saveCase(work, from, merged, {
    kind: 'merge',
    public: true,
    facts: { merge, into: main.id, no: main.no, reason },
    event: 'case.merged_away',
  });
  const due =
    current === null
      ? {}
      : { dueAt: current.clock.dueAt, lateSince: before.lateSince ?? current.clock.lateSince };
  const facts = { merge, from: from.id, fromNo: from.no, reports, reason };
  return {
    merge,
    main: await saveCase(
      work,
      before,
      { ...main, ...due },
      { kind: 'merge', public: true, facts, event: 'case.merged' },
    ),
  };
}

/** The main case's overall clock: its own, as if nothing had been merged, and the one that holds now, with the earliest due date. */
async function overallOf(
  work: Work,
  mainId: string,
  clocks: readonly CaseClock[],
): Promise<{ own: Moved['own']; current: CaseClock | null }> {
  const [running] = await openClocks(work, mainId, ['overall']);
  if (running === undefined) return { own: null, current: null };
  const [first] = await currentMerges(work, mainId);
  const kept = first?.moved.own?.id === running.id ? first.moved.own : null;
  const own =
    kept === null || first === undefined
      ? running.clock
      : replay(kept.clock, work.calendar, { of: running.clock, since: first.at });
  const brought = clocks.find((one) => one.clock.kind === 'overall');
  const ownKept = { id: running.id, step: kept?.step ?? running.step, clock: own };
  if (brought === undefined) return { own: ownKept, current: running };
  const clock = earliest(
    running.clock,
    [{ clock: brought.clock, since: work.now }],
    work.calendar,
    running.clock,
  );
  const current = clock === running.clock ? running : { ...running, step: brought.step, clock };
  if (current !== running) await saveTerm(work, current);
  return { own: ownKept, current };
}
