import { sql } from 'kysely';
import type { PurposeRules } from '@fengqiao/contract/purposes.ts';
import { toJson } from '#platform/json.ts';
import type { Work } from '#platform/work.ts';

export type PurposeRow = {
  id: string;
  version: number;
  since: Date;
  zh: string;
  en: string;
  basis_zh: string;
  basis_en: string;
  max_grade: number;
  window_days: number | null;
  needs_case: boolean;
  needs_four_eyes: boolean;
  visible: boolean;
  delay_days: number;
  exception_zh: string | null;
  exception_en: string | null;
  exception_until: string | null;
};

/** What holds now of each purpose; by primary key. */
export async function currentPurposes({ db, street }: Work): Promise<PurposeRow[]> {
  const { rows } = await sql<PurposeRow>`
    select distinct on (id) id, version, since, zh, en, basis_zh, basis_en, max_grade, window_days, needs_case, needs_four_eyes,
           visible, delay_days, exception_zh, exception_en, to_char(exception_until, 'YYYY-MM-DD') as exception_until
      from audit.purpose where street = ${street} order by id, version desc`.execute(db);
  return rows;
}

type By = { readonly requestedBy: string | null; readonly approvedBy: string | null };

/** Writes the next version of a purpose; the first comes with the product, and who knows it already keeps theirs. */
export async function insertPurpose(
  { db, street, now }: Work,
  id: string,
  rules: Omit<PurposeRules, 'maxGrade'> & { readonly maxGrade: number },
  { requestedBy, approvedBy }: By,
): Promise<void> {
  const { words, basis, exception } = rules;
  await sql`
    insert into audit.purpose (street, id, version, zh, en, basis_zh, basis_en, max_grade, window_days, needs_case, needs_four_eyes,
                               visible, delay_days, exception_zh, exception_en, exception_until, requested_by, approved_by, since)
    select ${street}, ${id}, coalesce(max(version), 0) + 1, ${words.zh}, ${words.en}, ${basis.zh}, ${basis.en}, ${rules.maxGrade},
           ${rules.windowDays}::int, ${rules.needsCase}, ${rules.needsFourEyes}, ${rules.visible}, ${rules.delayDays},
           ${exception?.basis.zh ?? null}, ${exception?.basis.en ?? null}, ${exception?.until ?? null}::date,
           ${requestedBy}::uuid, ${approvedBy}::uuid, ${now}
      from audit.purpose where street = ${street} and id = ${id}
    having ${approvedBy}::uuid is not null or count(*) = 0
    on conflict do nothing`.execute(db);
}

export type BudgetRow = { role: string; version: number; soft: number; hard: number };

export async function currentBudgets({ db, street }: Work): Promise<BudgetRow[]> {
  const { rows } = await sql<BudgetRow>`
    select distinct on (role) role, version, soft, hard from audit.budget where street = ${street} order by role, version desc`.execute(
    db,
  );
  return rows;
}

export async function insertBudget(
  { db, street, now }: Work,
  role: string,
  { soft, hard }: { soft: number; hard: number },
  { requestedBy, approvedBy }: By,
): Promise<void> {
  await sql`
    insert into audit.budget (street, role, version, soft, hard, requested_by, approved_by, since)
    select ${street}, ${role}, coalesce(max(version), 0) + 1, ${soft}, ${hard}, ${requestedBy}::uuid, ${approvedBy}::uuid, ${now}
      from audit.budget where street = ${street} and role = ${role}
    having ${approvedBy}::uuid is not null or count(*) = 0
    on conflict do nothing`.execute(db);
}

/** Who saw most people in clear on a local day. */
export function mostToday({ db, street }: Work, day: string, limit: number) {
  return db
    .selectFrom('audit.revealed_count')
    .select(['account', 'role', 'unit', 'people'])
    .where('street', '=', street)
    .where('day', '=', sql<Date>`${day}::date`)
    .orderBy('people', 'desc')
    .limit(limit)
    .execute();
}

/** Forgets who was seen on days before one, since a budget is of one day; returns how many rows went. */
export async function forgetRevealed({ db, street }: Work, day: string): Promise<number> {
  const gone = await db
    .deleteFrom('audit.revealed')
    .where('street', '=', street)
    .where('day', '<', sql<Date>`${day}::date`)
    .executeTakeFirst();
  return Number(gone.numDeletedRows);
}

export type ChangeRow = {
  id: string;
  kind: 'purpose' | 'budget';
  key: string;
  asked: unknown;
  reason: string;
  requestedBy: string;
  requestedAt: Date;
  approved: boolean | null;
  decidedAt: Date | null;
  note: string | null;
};

const changes = ({ db, street }: Work) =>
  db
    .selectFrom('audit.change')
    .where('street', '=', street)
    .select([
      'id',
      'kind',
      'key',
      'asked',
      'reason',
      'requested_by as requestedBy',
      'requested_at as requestedAt',
      'approved',
      'decided_at as decidedAt',
      'note',
    ])
    .$narrowType<{ kind: ChangeRow['kind'] }>();

/** Those that wait, then the last that were decided. */
export const listedChanges = (work: Work): Promise<ChangeRow[]> =>
  changes(work)
    .orderBy(sql`decided_at is not null`)
    .orderBy('id', 'desc')
    .limit(100)
    .execute();

export async function changeById(work: Work, id: string): Promise<ChangeRow | null> {
  return (await changes(work).where('id', '=', id).forUpdate().executeTakeFirst()) ?? null;
}

type NewChange = Pick<ChangeRow, 'id' | 'kind' | 'key' | 'asked' | 'reason'> & {
  readonly requestedBy: string;
};

/** False while another change of the same thing waits. */
export async function insertChange({ db, street, now }: Work, one: NewChange): Promise<boolean> {
  const done = await db
    .insertInto('audit.change')
    .values({
      street,
      id: one.id,
      kind: one.kind,
      key: one.key,
      asked: toJson(one.asked),
      reason: one.reason,
      requested_by: one.requestedBy,
      requested_at: now,
    })
    .onConflict((on) => on.columns(['street', 'kind', 'key']).where('decided_at', 'is', null).doNothing())
    .executeTakeFirst();
  return Number(done.numInsertedOrUpdatedRows) === 1;
}

export async function saveDecided(
  { db, street, now, actor }: Work,
  id: string,
  approved: boolean,
  note: string,
): Promise<void> {
  await db
    .updateTable('audit.change')
    .set({ approved, note, decided_by: actor.account, decided_at: now })
    .where('street', '=', street)
    .where('id', '=', id)
    .execute();
}
