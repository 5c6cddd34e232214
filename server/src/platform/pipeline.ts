import { CompiledQuery, Transaction, type Compilable, type Dialect, type Driver } from 'kysely';
import type { DB } from './db.gen.ts';
import { UNAWAITED, type Tx } from './db.ts';

/**
 * Runs an act on a transaction whose statements need not wait for each other: those asked in one turn of the program, as
 * by Promise.all, travel together and are answered together, in the order they were asked. Statements that depend on
 * each other are awaited as ever.
 */
export const pipelined = <T>(tx: Tx, act: (db: Tx) => Promise<T>): Promise<T> =>
  tx.getExecutor().provideConnection((connection) => {
    const executor = tx
      .getExecutor()
      .withConnectionProvider({ provideConnection: (consumer) => consumer(connection) });
    return act(
      new Transaction<DB>({ config: { dialect: unused }, dialect: unused, driver: unused, executor }),
    );
  });

// A transaction asks these only for what it refuses to do: to begin, to connect, to destroy.
const unused = {} as Dialect & Driver;

/** Sends a write whose result nobody reads together with what is asked next, which fails with it should it fail. */
export async function unawaited(db: Tx, write: Compilable): Promise<void> {
  const { sql, parameters } = write.compile();
  await db.executeQuery(CompiledQuery.raw(`${UNAWAITED} ${sql}`, [...parameters]));
}
