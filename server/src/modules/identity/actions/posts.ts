import type { PostView } from '@fengqiao/contract/accounts.ts';
import type { Role } from '@fengqiao/contract/roles.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { recordSecurity } from '#modules/audit';
import { approve, demandFitting, presentPost, stateOf, type Post } from '../domain/post.ts';
import { lockStaff } from '../store/accounts.ts';
import {
  holdersOf,
  insertPosts,
  lockPost,
  postsAt,
  postsOf,
  postsWaiting,
  saveApproval,
  saveEnd,
  takeEnding,
} from '../store/posts.ts';
import { endSessions } from '../store/sessions.ts';
import { unitOf } from '../store/units.ts';
import { myAccount } from './me.ts';
import { toldOfPost } from './told.ts';

type Grant = {
  readonly role: Role;
  readonly unit: string;
  readonly until?: string | undefined;
  readonly reason: string;
};

/** Grants a post; it waits until another administrator approves it, since every post reaches somebody's data. */
export async function grantPost(work: Work, account: string, given: Grant): Promise<PostView> {
  const holder = (await lockStaff(work, account)) ?? refuse('platform.not_found');
  if (holder.state === 'closed') refuse('identity.account_closed');
  return grant(work, account, given);
}

/** Grants a post to an account that is known to be open. */
export async function grant(
  work: Work,
  account: string,
  { role, unit, until, reason }: Grant,
): Promise<PostView> {
  const grantedBy = myAccount(work);
  if (account === grantedBy) refuse('identity.own_post');
  const where = await unitOf(work, unit);
  if (where === null || !where.current) refuse('platform.not_found');
  demandFitting(role, where.kind);
  const held = await postsOf(work, [account]);
  if (held.some((post) => post.unit === unit && post.role === role)) refuse('identity.post_exists');
  const id = work.newId();
  await insertPosts(work, [
    {
      id,
      account,
      role,
      unit,
      from: work.now,
      until: until === undefined ? null : new Date(until),
      approvedAt: null,
      approvedBy: null,
      grantedBy,
      reason,
    },
  ]);
  await work.announce('account.post_granted', account, { post: id, role, unit, waits: true });
  return view(work, id);
}

const view = async (work: Work, id: string): Promise<PostView> =>
  presentPost(await locked(work, id), work.now);
const locked = async (work: Work, id: string): Promise<Post> =>
  (await lockPost(work, id)) ?? refuse('platform.not_found');

/** The second pair of eyes. */
export async function approvePost(work: Work, id: string): Promise<PostView> {
  const approved = approve(await locked(work, id), myAccount(work), work.now);
  await saveApproval(work, approved);
  await work.announce('account.post_approved', approved.account, { post: id });
  return presentPost(approved, work.now);
}

/** The same for several at once, such as a list of new grid workers: all of them or none. */
export async function approvePosts(work: Work, ids: readonly string[]): Promise<{ items: PostView[] }> {
  const items: PostView[] = [];
  for (const id of ids.toSorted()) {
    const post = await approvePost(work, id);
    await recordSecurity(work, { act: 'identity.approvePost', code: null, ...toldOfPost(post, null, id) });
    items.push(post);
  }
  return { items };
}

/** Ends a post, and with it the sessions at it. */
export async function endPost(work: Work, id: string, reason: string): Promise<PostView> {
  const post = await locked(work, id);
  if (stateOf(post, work.now) === 'ended') refuse('platform.stale');
  if (post.role === 'admin') await demandAnotherAdmin(work, post.account);
  await saveEnd(work, id, reason);
  await endSessions(work, { post: id });
  await work.announce('account.post_ended', post.account, { post: id, reason });
  return view(work, id);
}

const TOLD_DAYS = 7;

/** Tells holders a week before their post ends, so that whoever still needs it can be granted it anew; returns how many. */
export async function tellEnding(work: Work): Promise<number> {
  const ending = await takeEnding(work, new Date(work.now.getTime() + TOLD_DAYS * 86_400_000));
  for (const { id, account, role, until } of ending)
    await work.announce('account.post_ends_soon', account, { post: id, role, until: until.toISOString() });
  return ending.length;
}

/** Two administrators must remain, since one alone could grant nothing that needs four eyes. */
export async function demandAnotherAdmin(work: Work, leaving: string): Promise<void> {
  const remaining = (await holdersOf(work, 'admin')).filter((account) => account !== leaving);
  if (remaining.length < 2) refuse('identity.last_admin');
}

export async function waitingPosts(work: Work): Promise<{ items: PostView[] }> {
  return { items: (await postsWaiting(work)).map((post) => presentPost(post, work.now)) };
}

/** The accounts that hold a role anywhere in the street. */
export const accountsWith = (work: Work, role: Role): Promise<string[]> => holdersOf(work, role);

/** Who is on duty at a unit, in one role or any: the accounts, for other rooms. */
export async function staffAt(
  work: Work,
  unit: string,
  role: Role | null = null,
): Promise<{ account: string; name: string; role: Role }[]> {
  return (await postsAt(work, unit, role)).map(({ account, name, role: held }) => ({
    account,
    name,
    role: held,
  }));
}
