import type { CaseState } from '@fengqiao/contract/cases/views.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { accountOf } from '../domain/acting.ts';
import { isOpen, type Case } from '../domain/case.ts';
import { replay, takenUp } from '../domain/clock/replay.ts';
import { earliest, restored, withoutMerged, type Term } from '../domain/merge.ts';
import { lockCases, saveCase } from '../store/case.ts';
import { clocksOf, openClocks, saveClock, type CaseClock } from '../store/clock.ts';
import {
  currentMerges,
  lockMerge,
  moveReports,
  saveTerm,
  takeUpAgain,
  takingPart,
  undoMerge,
  type Merge,
} from '../store/merge.ts';
import { stateOf } from './answer.ts';

/** Undoes a merge: reports, state, holders and clocks are as they were; the time between counts for nobody. */
export async function unmerge(work: Work, id: string, reason: string): Promise<CaseState> {
  const merge = await lockMerge(work, id);
  if (merge.undone_at !== null) refuse('cases.merge_undone');
  const cases = await lockCases(work, [merge.into_case, merge.from_case]);
  const main = cases.find((one) => one.id === merge.into_case) ?? refuse('platform.not_found');
  const from = cases.find((one) => one.id === merge.from_case) ?? refuse('platform.not_found');
  if (main.state === 'merged') refuse('cases.already_merged', { into: main.mergedInto });
  if (!isOpen(main.state)) refuse('cases.merge_too_late', { state: main.state });
  const overall = await withoutTerm(work, merge);
  await undoMerge(work, id, reason);
  if (merge.moved.reports.length > 0) await moveReports(work, main.id, from.id, merge.moved.reports);
  await saveMain(work, main, merge, { overall, reason, no: from.no });
  const clocks = await reopenClocks(work, merge, reason);
  await takeUpAgain(work, merge.moved.aside, clocks);
  const dueAt = clocks.find((one) => one.clock.kind === 'overall')?.clock.dueAt ?? null;
  const again = restored(from, work.now, { state: merge.moved.state, reports: merge.moved.count, dueAt });
  return stateOf(
    await saveCase(work, from, again, {
      kind: 'unmerge',
      public: true,
      facts: { merge: id, into: main.id, no: main.no, reason },
      event: 'case.unmerged',
    }),
  );
}

async function saveMain(
  work: Work,
  main: Case,
  { id, moved }: Merge,
  { overall, reason, no }: { overall: CaseClock | null; reason: string; no: string },
): Promise<void> {
  const without = withoutMerged(main, work.now, {
    reports: moved.count,
    seenAdded: moved.seenAdded,
    takingPart: await takingPart(work, main.id),
  });
  const late = moved.mainLateSince === null ? null : new Date(moved.mainLateSince);
  const due =
    overall === null ? {} : { dueAt: overall.clock.dueAt, lateSince: overall.clock.lateSince ?? late };
  await saveCase(
    work,
    main,
    { ...without, ...due },
    { kind: 'unmerge', public: true, facts: { merge: id, no, reason }, event: 'case.unmerged' },
  );
}

/**
 * The main case's overall clock without one merge: its own again, or the earliest of the cases still merged into it. A
 * clock that took its place since, such as after a change of type, stays.
 */
async function withoutTerm(work: Work, undone: Merge): Promise<CaseClock | null> {
  const [running] = await openClocks(work, undone.into_case, ['overall']);
  const merges = await currentMerges(work, undone.into_case);
  const [first] = merges;
  const own = first?.moved.own;
  if (
    running === undefined ||
    first === undefined ||
    own === undefined ||
    own === null ||
    own.id !== running.id
  )
    return running ?? null;
  const terms = merges.filter((one) => one.id !== undone.id).flatMap(termOf);
  const ownNow = replay(own.clock, work.calendar, { of: running.clock, since: first.at });
  const clock = earliest(ownNow, terms, work.calendar, running.clock);
  const sameTerm = clock.dueAt.getTime() === running.clock.dueAt.getTime();
  const changed = { ...running, step: sameTerm ? running.step : own.step, clock };
  await saveTerm(work, changed);
  return changed;
}

const termOf = ({ moved, at }: Merge): Term[] =>
  moved.clocks.filter((one) => one.clock.kind === 'overall').map((one) => ({ clock: one.clock, since: at }));

/** The clocks of the case run again with what remained when it was merged. */
async function reopenClocks(
  work: Work,
  { from_case: caseId, at, moved }: Merge,
  reason: string,
): Promise<CaseClock[]> {
  const stopped = await clocksOf(work, caseId);
  const again: CaseClock[] = [];
  for (const kept of moved.clocks) {
    const row = stopped.find((one) => one.id === kept.id);
    if (row === undefined) continue;
    const clock = takenUp(kept.clock, work.calendar, {
      from: at,
      to: work.now,
      reason: `并单后撤销：${reason}`,
      approver: accountOf(work.actor),
    });
    again.push(await saveClock(work, { ...row, step: kept.step, clock }));
  }
  return again;
}
