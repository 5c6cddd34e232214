import type { CaseView } from '@fengqiao/contract/cases/views.ts';
import type { Work } from '#platform/work.ts';
import { isOf } from '../domain/acting.ts';
import { mayHappen, type Case } from '../domain/case.ts';
import { handsAmong } from '../domain/check.ts';
import { evidenceNeeded } from '../domain/evidence.ts';
import { mayOf, type Around } from '../domain/may.ts';
import { windowEnd } from '../domain/satisfaction.ts';
import type { Assignment } from '../store/assignment.ts';
import { caseOf } from '../store/case-row.ts';
import { wholeCase, type WholeCase } from '../store/whole-case.ts';
import { filesBeside } from './files-beside.ts';
import { viewOfLine } from './list-cases.ts';
import { returnUntil } from './ask-return.ts';
import { decisionOn } from './matter.ts';
import { rowOf } from './row.ts';
import {
  viewOfConsultation,
  viewOfHold,
  viewOfMerge,
  viewOfReport,
  viewOfRequest,
  viewOfSupervision,
  viewOfWhistle,
} from './view-beside.ts';
import {
  iso,
  viewOfActivity,
  viewOfAsk,
  viewOfAssignment,
  viewOfCheck,
  viewOfClock,
  viewOfEvidence,
  viewOfReopening,
  viewOfTask,
} from './view-parts.ts';

/** One case with everything its reader may see, and what they may do next. */
export async function readCase(work: Work, id: string): Promise<CaseView> {
  const whole = await wholeCase(work, id);
  const theCase = caseOf(whole.row);
  const parts = await partsOf(work, theCase, whole);
  const files = await filesBeside(work, parts);
  const { actor } = work;
  return {
    ...(await viewOfLine(work, whole.row)),
    text: theCase.text,
    placeKind: theCase.placeKind,
    basis: theCase.basis,
    listVersion: theCase.listVersion,
    rowKey: theCase.rowKey,
    verified: theCase.verified,
    sensitive: theCase.sensitive,
    designated: theCase.designated,
    handOffs: theCase.handOffs,
    exitCode: theCase.exitCode,
    mergedInto: theCase.mergedInto,
    registeredAt: iso(theCase.registeredAt),
    dispatchedAt: iso(theCase.dispatchedAt),
    handledAt: iso(theCase.handledAt),
    closedAt: iso(theCase.closedAt),
    archivedAt: iso(theCase.archivedAt),
    closeCondition: parts.listRow?.closeCondition ?? null,
    evidenceNeeded: evidenceNeeded(parts.listRow, parts.evidence, theCase.round),
    may: mayOf(actor, theCase, aroundOf(work, theCase, parts)),
    reportList: parts.reports.map((one) => viewOfReport(one, files)),
    assignments: parts.assignments.map(viewOfAssignment),
    tasks: parts.tasks.map((task) => viewOfTask(work, task, theCase.lead)),
    clocks: parts.clocks.map((clock) => viewOfClock(work, clock)),
    requests: parts.requests.map((one) => viewOfRequest(actor, one)),
    consultations: parts.consultations.map((one) => viewOfConsultation(actor, one, parts.opinions)),
    holds: parts.holds.map((one) => viewOfHold(one, parts.milestones)),
    evidence: parts.evidence.map((one) => viewOfEvidence(one, files)),
    checks: parts.checks.map(viewOfCheck),
    supervisions: parts.supervisions.map((one) => viewOfSupervision(actor, one)),
    whistles: parts.whistles.map((one) => viewOfWhistle(actor, one, parts.calls)),
    reopenings: parts.reopenings.map(viewOfReopening),
    asks: parts.asks.map(viewOfAsk),
    merges: parts.merges.map(viewOfMerge),
    timeline: parts.timeline.map(viewOfActivity),
  };
}

async function partsOf(work: Work, theCase: Case, whole: WholeCase) {
  const awaits = theCase.state === 'registered' && theCase.type !== null;
  return {
    ...whole,
    listRow: await rowOf(work, theCase),
    hands: handsAmong(theCase.round, whole),
    decision: awaits ? await decisionOn(work, theCase) : null,
    returnUntil: untilOf(work, theCase, whole),
  };
}

type Parts = Awaited<ReturnType<typeof partsOf>>;

/** Until when the unit that has the case may ask to return it; null when nobody has it. */
function untilOf(work: Work, { state, round }: Case, { assignments, requests }: WholeCase): Date | null {
  const held = assignments.find((one) => one.level === 1 && one.ended_at === null);
  if (held === undefined || !mayHappen(state, 'return')) return null;
  const { window_from: from, window_to: to, window_workdays: workdaysOnly } = held;
  const served =
    from === null || to === null || workdaysOnly === null
      ? undefined
      : { from: from.slice(0, 5), to: to.slice(0, 5), workdaysOnly };
  return returnUntil(
    work,
    held,
    requests.filter((one) => one.round === round),
    served,
  );
}

function aroundOf({ actor, now }: Work, theCase: Case, parts: Parts): Around {
  const current = parts.assignments.filter((one) => one.ended_at === null);
  const held = current.find((one) => one.level === 2) ?? current.find((one) => one.level === 1);
  const arbitrated = parts.clocks.some(
    (one) => one.clock.kind === 'arbitration' && one.clock.stoppedAt === null,
  );
  const made = parts.checks.filter(
    (check) => check.round === theCase.round && !check.sample && check.at !== null,
  );
  return {
    row: parts.listRow,
    hands: parts.hands,
    tasks: parts.tasks,
    checked: made.at(-1)?.passed === true,
    verifying: parts.clocks
      .filter((one) => one.clock.kind === 'verify' && one.clock.stoppedAt === null)
      .map((one) => one.owner),
    toAcknowledge: waitsFor(held) && isOf(actor, held?.unit ?? null),
    pending: parts.requests.filter((one) => one.state === 'pending').map((one) => one.kind),
    returned:
      current.some((one) => one.level === 1 && one.returned) &&
      parts.requests.findLast((one) => one.kind === 'return')?.state !== 'rejected',
    returnLate: parts.returnUntil !== null && now > parts.returnUntil,
    extensions: parts.requests.filter(
      (one) => one.kind === 'extension' && one.state === 'approved' && one.round === theCase.round,
    ).length,
    running:
      parts.clocks.find((one) => one.clock.kind === 'overall' && one.clock.stoppedAt === null)?.clock.unit ??
      null,
    consultationFailed:
      parts.consultations.findLast((one) => one.round === theCase.round)?.state === 'failed',
    arbitrated,
    decision: parts.decision,
    consulting: parts.consultations.some((one) => one.state === 'open'),
    reopeningOpen: parts.reopenings.some((one) => one.decided_at === null),
    windowOpen: theCase.closedAt !== null && now < windowEnd(theCase.closedAt),
  };
}

const waitsFor = (held: Assignment | undefined): boolean =>
  held !== undefined && held.acknowledged_at === null;
