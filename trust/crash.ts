import type { ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import type { TestPerson } from '../server/test/people.ts';
import { garbage } from '../server/test/cases.ts';
import { inspect } from '../server/test/inspect.ts';
import type { Experiment } from './experiment.ts';
import { dropHome, killEverything, makeHome, startServer, stopServer, type Home } from './server.ts';
import { sendUntilTold } from './writer.ts';

const WRITERS = 12;
const LONGEST_ABSENCE = 10_000;
type Told = { readonly mark: string; readonly caseId: string; readonly no: string; registered: boolean };

/** Everything that was acknowledged is stored, once, however often the machine loses its power. */
export const crash: Experiment = {
  name: 'kill -9 of the server and of every database process under 12 writers',
  run: async (depth, check) => {
    const cycles = depth === 'short' ? 3 : 10;
    const home = await makeHome(['intake']);
    let server: ChildProcess | null = null;
    try {
      server = await startServer(home);
      const told: Told[] = [];
      const pen = { down: false };
      const person = home.people[0];
      if (person === undefined) throw new Error('nobody writes');
      const writers = Array.from({ length: WRITERS }, (_, n) => write(home, person, { n, told, pen }));
      const absences: number[] = [];
      for (let cycle = 0; cycle < cycles; cycle++) {
        await enough(told, told.length + WRITERS * 4);
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
      await enough(told, told.length + WRITERS);
      pen.down = true;
      await Promise.all(writers);
      await stopServer(server);
      const stored = await storedIn(home);
      check(
        `${told.length} acknowledged cases are all stored, in the state that was acknowledged`,
        missing(told, stored),
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

type Writer = { readonly n: number; readonly told: Told[]; readonly pen: { down: boolean } };

/** Takes reports and registers them, one after another; what was not answered is asked again under the same key. */
async function write(home: Home, person: TestPerson, { n, told, pen }: Writer): Promise<void> {
  for (let turn = 0; !pen.down; turn++) {
    const mark = `断电${n}号第${turn}件`;
    const taken = await sendUntilTold(home, person, '/cases', {
      key: `take-${n}-${turn}`,
      body: { ...garbage, text: mark, channel: 'upstream' },
    });
    if (taken.status !== 200) throw new Error(taken.text);
    const { caseId, no }: { caseId: string; no: string } = JSON.parse(taken.text);
    const one: Told = { mark, caseId, no, registered: false };
    told.push(one);
    const registered = await sendUntilTold(home, person, `/cases/${caseId}/registration`, {
      key: `register-${n}-${turn}`,
      body: { type: '01002' },
    });
    if (registered.status !== 200) throw new Error(registered.text);
    one.registered = true;
  }
}

async function enough(told: readonly Told[], count: number): Promise<void> {
  for (const until = Date.now() + 60_000; told.length < count; await wait(15))
    if (Date.now() > until) throw new Error(`only ${told.length} of ${count} writes in a minute`);
}

type Stored = {
  readonly id: string;
  readonly no: string;
  readonly text: string;
  readonly state: string;
  readonly acts: number;
};

/** What stands on the disk once the server has ended, read by a database started for it alone. */
const storedIn = (home: Home): Promise<Stored[]> =>
  inspect(
    home.folder,
    'select id, no, text, state, (select count(*)::int from cases.activity a where a.street = c.street and a.case_id = c.id) as acts from cases."case" c',
  );

function missing(told: readonly Told[], stored: readonly Stored[]): string[] {
  const byId = new Map(stored.map((one) => [one.id, one]));
  return told.flatMap(({ mark, caseId, no, registered }) => {
    const found = byId.get(caseId);
    if (found === undefined || found.no !== no || found.text !== mark) return [`${no} ${mark} is lost`];
    if (found.acts < (registered ? 2 : 1)) return [`${no} has ${found.acts} lines of history`];
    return registered && found.state !== 'registered' ? [`${no} is ${found.state}`] : [];
  });
}

function twice(stored: readonly Stored[]): string[] {
  return (['id', 'no', 'text'] as const).flatMap((key) => {
    const seen = new Set<string>();
    return stored.flatMap((one) => (seen.has(one[key]) ? [`${key} ${one[key]}`] : (seen.add(one[key]), [])));
  });
}
