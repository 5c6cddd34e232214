import { sql } from 'kysely';
import { UNAWAITED } from '#platform/db.ts';
import type { Work } from '#platform/work.ts';
import type { Capacity } from '@fengqiao/contract/audit.ts';
import type { Count, Look, Rules } from '../domain/look.ts';

/** What a look is held against before it is made. Null where the street still goes by what the product brings. */
export type Gate = {
  readonly rules: Rules | null;
  readonly limit: { readonly soft: number; readonly hard: number } | null;
  /** When the oldest look was made that is not sealed yet. */
  readonly unsealedSince: Date | null;
  readonly canary: boolean;
};

type GateRow = {
  version: number | null;
  max_grade: number;
  window_days: number | null;
  needs_case: boolean;
  needs_four_eyes: boolean;
  soft: number | null;
  hard: number;
  unsealed_since: Date | null;
  canary: boolean;
};

/**
 * One row by the primary keys of purpose, budget and canary, and the first unsealed look by access_order_idx, which begins
 * where the seal stands only when it is compared with the bare columns of the seal.
 */
export async function gateOf(work: Work, { purpose, subjects }: Look): Promise<Gate> {
  const { street, actor } = work;
  const { rows } = await sql<GateRow>`
    select p.version, p.max_grade, p.window_days, p.needs_case, p.needs_four_eyes, b.soft, b.hard,
           case when s.street is null
                then (select a.at from audit.access a where a.street = ${street} order by a.xid, a.seq limit 1)
                else (select a.at from audit.access a where a.street = ${street} and (a.xid, a.seq) > (s.xid, s.seq)
                       order by a.xid, a.seq limit 1) end as unsealed_since,
           exists (select from audit.canary c where c.street = ${street} and c.subject = any(${[...subjects]}::uuid[])) as canary
      from (select) once
      left join lateral (select * from audit.purpose where street = ${street} and id = ${purpose} order by version desc limit 1) p on true
      left join lateral (select * from audit.budget where street = ${street} and role = ${actor.role} order by version desc limit 1) b on true
      left join audit.seal s on s.street = ${street}`.execute(work.db);
  const [row] = rows;
  if (row === undefined) throw new Error('The gate of a look gave no row');
  const { version, soft, hard } = row;
  return {
    rules:
      version === null
        ? null
        : {
            version,
            maxGrade: row.max_grade,
            windowDays: row.window_days,
            needsCase: row.needs_case,
            needsFourEyes: row.needs_four_eyes,
          },
    limit: soft === null ? null : { soft, hard },
    unsealedSince: row.unsealed_since,
    canary: row.canary,
  };
}

/**
 * Counts the people of a look among those its maker has seen in clear on a local day ('YYYY-MM-DD'). The row of the count
 * is locked until the look is kept or refused, so two looks at once cannot both pass a limit.
 */
export async function countPeople(work: Work, day: string, subjects: readonly string[]): Promise<Count> {
  const { street, actor } = work;
  const { rows } = await sql<Count>`
    with seen as (
      insert into audit.revealed (street, day, account, subject)
      select distinct ${street}, ${day}::date, ${actor.account}::uuid, subject from unnest(${[...subjects]}::uuid[]) subject
      on conflict do nothing returning 1)
    insert into audit.revealed_count as c (street, day, account, role, unit, people)
    values (${street}, ${day}::date, ${actor.account}, ${actor.role}, ${actor.unit}, (select count(*) from seen))
    on conflict (street, day, account) do update
       set people = c.people + excluded.people, role = excluded.role, unit = excluded.unit
    returning people, (select count(*) from seen)::int as fresh`.execute(work.db);
  return rows[0] ?? { people: 0, fresh: 0 };
}

type Kept = {
  readonly version: number;
  readonly grade: number;
  readonly capacity: Capacity;
  readonly flags: number;
};

/** Writes the look down; should it fail, the transaction fails with it before anything is shown. */
export async function insertAccess(
  work: Work,
  look: Look,
  { version, grade, capacity, flags }: Kept,
): Promise<void> {
  const { kind, account, role, unit } = work.actor;
  const name = kind === 'staff' ? work.actor.name : null;
  await sql`${sql.raw(UNAWAITED)}
    insert into audit.access (street, id, at, account, name, role, unit, action, object, subjects, fields, purpose, purpose_version,
                              grade, capacity, reason, flags, about, approved_by)
    values (${work.street}, ${work.newId()}, ${work.now}, ${account}, ${name}, ${role}, ${unit}, ${look.action}, ${look.object},
            ${[...look.subjects]}::uuid[], ${[...look.fields]}::text[], ${look.purpose}, ${version}, ${grade}, ${capacity},
            ${look.reason ?? null}, ${flags}, ${look.around?.case ?? null}, ${look.approvedBy ?? null})`.execute(
    work.db,
  );
}
