import type { Work } from '#platform/work.ts';

export type NewCode = {
  readonly id: string;
  readonly phoneIndex: Buffer;
  readonly phoneEnc: Buffer;
  readonly codeEnc: Buffer;
  readonly codeHash: Buffer;
  readonly endsAt: Date;
};

/** Stores a code; those sent to the phone before stop working. */
export async function insertCode(work: Work, code: NewCode): Promise<void> {
  await work.db
    .updateTable('identity.phone_code')
    .set({ ends_at: work.now })
    .where('street', '=', work.street)
    .where('phone_index', '=', code.phoneIndex)
    .where('ends_at', '>', work.now)
    .execute();
  await work.db
    .insertInto('identity.phone_code')
    .values({
      street: work.street,
      id: code.id,
      phone_index: code.phoneIndex,
      phone_enc: code.phoneEnc,
      code_enc: code.codeEnc,
      code_hash: code.codeHash,
      made_at: work.now,
      ends_at: code.endsAt,
    })
    .execute();
}

/** The phone's latest code that still works, with this try counted; served by phone_code_phone_idx. */
export async function tryCode(
  work: Work,
  phoneIndex: Buffer,
  most: number,
): Promise<{ id: string; codeHash: Buffer } | null> {
  const row = await work.db
    .updateTable('identity.phone_code')
    .set(({ eb }) => ({ tries: eb('tries', '+', 1) }))
    .where('street', '=', work.street)
    .where('phone_index', '=', phoneIndex)
    .where('ends_at', '>', work.now)
    .where('used_at', 'is', null)
    .where('tries', '<', most)
    .returning(['id', 'code_hash as codeHash'])
    .executeTakeFirst();
  return row ?? null;
}

/** Uses a code up; false when somebody else was faster. */
export async function spendCode(work: Work, id: string): Promise<boolean> {
  const { numUpdatedRows } = await work.db
    .updateTable('identity.phone_code')
    .set({ used_at: work.now })
    .where('street', '=', work.street)
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows) === 1;
}

/** Hands the sealed phone and code over for sending and erases them here; null when that happened before. */
export async function takeSealedCode(
  work: Work,
  id: string,
): Promise<{ phoneEnc: Buffer; codeEnc: Buffer; endsAt: Date } | null> {
  const row = await work.db
    .selectFrom('identity.phone_code')
    .select(['phone_enc as phoneEnc', 'code_enc as codeEnc', 'ends_at as endsAt'])
    .where('street', '=', work.street)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined || row.phoneEnc === null || row.codeEnc === null) return null;
  await work.db
    .updateTable('identity.phone_code')
    .set({ phone_enc: null, code_enc: null })
    .where('street', '=', work.street)
    .where('id', '=', id)
    .execute();
  return { phoneEnc: row.phoneEnc, codeEnc: row.codeEnc, endsAt: row.endsAt };
}

export async function forgetCodes(work: Work, before: Date): Promise<number> {
  const { numDeletedRows } = await work.db
    .deleteFrom('identity.phone_code')
    .where('street', '=', work.street)
    .where('made_at', '<', before)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
