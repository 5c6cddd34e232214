import type { Role } from '@fengqiao/contract/roles.ts';
import { hashOf } from '#platform/http.ts';
import type { Entry, Work } from '#platform/work.ts';
import { stateOf } from '../domain/post.ts';
import { postsOf } from '../store/posts.ts';
import { lockStaff } from '../store/accounts.ts';
import { endSessions } from '../store/sessions.ts';
import { openStaffSession } from './session.ts';

export type Lent = { readonly entry: Entry; readonly session: string };
type Whose = { readonly account: string; readonly role: Role; readonly unit: string };

/**
 * Lets the engine do what somebody asked for with exactly their reach, as it is now, and in their name on record; null when
 * they no longer hold the post they asked from.
 */
export async function lendSession(
  work: Work,
  { account, role, unit }: Whose,
  { device, seconds }: { readonly device: string; readonly seconds: number },
): Promise<Lent | null> {
  const posts = await postsOf(work, [account]);
  const post = posts.find(
    (one) => one.role === role && one.unit === unit && stateOf(one, work.now) === 'active',
  );
  if (post === undefined || (await lockStaff(work, account))?.state !== 'active') return null;
  const { token, id } = await openStaffSession(work, post, device, { seconds });
  return { entry: { tokenHash: hashOf(token) }, session: id };
}

export async function takeBackSession(work: Work, session: string): Promise<void> {
  await endSessions(work, { id: session });
}
