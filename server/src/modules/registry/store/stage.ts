import { CompiledQuery, sql } from 'kysely';
import type { ImportKind } from '@fengqiao/contract/registry/columns.ts';
import { Rows } from '#platform/db.ts';
import type { Work } from '#platform/work.ts';

export type Act = 'new' | 'change' | 'same';

/** A person on the way in, sealed. */
export type StagedPerson = {
  readonly line: number;
  readonly act: Act;
  readonly id: string;
  readonly match: Buffer;
  readonly digest: Buffer;
  readonly kind: string;
  readonly community: string | null;
  readonly grid: string | null;
  readonly building: string | null;
  readonly home: string | null;
  readonly household: string | null;
  readonly nameIndex: Buffer | null;
  readonly phoneIndex: Buffer | null;
  readonly twinIndex: Buffer | null;
  readonly g2: Buffer | null;
  readonly g3: Buffer | null;
  readonly since: string | null;
};

const PERSON =
  'import, line, act, id, match, digest, kind, community, grid, building, home, household, name_index, phone_index, twin_index, g2_enc, g3_enc, at';
const OTHER = 'import, line, act, id, match, digest, body';

/** Stages people by COPY. */
export async function stagePeople({ db }: Work, id: string, people: readonly StagedPerson[]): Promise<void> {
  const lines = people.map(
    (one) =>
      `${id}\t${one.line}\t${one.act}\t${one.id}\t${hex(one.match)}\t${hex(one.digest)}\t${one.kind}\t${plain(one.community)}\t${plain(one.grid)}\t${plain(one.building)}\t${plain(one.home)}\t${plain(one.household)}\t${hex(one.nameIndex)}\t${hex(one.phoneIndex)}\t${hex(one.twinIndex)}\t${hex(one.g2)}\t${hex(one.g3)}\t${plain(one.since)}`,
  );
  await db.executeQuery(CompiledQuery.raw(`copy registry.stage (${PERSON}) from stdin`, [new Rows(lines)]));
}

export type Staged = {
  readonly line: number;
  readonly act: Act;
  readonly id: string;
  readonly match: Buffer;
  readonly digest: Buffer;
  readonly body: unknown;
};

/** Stages homes, organizations or addresses by COPY. */
export async function stageOthers({ db }: Work, id: string, rows: readonly Staged[]): Promise<void> {
  const lines = rows.map(
    (one) =>
      `${id}\t${one.line}\t${one.act}\t${one.id}\t${hex(one.match)}\t${hex(one.digest)}\t${escaped(JSON.stringify(one.body))}`,
  );
  await db.executeQuery(CompiledQuery.raw(`copy registry.stage (${OTHER}) from stdin`, [new Rows(lines)]));
}

const NULL = '\\N';
const hex = (bytes: Buffer | null): string => (bytes === null ? NULL : `\\\\x${bytes.toString('hex')}`);
const plain = (text: string | null): string => text ?? NULL;
const escaped = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r');

export type KnownRow = { readonly id: string; readonly digest: Buffer | null };

/** Which people are known by these indexes of their number; served by person_number_key. */
export async function knownPeople(
  { db, street }: Work,
  matches: readonly Buffer[],
): Promise<Map<string, KnownRow>> {
  const { rows } = await sql<{ match: string; id: string; digest: Buffer | null }>`/* unnamed */
    select encode(p.id_index, 'hex') as match, p.id, p.digest from registry.person p
     where p.street = ${street} and p.state <> 'merged' and p.id_index = any(${matches}::bytea[])`.execute(
    db,
  );
  return new Map(rows.map(({ match, id, digest }) => [match, { id, digest }]));
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
 * Takes out of the stage every row whose match stood in the table before, and tells which. They are named first and taken
 * out by key: one statement for both would be planned for the few rows that the database believes to be there, and take hours.
 */
export async function dropTwice({ db }: Work, id: string): Promise<Twice[]> {
  const { rows } = await sql<Twice>`
    select line, act from (select line, act, row_number() over (partition by match order by line) as n from registry.stage where import = ${id}) seen where n > 1`.execute(
    db,
  );
  if (rows.length > 0)
    await sql`delete from registry.stage where import = ${id} and line = any(${rows.map(({ line }) => line)}::int[])`.execute(
      db,
    );
  return rows;
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
  await sql`delete from registry.stage where import = ${id}`.execute(db);
}
