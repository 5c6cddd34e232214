import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { In, Out, Route } from '@fengqiao/contract/route.ts';
import type { Role } from '@fengqiao/contract/roles.ts';
import type { Settings } from './config.ts';
import { isConflict } from './errors.ts';
import { entryOf, httpOf, reasonOf, type Http } from './http.ts';
import { isKeyRace, keyOf, once } from './idempotency.ts';
import type { Limits } from './limits.ts';
import type { Live } from './live.ts';
import type { Meters } from './metrics.ts';
import { Ready } from './ready.ts';
import { Refusal, refuse } from './refusal.ts';
import type { Room } from './room.ts';
import type { Space } from './space.ts';
import { checker } from './validate.ts';
import { witnessDone, witnessRefused, type Told } from './witness.ts';
import { withKey, withGuess, withWork, type Rooms, type Work } from './work.ts';

export type { Http } from './http.ts';

export type Served = {
  readonly route: Route;
  readonly act: (work: Work, input: In<Route>, http: Http) => Promise<unknown>;
  /** What the security log says of it beyond the usual, once it is done, or before it where it was refused. */
  readonly tell?: (work: Work, input: In<Route>, said: unknown) => Told | Promise<Told>;
};

/** Joins an operation of the contract to the act that does it. */
export function serve<R extends Route>(
  route: R,
  act: (work: Work, input: In<R>, http: Http) => Promise<Out<R>>,
  tell?: (work: Work, input: In<R>, said: Out<R> | null) => Told | Promise<Told>,
): Served {
  return tell === undefined ? { route, act } : { route, act, tell: tell as Served['tell'] & object };
}

/** The answer of an act that has nothing more to say. */
export const done = { ok: true } as const;

export type Platform = Rooms & {
  readonly settings: Settings;
  readonly clock: () => Date;
  /** In tests every reply is held against its schema. */
  readonly checkReplies: boolean;
  readonly rooms: readonly Room[];
  readonly log: FastifyBaseLogger;
  readonly limits: Limits;
  readonly live: Live;
  readonly meters: Meters;
  readonly space: Space;
  /** Reads the day table again, after a year was imported. */
  reloadCalendar(): Promise<void>;
};

export function mount(app: FastifyInstance, platform: Platform, served: Served): void {
  const { route } = served;
  const params = checker<In<Route>['params']>(route.params, 'text');
  const query = checker<In<Route>['query']>(route.query, 'text');
  const body = checker<In<Route>['body']>(route.body, 'json');
  const fits = platform.checkReplies ? replyCheck(route) : null;
  app.route({
    method: route.method,
    url: `/api${route.path}`,
    config: route.apart ? {} : { operation: route.id },
    ...(route.bytes === undefined ? {} : { bodyLimit: route.bytes }),
    handler: async (request, answer) => {
      const input = {
        params: params(request.params),
        query: query(request.query),
        body: body(request.body ?? {}),
      };
      const said = await run({
        platform,
        served,
        input,
        request,
        answer,
        http: httpOf(request, answer, platform),
      });
      fits?.(said instanceof Ready ? said.text : said);
      if (said instanceof Ready) return said.send(request, answer);
      answer.header('cache-control', 'no-store').type('application/json; charset=utf-8');
      return answer.send(said);
    },
  });
}

/** Holds a reply against its schema; one that does not fit is a fault of ours, not of the caller. */
function replyCheck(route: Route): (said: string) => void {
  const check = checker(route.reply, 'json');
  return (said) => {
    try {
      check(JSON.parse(said));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      throw new Error(
        `The reply of ${route.id} does not fit its schema: ${JSON.stringify(error.details)} in ${said.slice(0, 500)}`,
        { cause: error },
      );
    }
  };
}

const MOST_TRIES = 3;

type Call = {
  readonly platform: Platform;
  readonly served: Served;
  readonly input: In<Route>;
  readonly request: FastifyRequest;
  readonly answer: FastifyReply;
  readonly http: Http;
};

/** Gives the JSON text of the answer. */
async function run(call: Call): Promise<string | Ready> {
  const { http } = call;
  refuseForeignSite(call.request);
  for (let tries = 1; ; tries += 1) {
    try {
      return await runOnce(call);
    } catch (error) {
      if (tries < MOST_TRIES && (isConflict(error) || isKeyRace(error))) continue;
      await witnessRefused(call, error);
      if (http.tokenHash !== null && error instanceof Refusal && error.code === 'platform.not_signed_in')
        http.forget();
      throw error;
    }
  }
}

function runOnce(call: Call): Promise<string | Ready> {
  const { platform, served, input, request, answer, http } = call;
  const { route, act } = served;
  const entry = entryOf(request, http.tokenHash, platform.settings, route.who === 'anyone');
  const reason = reasonOf(request.headers['x-access-reason']);
  const told = (work: Work): Work => ({
    ...work,
    address: http.ip,
    ...(reason === undefined ? {} : { reason }),
  });
  const perform = async (given: Work) => {
    const work = told(given);
    const said = await act(work, input, http);
    await witnessDone(call, work, said);
    return said;
  };
  const speak = async (work: Work) => JSON.stringify(await perform(work));
  const checked = (work: Work) => {
    if (work.actor.kind !== 'guest') platform.limits.know(http.tokenHash);
    mayCall(route, work);
    mustBeProved(route, work);
  };
  const key = route.method === 'GET' || route.secret ? null : keyOf(request.headers['idempotency-key']);
  if (key === null) {
    const answered = async (work: Work) => {
      checked(work);
      const said = await perform(work);
      return said instanceof Ready ? said : JSON.stringify(said);
    };
    if (route.reads !== undefined) return withGuess(platform, entry, platform.clock(), 'write', answered);
    return route.method === 'GET'
      ? withGuess(platform, entry, platform.clock(), 'read', answered)
      : withWork(platform, entry, platform.clock(), 'write', answered);
  }
  const content = `${route.id}\n${JSON.stringify(input)}`;
  return withKey(platform, entry, platform.clock(), key, async (work, kept) => {
    checked(work);
    const { text, replayed } = await once({ work, kept, key, content, http }, () => speak(work));
    if (replayed) answer.header('idempotency-replayed', 'true');
    return text;
  });
}

/** A cookie travels with requests that another site starts; those may not write. */
export function refuseForeignSite(request: FastifyRequest): void {
  if (request.method === 'GET') return;
  const site = request.headers['sec-fetch-site'];
  const { origin } = request.headers;
  if (site === 'cross-site') refuse('platform.not_allowed');
  if (site === undefined && origin !== undefined && hostOf(origin) !== request.host)
    refuse('platform.not_allowed');
}

const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : '');

export function mayCall(route: Pick<Route, 'who'>, { actor }: Work): void {
  const { who } = route;
  if (who === 'anyone') return;
  if (actor.kind === 'guest') refuse('platform.not_signed_in');
  if (who === 'signed-in') return;
  if (
    who === 'resident'
      ? actor.kind === 'resident'
      : who === 'staff'
        ? actor.kind === 'staff'
        : isOneOf(actor.role, who)
  )
    return;
  refuse('platform.not_allowed');
}

/** A grave act asks whoever does it to have proved a moment ago that it is still they. */
function mustBeProved({ stepUp }: Pick<Route, 'stepUp'>, { actor, now }: Work): void {
  if (stepUp && (actor.steppedUntil === null || actor.steppedUntil <= now)) refuse('identity.step_up_needed');
}

const isOneOf = (role: Role | null, allowed: readonly Role[]) => role !== null && allowed.includes(role);
