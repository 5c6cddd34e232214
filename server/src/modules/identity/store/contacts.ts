import { unawaited } from '#platform/pipeline.ts';
import type { Work } from '#platform/work.ts';

export type SealedContact = {
  readonly id: string;
  readonly nameEnc: Buffer | null;
  readonly phoneEnc: Buffer | null;
  readonly phoneIndex: Buffer | null;
  readonly emailEnc: Buffer | null;
};

export async function insertContact(work: Work, contact: SealedContact): Promise<void> {
  await unawaited(
    work.db,
    work.db.insertInto('identity.contact').values({
      street: work.street,
      id: contact.id,
      name_enc: contact.nameEnc,
      phone_enc: contact.phoneEnc,
      phone_index: contact.phoneIndex,
      email_enc: contact.emailEnc,
      made_at: work.now,
    }),
  );
}

export async function sealedContact(work: Work, id: string): Promise<SealedContact | null> {
  const row = await work.db
    .selectFrom('identity.contact')
    .select([
      'id',
      'name_enc as nameEnc',
      'phone_enc as phoneEnc',
      'phone_index as phoneIndex',
      'email_enc as emailEnc',
    ])
    .where('street', '=', work.street)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** Contacts with a phone, newest first; served by contact_phone_idx. */
export async function contactsByPhone(work: Work, phoneIndex: Buffer): Promise<string[]> {
  const rows = await work.db
    .selectFrom('identity.contact')
    .select('id')
    .where('street', '=', work.street)
    .where('phone_index', '=', phoneIndex)
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
  return rows.map(({ id }) => id);
}
