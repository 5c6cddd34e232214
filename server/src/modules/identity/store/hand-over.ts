import type { Work } from '#platform/work.ts';

/** The public key of an app that may hand people over; null when there is none, it waits for approval, was ended, or it may do other things only. */
export async function publicKeyOf({ db, street }: Work, id: string): Promise<string | null> {
  const row = await db
    .selectFrom('identity.api_key')
    .select(['public_key', 'scopes'])
    .where('street', '=', street)
    .where('id', '=', id)
    .where('approved_at', 'is not', null)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row?.scopes.includes('hand_over') ? row.public_key : null;
}

/** Takes a nonce; false when it was taken before. */
export async function spendHandOver(
  { db, street }: Work,
  { apiKey, nonce, endsAt }: { apiKey: string; nonce: string; endsAt: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('identity.hand_over')
    .values({ street, api_key: apiKey, nonce, ends_at: endsAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows) === 1;
}

/** Nonces of tokens that are over by themselves; served by hand_over_ends_idx. */
export async function forgetHandOvers({ db, street }: Work, before: Date): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('identity.hand_over')
    .where('street', '=', street)
    .where('ends_at', '<', before)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
