import type pg from 'pg';

/** Tables that the load fills, owners before what belongs to them. */
export const filled = [
  'case',
  'search_text',
  'seen',
  'report',
  'assignment',
  'task',
  'clock',
  'evidence',
  'field_check',
  'activity',
  'ask',
] as const;

type Named = { readonly table: string; readonly name: string; readonly definition: string };

/**
 * Takes away what makes single rows safe and many rows slow: indexes, foreign keys, and the row policies' hold on the
 * owner. Gives back a function that puts all of it back, proving the keys.
 */
export async function setAside(client: pg.Client): Promise<() => Promise<void>> {
  const tables = filled.map((name) => `cases."${name}"`);
  const keys = await named(
    client,
    `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
    where contype = 'f' and conrelid = any($1::regclass[])`,
    tables,
  );
  const indexes = await named(
    client,
    `select indrelid::regclass::text as table, indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
    where not indisprimary and indrelid = any($1::regclass[]) and not exists (select from pg_constraint k where k.conindid = indexrelid)`,
    tables,
  );
  for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${name}`);
  for (const { name } of indexes) await client.query(`drop index ${name}`);
  for (const table of tables) await client.query(`alter table ${table} no force row level security`);
  return async () => {
    await client.query(`set maintenance_work_mem = '1GB'`);
    for (const { definition } of indexes) await client.query(definition);
    for (const { table, name, definition } of keys)
      await client.query(`alter table ${table} add constraint ${name} ${definition}`);
    for (const table of tables) await client.query(`alter table ${table} force row level security`);
  };
}

async function named(client: pg.Client, statement: string, tables: readonly string[]): Promise<Named[]> {
  const { rows } = await client.query<Named>(statement, [tables]);
  return rows;
}
