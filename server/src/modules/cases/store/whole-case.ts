import { CompiledQuery, type Selectable } from 'kysely';
import { keysOf } from '@fengqiao/contract/shapes.ts';
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

/** A holder with the office hours its unit keeps, where it is the present one of level 1. */
type Held = Assignment & {
  readonly window_from: string | null;
  readonly window_to: string | null;
  readonly window_workdays: boolean | null;
};
type CaseRow = Omit<Selectable<CasesCase>, 'source'>;
type Json = Record<string, unknown>;

const of = (table: string, order: string) =>
  `select t.* from cases.${table} t where t.street = $1 and t.case_id = $2 order by ${order}`;

/** What nearly every case has beside it, each in the order in which it is told; served by the case index of its table. */
const usual = {
  reports: `${of('report', 't.reported_at')} limit 200`,
  assignments: `select t.*, u.window_from, u.window_to, u.window_workdays from cases.assignment t
    left join identity.v_unit u on u.street = t.street and u.id = t.unit and t.level = 1 and t.ended_at is null
    where t.street = $1 and t.case_id = $2 order by t.assigned_at, t.id`,
  tasks: of('task', 't.given_at, t.id'),
  clocks: of('clock', 't.started_at, t.id'),
  evidence: of('evidence', 't.at, t.id'),
  checks: of('field_check', 't.drawn_at, t.id'),
  asks: of('ask', 't.ask_at, t.id'),
  timeline: `${of('activity', 't.at, t.id')} limit 500`,
} as const;

/** What few cases have, by the kind noted on the row of those that do (cases.note_beside). */
const noted = {
  side_request: { requests: of('side_request', 't.asked_at') },
  consultation: {
    consultations: of('consultation', 't.opened_at'),
    opinions: `select o.* from cases.consultation t join cases.opinion o on o.street = t.street and o.consultation = t.id
      where t.street = $1 and t.case_id = $2 order by o.unit`,
  },
  hold: { holds: of('hold', 't.since'), milestones: of('milestone', 't.due_on') },
  supervision: { supervisions: of('supervision', 't.at') },
  whistle: {
    whistles: of('whistle', 't.called_at'),
    calls: `select k.* from cases.whistle t join cases.whistle_call k on k.street = t.street and k.whistle = t.id
      where t.street = $1 and t.case_id = $2 order by k.unit`,
  },
  merge: {
    merges: `select t.*, f.no as from_no from cases.merge t join cases."case" f on f.street = t.street and f.id = t.from_case
      where t.street = $1 and t.into_case = $2 order by t.at`,
  },
  reopening: { reopenings: of('reopening', 't.asked_at') },
} as const;

type KeysOfEach<T> = T extends unknown ? keyof T : never;
type Part = keyof typeof usual | KeysOfEach<(typeof noted)[keyof typeof noted]>;
type Found = Partial<Readonly<Record<`${Part}_json`, unknown>>>;

const asJson = (parts: Readonly<Record<string, string>>) =>
  Object.entries(parts)
    .map(([name, query]) => `(select json_agg(p) from (${query}) p) as ${name}_json`)
    .join(',\n  ');

const USUAL = `select ${caseColumns.map((name) => `c.${name}`).join(', ')}, c.beside,
  ${asJson(usual)}
  from cases."case" c where c.street = $1 and c.id = $2`;

export type WholeCase = Awaited<ReturnType<typeof wholeCase>>;

/**
 * A case and everything beside it in one statement, and in a second one what few cases have, since setting up each part costs
 * more than what is found. 404 outside the reader's scope.
 */
export async function wholeCase(work: Work, id: string) {
  const { rows } = await work.db.executeQuery<CaseRow & Found>(CompiledQuery.raw(USUAL, [work.street, id]));
  const row = rows[0] ?? refuse('platform.not_found');
  const found: Found = row.beside.length === 0 ? row : { ...row, ...(await notedOf(work, row)) };
  const among = <Row>(part: Part, dates: readonly (keyof Row & string)[]): Row[] =>
    revived<Row>(found[`${part}_json`], dates);
  return {
    row,
    reports: among<Report>('reports', ['reported_at']),
    assignments: among<Held>('assignments', ['assigned_at', 'acknowledged_at', 'contacted_at', 'ended_at']),
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
  };
}

/** What is noted beside a case; the kinds in one order, so that there are few such statements. */
async function notedOf({ db, street }: Work, { id, beside }: CaseRow): Promise<Found> {
  const parts = keysOf(noted).filter((kind) => beside.includes(kind));
  const text = `select ${parts.map((kind) => asJson(noted[kind])).join(',\n  ')}`;
  const { rows } = await db.executeQuery<Found>(CompiledQuery.raw(text, [street, id]));
  return rows[0] ?? {};
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
