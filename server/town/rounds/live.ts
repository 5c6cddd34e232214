import type { NotNull } from 'kysely';
import {
  addCheckpoint,
  answerAppeal,
  makeAppeal,
  printCheckpoints,
  recordPatrol,
  recordVisit,
} from '@fengqiao/contract/rounds.ts';
import type { Role } from '@fengqiao/contract/roles.ts';
import type { Platform } from '#platform/serve.ts';
import { withWork, type Work } from '#platform/work.ts';
import { secondsUntil, sit } from '../catalogue/seats.ts';
import { Hands, type Now, type Townsman } from '../life/hand.ts';
import { days, hours, minutes } from '../life/hours.ts';
import { Random } from '../names/random.ts';
import { objections, pointNames, remarks, visits } from './words.ts';

/** Where rounds are told of: some grids of two communities, the one of the tour's worker first. */
const GRIDS = ['c01-g01', 'c01-g02', 'c01-g03', 'c02-g01', 'c02-g02'] as const;
const communityOf = (grid: string) => grid.slice(0, grid.indexOf('-'));
const DAYS = 24;

type Grid = {
  readonly id: string;
  readonly worker: Townsman;
  readonly keeper: Townsman;
  readonly houses: readonly { address: string; lng: number; lat: number }[];
  readonly people: readonly { id: string; place: string }[];
};
type Stage = { readonly hands: Hands; readonly at: (ago: number, hour: number) => Date };

/** Some weeks on the ground: points set up, patrols, visits at home, and what workers object to in their own record. */
export async function liveRounds(platform: Platform, street: string): Promise<void> {
  const now = platform.clock();
  const clock: Now = { at: new Date(now.getTime() - days(DAYS + 1)) };
  const { grids, supervisor } = await withWork(
    platform,
    { service: 'system', street },
    clock.at,
    'write',
    (work) => lay(work, now),
  );
  const midnight = Math.floor((now.getTime() + hours(8)) / days(1)) * days(1) - hours(8);
  const at = (ago: number, hour: number) => (clock.at = new Date(midnight - days(ago) + hours(hour)));
  const stage = { hands: new Hands(platform, clock), at };
  const random = new Random('rounds-2026');
  for (const grid of grids) {
    await patrol(stage, grid, random.branch(`patrols/${grid.id}`));
    await visit(stage, grid, random.branch(`visits/${grid.id}`));
  }
  await object(stage, new Map(grids.map(({ id, worker }) => [id, worker])), supervisor);
}

/** The community sets up the points of a grid; then its worker looks at most of them every two or three days. */
async function patrol({ hands, at }: Stage, { id, worker, keeper, houses }: Grid, random: Random) {
  at(DAYS, 9);
  const named = pointNames.slice(0, random.int(4, pointNames.length));
  for (const [n, name] of named.entries()) {
    const house = houses[Math.floor((n * houses.length) / named.length)];
    if (house !== undefined) await hands.do(keeper, addCheckpoint, { body: { grid: id, name, ...house } });
  }
  const { items } = await hands.do(keeper, printCheckpoints, { query: { grid: id } });
  for (let ago = DAYS - random.int(1, 3); ago > 0; ago -= random.int(2, 3)) {
    const started = at(ago, random.pick([8.5, 9, 9.5, 14, 15]));
    const ended = new Date(started.getTime() + minutes(random.int(35, 75)));
    const seen = items.filter(() => random.chance(0.7));
    const says = remarks.filter(({ point }) => seen.some(({ name }) => name === point));
    at(ago, 16.5);
    await hands.do(worker, recordPatrol, {
      body: {
        startedAt: started.toISOString(),
        endedAt: ended.toISOString(),
        seen: seen.map(({ code }) => code),
        remarks: says.length > 0 && random.chance(0.5) ? random.pick(says).text : '',
      },
    });
  }
}

/** A visit every few days to somebody of the grid, and one to a door behind which nobody of the register lives. */
async function visit({ hands, at }: Stage, { worker, houses, people }: Grid, random: Random) {
  const told = random.shuffle(visits).slice(0, random.int(5, 8));
  const whom = random.shuffle(people);
  for (const [n, { purpose, needs, text }] of told.entries()) {
    const moment = at(1 + (told.length - 1 - n) * 2 + random.int(0, 1), random.int(9, 16));
    const known = n === 2 ? undefined : whom[n];
    const place = known?.place ?? random.pick(houses).address;
    await hands.do(worker, recordVisit, {
      body: {
        ...(known !== undefined && { person: known.id }),
        place,
        purpose,
        needs: [...needs],
        text,
        at: moment.toISOString(),
      },
    });
  }
}

async function object(
  { hands, at }: Stage,
  workers: ReadonlyMap<string, Townsman>,
  supervisor: Townsman,
): Promise<void> {
  for (const { grid, ago, about, text, answer } of objections) {
    const worker = workers.get(grid);
    if (worker === undefined) continue;
    at(ago, 17);
    const { id } = await hands.do(worker, makeAppeal, { body: { about, text } });
    if (answer === null) continue;
    at(ago - answer.after, 10);
    const { upheld } = answer;
    await hands.do(supervisor, answerAppeal, { params: { id }, body: { upheld, answer: answer.text } });
  }
}

/** Seats those who act, and finds the houses and people of their grids. */
async function lay(work: Work, until: Date): Promise<{ grids: Grid[]; supervisor: Townsman }> {
  const seated = new Map<string, Townsman>();
  for (const post of await postsIn(work)) {
    const desk = post.role === 'supervisor' ? post.role : post.unit;
    if (!seated.has(desk)) seated.set(desk, await sit(work, post, secondsUntil(work, until)));
  }
  const grids: Grid[] = [];
  const at = (desk: string) => seated.get(desk) ?? nobodyAt(desk);
  for (const id of GRIDS) {
    const [houses, people] = [await housesOf(work, id), await peopleOf(work, id)];
    grids.push({ id, worker: at(id), keeper: at(communityOf(id)), houses, people });
  }
  return { grids, supervisor: at('supervisor') };
}

const nobodyAt = (desk: string): never => {
  throw new Error(`nobody sits at ${desk}`);
};

type Post = { id: string; account: string; name: string; role: Role; unit: string };

const postsIn = ({ db, street }: Work): Promise<Post[]> =>
  db
    .selectFrom('identity.v_post')
    .select(['id', 'account', 'name', 'role', 'unit'])
    .where('street', '=', street)
    .where('role', 'in', ['grid_worker', 'community', 'supervisor'])
    .where('unit', 'in', [...GRIDS, ...GRIDS.map(communityOf), 'centre'])
    .orderBy('unit')
    .orderBy('id')
    .$narrowType<{ id: NotNull; account: NotNull; name: NotNull; role: Role; unit: NotNull }>()
    .execute();

/** Houses of a grid with an address, in a fixed order. */
export const housesOf = ({ db, street }: Work, grid: string) =>
  db
    .selectFrom('grids.building')
    .select(['address', 'lng', 'lat'])
    .where('street', '=', street)
    .where('grid', '=', grid)
    .where('address', '<>', '')
    .orderBy('id')
    .execute();

const peopleOf = ({ db, street }: Work, grid: string) =>
  db
    .selectFrom('registry.person as p')
    .innerJoin('grids.building as b', (on) =>
      on.onRef('b.street', '=', 'p.street').onRef('b.id', '=', 'p.building'),
    )
    .select(['p.id', 'b.address as place'])
    .where('p.street', '=', street)
    .where('p.grid', '=', grid)
    .where('p.state', '=', 'here')
    .orderBy('p.id')
    .limit(60)
    .execute();
