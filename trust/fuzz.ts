import fc from 'fast-check';
import { refusals } from '@fengqiao/contract/refusals.ts';
import { roleNames } from '@fengqiao/contract/roles.ts';
import type { Route } from '@fengqiao/contract/route.ts';
import { asSuperuser, type Ask } from '../server/test/inspect.ts';
import { stopTestServer } from '../server/test/database.ts';
import type { Person } from '../server/test/world.ts';
import { letsIn, send } from './authorization/call.ts';
import type { Experiment } from './experiment.ts';
import { fitting, unfitting, type Pool, type Schema } from './generate.ts';
import { FOREIGN, must, plant, startTown, type Town } from './town.ts';

/** Whatever is sent, the answer is one of ours, and what was refused has left nothing behind. */
export const fuzz: Experiment = {
  name: 'fuzz from our own contract',
  run: async (depth, check) => {
    const town = await startTown();
    try {
      await asSuperuser(town.world.url, async (ask) => {
        const pool = await poolOf(town);
        // First, since what is sent at random afterwards may well end a unit that an act needs.
        const doubled = await twiceAtOnce(town);
        const routes = town.world.platform.rooms.flatMap((room) => room.routes.map(({ route }) => route));
        const tell: Tell = { faults: [], strangers: [], halves: [], calls: 0, refused: 0 };
        const seed = Number(process.env.TRUST_SEED ?? Date.now() % 2_147_483_647);
        const runs = depth === 'short' ? 7 : 120;
        for (const [at, route] of routes.entries())
          await attack({ town, ask, route, pool }, { runs, seed: seed + at }, tell);
        check(
          `no fault of ours in ${tell.calls} calls of ${routes.length} operations (${tell.refused} refused; seed ${seed})`,
          tell.faults,
        );
        check(
          'every refusal is one of the contract, in both languages, and every reply fits its schema',
          tell.strangers,
        );
        check('what was refused left no row behind', tell.halves);
        check('the same act sent twice at once is done once', doubled);
      });
    } finally {
      await town.close();
      await stopTestServer();
    }
  },
};

async function poolOf(town: Town): Promise<Pool> {
  const street = town.world.street;
  const own = await plant(town, {
    canary: 'OWNBIRD',
    co: 'urban_ops',
    type: '02004',
    placeKind: 'road',
    place: 'c01-g01',
    street,
  });
  const foreign = await plant(town, {
    canary: 'FOREIGNBIRD',
    co: 'law_enforcement',
    type: '01002',
    place: 'c01-g01',
    street: FOREIGN,
  });
  const { types } = must<{ types: { type: string }[] }>(await town.world.as(null).get('/api/types'));
  return {
    ids: [...Object.values(own.ids), ...Object.values(foreign.ids)],
    units: ['c01', 'c01-g01', 'urban_ops', 'law_enforcement', 'centre'],
    types: types.slice(0, 40).map((one) => one.type),
  };
}

type Tell = {
  readonly faults: string[];
  readonly strangers: string[];
  readonly halves: string[];
  calls: number;
  refused: number;
};
type Target = { readonly town: Town; readonly ask: Ask; readonly route: Route; readonly pool: Pool };

/** One operation: inputs that fit, inputs that do not, and both as somebody whom it lets in. */
async function attack(
  { town, ask, route, pool }: Target,
  { runs, seed }: { runs: number; seed: number },
  tell: Tell,
): Promise<void> {
  const { world } = town;
  const role = roleNames.find((one) => letsIn(route.who, one));
  const person: Person = letsIn(route.who, 'guest')
    ? null
    : role === undefined
      ? await world.person('resident')
      : await world.person(role);
  const schemas = {
    params: route.params as Schema,
    query: route.query as Schema,
    body: route.body as Schema,
  };
  const inputs = fc
    .tuple(...Object.values(schemas).map((one) => fc.oneof(fitting(one, pool), unfitting(one, pool))))
    .map(([params, query, body]) => ({ params, query, body }));
  for (const input of fc.sample(inputs, { numRuns: runs, seed })) {
    const before = await countRows(ask);
    const reply = await send(world, person, route, input);
    tell.calls += 1;
    const name = `${route.id} ${JSON.stringify(input)?.slice(0, 400)}`;
    if (reply.statusCode === 200) continue;
    tell.refused += 1;
    const said = readJson(reply.body);
    const code = typeof said?.code === 'string' ? said.code : '';
    if (reply.statusCode >= 500 && code !== 'identity.sms_not_set')
      tell.faults.push(`${reply.statusCode} ${name}`);
    else if (!(code in refusals) || typeof said?.zh !== 'string' || typeof said.en !== 'string')
      tell.strangers.push(`${reply.statusCode} ${reply.body.slice(0, 120)} ${name}`);
    const after = await countRows(ask);
    if (after !== before) tell.halves.push(`${code} ${name}: ${before} → ${after}`);
  }
}

function readJson(text: string): { code?: unknown; zh?: unknown; en?: unknown } | null {
  try {
    return JSON.parse(text) as { code?: unknown };
  } catch {
    return null;
  }
}

/** How many rows of the loop, of facts and of messages there are; a refusal may change none of them. */
async function countRows(ask: Ask): Promise<string> {
  const tables = [
    'cases."case"',
    'cases.report',
    'cases.task',
    'cases.clock',
    'cases.assignment',
    'cases.activity',
    'cases.evidence',
    'cases.side_request',
    'cases.supervision',
    'cases.whistle',
    'cases.list_row',
    'cases.merge',
    'platform.event',
    'notices.message',
    'identity.account',
    'identity.post',
    'identity.unit',
    'identity.contact',
    'grids.area',
  ];
  const [row] = await ask<{ counts: string }>(
    `select concat_ws(' ', ${tables.map((table) => `(select count(*) from ${table})`).join(', ')}) as counts`,
  );
  return row?.counts ?? '';
}

/** Two presses of the same button, with the version that both have seen: one acts, the other is told that it came late. */
async function twiceAtOnce(town: Town): Promise<string[]> {
  const { world } = town;
  const odd: string[] = [];
  for (let turn = 0; turn < 10; turn++) {
    const one = await plant(town, {
      canary: `DOUBLE${turn}`,
      co: 'urban_ops',
      type: '02004',
      placeKind: 'road',
      place: 'c01-g01',
      street: world.street,
    });
    const supervisor = await town.desk('supervisor');
    const [request] = must<{ requests: { id: string }[] }>(
      await world.as(supervisor).get(`/api/cases/${one.caseId}`),
    ).requests;
    const replies = await Promise.all(
      [1, 2, 3].map(() =>
        world
          .as(supervisor)
          .post(`/api/requests/${request?.id ?? ''}/decision`, { approved: false, note: '不同意作废' }),
      ),
    );
    const done = replies.filter((reply) => reply.statusCode === 200).length;
    if (done !== 1) odd.push(`decided ${done} times: ${replies.map((reply) => reply.statusCode).join(', ')}`);
  }
  return odd;
}
