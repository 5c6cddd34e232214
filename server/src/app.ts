import { randomBytes } from 'node:crypto';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import fastify, {
  LogController,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import { auditRoom } from '#modules/audit';
import { careRoom } from '#modules/care';
import { casesRoom } from '#modules/cases';
import { catalogueRoomOf } from '#modules/catalogue';
import { exportsRoomOf } from '#modules/exports';
import { gridsRoom } from '#modules/grids';
import { identityRoom } from '#modules/identity';
import { noticesRoom } from '#modules/notices';
import { registryRoom } from '#modules/registry';
import { retentionRoomOf } from '#modules/retention';
import { servicesRoom } from '#modules/services';
import { roundsRoom } from '#modules/rounds';
import { answerError, diskFull } from './platform/errors.ts';
import { tokenHashOf } from './platform/http.ts';
import type { Room } from './platform/room.ts';
import { mount, type Platform } from './platform/serve.ts';
import { headersFor, security } from './platform/security.ts';
import { makeSparing } from './platform/sparing.ts';
import { serveApps } from './platform/web.ts';

/** Every room of the house, in floor order; the only place that knows them all. */
export const rooms: readonly Room[] = [
  auditRoom,
  identityRoom,
  noticesRoom,
  gridsRoom,
  registryRoom,
  careRoom,
  roundsRoom,
  catalogueRoomOf(() => rooms),
  retentionRoomOf(() => rooms),
  casesRoom,
  servicesRoom,
  exportsRoomOf(() => rooms),
];

/** The web server: the rooms' operations under /api, and the web apps beside them. */
export async function buildApp(platform: Platform): Promise<FastifyInstance> {
  const answer = async (error: unknown, request: FastifyRequest, reply: FastifyReply) =>
    answerError((await platform.space.covers(error)) ? diskFull() : error, request, reply);
  const app = fastify({
    bodyLimit: 1_048_576,
    requestTimeout: 120_000,
    // The nearest proxy only: what stands before its word in X-Forwarded-For, anybody may have written.
    trustProxy: platform.settings.trustProxy && ((_address: string, hop: number) => hop === 0),
    loggerInstance: platform.log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestId,
    frameworkErrors: (error, request, reply) => void answer(error, request, reply),
    forceCloseConnections: 'idle',
  });
  app.removeContentTypeParser('text/plain');
  app.setErrorHandler(answer);
  await app.register(cookie);
  await app.register(helmet, security(platform.settings));
  watch(app, platform);
  for (const room of platform.rooms) {
    for (const served of room.routes) mount(app, platform, served);
    await room.doors?.(app, platform);
  }
  await serveApps(app);
  return app;
}

// Of this process and this request; the number itself tells nothing, so it need not be unguessable.
const processId = randomBytes(4).toString('hex');
let requests = 0;
const requestId = () => `${processId}-${(requests += 1).toString(36)}`;

/** Counts requests against their limits before anything of them is read, and notes how each one ended. */
function watch(app: FastifyInstance, platform: Platform): void {
  const { limits, settings, meters, log } = platform;
  const headersOf = headersFor(settings);
  const isWritten = makeSparing(log);
  app.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    void reply.headers(headersOf(request.url)).header('x-request-id', request.id);
    if (request.url.startsWith('/api/')) limits.request(request.ip, tokenHashOf(request), settings.rateLimit);
  });
  app.addHook('onResponse', async (request: FastifyRequest, reply: FastifyReply) => {
    const operation = request.routeOptions.config.operation ?? 'other';
    meters.request(operation, reply.statusCode, reply.elapsedTime);
    if (!isWritten(reply.statusCode)) return;
    log.info({
      request: request.id,
      operation,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    });
  });
}
