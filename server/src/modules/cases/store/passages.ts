import { sql, type RawBuilder } from 'kysely';
import type { Since } from '#platform/free-text.ts';
import { toJson } from '#platform/json.ts';
import type { Work } from '#platform/work.ts';

/** A table with words about a case: its columns of text and of JSON, and how a row of it is named and found. */
type Worded = {
  readonly table: string;
  readonly texts: readonly string[];
  readonly bags?: readonly string[];
  /** The table through which its rows belong to a case, where they do not name it. */
  readonly through?: 'consultation' | 'whistle';
};

/** In the order in which somebody should meet the same words: where they were said first, what was told of it last. */
export const worded: readonly Worded[] = [
  { table: 'report', texts: ['text'], bags: ['facts'] },
  { table: 'task', texts: ['text', 'report', 'judgement'] },
  { table: 'evidence', texts: ['note'] },
  { table: 'field_check', texts: ['note'] },
  { table: 'ask', texts: ['text'] },
  { table: 'reopening', texts: ['reason', 'decision'] },
  { table: 'supervision', texts: ['text', 'answer'] },
  { table: 'whistle', texts: ['text', 'result'] },
  { table: 'whistle_call', texts: ['answer'], through: 'whistle' },
  { table: 'consultation', texts: ['question'] },
  { table: 'opinion', texts: ['clause', 'text'], through: 'consultation' },
  { table: 'hold', texts: ['reason', 'plan', 'told_how', 'ended_why'] },
  { table: 'milestone', texts: ['title', 'note'] },
  { table: 'side_request', texts: ['decision'], bags: ['facts'] },
  { table: 'assignment', texts: [], bags: ['why'] },
  { table: 'activity', texts: [], bags: ['facts'] },
];

const keyOf = ({ through }: Worded): RawBuilder<string> =>
  through === undefined ? sql`t.id::text` : sql`t.${sql.ref(through)}::text || '/' || t.unit`;

const caseOf = ({ through }: Worded): RawBuilder<string> =>
  through === undefined ? sql`t.case_id` : sql`o.case_id`;

const source = (one: Worded): RawBuilder<unknown> =>
  one.through === undefined
    ? sql`${sql.table(`cases.${one.table}`)} t`
    : sql`${sql.table(`cases.${one.table}`)} t join ${sql.table(`cases.${one.through}`)} o on o.street = t.street and o.id = t.${sql.ref(one.through)}`;

export type WordRow = {
  /** Its place in `worded`. */
  readonly kind: number;
  readonly row: string;
  readonly case_id: string;
  readonly words: Readonly<Record<string, unknown>>;
  /** When it happened, of what was told of a case. */
  readonly at: Date | null;
};

/** The words about these cases, in the order of `worded`, oldest row first; served by each table's index of its case. */
export async function wordsOf({ db, street }: Work, cases: readonly string[]): Promise<readonly WordRow[]> {
  const parts = worded.map((one, kind) => {
    const columns = [...one.texts, ...(one.bags ?? [])];
    const words = sql.join(columns.map((name) => sql`${sql.lit(name)}, t.${sql.ref(name)}`));
    return sql`select ${sql.lit(kind)}::int as kind, ${keyOf(one)} as row, ${caseOf(one)} as case_id, jsonb_build_object(${words}) as words,
        ${one.table === 'activity' ? sql`t.at` : sql`null::timestamptz`} as at
      from ${source(one)} where t.street = ${street} and ${caseOf(one)} = any(${[...cases]}::uuid[])`;
  });
  const { rows } = await sql<WordRow>`${sql.join(parts, sql` union all `)} order by kind, row`.execute(db);
  return rows;
}

/** Writes other words into a row. */
export async function saveWordsOf(
  { db, street }: Work,
  one: Worded,
  {
    row,
    caseId,
    words,
  }: { readonly row: string; readonly caseId: string; readonly words: Readonly<Record<string, unknown>> },
): Promise<void> {
  const set = Object.entries(words).map(([name, value]) =>
    (one.bags ?? []).includes(name)
      ? sql`${sql.ref(name)} = ${toJson(value)}::jsonb`
      : sql`${sql.ref(name)} = ${value}`,
  );
  const within =
    one.through === undefined
      ? sql`t.case_id = ${caseId}`
      : sql`t.${sql.ref(one.through)} in (select o.id from ${sql.table(`cases.${one.through}`)} o where o.street = ${street} and o.case_id = ${caseId})`;
  await sql`update ${sql.table(`cases.${one.table}`)} t set ${sql.join(set)}
    where t.street = ${street} and ${within} and ${keyOf(one)} = ${row}`.execute(db);
}

export type Changed = {
  readonly id: string;
  readonly no: string;
  readonly unit: string | null;
  readonly title: string;
  readonly text: string;
  readonly at: Date;
};

/** Cases that changed after a place and not after a moment, the oldest change first; served by case_changed_idx. */
export async function changedCases(
  { db, street }: Work,
  { after, until, most }: { readonly after: Since | null; readonly until: Date; readonly most: number },
): Promise<Changed[]> {
  const { rows } = await sql<Changed>`
    select id, no, coalesce(lead, holder) as unit, title, text, updated_at as at from cases."case"
     where street = ${street} and updated_at <= ${until}
       and (updated_at, id) > (${after?.at ?? new Date(0)}::timestamptz, ${after?.id ?? '00000000-0000-0000-0000-000000000000'}::uuid)
     order by updated_at, id limit ${most}`.execute(db);
  return rows;
}

/** Other words for the case itself; neither its state nor its version changes by them. */
export async function saveCaseWords(
  { db, street }: Work,
  caseId: string,
  { title, text }: { readonly title: string; readonly text: string },
): Promise<void> {
  await sql`update cases."case" set title = ${title}, text = ${text} where street = ${street} and id = ${caseId}`.execute(
    db,
  );
}

/** Whom a case is about: the accounts and contacts of those who reported it. */
export async function peopleOf({ db, street }: Work, caseId: string): Promise<string[]> {
  const { rows } = await sql<{ who: string }>`
    select distinct coalesce(account, contact) as who from cases.report
     where street = ${street} and case_id = ${caseId} and channel <> 'field' and coalesce(account, contact) is not null`.execute(
    db,
  );
  return rows.map(({ who }) => who);
}
