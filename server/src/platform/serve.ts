import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { In, Out, Route } from '@fengqiao/contract/route.ts';
import type { Role } from '@fengqiao/contract/roles.ts';
import { toJson } from './json.ts';
import { refuse } from './refusal.ts';
import type { Settings } from './config.ts';
import { checker } from './validate.ts';
import { withWork, type Entry, type Rooms, type Work } from './work.ts';

export const COOKIE = 'fengqiao';

/** What an act may know of the HTTP request beside its input, and how it hands out or ends a session. */
export type Http = {
  readonly ip: string;
  readonly agent: string;
  readonly tokenHash: string | null;
  keep(token: string, seconds: number): void;
  forget(): void;
};

export type Served = {
  readonly route: Route;
  readonly act: (work: Work, input: In<Route>, http: Http) => Promise<unknown>;
};

/** Joins an operation of the contract to the act that does it. */
export function serve<R extends Route>(route: R, act: (work: Work, input: In<R>, http: Http) => Promise<Out<R>>): Served {
  return { route, act: act as unknown as Served['act'] };
}

export type Platform = Rooms & {
  readonly settings: Settings;
  readonly clock: () => Date;
  /** In tests every reply is held against its schema. */
  readonly checkReplies: boolean;
};

export function mount(app: FastifyInstance, platform: Platform, served: Served): void {
  const { route } = served;
  const params = checker<In<Route>['params']>(route.params, 'text');
  const query = checker<In<Route>['query']>(route.query, 'text');
  const body = checker<In<Route>['body']>(route.body, 'json');
  const reply = platform.checkReplies ? checker(route.reply, 'json') : null;
  app.route({
    method: route.method,
    url: `/api${route.path}`,
    config: { operation: route.id },
    handler: async (request, answer) => {
      const input = { params: params(request.params), query: query(request.query), body: body(request.body ?? {}) };
      const said = await run(platform, served, input, request, answer);
      reply?.(JSON.parse(JSON.stringify(said)));
      answer.header('cache-control', 'no-store').type('application/json; charset=utf-8');
      return answer.send(JSON.stringify(said));
    },
  });
}

async function run(platform: Platform, served: Served, input: In<Route>, request: FastifyRequest, answer: FastifyReply): Promise<unknown> {
  const { route, act } = served;
  const http = httpOf(request, answer, platform.settings);
  const access = route.method === 'GET' && route.reads === undefined ? 'read' : 'write';
  refuseForeignSite(request);
  return withWork(platform, entryOf(request, http, platform.settings, route.who === 'anyone'), platform.clock(), access, async (work) => {
    mayCall(route, work);
    const key = request.headers['idempotency-key'];
    if (route.method === 'GET' || route.secret || typeof key !== 'string') return act(work, input, http);
    return once(work, http, route, key, input, answer, () => act(work, input, http));
  });
}

/** The session someone holds, or the guest session of the street they stand in. */
export function entryOf(request: FastifyRequest, http: Pick<Http, 'tokenHash'>, settings: Settings, orGuest = false): Entry {
  const asked = request.headers['x-street'];
  const street = typeof asked === 'string' && asked !== '' ? asked : settings.defaultStreet;
  if (http.tokenHash === null) return { service: 'guest', street };
  return orGuest ? { tokenHash: http.tokenHash, orGuestOf: street } : { tokenHash: http.tokenHash };
}

export function httpOf(request: FastifyRequest, answer: FastifyReply, settings: Settings): Http {
  const token = request.cookies[COOKIE];
  const common = { path: '/', httpOnly: true, sameSite: 'lax' as const, secure: settings.secureCookies };
  return {
    ip: request.ip,
    agent: String(request.headers['user-agent'] ?? '').slice(0, 200),
    tokenHash: token === undefined || token === '' ? null : hashOf(token),
    keep: (value, seconds) => void answer.setCookie(COOKIE, value, { ...common, maxAge: seconds }),
    forget: () => void answer.clearCookie(COOKIE, common),
  };
}

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** A cookie travels with requests that another site starts; those may not write. */
function refuseForeignSite(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  if (request.method !== 'GET' && site === 'cross-site') refuse('platform.not_allowed');
}

export function mayCall(route: Route, { actor }: Work): void {
  const { who } = route;
  if (who === 'anyone') return;
  if (actor.kind === 'guest') refuse('platform.not_signed_in');
  if (who === 'signed-in') return;
  if (who === 'resident' ? actor.kind === 'resident' : who === 'staff' ? actor.kind === 'staff' : isOneOf(actor.role, who)) return;
  refuse('platform.not_allowed');
}

const isOneOf = (role: Role | null, allowed: readonly Role[]) => role !== null && allowed.includes(role);

type Kept = { mine: boolean; request_hash: string | null; status: number | null; reply: unknown };

/** The same key and content give the stored answer; the act runs once. Kept seven days, since a phone may be offline for days. */
async function once(work: Work, http: Http, route: Route, key: string, input: In<Route>, answer: FastifyReply, act: () => Promise<unknown>) {
  if (key.length < 8 || key.length > 200) refuse('platform.invalid_input', { problems: [{ at: 'Idempotency-Key', zh: '长度应为 8–200', en: 'must be 8 to 200 characters' }] });
  const who = work.actor.account ?? `${work.actor.session}:${http.ip}`;
  const hash = hashOf(`${route.id}\n${JSON.stringify(input)}`);
  const { rows } = await sql<Kept>`
    select pg_try_advisory_xact_lock(hashtextextended(${`${work.street}|${who}|${key}`}, 0)) as mine, k.request_hash, k.status, k.reply
      from (select 1) one left join platform.idempotency k on k.street = ${work.street} and k.who = ${who} and k.key = ${key}`.execute(work.db);
  const kept = rows[0]!;
  if (!kept.mine) refuse('platform.in_flight');
  if (kept.request_hash !== null) {
    if (kept.request_hash !== hash) refuse('platform.key_reused');
    answer.header('idempotency-replayed', 'true');
    return kept.reply;
  }
  const reply = await act();
  await work.db
    .insertInto('platform.idempotency')
    .values({ street: work.street, who, key, request_hash: hash, status: 200, reply: toJson(reply), at: work.now })
    .execute();
  return reply;
}
