import type {
  AccountView,
  PostView,
  addAccount as Add,
  listAccounts as List,
  renewPassword as Renew,
} from '@fengqiao/contract/accounts.ts';
import type { In, Out } from '@fengqiao/contract/route.ts';
import { hashPassword } from '#platform/crypto/password.ts';
import { newPassword } from '#platform/crypto/secret.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { ONE_TIME_HOURS } from '../domain/password.ts';
import { mobile } from '../domain/phone.ts';
import { needsSecondFactor } from '../domain/second-factor.ts';
import { clearAttempts } from '../store/attempts.ts';
import { whoTries } from './attempt.ts';
import { myAccount } from './me.ts';
import { places } from './sealed.ts';
import { presentPost, stateOf, type Post } from '../domain/post.ts';
import { insertStaff, lockStaff, saveAccount, type StaffAccount } from '../store/accounts.ts';
import { postsOf, saveEnd } from '../store/posts.ts';
import { endSessions } from '../store/sessions.ts';
import { staffList, staffOf, type StaffRow } from '../store/staff-list.ts';
import { demandAnotherAdmin, grant } from './posts.ts';

/** One page of staff accounts with their posts. */
export async function listAccounts(
  work: Work,
  { limit = 50, after, text, unit, role }: In<typeof List>['query'],
): Promise<Out<typeof List>> {
  const rows = await staffList(work, {
    limit,
    after: after ?? null,
    text: text ?? null,
    unit: unit ?? null,
    role: role ?? null,
  });
  const shown = rows.slice(0, limit);
  const posts = await postsOf(
    work,
    shown.map(({ id }) => id),
  );
  return {
    items: shown.map((row) => present(work, row, posts)),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
  };
}

const present = (work: Work, row: StaffRow, posts: readonly Post[]): AccountView => ({
  ...row,
  posts: posts
    .filter(({ account }) => account === row.id)
    .map((post): PostView => presentPost(post, work.now)),
  totpMissing:
    !row.totp &&
    needsSecondFactor(
      work.settings.secondFactor,
      posts
        .filter((post) => post.account === row.id && stateOf(post, work.now) === 'active')
        .map(({ role }) => role),
    ),
});

async function viewOf(work: Work, id: string): Promise<AccountView> {
  const row = (await staffOf(work, id)) ?? refuse('platform.not_found');
  return present(work, row, await postsOf(work, [id]));
}

/** Makes a staff account with its first post and a one-time password, which only this answer shows. */
export async function addAccount(work: Work, given: In<typeof Add>['body']): Promise<Out<typeof Add>> {
  const id = work.newId();
  const login = given.login.toLowerCase();
  const phone = given.phone === undefined ? null : (mobile(given.phone) ?? refuse('identity.phone_unusable'));
  const password = newPassword();
  const endsAt = oneTimeEnd(work);
  const made = await insertStaff(work, [
    {
      id,
      login,
      name: given.name,
      passwordHash: await hashPassword(password),
      onceUntil: endsAt,
      phoneEnc: phone === null ? null : work.vault.seal(phone, places.accountPhone(id)),
      phoneIndex: phone === null ? null : work.vault.index(phone, 'phone'),
    },
  ]);
  if (!made) refuse('identity.login_taken', { login });
  await grant(work, id, given);
  await work.announce('account.made', id, { kind: 'staff', login });
  return { account: await viewOf(work, id), password, endsAt: endsAt.toISOString() };
}

const oneTimeEnd = (work: Work) => new Date(work.now.getTime() + ONE_TIME_HOURS * 3_600_000);

/** Gives a new one-time password; the holder's devices are signed out and the holder is told. */
export async function renewPassword(work: Work, id: string, reason: string): Promise<Out<typeof Renew>> {
  const account = await openAccount(work, id);
  const by = myAccount(work);
  if (account.totpRemovedBy === by) refuse('identity.recovery_eyes');
  const password = newPassword();
  const endsAt = oneTimeEnd(work);
  await saveAccount(work, id, {
    passwordHash: await hashPassword(password),
    passwordSince: work.now,
    passwordGivenBy: by,
    onceUntil: endsAt,
  });
  await endSessions(work, { account: id });
  await work.announce('account.password_renewed', id, { reason, login: account.login });
  return { account: await viewOf(work, id), password, endsAt: endsAt.toISOString() };
}

/**
 * Takes the authenticator of somebody off who lost it, so that they bind another at their next sign-in. Whoever gave them a
 * one-time password may not: with both, one administrator could sign in as anybody.
 */
export async function removeSecondFactor(work: Work, id: string, reason: string): Promise<AccountView> {
  const account = await openAccount(work, id);
  const by = myAccount(work);
  if (id === by || account.passwordGivenBy === by) refuse('identity.recovery_eyes');
  if (account.totpSince === null) refuse('identity.totp_state');
  await saveAccount(work, id, { totpEnc: null, totpSince: null, totpLast: null, totpRemovedBy: by });
  await endSessions(work, { account: id });
  await work.announce('account.totp_removed', id, { reason });
  return viewOf(work, id);
}

/** Opens a login that pauses after wrong tries, once an administrator knows who made them. */
export async function openLogin(work: Work, id: string, reason: string): Promise<AccountView> {
  const { login } = await openAccount(work, id);
  await clearAttempts(work, 'password', whoTries(work, 'password', login));
  await work.announce('account.login_opened', id, { reason });
  return viewOf(work, id);
}

/** Closes an account: its posts and sessions end. */
export async function closeAccount(work: Work, id: string, reason: string): Promise<AccountView> {
  await openAccount(work, id);
  const posts = await postsOf(work, [id]);
  if (posts.some(({ role }) => role === 'admin')) await demandAnotherAdmin(work, id);
  for (const post of posts) await saveEnd(work, post.id, reason);
  await saveAccount(work, id, { state: 'closed' });
  await endSessions(work, { account: id });
  await work.announce('account.closed', id, { reason });
  return viewOf(work, id);
}

async function openAccount(work: Work, id: string): Promise<StaffAccount> {
  const account = (await lockStaff(work, id)) ?? refuse('platform.not_found');
  if (account.state === 'closed') refuse('identity.account_closed');
  return account;
}
