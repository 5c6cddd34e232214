import pg from 'pg';
import type { Column } from './personal.ts';

export type Lived = {
  readonly columns: readonly Column[];
  /** Names of schemas, tables, views, columns, functions, indexes, constraints and policies. */
  readonly names: readonly string[];
  readonly views: readonly { readonly name: string; readonly text: string }[];
};

const own = `not in ('pg_catalog', 'information_schema', 'pg_toast')`;

/** What a migrated database really consists of. */
export async function lookAt(url: string): Promise<Lived> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const columns = await client.query<Column>(
      `select table_schema || '.' || table_name as table, column_name as column, data_type as type
         from information_schema.columns join information_schema.tables using (table_schema, table_name)
        where table_schema ${own} and table_type = 'BASE TABLE' order by 1, ordinal_position`,
    );
    const names = await client.query<{ name: string }>(
      `select nspname || '.' || relname as name from pg_class join pg_namespace n on n.oid = relnamespace where nspname ${own}
       union select nspname || '.' || proname from pg_proc join pg_namespace n on n.oid = pronamespace
              where nspname ${own} and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')
       union select nspname || '.' || relname || '.' || attname from pg_attribute join pg_class c on c.oid = attrelid
              join pg_namespace n on n.oid = relnamespace where nspname ${own} and attnum > 0 and relkind in ('r', 'v', 'm', 'p')
       union select conname from pg_constraint join pg_namespace n on n.oid = connamespace where nspname ${own}
       union select polname from pg_policy order by 1`,
    );
    const views = await client.query<{ name: string; text: string }>(
      `select schemaname || '.' || viewname as name, definition as text from pg_views where schemaname ${own}
       union all
       select nspname || '.' || proname, prosrc from pg_proc join pg_namespace n on n.oid = pronamespace
        where nspname ${own} and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')`,
    );
    return { columns: columns.rows, names: names.rows.map(({ name }) => name), views: views.rows };
  } finally {
    await client.end();
  }
}
