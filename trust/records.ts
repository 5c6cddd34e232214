import fc from 'fast-check';
import { roleNames } from '@fengqiao/contract/roles.ts';
import type { Route } from '@fengqiao/contract/route.ts';
import { asSuperuser, type Ask } from '../server/test/inspect.ts';
import { stopTestServer } from '../server/test/database.ts';
import type { Person } from '../server/test/world.ts';
import { letsIn, send } from './authorization/call.ts';
import type { Experiment } from './experiment.ts';
import { fitting, type Pool, type Schema } from './generate.ts';
import { plant, startTown, type Town } from './town.ts';

type Tried = { readonly route: Route; readonly role: string; readonly body: string };

/** No record, no data: once looks cannot be written down any more, staff are shown nobody. */
export const records: Experiment = {
  name: 'operations that read personal data, without the right to record the look',
  run: async (depth, check) => {
    const town = await startTown();
    try {
      await asSuperuser(town.world.url, async (ask) => {
        const pool = await poolOf(town);
        const routes = town.world.platform.rooms
          .flatMap((room) => room.routes.map(({ route }) => route))
          .filter(({ reads, who }) => reads === 'personal' && roleNames.some((role) => letsIn(who, role)));
        const runs = depth === 'short' ? 8 : 120;
        const before = await countLooks(ask);
        const shown = await tryAll(town, routes, pool, runs);
        const recorded = (await countLooks(ask)) - before;
        check(
          `${shown.length} readings of ${routes.length} operations showed somebody and left ${recorded} records`,
          shown.length > 0 && recorded >= shown.length
            ? []
            : [`${shown.length} readings, ${recorded} records`],
        );
        await ask('revoke insert on audit.access from fengqiao_app');
        const bare = await tryAll(town, routes, pool, runs);
        check(
          'without the right to record, not one of them shows anybody',
          bare.map(({ route, role, body }) => `${route.id} as ${role}: ${body.slice(0, 200)}`),
        );
      });
    } finally {
      await town.close();
      await stopTestServer();
    }
  },
};

async function poolOf(town: Town): Promise<Pool> {
  const own = await plant(town, {
    canary: 'OWNBIRD',
    co: 'urban_ops',
    type: '02004',
    placeKind: 'road',
    place: 'c01-g01',
    street: town.world.street,
  });
  // A case and its report alone, so that what is made up often names the two that belong together.
  return {
    ids: [own.report, own.caseId],
    units: ['c01', 'c01-g01', 'urban_ops', 'centre'],
    types: ['02004'],
  };
}

const countLooks = async (ask: Ask): Promise<number> =>
  (await ask<{ n: number }>('select count(*)::int as n from audit.access'))[0]?.n ?? 0;

/** Every operation as every role it lets in; gives those that showed somebody. */
async function tryAll({ world }: Town, routes: readonly Route[], pool: Pool, runs: number): Promise<Tried[]> {
  const shown: Tried[] = [];
  for (const role of roleNames.filter((one) => routes.some(({ who }) => letsIn(who, one)))) {
    const person: Person = await world.person(role);
    for (const route of routes.filter(({ who }) => letsIn(who, role))) {
      const inputs = fc
        .tuple(
          // What an operation is about is mostly the case; what it names within it, mostly the report.
          fitting(route.params as Schema, { ...pool, ids: pool.ids.slice(1) }),
          fitting(route.query as Schema, pool),
          fitting(route.body as Schema, pool),
        )
        .map(([params, query, body]) => ({ params, query, body }));
      for (const input of fc.sample(inputs, { numRuns: runs, seed: 7 })) {
        const { statusCode, body } = await send(world, person, route, input);
        if (statusCode === 200 && !isEmpty(body)) shown.push({ route, role, body });
      }
    }
  }
  return shown;
}

function isEmpty(body: string): boolean {
  const said: unknown = JSON.parse(body);
  return (
    typeof said === 'object' &&
    said !== null &&
    'items' in said &&
    Array.isArray(said.items) &&
    said.items.length === 0
  );
}
