import { sql } from 'kysely';
import { announceAll } from '#platform/event.ts';
import { fromJson, toJson } from '#platform/json.ts';
import type { Work } from '#platform/work.ts';
import type { Case } from '../domain/case.ts';
import type { Source } from '../domain/import/foreign.ts';
import { searched } from '../domain/pairs.ts';
import { columnsOf } from './case-row.ts';
import type { NewReport } from './report.ts';

/** A case that begins and ends in one batch, with what is written beside it. */
export type Filed = {
  readonly theCase: Case;
  readonly report: NewReport;
  readonly source: Source;
  /** What happened, in order, with the state it led to. */
  readonly acts: readonly {
    readonly kind: string;
    readonly before: string | null;
    readonly after: string;
    readonly facts: Record<string, unknown>;
  }[];
};

/** Numbers for several cases at once; they may have gaps. */
export async function newNumbers({ db, street, now }: Work, count: number): Promise<string[]> {
  const { rows } = await sql<{ no: string }>`
    select s.prefix || to_char(${now}::timestamptz at time zone s.zone, 'YYYYMMDD') || '-' || lpad(nextval('platform.number_seq')::text, 6, '0') as no
      from platform.street s, generate_series(1, ${count}::int) where s.id = ${street}`.execute(db);
  return rows.map((row) => row.no);
}

export type Known = { readonly caseId: string; readonly source: Source };

/** Cases that rows of a system made before, by their ids there; served by case_source_key inside cases.known_sources. */
export async function casesOfSource(
  { db }: Work,
  system: string,
  ids: readonly string[],
): Promise<Map<string, Known>> {
  const { rows } = await sql<{ id: string; source: unknown }>`
    select id, source from cases.known_sources(${system}, ${[...ids]}::text[])`.execute(db);
  return new Map(
    rows.map(({ id, source }) => [
      fromJson<Source>(source).id,
      { caseId: id, source: fromJson<Source>(source) },
    ]),
  );
}

/** Remembers as which row a case was last seen elsewhere. */
export async function saveSource({ db, street }: Work, caseId: string, source: Source): Promise<void> {
  await db
    .updateTable('cases.case')
    .set({ source: toJson(source) })
    .where('street', '=', street)
    .where('id', '=', caseId)
    .execute();
}

/** Writes cases of the past with their reports, activities and facts, a statement for each table. */
export async function insertFiled(work: Work, filed: readonly Filed[]): Promise<void> {
  if (filed.length === 0) return;
  const { db } = work;
  const rows = filed.map((one) => caseRow(work, one));
  // By name, since a column that the database reckons itself may not be written.
  const names = sql.join(Object.keys(rows[0] ?? {}).map((name) => sql.ref(name)));
  await sql`insert into cases."case" (${names}) select ${names} from json_populate_recordset(null::cases."case", ${toJson(rows)}::json)`.execute(
    db,
  );
  await sql`insert into cases.search_text select * from json_populate_recordset(null::cases.search_text, ${toJson(filed.map((one) => wordsRow(work, one)))}::json)`.execute(
    db,
  );
  await sql`insert into cases.report select * from json_populate_recordset(null::cases.report, ${toJson(filed.map((one) => reportRow(work, one)))}::json)`.execute(
    db,
  );
  await sql`insert into cases.activity select * from json_populate_recordset(null::cases.activity, ${toJson(filed.flatMap((one) => activityRows(work, one)))}::json)`.execute(
    db,
  );
  await announceAll(
    work,
    'case.imported',
    filed.map((one) => factOf(work, one)),
  );
}

const caseRow = ({ street }: Work, { theCase, source }: Filed) => ({
  ...columnsOf(theCase),
  street,
  id: theCase.id,
  no: theCase.no,
  channel: theCase.channel,
  reported_at: theCase.reportedAt,
  source,
});

const wordsRow = ({ street }: Work, { theCase }: Filed) => ({
  street,
  case_id: theCase.id,
  reported_at: theCase.reportedAt,
  ...searched(theCase),
});

const reportRow = ({ street }: Work, { theCase, report }: Filed) => ({
  street,
  id: report.id,
  case_id: theCase.id,
  channel: report.channel,
  account: null,
  contact: null,
  taken_by: null,
  text: report.text,
  lng: report.lng,
  lat: report.lat,
  accuracy: null,
  address: report.address,
  wishes_anonymous: false,
  files: [],
  tracking_hash: report.trackingHash,
  state: 'open',
  facts: report.facts,
  solved: null,
  reported_at: report.reportedAt,
});

const activityRows = (work: Work, { theCase, acts }: Filed) =>
  acts.map(({ kind, before, after, facts }) => ({
    street: work.street,
    id: work.newId(),
    case_id: theCase.id,
    round: theCase.round,
    kind,
    at: work.now,
    account: work.actor.account,
    name: work.actor.kind === 'staff' ? work.actor.name : work.actor.kind,
    role: work.actor.role ?? work.actor.kind,
    unit: work.actor.unit,
    on_behalf: null,
    state_before: before,
    state_after: after,
    facts,
    public: true,
  }));

const factOf = (work: Work, { theCase, source }: Filed) => ({
  id: work.newId(),
  subject: theCase.id,
  facts: { system: source.system, type: theCase.type, state: theCase.state },
});
