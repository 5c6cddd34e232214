import { sql } from 'kysely';
import type { ApiScope } from '@fengqiao/contract/accounts.ts';
import type { Db } from '#platform/db.ts';
import type { Work } from '#platform/work.ts';

export type KeyHolder = {
  readonly street: string;
  readonly id: string;
  readonly name: string;
  readonly scopes: ApiScope[];
  /** Whose shares it pulls; null for keys of other scopes. */
  readonly unit: string | null;
};

/** Who holds a key that has not ended; by the unique key_hash, before anybody has entered a street. */
export async function keyHolder(db: Db | Work['db'], keyHash: string): Promise<KeyHolder | null> {
  const { rows } =
    await sql<KeyHolder>`select street, id, name, scopes, unit from identity.key_holder(${keyHash})`.execute(
      db,
    );
  return rows[0] ?? null;
}

export function apiKeys(work: Work) {
  return work.db
    .selectFrom('identity.api_key')
    .select([
      'id',
      'name',
      'scopes',
      'unit',
      'made_by as madeBy',
      'made_at as madeAt',
      'approved_at as approvedAt',
      'ended_at as endedAt',
    ])
    .where('street', '=', work.street)
    .orderBy('id', 'desc')
    .limit(200)
    .$narrowType<{ scopes: ApiScope[] }>()
    .execute();
}

export async function insertApiKey(
  work: Work,
  key: {
    id: string;
    hash: string;
    name: string;
    scopes: readonly ApiScope[];
    publicKey: string | null;
    unit: string | null;
  },
): Promise<void> {
  await work.db
    .insertInto('identity.api_key')
    .values({
      street: work.street,
      id: key.id,
      key_hash: key.hash,
      name: key.name,
      scopes: [...key.scopes],
      public_key: key.publicKey,
      unit: key.unit,
      made_by: work.actor.account,
      made_at: work.now,
    })
    .execute();
}

/** A key, locked until the act ends. */
export async function lockApiKey(
  work: Work,
  id: string,
): Promise<{ name: string; madeBy: string | null; approvedAt: Date | null; endedAt: Date | null } | null> {
  const row = await work.db
    .selectFrom('identity.api_key')
    .select(['name', 'made_by as madeBy', 'approved_at as approvedAt', 'ended_at as endedAt'])
    .where('street', '=', work.street)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export async function saveKeyApproval(work: Work, id: string): Promise<void> {
  await work.db
    .updateTable('identity.api_key')
    .set({ approved_by: work.actor.account, approved_at: work.now })
    .where('street', '=', work.street)
    .where('id', '=', id)
    .execute();
}

/** Ends a key; false when there is none or it ended before. */
export async function saveKeyEnd(work: Work, id: string): Promise<boolean> {
  const { numUpdatedRows } = await work.db
    .updateTable('identity.api_key')
    .set({ ended_at: work.now, ended_by: work.actor.account })
    .where('street', '=', work.street)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows) === 1;
}
