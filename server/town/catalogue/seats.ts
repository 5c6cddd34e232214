import type { NotNull } from 'kysely';
import type { Role } from '@fengqiao/contract/roles.ts';
import { openStaffSession } from '#modules/identity';
import { hashOf } from '#platform/http.ts';
import type { Work } from '#platform/work.ts';
import type { Townsman } from '../life/hand.ts';

/** People of the units, and those who watch over sharing. */
export type Seats = {
  /** The first asks and answers, the second approves. */
  of(unit: string, which?: 0 | 1): Townsman;
  readonly steward: Townsman;
  readonly leader: Townsman;
  readonly district: Townsman;
};

const seated = ['department', 'community', 'steward', 'leader', 'district'] as const satisfies Role[];
type Seated = (typeof seated)[number];

/** Opens sessions for two people of each unit, the steward and a leader, that end with the story. */
export async function seat(work: Work, units: readonly string[], until: Date): Promise<Seats> {
  const seconds = secondsUntil(work, until);
  const people = new Map<string, Townsman[]>();
  for (const post of await postsIn(work, units)) {
    const desk = apart.includes(post.role) ? post.role : post.unit;
    const found = people.get(desk) ?? [];
    if (found.length === 2) continue;
    people.set(desk, [...found, await sit(work, post, seconds)]);
  }
  const of = (desk: string, which: 0 | 1 = 0) => {
    const one = people.get(desk)?.[which];
    if (one === undefined) throw new Error(`nobody sits at ${desk}`);
    return one;
  };
  return { of, steward: of('steward'), leader: of('leader'), district: of('district') };
}

/** Those who sit for themselves and not for a unit. */
const apart: readonly Role[] = ['steward', 'leader', 'district'];

type Post = { id: string; account: string; name: string; role: Role; unit: string };

const postsIn = ({ db, street }: Work, units: readonly string[]): Promise<Post[]> =>
  db
    .selectFrom('identity.v_post')
    .select(['id', 'account', 'name', 'role', 'unit'])
    .where('street', '=', street)
    .where('role', 'in', [...seated])
    .where('unit', 'in', [...units, 'centre', 'street', 'district_command'])
    .orderBy('id')
    .$narrowType<{ id: NotNull; account: NotNull; name: NotNull; role: Seated; unit: NotNull }>()
    .execute();

/** The last acts are of this very moment, so the sessions outlive it a little. */
const DAY_SECONDS = 86_400;

export const secondsUntil = ({ now }: Work, until: Date): number =>
  Math.ceil((until.getTime() - now.getTime()) / 1000) + DAY_SECONDS;

/** Opens a session for the holder of a post; who has just proved that it is they may do grave acts for some minutes. */
export async function sit(work: Work, post: Post, seconds: number, proved = false): Promise<Townsman> {
  const held = {
    ...post,
    unitName: { zh: post.unit, en: post.unit },
    from: work.now,
    until: null,
    approvedAt: work.now,
    grantedBy: null,
    approvedBy: null,
    reason: '',
  };
  const { token } = await openStaffSession(work, held, 'simulation', { seconds, proved });
  const { account, name, role, unit } = post;
  return { entry: { tokenHash: hashOf(token) }, account, name, role, unit };
}
