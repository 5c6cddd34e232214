import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import type { Role } from '@fengqiao/contract/roles.ts';
import { buildApp, rooms as allRooms } from '../src/app.ts';
import { readSettings } from '#platform/config.ts';
import { COOKIE, hashOf } from '#platform/http.ts';
import { newId } from '#platform/ids.ts';
import { runJobs } from '#platform/jobs.ts';
import { allHeard, hearAll, type Trouble } from '#platform/listen.ts';
import { buildPlatform, type OpenPlatform } from '#platform/platform.ts';
import type { Room } from '#platform/room.ts';
import type { FreeOn } from '#platform/space.ts';
import { createStreet } from '#platform/street.ts';
import { withWork, type Work } from '#platform/work.ts';
import { createTestDatabase } from './database.ts';
import { makePerson, type TestPerson } from './people.ts';
import { allSealed } from './sealed.ts';

export const STREET = 'tingfeng';

/** Somebody with a session; null stands for a guest. */
export type Person = {
  readonly token: string;
  readonly account: string;
  readonly name: string;
  readonly street: string;
} | null;

export type Clock = {
  now(): Date;
  set(to: Date | string): void;
  advance(span: { days?: number; hours?: number; minutes?: number; seconds?: number }): void;
};

type Sent = { readonly key?: string; readonly headers?: Record<string, string> };

/** The API as one person sees it; nothing goes over a network. */
export type Hand = {
  get(path: string, sent?: Sent): Promise<LightMyRequestResponse>;
  post(path: string, body?: unknown, sent?: Sent): Promise<LightMyRequestResponse>;
  put(path: string, body?: unknown, sent?: Sent): Promise<LightMyRequestResponse>;
  delete(path: string, sent?: Sent): Promise<LightMyRequestResponse>;
};

export type World = {
  readonly app: FastifyInstance;
  readonly platform: OpenPlatform;
  readonly clock: Clock;
  readonly street: string;
  /** Of the database's owner, for what the program itself may not do. */
  readonly url: string;
  as(person: Person): Hand;
  /** Makes somebody at a post (or a resident) with a session; lays a small tree of units when the street has none. */
  person(role: Role | 'resident', unit?: string, street?: string): Promise<TestPerson>;
  /** Gives somebody a session without signing in; what is not told is that of a staff member without a post. */
  session(of?: NewSession): Promise<NonNullable<Person>>;
  /** Runs something as the street's engine, in a transaction. */
  asSystem<T>(act: (work: Work) => Promise<T>, street?: string): Promise<T>;
  /** Lets listeners hear all that was announced and every job do all it finds to do, until all is quiet. */
  settle(): Promise<void>;
  close(): Promise<void>;
};

type NewSession = {
  readonly kind?: 'staff' | 'resident';
  readonly account?: string;
  readonly name?: string;
  readonly role?: Role;
  readonly unit?: string;
  readonly units?: readonly string[];
  readonly wide?: boolean;
  readonly level?: 0 | 1 | 2;
  readonly street?: string;
};

type Options = {
  readonly rooms?: readonly Room[];
  readonly at?: string;
  readonly env?: Record<string, string>;
  /** How much room the disk is said to have. */
  readonly freeOn?: FreeOn;
};

const usual = {
  DEFAULT_STREET: STREET,
  DEMO: 'off',
  LOG_LEVEL: 'silent',
  RATE_LIMIT: '1000000',
  // Tests of the second factor and of old passwords ask for them.
  STAFF_SECOND_FACTOR: 'off',
  PASSWORD_DAYS: '0',
  DATABASE_POOL: '6',
};

/** A fresh town for one test file: a database of its own, a clock that moves only when told, the whole server. */
export async function startWorld({
  rooms = allRooms,
  at = '2026-11-23T02:00:00Z',
  env = {},
  freeOn,
}: Options = {}): Promise<World> {
  const database = await createTestDatabase();
  const clock = makeClock(at);
  const settings = readSettings({
    ...usual,
    DATA_DIR: join(tmpdir(), `fengqiao-test-${randomBytes(6).toString('hex')}`),
    ...env,
  });
  const platform = await buildPlatform({
    settings,
    url: database.url,
    rooms,
    clock: clock.now,
    checkReplies: true,
    ...(freeOn === undefined ? {} : { freeOn }),
  });
  await createStreet(platform.db, {
    id: STREET,
    nameZh: '听枫街道',
    nameEn: 'Tingfeng Subdistrict',
    prefix: 'TF',
    now: clock.now(),
  });
  const app = await buildApp(platform);
  await app.ready();
  let people = 0;
  return {
    app,
    platform,
    clock,
    street: STREET,
    url: database.url,
    as: (person) => handOf(app, person),
    person: (role, unit, street = STREET) =>
      withWork(platform, { service: 'system', street }, clock.now(), 'write', (work) =>
        makePerson(work, role, unit, (people += 1)),
      ),
    session: (of = {}) => makeSession(platform, clock.now(), of),
    asSystem: (act, street = STREET) =>
      withWork(platform, { service: 'system', street }, clock.now(), 'write', act),
    settle: () => settle(platform),
    close: async () => {
      await app.close();
      await platform.close();
      await database.drop();
      rmSync(settings.dataDir, { recursive: true, force: true });
    },
  };
}

function makeClock(at: string): Clock {
  let now = new Date(at);
  return {
    now: () => new Date(now),
    set: (to) => void (now = new Date(to)),
    advance: ({ days = 0, hours = 0, minutes = 0, seconds = 0 }) =>
      void (now = new Date(now.getTime() + (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000)),
  };
}

function handOf(app: FastifyInstance, person: Person): Hand {
  const send = (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    body: unknown,
    { key, headers }: Sent = {},
  ) => {
    const options: InjectOptions = {
      method,
      url,
      headers: { ...(key === undefined ? {} : { 'idempotency-key': key }), ...headers },
    };
    if (person !== null) options.cookies = { [COOKIE]: person.token };
    if (body !== undefined) options.payload = body as object;
    return app.inject(options);
  };
  return {
    get: (path, sent) => send('GET', path, undefined, sent),
    post: (path, body, sent) => send('POST', path, body ?? {}, sent),
    put: (path, body, sent) => send('PUT', path, body ?? {}, sent),
    delete: (path, sent) => send('DELETE', path, undefined, sent),
  };
}

async function makeSession({ db }: OpenPlatform, now: Date, of: NewSession): Promise<NonNullable<Person>> {
  const token = randomBytes(32).toString('base64url');
  const {
    kind = 'staff',
    name = '测试员',
    street = STREET,
    account = newId(now),
    units,
    unit,
    role,
    wide = false,
    level = 2,
  } = of;
  await db
    .insertInto('identity.session')
    .values({
      id: newId(now),
      token_hash: hashOf(token),
      street,
      kind,
      account,
      name,
      role: role ?? null,
      unit: unit ?? null,
      units: [...(units ?? (unit === undefined ? [] : [unit]))],
      wide,
      level,
      made_at: now,
      seen_at: now,
      stepped_until: new Date(now.getTime() + 3650 * 86_400_000),
      ends_at: 'infinity',
    })
    .execute();
  return { token, account, name, street };
}

/** So many rounds of 5 ms may the seal wait for others; a test that keeps it from its work is not kept for ever. */
const SEAL_ROUNDS = 400;

async function settle(platform: OpenPlatform): Promise<void> {
  const failures: unknown[] = [];
  let rounds = 0;
  for (;;) {
    const trouble: Trouble = new Map();
    const heard = await hearAll(platform, trouble);
    for (const { error } of trouble.values()) throw error;
    const done = await runJobs(platform, new Map(), {
      failed: (_job, _street, error) => failures.push(error),
    });
    if (failures.length > 0) throw failures[0];
    if (heard + done > 0) continue;
    if ((await allHeard(platform)) && ((rounds += 1) > SEAL_ROUNDS || (await allSealed(platform)))) return;
    // Facts stay out of sight while an older transaction of another test file runs on the same server.
    await wait(5);
  }
}
