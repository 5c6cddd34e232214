import { garbage } from '../server/test/cases.ts';
import { inspect } from '../server/test/inspect.ts';
import type { Experiment } from './experiment.ts';
import { dropHome, makeHome, startServer, stopServer } from './server.ts';
import { sendUntilTold } from './writer.ts';

const AT_ONCE = 5;
const ABREAST = 8;

/** A phone that sends the same report five times at once has reported it once. */
export const duplicates: Experiment = {
  name: 'the same key five times at once',
  run: async (depth, check) => {
    const keys = depth === 'short' ? 200 : 2000;
    const home = await makeHome(['intake']);
    const server = await startServer(home);
    const odd: string[] = [];
    try {
      const [person] = home.people;
      if (person === undefined) throw new Error('nobody writes');
      let next = 0;
      const stream = async () => {
        for (let at = next++; at < keys; at = next++) {
          const what = {
            key: `same-key-${at}`,
            body: { ...garbage, text: `同一件事第${at}号`, channel: 'phone' },
          };
          const answers = await Promise.all(
            Array.from({ length: AT_ONCE }, () => sendUntilTold(home, person, '/cases', what)),
          );
          const different = new Set(answers.map(({ status, text }) => `${status} ${text}`));
          if (different.size !== 1 || answers[0]?.status !== 200)
            odd.push(`key ${at}: ${[...different].join(' / ')}`);
        }
      };
      await Promise.all(Array.from({ length: ABREAST }, stream));
      const other = await sendUntilTold(home, person, '/cases', {
        key: 'same-key-0',
        body: { ...garbage, text: '另一件事', channel: 'phone' },
      });
      check(
        'the same key with another content is refused',
        other.status === 422 && other.text.includes('platform.key_reused')
          ? []
          : [`${other.status} ${other.text}`],
      );
    } finally {
      await stopServer(server);
    }
    const [stored] = await inspect<{ cases: number; texts: number; reports: number }>(
      home.folder,
      'select (select count(*)::int from cases."case") as cases, (select count(distinct text)::int from cases."case") as texts, (select count(*)::int from cases.report) as reports',
    );
    dropHome(home);
    check(`${keys} keys × ${AT_ONCE} give identical answers`, odd);
    check(
      `${keys} keys make ${keys} cases and ${keys} reports`,
      stored?.cases === keys && stored.texts === keys && stored.reports === keys
        ? []
        : [JSON.stringify(stored)],
    );
  },
};
