import { CompiledQuery, type Selectable } from 'kysely';
import type { CasesCase } from '#platform/db.gen.ts';
import { fromJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import type { Ask } from './ask.ts';
import type { Assignment } from './assignment.ts';
import type {
  Consultation,
  Hold,
  Merge,
  Milestone,
  Opinion,
  Report,
  SideRequest,
  Supervision,
  Whistle,
  WhistleCall,
} from './beside.ts';
import { caseColumns } from './case-row.ts';
import type { FieldCheck } from './check.ts';
import { clockOf, type CaseClock } from './clock.ts';
import type { Evidence } from './evidence.ts';
import type { Reopening } from './reopening.ts';
import type { Task } from './task.ts';
import type { Activity } from './timeline.ts';

/** Whose office hours the present level-1 unit keeps. */
type Window = {
  readonly unit: string;
  readonly window_from: string;
  readonly window_to: string;
  readonly window_workdays: boolean;
};
type CaseRow = Omit<Selectable<CasesCase>, 'source'>;
type Json = Record<string, unknown>;

const of = (table: string, order: string) =>
  `select t.* from cases.${table} t where t.street = $1 and t.case_id = $2 order by ${order}`;

/** What stands beside a case, each in the order in which it is told; served by the case index of its table. */
const parts = {
  reports: `${of('report', 't.reported_at')} limit 200`,
  assignments: of('assignment', 't.assigned_at, t.id'),
  tasks: of('task', 't.given_at, t.id'),
  clocks: of('clock', 't.started_at, t.id'),
  evidence: of('evidence', 't.at, t.id'),
  checks: of('field_check', 't.drawn_at, t.id'),
  reopenings: of('reopening', 't.asked_at'),
  asks: of('ask', 't.ask_at, t.id'),
  requests: of('side_request', 't.asked_at'),
  consultations: of('consultation', 't.opened_at'),
  opinions: `select o.* from cases.consultation t join cases.opinion o on o.street = t.street and o.consultation = t.id
    where t.street = $1 and t.case_id = $2 order by o.unit`,
  holds: of('hold', 't.since'),
  milestones: of('milestone', 't.due_on'),
  supervisions: of('supervision', 't.at'),
  whistles: of('whistle', 't.called_at'),
  calls: `select k.* from cases.whistle t join cases.whistle_call k on k.street = t.street and k.whistle = t.id
    where t.street = $1 and t.case_id = $2 order by k.unit`,
  merges: `select t.*, f.no as from_no from cases.merge t join cases."case" f on f.street = t.street and f.id = t.from_case
    where t.street = $1 and t.into_case = $2 order by t.at`,
  timeline: `${of('activity', 't.at, t.id')} limit 500`,
  windows: `select t.unit, u.window_from, u.window_to, u.window_workdays from cases.assignment t join identity.v_unit u on u.street = t.street and u.id = t.unit
    where t.street = $1 and t.case_id = $2 and t.level = 1 and t.ended_at is null`,
} as const;
type Part = keyof typeof parts;

const WHOLE = `select ${caseColumns.map((name) => `c.${name}`).join(', ')},
  ${Object.entries(parts)
    .map(([name, query]) => `(select json_agg(p) from (${query}) p) as ${name}_json`)
    .join(',\n  ')}
  from cases."case" c where c.street = $1 and c.id = $2`;

export type WholeCase = Awaited<ReturnType<typeof wholeCase>>;

/**
 * A case and everything beside it in one statement, since asking for each costs more than what is found. 404 outside the
 * reader's scope.
 */
export async function wholeCase({ db, street }: Work, id: string) {
  const { rows } = await db.executeQuery<CaseRow & Record<`${Part}_json`, unknown>>(
    CompiledQuery.raw(WHOLE, [street, id]),
  );
  const row = rows[0] ?? refuse('platform.not_found');
  const among = <Row>(part: Part, dates: readonly (keyof Row & string)[]): Row[] =>
    revived<Row>(row[`${part}_json`], dates);
  return {
    row,
    reports: among<Report>('reports', ['reported_at']),
    assignments: among<Assignment>('assignments', [
      'assigned_at',
      'acknowledged_at',
      'contacted_at',
      'ended_at',
    ]),
    tasks: among<Task>('tasks', ['given_at', 'reported_at', 'judged_at']),
    clocks: among<Parameters<typeof clockOf>[0]>('clocks', []).map((clock): CaseClock => clockOf(clock)),
    evidence: among<Evidence>('evidence', ['at', 'device_at']),
    checks: among<FieldCheck>('checks', ['drawn_at', 'at']),
    reopenings: among<Reopening>('reopenings', ['asked_at', 'answer_by', 'decided_at']),
    asks: among<Ask>('asks', ['ask_at', 'ends_at', 'answered_at']),
    requests: among<SideRequest>('requests', ['asked_at', 'decided_at']),
    consultations: among<Consultation>('consultations', ['opened_at', 'closes_at', 'ended_at']),
    opinions: among<Opinion>('opinions', ['at']),
    holds: among<Hold>('holds', ['told_at', 'since', 'next_review_at', 'cap_at', 'escalated_at', 'ended_at']),
    milestones: among<Milestone & { due_on: Date }>('milestones', ['done_at']).map((one) => ({
      ...one,
      due_on: midnightOf(one.due_on),
    })),
    supervisions: among<Supervision>('supervisions', ['at', 'answered_at']),
    whistles: among<Whistle>('whistles', ['called_at', 'answer_by', 'ended_at']),
    calls: among<WhistleCall>('calls', ['answered_at']),
    merges: among<Merge>('merges', ['at', 'undone_at']),
    timeline: among<Activity>('timeline', ['at']),
    windows: among<Window>('windows', []),
  };
}

/** Rows as JSON gives them back, with their moments as dates again. */
function revived<Row>(found: unknown, dates: readonly string[]): Row[] {
  const rows = fromJson<Json[] | null>(found) ?? [];
  for (const row of rows)
    for (const name of dates) row[name] = typeof row[name] === 'string' ? new Date(row[name]) : null;
  return fromJson<Row[]>(rows);
}

/** A day is read by the driver as its midnight here; JSON gives it as YYYY-MM-DD. */
const midnightOf = (day: unknown): Date => new Date(`${String(day)}T00:00:00`);
