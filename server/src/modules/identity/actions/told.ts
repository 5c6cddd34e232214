import type { AccountView, PostView } from '@fengqiao/contract/accounts.ts';
import type { Me } from '@fengqiao/contract/identity.ts';
import type { Told } from '#platform/witness.ts';
import type { Work } from '#platform/work.ts';
import { loginAt } from '../store/accounts.ts';
import { whoTries } from './attempt.ts';

/** What the security log says of acts of this room; parts of a detail that are roles or units are shown in their words. */

/**
 * Who signed in; or at whose account it failed. A login that nobody has may be a password that was typed into the wrong
 * field, so only its keyed mark is kept.
 */
export async function toldOfSignIn(
  work: Work,
  { body }: { body: { login: string } },
  me: Me | null,
): Promise<Told> {
  if (me !== null) return toldOfMe(me);
  const login = body.login.trim().toLowerCase();
  const found = await loginAt(work, login);
  if (found === null) return { object: `login:${whoTries(work, 'password', login).toString('hex', 0, 4)}` };
  return { street: found.street, whom: found.id, detail: login };
}

/** Whoever has just signed in, though the request came from a guest. A resident is told by the account alone. */
export const toldOfMe = ({ account, kind, name, role, unit, street, session }: Me): Told => ({
  street: street.id,
  by: { account, name: kind === 'staff' ? name : null, role, unit },
  object: session,
});

/** Of a door through which only the answer tells who it was. */
export const toldOfDoor = (_work: Work, _input: unknown, me: Me | null): Told =>
  me === null ? {} : toldOfMe(me);

export const toldOfAccount = (
  _work: Work,
  { params, body }: { params: { id: string }; body: { reason: string } },
  said: { name: string } | { account: AccountView } | null,
): Told => {
  const name = said === null ? [] : ['account' in said ? said.account.name : said.name];
  return { whom: params.id, detail: joined(...name, body.reason) };
};

export const toldOfPost = (post: PostView | null, reason: string | null, object: string | null): Told =>
  post === null
    ? { object, detail: reason }
    : {
        object: post.id,
        whom: post.account,
        detail: joined(post.name, post.role, post.unit, ...(reason === null ? [] : [reason])),
      };

export const joined = (...parts: readonly string[]): string => parts.join(' · ');
