import { createHash } from 'node:crypto';
import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { DB } from './db.gen.ts';

export type Db = Kysely<DB>;
export type Tx = Transaction<DB>;

const INT8 = 20;
const NUMERIC = 1700;
pg.types.setTypeParser(INT8, Number);
pg.types.setTypeParser(NUMERIC, Number);

const names = new Map<string, string>();
const UNNAMED = '/* unnamed */';

/** A prepared statement is named by its text; a search says "unnamed", since a generic plan would not use its index. */
function statementName(text: string): string | undefined {
  if (text.includes(UNNAMED) || text.length > 20_000) return undefined;
  const known = names.get(text);
  if (known !== undefined) return known;
  const made = createHash('sha1').update(text).digest('base64url').slice(0, 20);
  if (names.size < 5_000) names.set(text, made);
  return made;
}

class NamingClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    // A connection that breaks while somebody works with it fails their query; without a listener it would also end the program.
    this.on('error', () => undefined);
  }

  // Kysely calls query(text, values); giving the statement a name lets PostgreSQL keep its plan.
  override query(...given: unknown[]): never {
    const [text, values] = given;
    const inner = super.query as (...all: unknown[]) => never;
    if (typeof text !== 'string' || !Array.isArray(values) || given.length > 2) return inner.apply(this, given);
    const name = statementName(text);
    return inner.call(this, name === undefined ? { text, values } : { name, text, values });
  }
}

export type Database = { readonly db: Db; readonly pool: pg.Pool; close(): Promise<void> };

/** Opens the pool as the runtime role that owns nothing and passes no row policy by. */
export function openDatabase(url: string, options: { max?: number; role?: string } = {}): Database {
  const role = options.role ?? 'fengqiao_app';
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    connectionTimeoutMillis: 5_000,
    Client: NamingClient as unknown as typeof pg.Client,
    options: `-c role=${role} -c timezone=UTC -c statement_timeout=60000 -c idle_in_transaction_session_timeout=60000`,
    application_name: 'fengqiao',
  } as pg.PoolConfig);
  pool.on('error', () => undefined);
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, close: () => db.destroy() };
}
