import type { CaseView } from '@fengqiao/contract/cases/views.ts';
import type { Work } from '#platform/work.ts';
import { isOf } from '../domain/acting.ts';
import type { Case } from '../domain/case.ts';
import { evidenceNeeded } from '../domain/evidence.ts';
import { mayOf, type Around } from '../domain/may.ts';
import { windowEnd } from '../domain/satisfaction.ts';
import { asksOf } from '../store/ask.ts';
import { assignmentsOf, type Assignment } from '../store/assignment.ts';
import { besideOf } from '../store/beside.ts';
import { findCase } from '../store/case.ts';
import { checksOf } from '../store/check.ts';
import { clocksOf } from '../store/clock.ts';
import { evidenceOf } from '../store/evidence.ts';
import { handsOf } from '../store/hands.ts';
import { reopeningsOf } from '../store/reopening.ts';
import { tasksOf } from '../store/task.ts';
import { timelineOf } from '../store/timeline.ts';
import { linesById } from '../store/work-list.ts';
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
  const theCase = await findCase(work, id);
  const parts = await partsOf(work, theCase);
  const { actor } = work;
  const [line] = await linesById(work, [id]);
  if (!line) throw new Error(`case ${id} left its scope between two reads of one transaction`);
  return {
    ...(await viewOfLine(work, line)),
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
    closeCondition: parts.row?.closeCondition ?? null,
    evidenceNeeded: evidenceNeeded(parts.row, parts.evidence, theCase.round),
    may: mayOf(actor, theCase, aroundOf(work, theCase, parts)),
    reportList: parts.beside.reports.map(viewOfReport),
    assignments: parts.assignments.map(viewOfAssignment),
    tasks: parts.tasks.map((task) => viewOfTask(work, task, theCase.lead)),
    clocks: parts.clocks.map((clock) => viewOfClock(work, clock)),
    requests: parts.beside.requests.map((one) => viewOfRequest(actor, one)),
    consultations: parts.beside.consultations.map((one) =>
      viewOfConsultation(actor, one, parts.beside.opinions),
    ),
    holds: parts.beside.holds.map((one) => viewOfHold(one, parts.beside.milestones)),
    evidence: parts.evidence.map(viewOfEvidence),
    checks: parts.checks.map(viewOfCheck),
    supervisions: parts.beside.supervisions.map((one) => viewOfSupervision(actor, one)),
    whistles: parts.beside.whistles.map((one) => viewOfWhistle(actor, one, parts.beside.calls)),
    reopenings: parts.reopenings.map(viewOfReopening),
    asks: parts.asks.map(viewOfAsk),
    merges: parts.beside.merges.map(viewOfMerge),
    timeline: parts.timeline.map(viewOfActivity),
  };
}

async function partsOf(work: Work, theCase: Case) {
  const { id } = theCase;
  return {
    row: await rowOf(work, theCase),
    beside: await besideOf(work, id),
    assignments: await assignmentsOf(work, id),
    tasks: await tasksOf(work, id),
    clocks: await clocksOf(work, id),
    evidence: await evidenceOf(work, id),
    checks: await checksOf(work, id),
    reopenings: await reopeningsOf(work, id),
    asks: await asksOf(work, id),
    hands: await handsOf(work, theCase),
    decision:
      theCase.state === 'registered' && theCase.type !== null ? await decisionOn(work, theCase) : null,
    timeline: await timelineOf(work, id),
    returnUntil: await returnUntil(work, theCase),
  };
}

type Parts = Awaited<ReturnType<typeof partsOf>>;

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
    row: parts.row,
    hands: parts.hands,
    tasks: parts.tasks,
    checked: made.at(-1)?.passed === true,
    verifying: parts.clocks
      .filter((one) => one.clock.kind === 'verify' && one.clock.stoppedAt === null)
      .map((one) => one.owner),
    toAcknowledge: waitsFor(held) && isOf(actor, held?.unit ?? null),
    pending: parts.beside.requests.filter((one) => one.state === 'pending').map((one) => one.kind),
    returned:
      current.some((one) => one.level === 1 && one.returned) &&
      parts.beside.requests.findLast((one) => one.kind === 'return')?.state !== 'rejected',
    returnLate: parts.returnUntil !== null && now > parts.returnUntil,
    extensions: parts.beside.requests.filter(
      (one) => one.kind === 'extension' && one.state === 'approved' && one.round === theCase.round,
    ).length,
    running:
      parts.clocks.find((one) => one.clock.kind === 'overall' && one.clock.stoppedAt === null)?.clock.unit ??
      null,
    consultationFailed:
      parts.beside.consultations.findLast((one) => one.round === theCase.round)?.state === 'failed',
    arbitrated,
    decision: parts.decision,
    consulting: parts.beside.consultations.some((one) => one.state === 'open'),
    reopeningOpen: parts.reopenings.some((one) => one.decided_at === null),
    windowOpen: theCase.closedAt !== null && now < windowEnd(theCase.closedAt),
  };
}

const waitsFor = (held: Assignment | undefined): boolean =>
  held !== undefined && held.acknowledged_at === null;
