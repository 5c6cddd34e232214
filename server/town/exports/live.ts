import type { NotNull } from 'kysely';
import { askExport, decideExport } from '@fengqiao/contract/exports.ts';
import type { Role } from '@fengqiao/contract/roles.ts';
import { makeExports, sourcesWith, takeFile, wipeDue } from '#modules/exports';
import type { Platform } from '#platform/serve.ts';
import { withWork, type Work } from '#platform/work.ts';
import { secondsUntil, sit } from '../catalogue/seats.ts';
import { Hands, type Now, type Townsman } from '../life/hand.ts';
import { days, hours, minutes } from '../life/hours.ts';
import { stories, type Seat, type Story } from './stories.ts';

const DAYS = 12;

/** Lives a handful of lists that left the platform lately, each by whoever it belongs to, up to now. */
export async function liveExports(platform: Platform, street: string): Promise<void> {
  const now = platform.clock();
  const clock: Now = { at: new Date(now.getTime() - days(DAYS)) };
  const asStreet = <T>(act: (work: Work) => Promise<T>) =>
    withWork(platform, { service: 'system', street }, clock.at, 'write', act);
  const open = sourcesWith(() => new Map());
  const hands = new Hands(platform, clock);
  const posts = await asStreet(postsIn);
  const past = { ...platform, clock: () => clock.at };
  for (const story of stories) {
    clock.at = new Date(Math.min(momentOf(story, now).getTime(), now.getTime() - minutes(30)));
    const by = await asStreet((work) => seatFor(work, posts, story.by, now));
    const { id } = await hands.do(by, askExport, { body: story.asked });
    clock.at = new Date(clock.at.getTime() + minutes(12));
    if (story.decision !== null) {
      const { by: who, ...said } = story.decision;
      const decider = await asStreet((work) => seatFor(work, posts, who, now));
      await hands.do(decider, decideExport, { params: { id }, body: said });
    }
    while ((await makeExports(past, street, open)) > 0);
    clock.at = new Date(clock.at.getTime() + minutes(4));
    for (let n = 0; n < story.taken; n += 1)
      await withWork(platform, by.entry, clock.at, 'write', (work) => takeFile(work, id));
  }
  clock.at = now;
  await asStreet(wipeDue);
}

/** At a time of office hours so many days ago, or so many hours before now. */
function momentOf({ daysAgo, hoursAgo, at }: Story, now: Date): Date {
  if (daysAgo === 0) return new Date(now.getTime() - hours(hoursAgo));
  const midnight = Math.floor((now.getTime() + hours(8)) / days(1)) * days(1) - hours(8);
  return new Date(midnight - days(daysAgo) + hours(at));
}

type Post = { id: string; account: string; name: string; role: Role; unit: string };

const postsIn = ({ db, street }: Work): Promise<Post[]> =>
  db
    .selectFrom('identity.v_post')
    .select(['id', 'account', 'name', 'role', 'unit'])
    .where('street', '=', street)
    .where('role', 'in', ['community', 'dispatcher', 'steward', 'leader', 'privacy'])
    .orderBy('id')
    .$narrowType<{ id: NotNull; account: NotNull; name: NotNull; role: Role; unit: NotNull }>()
    .execute();

/** Whoever sits there just signed in, so that they may do grave acts too. */
function seatFor(
  work: Work,
  posts: readonly Post[],
  { role, unit, which = 0 }: Seat,
  until: Date,
): Promise<Townsman> {
  const post = posts.filter((one) => one.role === role && (unit === undefined || one.unit === unit))[which];
  if (post === undefined) throw new Error(`nobody sits at ${role} ${unit ?? ''}`);
  return sit(work, post, secondsUntil(work, until), true);
}
