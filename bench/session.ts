import type { Role } from '@fengqiao/contract/roles.ts';
import { wide } from '@fengqiao/contract/roles.ts';
import { hashOf } from '../server/src/platform/http.ts';
import { newId } from '../server/src/platform/ids.ts';
import type { OpenPlatform } from '../server/src/platform/platform.ts';

/** A cookie of somebody with this post, in the demo street. */
export async function openSession({ db }: OpenPlatform, role: Role, unit: string): Promise<string> {
  const now = new Date();
  const token = newId(now) + newId(now);
  const row = {
    id: newId(now),
    token_hash: hashOf(token),
    street: 'tingfeng',
    kind: 'staff',
    account: newId(now),
    name: '量',
    role,
    unit,
    units: [unit],
    wide: wide.includes(role),
    level: 2,
  };
  await db
    .insertInto('identity.session')
    .values({ ...row, made_at: now, seen_at: now, ends_at: 'infinity' })
    .execute();
  return `fengqiao=${token}`;
}
