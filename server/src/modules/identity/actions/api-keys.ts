import type { ApiScope, addApiKey as Add, listApiKeys as List } from '@fengqiao/contract/accounts.ts';
import type { In, Out } from '@fengqiao/contract/route.ts';
import { newToken } from '#platform/crypto/secret.ts';
import type { Db } from '#platform/db.ts';
import { hashOf } from '#platform/http.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { keyFrom } from './hand-over.ts';
import { myAccount } from './me.ts';
import { unitOf } from '../store/units.ts';
import { apiKeys, insertApiKey, keyHolder, lockApiKey, saveKeyApproval, saveKeyEnd } from '../store/keys.ts';

/** Makes a key for another system; only this answer shows it, and it opens nothing until a second administrator approves it. */
export async function addApiKey(
  work: Work,
  { name, scopes, publicKey, unit }: In<typeof Add>['body'],
): Promise<Out<typeof Add>> {
  const handsOver = scopes.includes('hand_over');
  if (handsOver && keyFrom(publicKey) === null) refuse('identity.key_not_ed25519');
  const pulls = scopes.includes('shares');
  if (pulls && (unit === undefined || (await unitOf(work, unit))?.current !== true))
    refuse('identity.key_needs_unit');
  const key = `fq_${newToken()}`;
  const id = work.newId();
  await insertApiKey(work, {
    id,
    name,
    scopes,
    hash: hashOf(key),
    publicKey: handsOver ? (publicKey ?? null) : null,
    unit: pulls ? (unit ?? null) : null,
  });
  return { id, key };
}

export async function listApiKeys(work: Work): Promise<Out<typeof List>> {
  const keys = await apiKeys(work);
  return {
    items: keys.map(({ madeAt, approvedAt, endedAt, ...key }) => ({
      ...key,
      state: endedAt !== null ? 'ended' : approvedAt === null ? 'waiting' : 'active',
      madeAt: madeAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
    })),
  };
}

/** The second pair of eyes: from now on the key opens what it is for. */
export async function approveApiKey(work: Work, id: string): Promise<{ ok: true }> {
  const key = (await lockApiKey(work, id)) ?? refuse('platform.not_found');
  if (key.approvedAt !== null || key.endedAt !== null) refuse('platform.stale');
  if (key.madeBy === myAccount(work)) refuse('identity.own_key');
  await saveKeyApproval(work, id);
  return { ok: true };
}

export async function endApiKey(work: Work, id: string): Promise<{ ok: true }> {
  if (!(await saveKeyEnd(work, id))) refuse('platform.not_found');
  return { ok: true };
}

/** Whose key this is, if it has not ended and covers the scope; asked at the door, before a street is entered. */
export async function findApiKey(
  db: Db,
  key: string,
  scope: ApiScope,
): Promise<{ street: string; id: string; name: string; unit: string | null } | null> {
  const holder = await keyHolder(db, hashOf(key));
  if (holder?.scopes.includes(scope) !== true) return null;
  const { street, id, name, unit } = holder;
  return { street, id, name, unit };
}
