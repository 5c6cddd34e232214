import type { ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { startEmbedded } from '../../server/src/platform/postgres/embedded.ts';
import type { TestPerson } from '../../server/test/people.ts';
import type { Depth } from '../experiment.ts';
import { dropHome, freePort, makeHome, startServer, stopServer, type Home } from '../server.ts';
import { WRITERS } from '../acknowledged.ts';
import type { Answer, What } from '../writer.ts';
import { lay, type Line } from './line.ts';
import { openProvider, type Provider } from './provider.ts';
import { openScreen, type Screen } from './screen.ts';

/** How long the database may take over a request here; so short that a silent line is told of soon. */
export const REQUEST_SECONDS = 2;

/** What the writers met on their way. */
export type Seen = {
  /** Answers that refused for a fault of ours. */
  readonly refused: Answer[];
  /** Requests that were not answered although the server was there. */
  unanswered: number;
  longest: number;
  away: boolean;
};

/** A deployment beside a PostgreSQL of one's own, with a provider of messages and a screen left open. */
export type Stage = {
  readonly depth: Depth;
  readonly home: Home;
  readonly person: TestPerson;
  /** Straight to PostgreSQL, not along the line. */
  readonly databaseUrl: string;
  readonly line: Line;
  readonly provider: Provider;
  readonly screen: Screen;
  readonly seen: Seen;
  readonly saw: NonNullable<What['heard']>;
  /** What runs now: web server and worker, in one process or two. */
  servers: ChildProcess[];
  start(): Promise<void>;
  /** Stops all but the database, so that it can be looked at. */
  end(): Promise<void>;
  /** Stops the database, and leaves nothing of it. */
  drop(): Promise<void>;
};

/** The short form has both in one process, as a small street does; another start of it costs what a trouble does. */
const partsOf = { short: [undefined], long: ['web', 'clocks'] } as const;

export async function setStage(depth: Depth): Promise<Stage> {
  const home = await makeHome(['intake']);
  const [person] = home.people;
  if (person === undefined) throw new Error('nobody writes');
  const port = await freePort();
  const database = await startEmbedded({ dataDir: home.folder, port });
  const [line, provider] = [await lay(port), await openProvider()];
  const along = new URL(database.url);
  along.port = String(line.port);
  const more = {
    DATABASE_URL: along.href,
    DATABASE_POOL: String(WRITERS + 4),
    REQUEST_SECONDS: String(REQUEST_SECONDS),
    SMS_URL: provider.url,
    SMS_KEY: 'provider-key',
  };
  const screen = openScreen(home, person);
  const seen: Seen = { refused: [], unanswered: 0, longest: 0, away: false };
  const stage: Stage = {
    depth,
    home,
    person,
    databaseUrl: database.url,
    line,
    provider,
    screen,
    seen,
    servers: [],
    saw: (answer, ms) => {
      seen.longest = Math.max(seen.longest, ms);
      if (answer === null && !seen.away) seen.unanswered += 1;
      if (answer !== null && answer.status >= 500) seen.refused.push(answer);
    },
    start: async () => {
      const parts = partsOf[depth].map((part) => startServer(home, { more, part }));
      const begun = await Promise.allSettled(parts);
      stage.servers = begun.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      await Promise.all(parts);
    },
    end: async () => {
      await screen.close();
      await Promise.all(stage.servers.map(stopServer));
      await provider.close();
      await line.close();
    },
    drop: async () => {
      await database.stop();
      dropHome(home);
    },
  };
  try {
    await stage.start();
  } catch (error) {
    await stage.end();
    await stage.drop();
    throw error;
  }
  return stage;
}

/** Waits for something that must come; longer than the database's own limits, after which a dead connection is given up. */
export async function patience(
  otherwise: string,
  isSo: () => boolean | Promise<boolean>,
  ms = 150_000,
): Promise<void> {
  for (const until = Date.now() + ms; !(await isSo()); await wait(25))
    if (Date.now() > until) throw new Error(otherwise);
}
