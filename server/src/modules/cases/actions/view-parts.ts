import type { Static } from 'typebox';
import type { AskView, ReopeningView } from '@fengqiao/contract/cases/beside.ts';
import type {
  ActivityView,
  AssignmentView,
  CheckView,
  ClockView,
  EvidenceView,
  TaskView,
} from '@fengqiao/contract/cases/views.ts';
import type { Basis, CheckMethod, State } from '@fengqiao/contract/cases/words.ts';
import { fromJson } from '#platform/json.ts';
import type { Work } from '#platform/work.ts';
import { pausedSince } from '../domain/clock/clock.ts';
import { explain } from '../domain/clock/explain.ts';
import { mayJudge, mayReport } from '../domain/joint.ts';
import type { Ask } from '../store/ask.ts';
import type { Assignment } from '../store/assignment.ts';
import type { FieldCheck } from '../store/check.ts';
import type { CaseClock } from '../store/clock.ts';
import type { Evidence } from '../store/evidence.ts';
import type { Reopening } from '../store/reopening.ts';
import type { Task } from '../store/task.ts';
import type { Activity } from '../store/timeline.ts';
import type { Beside } from './files-beside.ts';

export const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
type Facts = Record<string, unknown>;

export function viewOfTask({ actor }: Work, task: Task, lead: string | null): TaskView {
  return {
    id: task.id,
    caseId: task.case_id,
    round: task.round,
    unit: task.unit,
    part: fromJson<'lead' | 'co'>(task.part),
    text: task.text,
    weight: task.weight,
    required: task.required,
    state: fromJson<TaskView['state']>(task.state),
    givenAt: task.given_at.toISOString(),
    reportedAt: iso(task.reported_at),
    report: task.report,
    judgedAt: iso(task.judged_at),
    judgement: task.judgement,
    rejections: task.rejections,
    mayReport: task.part === 'co' && mayReport(actor, task),
    mayJudge: task.part === 'co' && mayJudge(actor, task, lead),
  };
}

/** A clock with the lines that add up on screen to its deadline. */
export function viewOfClock(
  { calendar }: Work,
  { id, owner, subject, round, step, clock }: CaseClock,
): ClockView {
  const lines = explain(clock, calendar).map((line) => ({
    from: (line.from ?? clock.startedAt).toISOString(),
    to: (line.to ?? clock.dueAt).toISOString(),
    kind: line.kind,
    counted: line.counted,
    zh: line.reason === null ? line.zh : `${line.zh}（${line.reason}）`,
    en: line.reason === null ? line.en : `${line.en} (${line.reason})`,
  }));
  return {
    id,
    kind: clock.kind,
    owner,
    subject,
    round,
    unit: clock.unit,
    value: clock.value,
    startedAt: clock.startedAt.toISOString(),
    dueAt: clock.dueAt.toISOString(),
    paused: pausedSince(clock) !== null,
    stoppedAt: iso(clock.stoppedAt),
    lateSince: iso(clock.lateSince),
    provisional: clock.provisional,
    step,
    lines,
  };
}

export const viewOfAssignment = (one: Assignment): Static<typeof AssignmentView> => ({
  id: one.id,
  round: one.round,
  level: one.level,
  unit: one.unit,
  basis: fromJson<Basis>(one.basis),
  why: fromJson<Facts>(one.why),
  assignedAt: one.assigned_at.toISOString(),
  acknowledgedAt: iso(one.acknowledged_at),
  contactedAt: iso(one.contacted_at),
  endedAt: iso(one.ended_at),
  endedHow: one.ended_how,
});

export const viewOfEvidence = (one: Evidence, { media, earlier }: Beside): EvidenceView => ({
  id: one.id,
  round: one.round,
  stage: one.stage,
  task: one.task,
  kind: one.kind,
  file: one.file,
  media: one.file === null ? null : (media.get(one.file) ?? null),
  sha256: one.sha256,
  note: one.note,
  unit: one.unit,
  inside: one.inside,
  fresh: one.fresh,
  reuseOf: one.reuse_of,
  reusedFrom: (one.reuse_of === null ? undefined : earlier.get(one.reuse_of)) ?? null,
  deviceAt: iso(one.device_at),
  offsetMs: one.offset_ms === null ? null : Number(one.offset_ms),
  at: one.at.toISOString(),
});

export const viewOfCheck = (one: FieldCheck): Static<typeof CheckView> => ({
  id: one.id,
  round: one.round,
  sample: one.sample,
  drawnAt: one.drawn_at.toISOString(),
  method: fromJson<CheckMethod | null>(one.method),
  passed: one.passed,
  note: one.note,
  at: iso(one.at),
});

export const viewOfReopening = (one: Reopening): Static<typeof ReopeningView> => ({
  id: one.id,
  caseId: one.case_id,
  report: one.report,
  kind: fromJson<'not_solved' | 'contest' | 'recheck'>(one.kind),
  reason: one.reason,
  askedAt: one.asked_at.toISOString(),
  answerBy: one.answer_by.toISOString(),
  granted: one.granted,
  decidedAt: iso(one.decided_at),
  decision: one.decision,
});

export const viewOfAsk = (one: Ask): Static<typeof AskView> => ({
  id: one.id,
  report: one.report,
  kind: fromJson<'now' | 'later' | 'callback'>(one.kind),
  askAt: one.ask_at.toISOString(),
  asked: one.asked,
  reached: one.reached,
  answeredAt: iso(one.answered_at),
  solved: one.solved,
  score: one.score,
  reasons: one.reasons,
  text: one.text,
});

export const viewOfActivity = (one: Activity): ActivityView => ({
  id: one.id,
  kind: one.kind,
  at: one.at.toISOString(),
  name: one.name,
  role: one.role,
  unit: one.unit,
  round: one.round,
  stateBefore: fromJson<State | null>(one.state_before),
  stateAfter: fromJson<State | null>(one.state_after),
  facts: fromJson<Facts>(one.facts),
});
