import { sql } from 'kysely';
import type { ImportKind } from '@fengqiao/contract/registry/columns.ts';
import { firstIdOf } from '#platform/ids.ts';
import type { Work } from '#platform/work.ts';

const tables = {
  people: 'registry.person',
  homes: 'registry.home',
  organizations: 'registry.organization',
  addresses: 'registry.address',
} as const;

/** The columns an import writes; taking it back gives each its value of before. */
const columns: Record<ImportKind, readonly string[]> = {
  people: [
    'kind',
    'state',
    'community',
    'grid',
    'building',
    'home',
    'household',
    'name_index',
    'phone_index',
    'id_index',
    'twin_index',
    'g2_enc',
    'g3_enc',
    'digest',
    'provenance',
    'version',
    'import',
    'changed_at',
  ],
  homes: [
    'community',
    'grid',
    'use',
    'square_metres',
    'rooms',
    'digest',
    'provenance',
    'import',
    'changed_at',
  ],
  organizations: [
    'kind',
    'state',
    'name',
    'match',
    'address',
    'building',
    'community',
    'grid',
    'trade',
    'staff',
    'contact_enc',
    'digest',
    'provenance',
    'import',
    'changed_at',
  ],
  addresses: ['building', 'community', 'grid', 'lng', 'lat', 'digest', 'provenance', 'import', 'changed_at'],
};

/** How many rows of an import were written by something else since it ended; those forbid taking it back as one. */
export async function overtaken(
  { db, street }: Work,
  kind: ImportKind,
  id: string,
  endedAt: Date,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from ${sql.table(tables[kind])} t
     where t.street = ${street} and (t.made_by_import = ${id} or t.id in (select b.id from registry.import_before b where b.street = ${street} and b.import = ${id}))
       and (t.import is distinct from ${id} or t.changed_at > ${endedAt})`.execute(db);
  return rows[0]?.n ?? 0;
}

/** For so long a clock may have been set back while people came in. */
const SET_BACK_MS = 86_400_000;

/**
 * Takes away some of the rows an import made; returns their keys. The keys of people grow with time, so that theirs lie
 * behind its beginning in the primary key; the others are served by their index of the import.
 */
export async function removeMade(
  { db, street }: Work,
  kind: ImportKind,
  { id, madeAt }: { readonly id: string; readonly madeAt: Date },
  most: number,
): Promise<string[]> {
  const table = sql.table(tables[kind]);
  const made =
    kind === 'people'
      ? sql`m.id >= ${firstIdOf(new Date(madeAt.getTime() - SET_BACK_MS))} and m.made_by_import = ${id} order by m.id`
      : sql`m.import = ${id} and m.made_by_import = ${id}`;
  const { rows } = await sql<Gone>`
    delete from ${table} t where t.street = ${street} and t.id in (
      select m.id from ${table} m where m.street = ${street} and ${made} limit ${most})
    returning t.id, ${kind === 'homes' ? sql`t.building` : sql`null::uuid`} as building`.execute(db);
  if (rows.length > 0) await letGo({ db, street }, kind, rows);
  return rows.map(({ id }) => id);
}

type Gone = { readonly id: string; readonly building: string | null };

/** Nothing names a place that went: no code, and nobody who lived there. */
async function letGo({ db, street }: Pick<Work, 'db' | 'street'>, kind: ImportKind, rows: readonly Gone[]) {
  if (kind === 'people') return;
  const gone = sql`any(${rows.map(({ id }) => id)}::uuid[])`;
  await sql`delete from registry.code where street = ${street} and subject = ${gone}`.execute(db);
  if (kind !== 'homes') return;
  const buildings = [...new Set(rows.map(({ building }) => building))];
  await sql`
    update registry.person set home = null
     where street = ${street} and building = any(${buildings}::uuid[]) and home = ${gone}`.execute(db);
}

/** Gives changed rows what they were before. */
export async function restoreChanged({ db, street }: Work, kind: ImportKind, id: string): Promise<void> {
  const table = tables[kind];
  // A form that was opened meanwhile is not to write over what comes back.
  const counted = kind === 'homes' || kind === 'organizations' ? [sql`version = t.version + 1`] : [];
  const set = sql.join([
    ...columns[kind].map((name) => sql`${sql.ref(name)} = w.${sql.ref(name)}`),
    ...counted,
  ]);
  await sql`
    update ${sql.table(table)} t set ${set}
      from (select (jsonb_populate_record(null::${sql.table(table)}, b.was)).* from registry.import_before b where b.street = ${street} and b.import = ${id}) w
     where t.street = ${street} and t.id = w.id`.execute(db);
  const changed = sql`select b.id from registry.import_before b where b.street = ${street} and b.import = ${id}`;
  const whole = sql`select i.as_of, i.source, i.made_at, i.ended_at from registry.import i where i.street = ${street} and i.id = ${id}`;
  if (kind === 'people')
    await sql`
      delete from registry.life_event e using (${whole}) i where e.street = ${street} and e.person in (${changed}) and e.by_account is null
         and e.source = i.source and e.made_at between i.made_at and i.ended_at`.execute(db);
  else {
    await sql`delete from registry.code k using (${whole}) i where k.street = ${street} and k.subject in (${changed}) and k.valid_from = i.as_of`.execute(
      db,
    );
    await sql`update registry.code k set valid_to = 'infinity' from (${whole}) i where k.street = ${street} and k.subject in (${changed}) and k.valid_to = i.as_of`.execute(
      db,
    );
  }
  if (kind === 'homes') await restoreOwners({ db, street }, id);
  await sql`delete from registry.import_before where street = ${street} and import = ${id}`.execute(db);
}

/** Owners that a table named go, and those that it ended still are. */
async function restoreOwners({ db, street }: Pick<Work, 'db' | 'street'>, id: string): Promise<void> {
  await sql`delete from registry.home_person where street = ${street} and made_by_import = ${id}`.execute(db);
  await sql`
    update registry.home_person set until_day = null, ended_by_import = null
     where street = ${street} and ended_by_import = ${id}`.execute(db);
}
