import type { ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { enough, missing, startWriting, storedIn, twice, WRITERS } from './acknowledged.ts';
import type { Experiment } from './experiment.ts';
import { dropHome, killEverything, makeHome, startServer, stopServer } from './server.ts';
import { sendUntilTold } from './writer.ts';

const LONGEST_ABSENCE = 10_000;

/** Everything that was acknowledged is stored, once, however often the machine loses its power. */
export const crash: Experiment = {
  name: 'kill -9 of the server and of every database process under 12 writers',
  run: async (depth, check) => {
    const cycles = depth === 'short' ? 3 : 10;
    const home = await makeHome(['intake']);
    let server: ChildProcess | null = null;
    try {
      server = await startServer(home);
      const person = home.people[0];
      if (person === undefined) throw new Error('nobody writes');
      const pens = startWriting(home, person);
      const absences: number[] = [];
      for (let cycle = 0; cycle < cycles; cycle++) {
        await enough(pens, WRITERS * 4);
        await wait(30 + 90 * (cycle % 4));
        const killed = performance.now();
        await killEverything(server, home);
        server = await startServer(home);
        await sendUntilTold(home, person, '/saved-views', {
          key: `after-crash-${cycle}`,
          body: { name: `第${cycle}次断电后`, query: '' },
        });
        absences.push(performance.now() - killed);
      }
      await enough(pens, WRITERS);
      await pens.down();
      await stopServer(server);
      const stored = await storedIn(home);
      check(
        `${pens.told.length} acknowledged cases are all stored, in the state that was acknowledged`,
        missing(pens.told, stored),
      );
      check('nothing is stored twice', twice(stored));
      const waits = absences.map((ms) => `${(ms / 1000).toFixed(1)} s`).join(', ');
      // A machine that tests share with others tells nothing by its clock; the long form is run alone.
      if (depth === 'short') console.log(`    back after ${waits}`);
      else
        check(
          `the service is back within 10 s (${waits})`,
          absences.filter((ms) => ms > LONGEST_ABSENCE).map((ms) => `${Math.round(ms)} ms`),
        );
    } finally {
      if (server !== null) await stopServer(server);
      dropHome(home);
    }
  },
};
