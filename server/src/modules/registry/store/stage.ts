import { CompiledQuery, sql } from 'kysely';
import type { ImportKind } from '@fengqiao/contract/registry/columns.ts';
import { CopyRows } from '#platform/copy.ts';
import { Rows } from '#platform/db.ts';
import type { Work } from '#platform/work.ts';
import type { Act } from './stage-rows.ts';

const PERSON =
  'import, line, act, id, match, digest, kind, community, grid, building, home, household, name_index, phone_index, twin_index, g2_enc, g3_enc, at';
const OTHER = 'import, line, act, id, match, digest, body';

/** Stages people, written by `writePerson`. */
export const stagePeople = (work: Work, rows: Uint8Array): Promise<void> => copyIn(work, PERSON, rows);

export type Staged = {
  readonly line: number;
  readonly act: Act;
  readonly id: string;
  readonly match: Buffer;
  readonly digest: Buffer;
  readonly body: unknown;
};

/** Stages homes, organizations or addresses. */
export async function stageOthers(work: Work, id: string, staged: readonly Staged[]): Promise<void> {
  const rows = new CopyRows();
  for (const one of staged) {
    rows.row(7);
    rows.uuid(id);
    rows.int(one.line);
    rows.word(one.act);
    rows.uuid(one.id);
    rows.bytes(one.match);
    rows.bytes(one.digest);
    rows.json(one.body);
  }
  await copyIn(work, OTHER, rows.end());
}

async function copyIn({ db }: Work, columns: string, rows: Uint8Array): Promise<void> {
  const text = `copy registry.stage (${columns}) from stdin (format binary)`;
  await db.executeQuery(CompiledQuery.raw(text, [new Rows(rows)]));
}

export type KnownRow = { readonly id: string; readonly digest: Buffer | null };

export type KnownPerson = {
  /** The place among those asked for. */
  readonly n: number;
  readonly id: string;
  /** Whether the last table said the same of them. */
  readonly same: boolean;
};

/**
 * Which people are known by these indexes of their number, 32 bytes each, and whether their digests are the same; served by
 * person_number_key. What is asked is taken apart first: under a row policy no index serves a function of it.
 */
export async function knownPeople(
  { db, street }: Work,
  { count, matches, digests }: { count: number; matches: Uint8Array; digests: Uint8Array },
): Promise<KnownPerson[]> {
  const { rows } = await sql<KnownPerson>`/* unnamed */
    with asked as materialized (
      select n, substring(${matches}::bytea from n * 32 + 1 for 32) as match, substring(${digests}::bytea from n * 32 + 1 for 32) as digest
        from generate_series(0, ${count}::int - 1) n)
    select asked.n, p.id, coalesce(p.digest = asked.digest, false) as same from asked
      join registry.person p on p.street = ${street} and p.state <> 'merged' and p.id_index = asked.match`.execute(
    db,
  );
  return rows;
}

const tables = {
  people: 'registry.person',
  homes: 'registry.home',
  organizations: 'registry.organization',
  addresses: 'registry.address',
} as const;

/** Which homes or addresses are known by key; served by their primary keys. */
export async function knownById(
  { db, street }: Work,
  kind: 'homes' | 'addresses',
  ids: readonly string[],
): Promise<Map<string, KnownRow>> {
  const { rows } = await sql<{ id: string; digest: Buffer }>`/* unnamed */
    select id, digest from ${sql.table(tables[kind])} where street = ${street} and id = any(${ids}::uuid[])`.execute(
    db,
  );
  return new Map(rows.map(({ id, digest }) => [id, { id, digest }]));
}

/** Which organizations are known by code or name; served by organization_match_key. */
export async function knownOrganizations(
  { db, street }: Work,
  matches: readonly string[],
): Promise<Map<string, KnownRow>> {
  const { rows } = await sql<{ match: string; id: string; digest: Buffer }>`/* unnamed */
    select match, id, digest from registry.organization where street = ${street} and match = any(${matches})`.execute(
    db,
  );
  return new Map(rows.map(({ match, id, digest }) => [match, { id, digest }]));
}

/** How many rows of a kind the street has. */
export async function countKnown({ db, street }: Work, kind: ImportKind): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*) as n from ${sql.table(tables[kind])} where street = ${street}`.execute(db);
  return rows[0]?.n ?? 0;
}

type Twice = { readonly line: number; readonly act: Act };

/**
 * Takes out of the stage every row whose match stood in the table before, and tells which. What stands there twice is counted
 * out first, since that takes half as long as to put everybody in order. They are named first and taken out by key: one
 * statement for both would be planned for the few rows that the database believes to be there, and take hours.
 */
export async function dropTwice({ db }: Work, id: string): Promise<Twice[]> {
  const { rows } = await sql<Twice>`
    select line, act from (
      select line, act, row_number() over (partition by match order by line) as n from registry.stage
       where import = ${id} and match in (select match from registry.stage where import = ${id} group by match having count(*) > 1)) seen
     where n > 1`.execute(db);
  if (rows.length > 0)
    await sql`delete from registry.stage where import = ${id} and line = any(${rows.map(({ line }) => line)}::int[])`.execute(
      db,
    );
  return rows;
}

/** Whether any row of an import is staged; by the primary key of the stage. */
export async function isStaged({ db }: Work, id: string): Promise<boolean> {
  const { rows } = await sql<{
    staged: boolean;
  }>`select exists (select from registry.stage where import = ${id}) as staged`.execute(db);
  return rows[0]?.staged ?? false;
}

/** How many rows are staged, and the last line among them. */
export async function stagedExtent({ db }: Work, id: string): Promise<{ rows: number; last: number }> {
  const { rows } = await sql<{
    rows: number;
    last: number;
  }>`select count(*) as rows, coalesce(max(line), 0) as last from registry.stage where import = ${id}`.execute(
    db,
  );
  return rows[0] ?? { rows: 0, last: 0 };
}

export type StagedView = {
  readonly line: number;
  readonly act: 'new' | 'change';
  readonly id: string;
  readonly g2_enc: Buffer | null;
  readonly g3_enc: Buffer | null;
  readonly kind: string | null;
  readonly home: string | null;
  readonly body: unknown;
};

/** Staged rows that would write something, after a line; served by the primary key of the stage. */
export async function stagedAfter(
  { db }: Work,
  id: string,
  after: number,
  limit: number,
): Promise<StagedView[]> {
  const { rows } = await sql<StagedView>`
    select line, act, id, g2_enc, g3_enc, kind, home, body from registry.stage where import = ${id} and act <> 'same' and line > ${after} order by line limit ${limit}`.execute(
    db,
  );
  return rows;
}

export async function clearStage({ db }: Work, id: string): Promise<void> {
  await sql`select registry.clear_stage(${id})`.execute(db);
}
