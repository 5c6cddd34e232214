import type { NotNull } from 'kysely';
import { reviewBreakGlass, type Emergency } from '@fengqiao/contract/audit/oversight.ts';
import type { Purpose } from '@fengqiao/contract/purposes.ts';
import { openEmergency, revealEmergency, viewEmergency } from '@fengqiao/contract/registry/emergencies.ts';
import { revealPerson, type PersonField } from '@fengqiao/contract/registry/people.ts';
import type { Role } from '@fengqiao/contract/roles.ts';
import type { Platform } from '#platform/serve.ts';
import { withWork, type Work } from '#platform/work.ts';
import { secondsUntil, sit } from '../catalogue/seats.ts';
import { Hands, type Now, type Townsman } from '../life/hand.ts';
import { days, hours, minutes } from '../life/hours.ts';
import type { Resident } from '../people/settle.ts';

/**
 * What happened lately in the records of looks: a family that was visited, two emergencies, a look without its case. General
 * facts only: sensitive ones stay closed where sealing is late, and what is lived in one go is sealed at its end.
 */
export async function liveAccesses(
  platform: Platform,
  street: string,
  proved: readonly Resident[],
): Promise<void> {
  const now = platform.clock();
  const clock: Now = { at: new Date(now.getTime() - days(DAYS)) };
  const asStreet = <T>(act: (work: Work) => Promise<T>) =>
    withWork(platform, { service: 'system', street }, clock.at, 'write', act);
  const [first] = proved;
  const family = first === undefined ? null : await asStreet((work) => familyOf(work, first.account));
  if (family === null) return;
  const old = proved.slice(-2);
  const seats = await asStreet((work) => seat(work, family.community, now));
  const stage = { hands: new Hands(platform, clock), seats };
  /** In the morning of a day so long ago, when desks are open. */
  const at = (ago: number) => {
    const midnight = Math.floor((now.getTime() + hours(8)) / days(1)) * days(1) - hours(8);
    clock.at = new Date(midnight - days(ago) + hours(10) + minutes(20));
  };
  for (const { ago, purpose, reason, fields, child } of visits) {
    at(ago);
    const id = family.children[child] ?? family.parent;
    await stage.hands.do(seats('community'), revealPerson, {
      params: { id },
      body: { purpose, reason, fields: [...fields] },
    });
  }
  for (const { ago, by, who, reviewed, ...why } of emergencies) {
    at(ago);
    const body = { ...why, idNumber: old[who]?.idNumber ?? '' };
    const { id } = await stage.hands.do(seats(by), openEmergency, { body });
    await stage.hands.do(seats(by), viewEmergency, {});
    await stage.hands.do(seats(by), revealEmergency, { body: { fields: ['phone'] } });
    if (reviewed === null) continue;
    at(ago - 1);
    await stage.hands.do(seats('privacy'), reviewBreakGlass, {
      params: { id },
      body: { verdict: 'proper', note: reviewed },
    });
  }
}

const DAYS = 22;

type Visit = {
  readonly ago: number;
  readonly purpose: Purpose;
  readonly reason: string;
  readonly fields: readonly PersonField[];
  /** Which of the children, or the parent. */
  readonly child: 0 | 1 | 2;
};
const visits: readonly Visit[] = [
  { ago: 21, purpose: 'visit', reason: '入户走访前核对电话', fields: ['phone'], child: 2 },
  { ago: 16, purpose: 'register', reason: '在校学生登记核对', fields: ['name'], child: 0 },
  { ago: 9, purpose: 'register', reason: '适龄儿童登记核对', fields: ['name', 'household'], child: 1 },
  { ago: 5, purpose: 'handle', reason: '电话询问情况', fields: ['phone'], child: 2 },
];

type Told = {
  readonly ago: number;
  readonly by: 'intake' | 'dispatcher';
  readonly who: 0 | 1;
  readonly reasonCode: Emergency;
  readonly text: string;
  readonly reviewed: string | null;
};
const emergencies: readonly Told[] = [
  {
    ago: 3,
    by: 'intake',
    who: 0,
    reasonCode: 'life',
    text: '110 转来：独居老人两天未应门，屋内有水声，需联系家属并确认门牌',
    reviewed: '与 110 指挥中心接警单核对一致，查看必要。',
  },
  {
    ago: 1,
    by: 'dispatcher',
    who: 1,
    reasonCode: 'missing',
    text: '家属来电：老人午后出门未归，随身没有手机，需核对住址和联系电话',
    reviewed: null,
  },
];

type Family = {
  readonly parent: string;
  readonly children: readonly string[];
  readonly community: string;
};

/** A resident who has proved who they are, with their children at home. */
async function familyOf({ db, street }: Work, account: string): Promise<Family | null> {
  const parent = await db
    .selectFrom('identity.account as a')
    .innerJoin('registry.person as p', (on) =>
      on.onRef('p.street', '=', 'a.street').onRef('p.id', '=', 'a.person'),
    )
    .select(['p.id', 'p.household', 'p.community'])
    .where('a.street', '=', street)
    .where('a.id', '=', account)
    .where('p.community', 'is not', null)
    .$narrowType<{ community: NotNull }>()
    .executeTakeFirst();
  if (parent === undefined) return null;
  const children = await db
    .selectFrom('registry.person')
    .select('id')
    .where('street', '=', street)
    .where('household', '=', parent.household)
    .where('id', '<>', parent.id)
    .orderBy('id')
    .execute();
  return { parent: parent.id, children: children.map(({ id }) => id), community: parent.community };
}

type Seats = (role: 'community' | 'intake' | 'dispatcher' | 'privacy') => Townsman;

/** Sessions for those who act in the story; they end soon after it. */
async function seat(work: Work, community: string, until: Date): Promise<Seats> {
  const posts = await work.db
    .selectFrom('identity.v_post')
    .select(['id', 'account', 'name', 'role', 'unit'])
    .where('street', '=', work.street)
    .where('role', 'in', ['community', 'intake', 'dispatcher', 'privacy'])
    .where('unit', 'in', [community, 'centre'])
    .orderBy('id')
    .$narrowType<{ id: NotNull; account: NotNull; name: NotNull; role: Role; unit: NotNull }>()
    .execute();
  const people = new Map<string, Townsman>();
  for (const post of posts)
    if (!people.has(post.role)) people.set(post.role, await sit(work, post, secondsUntil(work, until)));
  return (role) => people.get(role) ?? nobodyAt(role);
}

const nobodyAt = (role: string): never => {
  throw new Error(`nobody sits at ${role}`);
};
