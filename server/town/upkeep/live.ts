import { myAccesses } from '@fengqiao/contract/audit.ts';
import { raiseDoubt } from '@fengqiao/contract/audit/doubts.ts';
import {
  askCorrection,
  askCorrectionFor,
  decideCorrection,
} from '@fengqiao/contract/registry/corrections.ts';
import { findTwins } from '@fengqiao/contract/registry/twins.ts';
import { plantDecoy } from '@fengqiao/contract/registry/decoys.ts';
import { linkHomePerson } from '@fengqiao/contract/registry/home-people.ts';
import { addPerson, revealPerson } from '@fengqiao/contract/registry/people.ts';
import { addHome } from '@fengqiao/contract/registry/place-acts.ts';
import { sql } from 'kysely';
import type { Platform } from '#platform/serve.ts';
import { withWork, type Work } from '#platform/work.ts';
import { Hands, type Now } from '../life/hand.ts';
import { days } from '../life/hours.ts';
import type { Resident } from '../people/settle.ts';
import { resident, seatOf } from '../retention/people.ts';

/**
 * How the register is kept true: corrections that staff and residents asked for, one of them decided; somebody written down
 * twice; and a resident who does not see why they were looked at; and somebody invented who was.
 */
export async function liveUpkeep(
  platform: Platform,
  street: string,
  proved: readonly Resident[],
): Promise<void> {
  const now = platform.clock();
  const clock: Now = { at: now };
  const turnTo = (daysAgo: number) => (clock.at = new Date(now.getTime() - days(daysAgo)));
  const at: At = (daysAgo, act) =>
    withWork(platform, { service: 'system', street }, turnTo(daysAgo), 'write', act);
  const hands = new Hands(platform, clock);
  const worker = await at(8, (work) => seatOf(work, 'community', 9));
  const steward = await at(8, (work) => seatOf(work, 'steward', 9));
  const people = await at(8, (work) => neighboursOf(work, worker.unit ?? '', asked.length));
  for (const [n, { ago, field, value, words, reply }] of asked.entries()) {
    const id = people[n];
    if (id === undefined) continue;
    turnTo(ago);
    const body = { wishes: [{ field, value }], words };
    const correction = await hands.do(worker, askCorrectionFor, { params: { id }, body });
    if (reply === null) continue;
    turnTo(ago - 2);
    await hands.do(steward, decideCorrection, {
      params: { id: correction.id },
      body: { accept: [field], reply },
    });
  }
  await ownWish(hands, at, proved[0]);
  await decoy({ hands, turnTo, worker, steward }, await at(6, (work) => seatOf(work, 'privacy', 9)));
  await twice({ hands, turnTo, worker, steward }, proved.slice(1, 3));
  const homes = await at(5, (work) => homesOf(work, worker.unit ?? '', 1));
  await linkHomes({ hands, turnTo, worker, steward }, homes, people);
}

type Asked = {
  readonly ago: number;
  readonly field: 'phone' | 'workplace';
  readonly value: string;
  readonly words: string;
  readonly reply: string | null;
};
const asked: readonly Asked[] = [
  {
    ago: 7,
    field: 'workplace',
    value: '听枫街道文化站',
    words: '入户时本人说明已换单位',
    reply: '已电话核对，予以更正。',
  },
  { ago: 5, field: 'phone', value: '19900007316', words: '原号码已停用，本人当面更正', reply: null },
  { ago: 2, field: 'workplace', value: '示范区第二小学', words: '窗口办事时提出', reply: null },
];

type At = <T>(daysAgo: number, act: (work: Work) => Promise<T>) => Promise<T>;

/** A resident asks for their own number to be put right, and doubts the latest look of an official at them. */
async function ownWish(hands: Hands, at: At, who: Resident | undefined): Promise<void> {
  if (who === undefined) return;
  const me = await at(1, (work) => resident(work, who.account));
  await hands.do(me, askCorrection, {
    body: { wishes: [{ field: 'phone', value: '19900005208' }], words: '换了手机号码' },
  });
  const { items } = await hands.do(me, myAccesses, {});
  const look = items.find(({ capacity, role }) => capacity === 'post' && role === 'community');
  if (look !== undefined)
    await hands.do(me, raiseDoubt, {
      params: { id: look.id },
      body: { text: '那几天没有人联系过我，不知道为什么要看我的电话。' },
    });
}

type Stage = {
  readonly hands: Hands;
  readonly turnTo: (daysAgo: number) => Date;
  readonly worker: Awaited<ReturnType<typeof seatOf>>;
  readonly steward: Awaited<ReturnType<typeof seatOf>>;
};

/** People who moved within the street and were written down again by the next community, without their papers. */
async function twice({ hands, turnTo, worker, steward }: Stage, people: readonly Resident[]): Promise<void> {
  turnTo(4);
  for (const { name, phone, idNumber } of people)
    await hands.do(worker, addPerson, {
      body: { name, kind: 'migrant', phone, birthDate: dayOf(idNumber), sex: sexOf(idNumber) },
    });
  turnTo(3);
  await hands.do(steward, findTwins, {});
}

/** Somebody who does not exist, and whom a colleague of the community looked at all the same. */
async function decoy({ hands, turnTo, worker }: Stage, officer: Stage['worker']): Promise<void> {
  turnTo(6);
  const { id } = await hands.do(officer, plantDecoy, { body: { community: worker.unit ?? '' } });
  turnTo(1);
  await hands.do(worker, revealPerson, { params: { id }, body: { purpose: 'visit', fields: ['phone'] } });
}

const links = [
  { role: 'owner', source: '不动产权证', from: '2008-06-01', until: null },
  { role: 'tenant', source: '房屋租赁备案', from: '2025-09-01', until: '2027-08-31' },
  { role: 'caretaker', source: '入户核实', from: null, until: null },
] as const;
type HomeOf = { readonly id: string; readonly address: string };

/** Papers told who owns, rents and looks after the first home; and one was written down after somebody who lives there. */
async function linkHomes(
  { hands, turnTo, worker }: Stage,
  [home]: readonly HomeOf[],
  people: readonly string[],
): Promise<void> {
  if (home === undefined) return;
  const asOf = turnTo(5).toISOString().slice(0, 10);
  for (const [n, link] of links.entries()) {
    const person = people[n];
    if (person === undefined) continue;
    await hands.do(worker, linkHomePerson, { params: { id: home.id }, body: { person, ...link, asOf } });
  }
  const address = `${home.address}9单元901室`;
  await hands.do(worker, addPerson, {
    body: { name: '沈听雨', kind: 'resident', birthDate: '1986-05-12', sex: '女', address },
  });
  turnTo(1);
  await hands.do(worker, addHome, { body: { address, use: 'owner', source: '入户核实', asOf } });
}

/** Homes of a community, the first of its register, by the address of their building. */
async function homesOf({ db, street }: Work, community: string, most: number): Promise<HomeOf[]> {
  const { rows } = await sql<HomeOf>`
    select h.id, b.address from registry.home h join grids.v_building b on b.street = h.street and b.id = h.building
     where h.street = ${street} and h.community = ${community} order by h.id limit ${most}`.execute(db);
  return rows;
}

/** Birth date and sex as the number of an identity card says them (GB 11643). */
const dayOf = (idNumber: string) =>
  `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;
const sexOf = (idNumber: string) => (Number(idNumber.charAt(16)) % 2 === 1 ? '男' : '女');

/** People who live in a community, the first of its register. */
async function neighboursOf({ db, street }: Work, community: string, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom('registry.person')
    .select('id')
    .where('street', '=', street)
    .where('community', '=', community)
    .where('state', '=', 'here')
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}
