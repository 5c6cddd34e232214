import fc from 'fast-check';
import type { LightMyRequestResponse } from 'fastify';
import type { Route, Who } from '@fengqiao/contract/route.ts';
import { roleNames, wide, type Role } from '@fengqiao/contract/roles.ts';
import { openResidentSession } from '../server/src/modules/identity/index.ts';
import { COOKIE } from '../server/src/platform/http.ts';
import { stopTestServer } from '../server/test/database.ts';
import type { TestPerson } from '../server/test/people.ts';
import type { Person, World } from '../server/test/world.ts';
import type { Experiment } from './experiment.ts';
import { fitting, type Pool, type Schema } from './generate.ts';
import { FOREIGN, must, plant, startTown, type Planted, type Town } from './town.ts';

/** Those an operation is tried as: each role in one community, the neighbours of their units, residents and a guest. */
type Actor = {
  readonly name: string;
  readonly role: Role | 'resident' | 'guest';
  readonly units: readonly string[];
  renew(): Promise<Person>;
};

/** Nobody does what their post does not allow, and nobody learns what lies outside it. */
export const authorization: Experiment = {
  name: 'every operation × every role × in and out of scope',
  run: async (depth, check) => {
    const town = await startTown();
    try {
      const planted = await plantAll(town);
      const actors = await castOf(town, planted);
      const routes = town.world.platform.rooms.flatMap((room) => room.routes.map(({ route }) => route));
      const pool = await poolOf(town.world, planted);
      const seen: Seen = { refused: [], let: [], leaks: [], unread: [], faults: [], calls: 0 };
      for (const actor of actors) await tryReadings(town, actor, planted, seen);
      town.world.clock.advance({ days: 30 });
      await town.world.settle();
      const late = (await asTheyStand(town.world, planted)).find((one) => one.canary === 'QUIETBIRD');
      check(
        'a sensitive case stays hidden from the grid and the community it lies in, also when it is a month late',
        (late?.seenBy ?? ['c01']).filter((unit) => unit.startsWith('c01')),
      );
      const tried =
        depth === 'short'
          ? planted.filter((one) => one.canary !== 'FARBIRD' && one.canary !== 'QUIETBIRD')
          : planted;
      for (const actor of actors)
        for (const route of routes)
          await tryOperation(
            { town, actor, route, planted, tried, pool, tries: depth === 'short' ? 1 : 5 },
            seen,
          );
      check(
        `whom the contract does not let in is refused (${seen.calls} calls, ${routes.length} operations, ${actors.length} people)`,
        seen.refused,
      );
      check('whom the contract lets in is not turned away for their role', seen.let);
      check(
        'no reply holds a word of another street, of a case out of scope, or of somebody else’s report',
        seen.leaks,
      );
      check('every operation was reached with an input that fits', seen.unread);
      check('nothing fails with a fault of ours', seen.faults);
    } finally {
      await town.close();
      await stopTestServer();
    }
  },
};

/** One case in scope, one in another community, a sensitive one at the same place, one in another street. */
async function plantAll(town: Town): Promise<Planted[]> {
  const street = town.world.street;
  return [
    await plant(town, {
      canary: 'NEARBIRD',
      co: 'urban_ops',
      type: '02004',
      placeKind: 'road',
      place: 'c01-g01',
      street,
    }),
    await plant(town, {
      canary: 'FARBIRD',
      co: 'property_co',
      type: '02004',
      placeKind: 'sidewalk',
      place: 'c02-g01',
      street,
    }),
    await plant(town, { canary: 'QUIETBIRD', co: 'construction', type: '11007', place: 'c01-g01', street }),
    await plant(town, {
      canary: 'FOREIGNBIRD',
      co: 'law_enforcement',
      type: '01002',
      place: 'c01-g01',
      street: FOREIGN,
    }),
  ];
}

async function castOf({ world }: Town, planted: readonly Planted[]): Promise<Actor[]> {
  const staff = (role: Role, unit: string | undefined, units: readonly string[]): Actor => ({
    name: `${role}${unit === undefined ? '' : `@${unit}`}`,
    role,
    units,
    renew: () => world.person(role, unit),
  });
  const seats: Partial<Record<Role, readonly [string, readonly string[]]>> = {
    grid_worker: ['c01-g01', ['c01-g01']],
    community: ['c01', ['c01', 'c01-g01', 'c01-g02']],
    department: ['urban_ops', ['urban_ops']],
  };
  const named = roleNames.map((role) => staff(role, seats[role]?.[0], seats[role]?.[1] ?? []));
  const neighbours = [
    staff('grid_worker', 'c01-g02', ['c01-g02']),
    staff('community', 'c02', ['c02', 'c02-g01', 'c02-g02']),
    staff('department', 'fire', ['fire']),
  ];
  const reporter = planted[0]?.resident ?? null;
  return [
    ...named,
    ...neighbours,
    { name: 'resident', role: 'resident', units: [], renew: () => world.person('resident') },
    {
      name: 'reporter',
      role: 'resident',
      units: [],
      renew: () => (reporter === null ? Promise.resolve(null) : again(world, reporter)),
    },
    { name: 'guest', role: 'guest', units: [], renew: () => Promise.resolve(null) },
  ];
}

/** Another session of the same resident. */
const again = (world: World, { account, name, street }: TestPerson): Promise<Person> =>
  world.asSystem(async (work) => ({
    ...(await openResidentSession(work, account, 'test', 86_400)),
    account,
    name,
    street,
  }));

async function poolOf(world: World, planted: readonly Planted[]): Promise<Pool> {
  const { types } = must<{ types: { type: string }[] }>(await world.as(null).get('/api/types'));
  return {
    ids: planted.flatMap((one) => Object.values(one.ids)),
    units: ['c01', 'c01-g01', 'urban_ops', 'law_enforcement'],
    types: types.map((one) => one.type),
  };
}

type Seen = {
  refused: string[];
  let: string[];
  leaks: string[];
  unread: string[];
  faults: string[];
  calls: number;
};
type Try = {
  readonly town: Town;
  readonly actor: Actor;
  readonly route: Route;
  readonly planted: readonly Planted[];
  readonly tried: readonly Planted[];
  readonly pool: Pool;
  readonly tries: number;
};

export const letsIn = (who: Who, role: Actor['role']): boolean =>
  who === 'anyone' ||
  (who === 'signed-in'
    ? role !== 'guest'
    : who === 'resident'
      ? role === 'resident'
      : who === 'staff'
        ? role !== 'resident' && role !== 'guest'
        : role !== 'resident' && role !== 'guest' && who.includes(role));

/** Sends the operation with the keys of each planted case in turn; each call with a session of its own, since some end theirs. */
async function tryOperation(
  { town: { world }, actor, route, planted, tried, pool, tries }: Try,
  seen: Seen,
): Promise<void> {
  const prefix = route.path.split('/')[1] ?? '';
  const person = await actor.renew();
  const whose = letsIn(route.who, actor.role) ? tried : tried.slice(0, 1);
  for (const [at, one] of whose.entries()) {
    const made = fc.sample(
      fc.record({
        params: fitting(route.params as Schema, pool),
        query: fitting(route.query as Schema, pool),
        body: fitting(route.body as Schema, pool),
      }),
      { numRuns: tries, seed: at },
    );
    for (const input of made) {
      const params = {
        ...(input.params as Record<string, unknown>),
        ...(one.ids[prefix] === undefined ? {} : { id: one.ids[prefix] }),
      };
      const reply = await send(world, person, route, { ...input, params });
      seen.calls += 1;
      await judge({ world, actor, route, reply, planted }, seen);
    }
  }
}

type Reached = {
  readonly world: World;
  readonly actor: Actor;
  readonly route: Route;
  readonly reply: LightMyRequestResponse;
  readonly planted: readonly Planted[];
};

async function judge({ world, actor, route, reply, planted }: Reached, seen: Seen): Promise<void> {
  const name = `${route.id} as ${actor.name}`;
  const code = reply.statusCode === 200 ? null : reply.json<{ code?: string }>().code;
  if (reply.statusCode >= 500 && code !== 'identity.sms_not_set')
    seen.faults.push(`${name}: ${reply.body.slice(0, 300)}`);
  if (code === 'platform.invalid_input') return void seen.unread.push(`${name}: ${reply.body.slice(0, 300)}`);
  const barred =
    code === 'platform.not_allowed' || (code === 'platform.not_signed_in' && actor.role === 'guest');
  if (!letsIn(route.who, actor.role) && !barred)
    seen.refused.push(`${name}: ${reply.statusCode} ${reply.body.slice(0, 200)}`);
  if (letsIn(route.who, actor.role) && code === 'platform.not_allowed') seen.let.push(name);
  const now = leaksIn(reply.body, actor, planted).length === 0 ? [] : await asTheyStand(world, planted);
  seen.leaks.push(
    ...leaksIn(reply.body, actor, now).map(
      (canary) => `${name} tells ${canary}: ${excerpt(reply.body, canary)}`,
    ),
  );
}

/** The cases with those who take part by now: one of the calls before may have given it to somebody. */
async function asTheyStand(world: World, planted: readonly Planted[]): Promise<Planted[]> {
  const rows = await world.asSystem((work) =>
    work.db.selectFrom('cases.case').select(['id', 'seen_by']).execute(),
  );
  const known = new Map(rows.map((row) => [row.id, row.seen_by]));
  return planted.map((one) => ({ ...one, seenBy: known.get(one.caseId) ?? one.seenBy }));
}

/** The canaries of a reply that this person may not know. */
function leaksIn(body: string, actor: Actor, planted: readonly Planted[]): string[] {
  return planted.filter((one) => body.includes(one.canary) && !maySee(actor, one)).map((one) => one.canary);
}

function maySee({ name, role, units }: Actor, one: Planted): boolean {
  if (one.street === FOREIGN) return false;
  if (name === 'reporter') return one.canary === 'NEARBIRD';
  if (role === 'resident' || role === 'guest') return false;
  return wide.includes(role) || units.some((unit) => one.seenBy.includes(unit));
}

const excerpt = (body: string, canary: string): string =>
  body.slice(Math.max(0, body.indexOf(canary) - 80), body.indexOf(canary) + 60);

/** Every reading with its widest question, files and the documents of a case included. */
async function tryReadings(
  { world }: Town,
  actor: Actor,
  planted: readonly Planted[],
  seen: Seen,
): Promise<void> {
  const person = await actor.renew();
  const lists = [
    'cases?limit=100',
    'cases?limit=100&q=BIRD',
    'cases?limit=100&q=FOREIGNBIRD',
    'tasks?limit=100',
    'requests?limit=100',
    'consultations?limit=100',
    'supervisions?limit=100',
    'holds?limit=100',
    'reopenings?limit=100',
    'callbacks?limit=100',
    'checks?limit=100',
    'messages?limit=100',
    'cases/export',
    'reports/mine?limit=100',
    'accounts?limit=100',
    'imports?limit=100',
    'reports/nearby?lng=120.155&lat=31.225&text=BIRD',
    'reports/nearby?lng=120.155&lat=31.235&text=BIRD',
    'list-revisions',
    'api-keys',
  ];
  const files = planted.map((one) => `files/${one.ids['files'] ?? ''}`);
  for (const path of [...lists, ...files]) {
    const reply = await world.as(person).get(`/api/${path}`);
    seen.calls += 1;
    seen.leaks.push(
      ...leaksIn(reply.body, actor, planted).map(
        (canary) => `${path} as ${actor.name} tells ${canary}: ${excerpt(reply.body, canary)}`,
      ),
    );
  }
  for (const one of planted) {
    const reply = await world.as(person).get(`/api/files/${one.ids['files'] ?? ''}`);
    if (reply.statusCode === 200 && !maySee(actor, one))
      seen.leaks.push(`the picture of ${one.canary} is open to ${actor.name}`);
  }
}

/** One call as the contract tells it, with query and body as they are. */
export function send(
  world: World,
  person: Person | TestPerson,
  route: Route,
  input: { params: unknown; query: unknown; body: unknown },
): Promise<LightMyRequestResponse> {
  const filled = Object.entries((input.params ?? {}) as Record<string, unknown>).reduce(
    (path, [name, value]) => path.replace(`:${name}`, encodeURIComponent(asText(value).toWellFormed())),
    route.path,
  );
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries((input.query ?? {}) as Record<string, unknown>))
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value])
      if (one !== undefined) asked.append(name, asText(one));
  const path = `/api${filled}${asked.size === 0 ? '' : `?${asked.toString()}`}`;
  return world.app.inject({
    method: route.method,
    url: path,
    headers: { 'x-street': world.street },
    ...(person === null ? {} : { cookies: { [COOKIE]: person.token } }),
    ...(route.method === 'GET' ? {} : { payload: (input.body ?? {}) as object }),
  });
}

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
