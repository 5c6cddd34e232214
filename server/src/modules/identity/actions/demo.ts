import type { Out } from '@fengqiao/contract/route.ts';
import {
  demoRoleNames,
  demoRoles,
  type DemoRole,
  type listDemoRoles as List,
} from '@fengqiao/contract/demo.ts';
import type { Me } from '@fengqiao/contract/identity.ts';
import { refuse } from '#platform/refusal.ts';
import type { Work } from '#platform/work.ts';
import { stateOf, type Post } from '../domain/post.ts';
import { residentByPhone, staffByLogin } from '../store/accounts.ts';
import { postsOf } from '../store/posts.ts';
import { guestSession } from '../store/sessions.ts';
import { meOf } from './me.ts';
import { DEMO_PASSWORD, demoLogin, demoPhone } from './seed-people.ts';
import { openResidentSession, openStaffSession, type Opened } from './session.ts';
import { endHeld } from './sign-in.ts';

/** The roles of the tour, with names, logins and the password; only on a demo street. */
export async function demoPeople(work: Work): Promise<Out<typeof List>> {
  demandDemo(work);
  const logins = new Map(
    (await staffByLogin(work, demoRoleNames.map(demoLogin))).map(({ login, id }) => [login, id]),
  );
  const posts = await postsOf(work, [...logins.values()]);
  return {
    items: demoRoleNames.map((role) => {
      const post = posts.find(({ account }) => account === logins.get(demoLogin(role)));
      return { role, ...demoRoles[role], ...shown(role, post) };
    }),
  };
}

function shown(role: DemoRole, post: Post | undefined) {
  if (role === 'resident')
    return { name: '居民', unitName: null, login: null, phone: demoPhone(1), password: null };
  if (post === undefined) return { name: '', unitName: null, login: null, phone: null, password: null };
  return {
    name: post.name,
    unitName: post.unitName,
    login: demoLogin(role),
    phone: null,
    password: DEMO_PASSWORD,
  };
}

/** Enters as one of the roles; a guest just leaves the session held before. */
export async function enterAs(
  work: Work,
  role: DemoRole,
  device: string,
): Promise<{ me: Me; opened: Opened | null }> {
  demandDemo(work);
  await endHeld(work);
  if (role === 'guest') return { me: await meOf(work, await guestSession(work)), opened: null };
  const opened = role === 'resident' ? await asResident(work, device) : await asStaff(work, role, device);
  return { me: await meOf(work, opened.id), opened };
}

async function asResident(work: Work, device: string): Promise<Opened> {
  const resident =
    (await residentByPhone(work, work.vault.index(demoPhone(1), 'phone'))) ?? refuse('platform.not_found');
  return openResidentSession(work, resident.id, device);
}

async function asStaff(work: Work, role: DemoRole, device: string): Promise<Opened> {
  const [account] = await staffByLogin(work, [demoLogin(role)]);
  const post = (await postsOf(work, account === undefined ? [] : [account.id])).find(
    (held) => stateOf(held, work.now) === 'active',
  );
  return openStaffSession(work, post ?? refuse('platform.not_found'), device, { watched: true });
}

function demandDemo({ settings }: Work): void {
  if (!settings.demo) refuse('platform.not_found');
}
