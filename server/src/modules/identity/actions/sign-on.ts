import { refuse } from '#platform/refusal.ts';
import { asEngine, type Work } from '#platform/work.ts';
import { recordSecurity } from '#modules/audit';
import { stateOf } from '../domain/post.ts';
import { lockStaff, loginAt } from '../store/accounts.ts';
import { postsOf } from '../store/posts.ts';
import { saveStep } from '../store/sessions.ts';
import { openStaffSession, proofEnds, type Opened } from './session.ts';
import { endHeld } from './sign-in.ts';

/** What the provider vouches for: the login by the agreed claim, and when its holder last proved who they are. */
export type Vouched = { readonly login: string; readonly provedAt: Date | null };

const FRESH_MS = 10 * 60_000;
const isFresh = ({ provedAt }: Vouched, now: Date) =>
  provedAt !== null && now.getTime() - provedAt.getTime() < FRESH_MS;

/** Signs staff in whom the provider vouches for. Accounts and posts are given here and never made by the provider's word. */
export async function signInVouched(work: Work, vouched: Vouched, device: string): Promise<Opened> {
  const found = (await loginAt(work, vouched.login)) ?? refuse('identity.sign_on_unknown');
  const there: Work = { ...work, street: found.street };
  return asEngine(there, async () => {
    const account = await lockStaff(there, found.id);
    if (account?.state !== 'active') return refuse('identity.sign_on_unknown');
    const [post] = (await postsOf(there, [account.id])).filter(
      (held) => stateOf(held, there.now) === 'active',
    );
    if (post === undefined) refuse('identity.no_post');
    await endHeld(work);
    const proved = isFresh(vouched, there.now);
    await recordSecurity(there, {
      act: 'identity.signOnBack',
      code: null,
      by: { account: account.id, name: post.name, role: post.role, unit: post.unit },
    });
    return openStaffSession(there, post, device, { proved, watched: true, signOn: true });
  });
}

/** Proves again, by the provider, who sits at the screen; it must be the very person that is signed in. */
export async function stepUpVouched(work: Work, vouched: Vouched): Promise<void> {
  const found = await loginAt(work, vouched.login);
  if (found === null || found.id !== work.actor.account || !isFresh(vouched, work.now))
    refuse('identity.sign_on_failed');
  await saveStep(work, work.actor.session, proofEnds(work));
  await recordSecurity(work, { act: 'identity.stepUp', code: null });
}
