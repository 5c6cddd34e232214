import { personSeals } from '../../server/src/modules/identity/index.ts';
import type { OpenPlatform } from '../../server/src/platform/platform.ts';
import { SealBroken, type Place } from '../../server/src/platform/crypto/vault.ts';
import { withWork, type Work } from '../../server/src/platform/work.ts';
import { asSuperuser, type Ask } from '../../server/test/inspect.ts';
import type { Settled } from './people.ts';

/** What can still be learnt of people from a database by whoever has it and every key there is; in how many tables it looked. */
export type Learnt = { readonly found: readonly string[]; readonly tables: number };

/**
 * Reads every table as its owner: words in clear, indexes that say who it is, sealed values opened by the master key, and the
 * registry's opened by the keys of people that are left.
 */
export async function learn(
  { platform, url, street }: { platform: OpenPlatform; url: string; street: string },
  people: readonly Settled[],
): Promise<Learnt> {
  return asSuperuser(url, (ask) =>
    withWork(platform, { service: 'system', street }, platform.clock(), 'read', async (work) => {
      const tables = await ask<{ name: string }>(
        `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
          where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema') order by 1`,
      );
      const found: string[] = [];
      for (const { name } of tables) found.push(...(await inClear(ask, name, marksOf(work, people))));
      for (const room of platform.rooms)
        for (const sealed of room.sealed ?? [])
          if (sealed.care !== true) found.push(...(await opened(work, ask, sealed, people)));
      found.push(...(await ofRegistry(work, ask)));
      return { found, tables: tables.length };
    }),
  );
}

type Marks = { readonly facts: readonly string[]; readonly indexes: ReadonlySet<string> };

/** How their facts would look in a table: each begins with a mark that stands nowhere else; and the indexes by which they are found. */
const marksOf = ({ vault }: Work, people: readonly Settled[]): Marks => ({
  facts: [
    ...new Set(
      people.flatMap((one) => [
        one.name.slice(0, 2),
        one.phone.slice(0, 8),
        one.idNumber.slice(0, 14),
        one.address.slice(0, 3),
      ]),
    ),
  ],
  indexes: new Set(
    people.flatMap(({ name, phone, idNumber }) => [
      vault.index(phone, 'phone').toString('hex'),
      vault.index(name, 'name').toString('hex'),
      vault.index(idNumber, 'id-number').toString('hex'),
    ]),
  ),
});

async function inClear(ask: Ask, table: string, { facts, indexes }: Marks): Promise<string[]> {
  const rows = await ask<{ row: string }>(`select t::text as row from ${table} t`);
  const tells = (row: string) =>
    facts.some((fact) => row.includes(fact)) ||
    [...row.matchAll(/\\x([0-9a-f]+)/g)].some(([, hex = '']) => indexes.has(hex));
  return rows.flatMap(({ row }) => (tells(row) ? [`${table}: ${row.slice(0, 80)}`] : []));
}

type SealedTable = { readonly table: string; readonly columns: readonly string[]; readonly row?: string };

async function opened(
  { vault }: Work,
  ask: Ask,
  { table, columns, row = 'id::text' }: SealedTable,
  people: readonly Settled[],
): Promise<string[]> {
  const facts = new Set(people.flatMap(({ name, phone, idNumber }) => [name, phone, idNumber]));
  const found: string[] = [];
  for (const column of columns) {
    const rows = await ask<{ at: string; sealed: Buffer }>(
      `select ${row} as at, ${column} as sealed from ${table} where ${column} is not null`,
    );
    for (const { at, sealed } of rows) {
      const text = tryOpen((place) => vault.open(sealed, place), { table, column, row: at });
      if (text !== null && [...facts].some((fact) => text.includes(fact)))
        found.push(`${table}.${column} of ${at} says ${text.slice(0, 40)}`);
    }
  }
  return found;
}

async function ofRegistry(work: Work, ask: Ask): Promise<string[]> {
  const rows = await ask<{ id: string; g2: Buffer | null; g3: Buffer | null }>(
    'select id, g2_enc as g2, g3_enc as g3 from registry.person',
  );
  const seals = await personSeals(
    work,
    rows.map(({ id }) => id),
  );
  return rows.flatMap(({ id, g2, g3 }) =>
    Object.entries({ g2_enc: g2, g3_enc: g3 }).flatMap(([column, sealed]) => {
      const seal = seals.get(id);
      const text =
        seal === undefined || sealed === null
          ? null
          : tryOpen((place) => seal.open(sealed, place), { table: 'registry.person', column, row: id });
      return text === null ? [] : [`registry.person.${column} of ${id} says ${text.slice(0, 40)}`];
    }),
  );
}

function tryOpen(open: (place: Place) => string, place: Place): string | null {
  try {
    return open(place);
  } catch (error) {
    if (error instanceof SealBroken) return null;
    throw error;
  }
}
