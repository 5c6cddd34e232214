import { asSuperuser, type Ask } from '../server/test/inspect.ts';
import { stopTestServer } from '../server/test/database.ts';
import { startHandling } from '../server/src/modules/cases/handling.fixture.ts';
import type { Check, Experiment } from './experiment.ts';
import { faults, hang, type Bell } from './histories/bell.ts';
import { chanceOf } from './histories/chance.ts';
import { counted } from './histories/counted.ts';
import { cycles } from './histories/cycles.ts';
import { scenes, STANDING, type Cast, type Scene, type Stage } from './histories/scenes.ts';
import { twice } from './histories/twice.ts';
import { historyOf, noteVersions } from './histories/versions.ts';

/** So many transactions may meet; every scene has fewer clients. */
const CONNECTIONS = '24';

/** Whoever acts at the same moment, what came of it could have come one after another, and every count is exact. */
export const histories: Experiment = {
  name: 'many windows at one moment, and whether an order explains what they were told',
  run: async (depth, check) => {
    const rounds = depth === 'short' ? 5 : 150;
    const seed = Number(process.env.TRUST_SEED ?? Date.now() % 2_147_483_647);
    const town = await startHandling({ DATABASE_POOL: CONNECTIONS });
    try {
      await asSuperuser(town.world.url, async (ask) => {
        await noteVersions(ask);
        const base = await town.world.app.listen({ port: 0, host: '127.0.0.1' });
        const stage = { town, cast: await cast(town), bell: hang(base, chanceOf(seed)) };
        for (const scene of [...scenes, ...counted, ...twice])
          await play(stage, scene, { rounds, seed, check });
        await judge(stage.bell, ask, check);
      });
    } finally {
      await town.world.close();
      await stopTestServer();
    }
  },
};

async function cast({ world, dispatcher, officer, checker }: Stage['town']): Promise<Cast> {
  return {
    dispatchers: [dispatcher, await world.person('dispatcher')],
    officers: [officer, await world.person('department', 'law_enforcement')],
    checkers: [checker, await world.person('checker')],
    supervisor: await world.person('supervisor'),
  };
}

type Play = { readonly rounds: number; readonly seed: number; readonly check: Check };

/** A scene again and again, each time on the same Monday morning. */
async function play(stage: Stage, { name, play: once }: Scene, { rounds, seed, check }: Play): Promise<void> {
  const wrong: string[] = [];
  const before = stage.bell.heard.length;
  for (let round = 0; round < rounds; round++) {
    stage.town.world.clock.set('2026-11-23T02:00:00Z');
    wrong.push(...(await once(stage)).map((what) => `seed ${seed}, round ${round}: ${what}`));
  }
  const heard = stage.bell.heard.slice(before);
  const done = heard.filter(({ status }) => status === 200).length;
  check(`${name}: ${rounds} times, ${heard.length} asked, ${done} told yes`, wrong);
}

async function judge({ heard }: Bell, ask: Ask, check: Check): Promise<void> {
  const { acts, order, unkept } = await historyOf(ask, heard);
  check('every acknowledged change of a case is among its versions', unkept);
  const versions = [...order.values()].reduce((sum, of) => sum + of.length, 0);
  check(
    `${acts.length} acts on ${order.size} cases of ${versions} versions are as if one had come after another`,
    cycles(acts, order).map((knot) => knot.join('  ⇄  ')),
  );
  const standing = await ask<{ wrong: string; id: string }>(STANDING);
  check(
    'no case is with two units, closed over a reopening, counted wrongly or lost in a merge',
    standing.map(({ wrong, id }) => `${wrong}: ${id}`),
  );
  check('nobody was told of a fault of ours', faults(heard));
}
