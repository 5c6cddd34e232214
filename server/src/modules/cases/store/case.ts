import { CompiledQuery } from 'kysely';
import { UNAWAITED } from '#platform/db.ts';
import { announcing } from '#platform/event.ts';
import { toJson } from '#platform/json.ts';
import { refuse } from '#platform/refusal.ts';
import type { Actor, Work } from '#platform/work.ts';
import type { Case } from '../domain/case.ts';
import { searched, textOf } from '../domain/pairs.ts';
import { caseColumns, caseOf, changing, valuesOf, type Row } from './case-row.ts';

const READ = `select ${caseColumns.join(', ')} from cases."case" where street = $1 and id = $2`;

const LOCK = `${READ} for update`;

/** One case by id for an act that will change it; the row stays locked until the transaction ends. 404 outside the reader's scope. */
export const lockCase = (work: Work, id: string): Promise<Case> => oneCase(work, LOCK, id);

/** One case to look at. */
export const findCase = (work: Work, id: string): Promise<Case> => oneCase(work, READ, id);

async function oneCase({ db, street }: Work, text: string, id: string): Promise<Case> {
  const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(text, [street, id]));
  return rows[0] ? caseOf(rows[0]) : refuse('platform.not_found');
}

/** Several cases, locked in the order of their ids so that two acts cannot wait for each other. */
export async function lockCases({ db, street }: Work, ids: readonly string[]): Promise<Case[]> {
  const rows = await db
    .selectFrom('cases.case')
    .select(caseColumns)
    .where('street', '=', street)
    .where('id', 'in', [...ids])
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(caseOf);
}

/** Several cases to look at, in no order. */
export async function findCases({ db, street }: Work, ids: readonly string[]): Promise<Case[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('cases.case')
    .select(caseColumns)
    .where('street', '=', street)
    .where('id', 'in', [...ids])
    .execute();
  return rows.map(caseOf);
}

/** What is written beside a change of a case: the activity everybody can read back, and the fact other rooms hear. */
export type Told = {
  readonly kind: string;
  readonly facts?: Record<string, unknown>;
  /** May the reporter read it? */
  readonly public?: boolean;
  /** The fact announced, such as case.closed; none when nobody outside needs to know. */
  readonly event?: `case.${string}` | 'report.joined';
};

/** Writes a new case with its words, its first activity and its fact; what depends on it may be written at once. */
export async function insertCase(
  work: Work,
  made: Case,
  told: Told,
  source: Record<string, unknown> | null = null,
): Promise<void> {
  const { words, pairs } = searched(made);
  const fixed = [
    work.street,
    made.id,
    made.no,
    made.channel,
    made.reportedAt,
    source === null ? null : toJson(source),
    words,
    pairs,
  ];
  await work.db.executeQuery(
    CompiledQuery.raw(INSERT, [...toldValues(work, made, null, told), ...fixed, ...valuesOf(made)]),
  );
}

/** Writes a changed case, its activity and its fact. The version it was read at must still stand. */
export async function saveCase(work: Work, before: Case, after: Case, told: Told): Promise<Case> {
  const { rows } = await work.db.executeQuery(
    CompiledQuery.raw(SAVE, [
      ...toldValues(work, after, before, told),
      work.street,
      after.id,
      before.version,
      ...valuesOf(after),
    ]),
  );
  if (rows.length !== 1) refuse('platform.stale');
  if (textOf(before) !== textOf(after)) await saveSearched(work, after);
  return after;
}

/** Writes what happened without a change of the case's own row, such as an opinion given. */
export async function tell(work: Work, now: Case, before: Case | null, told: Told): Promise<void> {
  await work.db.executeQuery(CompiledQuery.raw(TELL, toldValues(work, now, before, told)));
}

/** Makes a case found by the words it has now. */
export async function saveSearched(
  { db, street }: Work,
  theCase: Pick<Case, 'id' | 'no' | 'title' | 'text' | 'address'>,
): Promise<void> {
  const { words, pairs } = searched(theCase);
  await db
    .updateTable('cases.search_text')
    .set({ words, pairs })
    .where('street', '=', street)
    .where('case_id', '=', theCase.id)
    .execute();
}

/** A fact where one is announced, and the activity; `among` is where rows must come from for either to be written. */
const happened = (among = 'from (select) once') => `
  heard as (${announcing(among)}),
  told as (
    insert into cases.activity (street, id, case_id, round, kind, at, account, name, role, unit, state_before, state_after, facts, public, on_behalf)
    select $1::text, $2::uuid, $4::uuid, $8::smallint, $9::text, $7::timestamptz, $6::uuid, $10::text, $11::text, $12::text, $13::text, $14::text, $5::jsonb, $15::bool, $16::uuid ${among})`;

function toldValues(
  { street, actor, now, newId }: Work,
  after: Case,
  before: Case | null,
  told: Told,
): unknown[] {
  return [
    street,
    newId(),
    told.event ?? null,
    after.id,
    toJson(told.facts ?? {}),
    actor.account,
    now,
    after.round,
    told.kind,
    actor.kind === 'staff' ? actor.name : capacityOf(actor),
    actor.role ?? capacityOf(actor),
    actor.unit,
    before?.state ?? null,
    after.state,
    told.public ?? false,
    actor.behalf?.account ?? null,
  ];
}

/** A resident who acts for another by a mandate is told apart from one who speaks for themselves. */
const capacityOf = ({ kind, behalf }: Actor): string => (behalf === null ? kind : 'helper');

const TOLD = 16;

const places = (from: number, count: number) => Array.from({ length: count }, (_, i) => `$${from + i}`);

// Every step of a case runs one of these, so they are written out: one trip and one statement for case, activity and fact.
const TELL = `${UNAWAITED} with ${happened()} select 1`;

const INSERT = `${UNAWAITED} with made as (
    insert into cases."case" (street, id, no, channel, reported_at, source, ${changing.join(', ')})
    values (${[...places(TOLD + 1, 6), ...places(TOLD + 9, changing.length)].join(', ')})),
  words as (
    insert into cases.search_text (street, case_id, reported_at, words, pairs) values ($${TOLD + 1}, $${TOLD + 2}, $${TOLD + 5}, $${TOLD + 7}, $${TOLD + 8})),
  ${happened()} select 1`;

const SAVE = `with changed as (
    update cases."case" set ${changing.map((name, i) => `${name} = $${TOLD + 4 + i}`).join(', ')}
     where street = $${TOLD + 1} and id = $${TOLD + 2} and version = $${TOLD + 3} returning id),
  ${happened('from changed')} select id from changed`;
