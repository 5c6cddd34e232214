import { sql } from 'kysely';
import pino from 'pino';
import type { Settings } from './config.ts';
import { askWithin, openDatabase } from './db.ts';
import { describe } from './errors.ts';
import { makeLimits } from './limits.ts';
import { ground } from './ground.ts';
import { eventLag } from './listen.ts';
import { makeLive } from './live.ts';
import { makeMeters } from './metrics.ts';
import type { Room } from './room.ts';
import type { Platform } from './serve.ts';
import { makeSpace, type FreeOn } from './space.ts';
import { loadCalendar } from './years.ts';

type Given = {
  readonly settings: Settings;
  /** Of the user that owns the database; the pool itself works as a role that owns nothing. */
  readonly url: string;
  readonly rooms: readonly Room[];
  readonly clock?: () => Date;
  readonly checkReplies?: boolean;
  /** How much room a disk has; the system's own word by default. */
  readonly freeOn?: FreeOn;
};

export type OpenPlatform = Platform & { close(): Promise<void> };

/** Opens the database and brings together what every act needs; the database must have been migrated. */
export async function buildPlatform({
  settings,
  url,
  rooms,
  clock = () => new Date(),
  checkReplies = false,
  freeOn,
}: Given): Promise<OpenPlatform> {
  const database = openDatabase(url, { max: settings.pool });
  const { db, pool } = database;
  let calendar = await loadCalendar(db);
  // Lines of a quarter second go to the log's own file together, which spares every request a system call; what is left is
  // written when the program ends.
  const log = pino(
    { level: settings.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    logFile(),
  );
  const space = makeSpace({
    settings,
    log,
    isAnswering: () =>
      askWithin(db, PATIENCE_MS, (tx) => sql`select 1`.execute(tx)).then(
        () => true,
        () => false,
      ),
    ...(freeOn === undefined ? {} : { freeOn }),
  });
  await space.look();
  const live = makeLive(db, async (error) => {
    if (!(await space.covers(error))) log.error(describe(error), 'live changes could not be read');
  });
  return {
    settings,
    db,
    clock,
    checkReplies,
    live,
    rooms: [ground(settings.dataDir), ...rooms],
    calendar: () => calendar,
    reloadCalendar: async () => {
      calendar = await loadCalendar(db);
    },
    limits: makeLimits(clock),
    log,
    space,
    meters: makeMeters({ pool, lag: () => eventLag({ db }), live: () => live.size(), space }),
    close: async () => {
      space.close();
      live.close();
      await database.close();
    },
  };
}

/** How long the database may take to say that it is back. */
const PATIENCE_MS = 3_000;

const MOST_UNWRITTEN = 4_000_000;

/** A log that cannot be written, as on a full disk, keeps its last lines for later and ends nothing. */
const logFile = () =>
  pino
    .destination({ sync: false, minLength: 4_096, periodicFlush: 250, maxLength: MOST_UNWRITTEN })
    .on('error', () => undefined);
