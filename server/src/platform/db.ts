import { createHash } from 'node:crypto';
import { CompiledQuery, Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { DB } from './db.gen.ts';
import { instantReader } from './instant.ts';

export type Db = Kysely<DB>;
export type Tx = Transaction<DB>;

const INT8 = 20;
const NUMERIC = 1700;
const TIMESTAMPTZ = 1184;
pg.types.setTypeParser(INT8, Number);
pg.types.setTypeParser(NUMERIC, Number);
pg.types.setTypeParser(TIMESTAMPTZ, instantReader(pg.types.getTypeParser(TIMESTAMPTZ)));

const names = new Map<string, string>();
/** A statement that says this is planned anew each time; see above for when. */
export const UNNAMED = '/* unnamed */';

/** A prepared statement is named by its text; a search says "unnamed", since a generic plan would not use its index. */
function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (text.includes(UNNAMED) || text.length > 20_000) return undefined;
  const made = createHash('sha1').update(text).digest('base64url').slice(0, 20);
  if (names.size < 5_000) names.set(text, made);
  return made;
}

/**
 * A statement that begins with this is planned once for whatever it is asked with: for pages that an index gives in their
 * order, where PostgreSQL would otherwise plan each time again, at several times the cost of the page.
 */
export const ONE_PLAN = '/* one plan */';
const PLAN_ONCE = 'set local plan_cache_mode = force_generic_plan';

/**
 * A statement that begins with this is sent without waiting for its end, together with the one after it; should it fail,
 * that next one fails with its error. For writes whose result nobody reads.
 */
export const UNAWAITED = '/* unawaited */';
/**
 * A statement that begins with this is sent without waiting, too; in place of its rows it gives the promise of them, for who
 * has something to ask with the same trip before knowing the answer.
 */
export const MEANWHILE = '/* meanwhile */';
/**
 * The first words of a transaction somebody waits for; the parameter says how many ms it may take as a whole. They are not
 * sent: when the time is over the connection is cut, since one that says nothing may be dead for good (a firewall forgot it,
 * a machine is gone), and neither a reader nor the next one to be given it shall wait for that to show.
 */
const WITHIN = '/* within */';
const STATEMENT_MS = 60_000;
/** The database gives up before this; who has not been answered by then talks to nobody any more. */
const SILENCE_MS = STATEMENT_MS + 5_000;
const FAREWELL_MS = 2_000;
/** Somebody who asked is told rather than kept waiting. */
const late = () => Object.assign(new Error('the database did not answer in time'), { code: 'ETIMEDOUT' });

const isUnawaited = (text: string) =>
  text === 'begin' || text.startsWith('start transaction') || text.startsWith(UNAWAITED);
const nothing = { command: '', rowCount: 0, rows: [] };

/**
 * What a `copy … from stdin (format binary)` takes, as its one parameter. It is awaited before anything else is asked, since
 * nothing else may travel while rows do.
 */
export class Rows {
  readonly bytes: Buffer;
  constructor(bytes: Uint8Array) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
}

/** The parts of pg's client and connection that its types do not name. */
type Inside = {
  readonly connection: { readonly stream: { cork(): void; uncork(): void; destroy(why?: Error): void } };
};
type Plain = (...given: unknown[]) => never;
type Copying = pg.Query & {
  callback?: (error: Error | null) => void;
  handleCopyInResponse(connection: { sendCopyFromChunk(chunk: Buffer): void; endCopyFrom(): void }): void;
};

/**
 * Names statements, and sends what is asked in one turn of the program with one write: a round trip to the database
 * costs more than most statements do.
 */
class SparingClient extends pg.Client {
  #late: Promise<unknown>[] = [];
  #corked = false;
  #reading = false;
  #limit: NodeJS.Timeout | undefined;
  #unanswered = 0;
  #silence: NodeJS.Timeout | undefined;

  constructor(config?: pg.ClientConfig) {
    super(config);
    // A connection that breaks while somebody works with it fails their query; without a listener it would also end the program.
    this.on('error', () => undefined);
  }

  override query(...given: unknown[]): never {
    const [text, values] = given;
    if (typeof text !== 'string' || !Array.isArray(values) || given.length > 2)
      return (super.query as Plain).apply(this, given);
    if (text === WITHIN) return this.#giveUpAfter(Number(values[0])) as never;
    const [rows]: unknown[] = values;
    if (rows instanceof Rows) return this.#withLate(this.#copy(text, rows)) as never;
    this.#cork();
    if (text.startsWith(ONE_PLAN)) void this.#postpone(this.#send(PLAN_ONCE, []));
    const answer = this.#send(text, values);
    if (text === 'begin' || text.startsWith('start transaction')) this.#reading = text.endsWith('read only');
    if (text === 'commit' || text === 'rollback') this.#endLimit(answer);
    // Nothing depends on the end of what only read; whoever has the connection next would learn that it broke.
    if (isUnawaited(text) || (text === 'commit' && this.#reading)) return this.#postpone(answer) as never;
    if (text.startsWith(MEANWHILE)) return this.#promised(this.#withLate(answer)) as never;
    // What is being undone need not be known to have failed.
    if (text === 'rollback') this.#late = [];
    return this.#withLate(answer) as never;
  }

  /** A connection that died without a word answers no farewell, and would keep the program from ending. */
  override end(...given: unknown[]): never {
    const { stream } = (this as unknown as Inside).connection;
    setTimeout(() => stream.destroy(), FAREWELL_MS).unref();
    return (super.end as Plain).apply(this, given);
  }

  #send(text: string, values: unknown[]): Promise<unknown> {
    const query = new pg.Query(text, values) as pg.Query & {
      name?: string;
      callback?: (error: Error | null, result: unknown) => void;
    };
    const name = statementName(text);
    if (name !== undefined) query.name = name;
    const answer = new Promise((resolve, reject) => {
      query.callback = (error, result) => (error ? reject(error) : resolve(result));
    });
    (super.query as Plain)(query);
    this.#listenFor(answer);
    return answer;
  }

  #copy(text: string, { bytes }: Rows): Promise<unknown> {
    const query = new pg.Query(text) as Copying;
    query.handleCopyInResponse = (connection) => {
      connection.sendCopyFromChunk(bytes);
      connection.endCopyFrom();
    };
    const answer = new Promise((resolve, reject) => {
      query.callback = (error) => (error ? reject(error) : resolve(nothing));
    });
    (super.query as Plain)(query);
    this.#listenFor(answer);
    return answer;
  }

  #postpone(answer: Promise<unknown>): Promise<unknown> {
    answer.catch(() => undefined);
    this.#late.push(answer);
    return Promise.resolve(nothing);
  }

  #promised(answer: Promise<unknown>): Promise<unknown> {
    answer.catch(() => undefined);
    return Promise.resolve({ ...nothing, rows: [{ answer }] });
  }

  #withLate(answer: Promise<unknown>): Promise<unknown> {
    if (this.#late.length === 0) return answer;
    const all = Promise.all([...this.#late, answer]);
    this.#late = [];
    return all.then((answers) => answers.at(-1));
  }

  /** Gives the connection up when nothing was answered for longer than the database works on any statement. */
  #listenFor(answer: Promise<unknown>): void {
    this.#unanswered += 1;
    this.#silence ??= setTimeout(() => this.#cut(), SILENCE_MS).unref();
    const heard = () => {
      this.#unanswered -= 1;
      if (this.#unanswered > 0) return void this.#silence?.refresh();
      clearTimeout(this.#silence);
      this.#silence = undefined;
    };
    answer.then(heard, heard);
  }

  #cut(): void {
    (this as unknown as Inside).connection.stream.destroy(late());
  }

  #giveUpAfter(ms: number): Promise<unknown> {
    this.#limit = setTimeout(() => this.#cut(), ms).unref();
    return Promise.resolve(nothing);
  }

  /** The limit holds until the end of the transaction is known; by then the next one may have begun, with its own. */
  #endLimit(end: Promise<unknown>): void {
    const limit = this.#limit;
    if (limit === undefined) return;
    this.#limit = undefined;
    const forget = () => clearTimeout(limit);
    end.then(forget, forget);
  }

  #cork(): void {
    if (this.#corked) return;
    const { stream } = (this as unknown as Inside).connection;
    this.#corked = true;
    stream.cork();
    process.nextTick(() => {
      this.#corked = false;
      stream.uncork();
    });
  }
}

/** Asks in a transaction of its own that only reads, for so many ms at most: for whoever must be told even of a database that is silent. */
export const askWithin = <T>(db: Db, ms: number, ask: (tx: Tx) => Promise<T>): Promise<T> =>
  db
    .transaction()
    .setAccessMode('read only')
    .execute(async (tx) => {
      await limit(tx, ms);
      return ask(tx);
    });

/** Gives the transaction so many ms from now; see WITHIN. */
export async function limit(tx: Tx, ms: number): Promise<void> {
  await tx.executeQuery(CompiledQuery.raw(WITHIN, [ms]));
}

export type Database = { readonly db: Db; readonly pool: pg.Pool; close(): Promise<void> };

/** The runtime role: it owns nothing and passes no row policy by. */
export const APP_ROLE = 'fengqiao_app';

/** Opens the pool as the runtime role that owns nothing and passes no row policy by. */
export function openDatabase(url: string, options: { max?: number; role?: string } = {}): Database {
  const role = options.role ?? APP_ROLE;
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    connectionTimeoutMillis: 5_000,
    Client: SparingClient,
    pipeline: true,
    options: `-c role=${role} -c timezone=UTC -c statement_timeout=${STATEMENT_MS} -c idle_in_transaction_session_timeout=60000`,
    application_name: 'fengqiao',
  } as pg.PoolConfig);
  pool.on('error', () => undefined);
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, close: () => db.destroy() };
}
