import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { recordedSince } from '#modules/audit';
import { findApiKey } from '#modules/identity';
import { isPassing, refusalFor } from '#platform/errors.ts';
import { version } from '#platform/health.ts';
import { Refusal, refuse, wordsOf } from '#platform/refusal.ts';
import type { Platform } from '#platform/serve.ts';
import { withWork, type Work } from '#platform/work.ts';
import { findUsage, type Portal, type Usage } from '../actions/tracker.ts';
import { numberOf, stretchOf, type Form, type Parameters } from '../domain/tracker.ts';

const BODY_MOST = 16 * 1024;
const PER_MINUTE = { key: 600, person: 30 };
const keysOfForms = ['v1', 'v2'] as const satisfies Form[];

/**
 * Estonia's Data Tracker at /tracker/v1 and /tracker/v2: another portal shows its users who used their data here. The
 * records are audit's; the door stands in the registry, since it alone knows whose an ID number is and calls down for the rest.
 */
export async function trackerDoor(app: FastifyInstance, platform: Platform): Promise<void> {
  const startedAt = platform.clock();
  await app.register(async (scope) => {
    scope.removeContentTypeParser('application/json');
    scope.addContentTypeParser(
      'application/json',
      { parseAs: 'string', bodyLimit: BODY_MOST },
      (_request, body, done) => done(null, body),
    );
    scope.addHook('onRequest', async (request) => {
      platform.limits.request(request.ip, null, platform.settings.rateLimit);
    });
    scope.setErrorHandler((error, request, reply) => sayNo(error, request, reply));
    for (const form of keysOfForms) {
      const at = (path: string) => `/tracker/${form}/${path}`;
      const config = { operation: 'registry.tracker' };
      scope.get(at('heartbeat'), { config }, async (request, reply) => {
        const { street } = await portalOf(platform, request);
        await enter(platform, street, 'read', async () => undefined);
        return send(reply, beat(platform, startedAt));
      });
      scope.get(at('usagePeriod'), { config }, async (request, reply) => {
        const { street } = await portalOf(platform, request);
        const since = await enter(platform, street, 'read', recordedSince);
        return send(reply, { periodStart: since.toISOString() });
      });
      scope.route({
        method: ['GET', 'POST'],
        url: at('findUsage'),
        config,
        handler: (request, reply) => answer(platform, form, request, reply),
      });
    }
  });
}

const enter = <T>(
  platform: Platform,
  street: string,
  access: 'read' | 'write',
  act: (work: Work) => Promise<T>,
) => withWork(platform, { service: 'guest', street }, platform.clock(), access, act);

const send = (reply: FastifyReply, said: unknown) =>
  reply.header('cache-control', 'no-store').type('application/json; charset=utf-8').send(said);

/** Whose key stands in the header; 403 registry.tracker_key. */
async function portalOf({ db, limits }: Platform, request: FastifyRequest): Promise<Portal> {
  const given = /^Bearer ([\x21-\x7e]{8,200})$/.exec(String(request.headers.authorization ?? ''))?.[1];
  const portal = given === undefined ? null : await findApiKey(db, given, 'tracker');
  if (portal === null) return refuse('registry.tracker_key');
  limits.take('tracker', portal.id, PER_MINUTE.key);
  return portal;
}

async function answer(
  platform: Platform,
  form: Form,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const portal = await portalOf(platform, request);
  const query = new URL(request.url, 'http://localhost').searchParams;
  if (query.has('userCode') || query.has('X-Road-UserId')) refuse('registry.tracker_person');
  const sent: Parameters = { ...Object.fromEntries(query), ...bodyOf(request) };
  const asker = numberOf(request.headers['x-road-userid'] ?? sent['userCode']);
  const about = numberOf(sent['userCode'] ?? request.headers['x-road-userid']);
  if (asker === null || about === null) return refuse('registry.tracker_person');
  const stretch = stretchOf(sent, form);
  const { usages, total } = await enter(platform, portal.street, 'write', (work) => {
    const who = work.vault.index(about, 'id-number').toString('base64url');
    platform.limits.take('tracker-person', `${portal.id}|${who}`, PER_MINUTE.person);
    return findUsage(work, portal, { asker, about, ...stretch });
  });
  const said = usages.map((one) => told(one, form, langOf(request)));
  if (form === 'v2') return send(reply, { totalUsages: total, usages: said });
  return send(reply.header('x-total-count', String(total)), said);
}

type Lang = 'zh' | 'en';
const langOf = (request: FastifyRequest): Lang =>
  /^\s*en\b/i.test(String(request.headers['accept-language'] ?? '')) ? 'en' : 'zh';

const system = { id: 'fengqiao', zh: '枫桥', en: 'Fengqiao' };

/** A use in the words of the specification; the second form tells the receiver by code, name and system. */
function told({ at, why, unit, unitName, times }: Usage, form: Form, lang: Lang): object {
  const often = { zh: `（当月在列表中 ${times} 次）`, en: ` (in lists ${times} times this month)` };
  const action = `${why[lang]}${times > 1 ? often[lang] : ''}`;
  const logtime = at.toISOString();
  const code = unit ?? system.id;
  return form === 'v1'
    ? { logtime, action, receiver: code }
    : {
        logtime,
        action,
        receiverCode: code,
        receiverName: unitName?.[lang] ?? system[lang],
        receiverSystem: system[lang],
      };
}

function bodyOf({ body }: FastifyRequest): Parameters {
  if (typeof body !== 'string' || body === '') return {};
  let said: unknown;
  try {
    said = JSON.parse(body);
  } catch {
    return refuse('registry.tracker_asked');
  }
  if (typeof said !== 'object' || said === null || Array.isArray(said))
    return refuse('registry.tracker_asked');
  return Object.fromEntries(
    Object.entries(said).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [],
    ),
  );
}

const beat = ({ clock }: Platform, startedAt: Date) => ({
  status: 'OK',
  message: 'Fengqiao answers',
  systemName: 'Fengqiao',
  version,
  startupTime: startedAt.toISOString(),
  serverTime: clock().toISOString(),
});

/** A code and a sentence; 400 for what was asked wrongly, 403 for keys and for whom one may not ask. */
function sayNo(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = error instanceof Refusal ? error : refusalFor(error);
  if (refusal.status >= 500 && !isPassing(error))
    request.log.error(
      { request: request.id, error: error instanceof Error ? error.stack?.slice(0, 2000) : typeof error },
      'failed',
    );
  const { retryAfter } = refusal.details;
  if (typeof retryAfter === 'number') void reply.header('retry-after', String(retryAfter));
  return send(reply.code(refusal.status), { code: refusal.code, message: wordsOf(refusal)[langOf(request)] });
}
