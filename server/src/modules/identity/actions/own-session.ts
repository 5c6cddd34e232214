import type { Me } from '@fengqiao/contract/identity.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { stateOf } from '../domain/post.ts';
import { postsOf } from '../store/posts.ts';
import { endSessions, liveSessions, moveSession } from '../store/sessions.ts';
import { meOf, myAccount } from './me.ts';
import { scopeOf } from './session.ts';

/** Acts from now on at another post of the same person; the session keeps its end. */
export async function switchPost(work: Work, id: string): Promise<Me> {
  const account = myAccount(work);
  const post = (await postsOf(work, [account])).find(
    (held) => held.id === id && stateOf(held, work.now) === 'active',
  );
  if (post === undefined) refuse('identity.post_not_held');
  const [current] = (await liveSessions(work, account)).filter(
    (session) => session.id === work.actor.session,
  );
  const latest = current?.endsAt ?? refuse('platform.not_signed_in');
  await moveSession(work, work.actor.session, await scopeOf(work, post, latest));
  return meOf(work);
}

/** Where the account is signed in, newest first. */
export async function myDevices(work: Work) {
  const sessions = await liveSessions(work, myAccount(work));
  return {
    items: sessions.map(({ id, device, madeAt, endsAt }) => ({
      id,
      device: device ?? '',
      signedInAt: madeAt.toISOString(),
      endsAt: endsAt.toISOString(),
      current: id === work.actor.session,
    })),
  };
}

/** Ends one of the account's own sessions. */
export async function endDevice(work: Work, id: string): Promise<{ ok: true }> {
  const mine = await liveSessions(work, myAccount(work));
  if (!mine.some((session) => session.id === id)) refuse('platform.not_found');
  await endSessions(work, { id });
  return { ok: true };
}

export async function signOut(work: Work): Promise<{ ok: true }> {
  await endSessions(work, { id: work.actor.session });
  return { ok: true };
}
