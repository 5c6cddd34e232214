import { sql } from 'kysely';
import { Refusal } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';

/**
 * Does something that may be refused without losing what was done before it in the same transaction: what was refused, and
 * with `undo` all that was done, is as if it had never been. Anything but a refusal ends the whole.
 */
export async function aside<T>(
  { db }: Work,
  undo: boolean,
  act: () => Promise<T>,
): Promise<{ readonly value: T } | { readonly refusal: Refusal }> {
  await sql`savepoint aside`.execute(db);
  const done = await act().then(
    (value) => ({ value }),
    (error: unknown) => {
      if (error instanceof Refusal) return { refusal: error };
      throw error;
    },
  );
  if (undo || 'refusal' in done) await sql`rollback to savepoint aside`.execute(db);
  await sql`release savepoint aside`.execute(db);
  return done;
}
