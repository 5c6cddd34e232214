import fc from 'fast-check';
import type { Route } from '@fengqiao/contract/route.ts';
import { stopTestServer } from '../server/test/database.ts';
import type { World } from '../server/test/world.ts';
import type { Experiment } from './experiment.ts';
import { fitting, type Pool, type Schema } from './generate.ts';
import { FOREIGN, must, plant, startTown, type Planted, type Town } from './town.ts';
import { letsIn, send } from './authorization/call.ts';
import { knownPerson, plantCare, stillKept } from './authorization/care.ts';
import { castOf, type Actor } from './authorization/cast.ts';
import { asTheyStand, judge, type Seen } from './authorization/judge.ts';
import { tryReadings } from './authorization/readings.ts';

/** Nobody does what their post does not allow, and nobody learns what lies outside it. */
export const authorization: Experiment = {
  name: 'every operation × every role × in and out of scope',
  run: async (depth, check) => {
    const town = await startTown();
    try {
      const care = await plantCare(town);
      const planted = [...(await plantAll(town)), care.planted];
      const actors = await castOf(town, planted);
      const routes = town.world.platform.rooms.flatMap((room) => room.routes.map(({ route }) => route));
      const pool = await poolOf(town.world, planted, [care.worker.account, care.second.account]);
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
        'no reply holds a word of another street, of a case out of scope, of somebody else’s report, or of special care',
        seen.leaks,
      );
      check(
        'a record of special care stands as its two people left it, whoever else tried',
        await stillKept(town, care),
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

async function poolOf(world: World, planted: readonly Planted[], accounts: readonly string[]): Promise<Pool> {
  const { types } = must<{ types: { type: string }[] }>(await world.as(null).get('/api/types'));
  return {
    ids: [...planted.flatMap((one) => Object.values(one.ids)), ...accounts],
    units: ['c01', 'c01-g01', 'urban_ops', 'law_enforcement'],
    types: types.map((one) => one.type),
  };
}

type Try = {
  readonly town: Town;
  readonly actor: Actor;
  readonly route: Route;
  readonly planted: readonly Planted[];
  readonly tried: readonly Planted[];
  readonly pool: Pool;
  readonly tries: number;
};

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
      // A proposal about nobody would be refused before anything could be told.
      const body = route.id === 'care.propose' ? { ...(input.body as object), ...knownPerson } : input.body;
      const reply = await send(world, person, route, { ...input, params, body });
      seen.calls += 1;
      await judge({ world, actor, route, reply, planted }, seen);
    }
  }
}
