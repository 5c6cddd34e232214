import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isPassing, refusalFor } from '#platform/errors.ts';
import { demandClean } from '#platform/files/clean.ts';
import { understand, type Understood } from '#platform/files/upload.ts';
import { Refusal, refuse } from '#platform/refusal.ts';
import type { Platform } from '#platform/serve.ts';
import { withWork, type Work } from '#platform/work.ts';
import {
  defineService,
  listRequests,
  listServices,
  listUpdates,
  readRequest,
  readToken,
} from '../actions/open311/read.ts';
import { jurisdictionOf, senderOf, type Sender } from '../actions/open311/sender.ts';
import { postRequest, postUpdate } from '../actions/open311/write.ts';
import { contentTypes, write, type Document, type Format } from '../domain/open311/document.ts';
import { discovery, errorsOf } from '../domain/open311/errors.ts';
import {
  addressOf,
  entriesOfJson,
  formatOf,
  inputOf,
  langOf,
  missing,
  wrong,
  type Address,
  type Input,
} from '../domain/open311/input.ts';

const ROOT = '/open311/v2';
const BODY_MOST = 256 * 1024;
const MEDIA_MOST = 12 * 1024 * 1024;
const FILES_MOST = 3;
const PER_MINUTE = { key: 600, tokens: 10 };

/** Whoever wrote the page that asks: the door serves public data and knows no cookies. */
const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  'access-control-allow-headers': 'Content-Type, Accept, Accept-Language',
  'access-control-max-age': '86400',
  'cross-origin-resource-policy': 'cross-origin',
  'cache-control': 'no-store',
  vary: 'Accept, Accept-Language',
};

type Sent = { readonly entries: (readonly [string, string])[]; readonly media: readonly Buffer[] };
type Asked = {
  readonly address: Address;
  readonly input: Input;
  readonly sender: Sender | null;
  readonly street: string;
};

/** Open311 GeoReport v2 with the update dialect, at /open311/v2, and the discovery document beside it. */
export async function open311Door(app: FastifyInstance, platform: Platform): Promise<void> {
  await app.register(async (scope) => {
    await scope.register(multipart, {
      limits: { files: FILES_MOST, fields: 200, fieldSize: 20_000, fileSize: MEDIA_MOST },
    });
    scope.removeContentTypeParser('application/json');
    scope.addContentTypeParser(
      ['application/json', 'application/x-www-form-urlencoded'],
      { parseAs: 'string', bodyLimit: BODY_MOST },
      (_request, body, done) => done(null, body),
    );
    scope.addContentTypeParser('*', { parseAs: 'string', bodyLimit: BODY_MOST }, (_request, _body, done) =>
      done(null, null),
    );
    scope.addHook('onRequest', async (request, reply) => {
      void reply.headers(cors);
      platform.limits.request(request.ip, null, platform.settings.rateLimit);
    });
    scope.setErrorHandler((error, request, reply) => sayNo(error, request, reply));
    scope.get('/open311/discovery.:format', { config: { operation: 'cases.open311' } }, (request, reply) => {
      const { format } = addressOf(request.url.split('?', 1)[0]?.split('/').at(-1) ?? '');
      return send(reply, discovery(`${request.protocol}://${request.host}${ROOT}`), formatOf(format, ''));
    });
    scope.route({
      method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
      url: `${ROOT}/*`,
      config: { operation: 'cases.open311' },
      handler: async (request, reply) => {
        if (request.method === 'OPTIONS') return reply.code(204).send();
        const address = addressOf(pathOf(request));
        return send(reply, await answer(platform, request, address), formatFor(request, address.format));
      },
    });
  });
}

const pathOf = (request: FastifyRequest) => (request.url.split('?', 1)[0] ?? '').slice(ROOT.length + 1);
const formatFor = (request: FastifyRequest, ending: Format | null) =>
  formatOf(ending, String(request.headers.accept ?? ''));
const send = (reply: FastifyReply, document: Document, format: Format) =>
  reply.type(contentTypes[format]).send(write(document, format));

/** Every error in the form of the specification: 404 for what is not there, 403 for keys, 400 for the rest; 429 and 503 when it is not the caller's fault alone. */
function sayNo(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = error instanceof Refusal ? error : refusalFor(error);
  if (refusal.status >= 500 && !isPassing(error))
    request.log.error(
      { request: request.id, error: error instanceof Error ? error.stack?.slice(0, 2000) : typeof error },
      'failed',
    );
  const ending = /\.(xml|json)(?:\?|$)/i.exec(request.url)?.[1]?.toLowerCase();
  const format = formatFor(request, ending === 'xml' || ending === 'json' ? ending : null);
  const { status, document } = errorsOf(refusal, langOf(String(request.headers['accept-language'] ?? '')));
  const retryAfter = refusal.details['retryAfter'];
  if (typeof retryAfter === 'number') void reply.header('retry-after', String(retryAfter));
  return send(reply.code(status), document, format);
}

async function answer(platform: Platform, request: FastifyRequest, address: Address): Promise<Document> {
  const query = new URL(request.url, 'http://localhost').searchParams;
  const isPost = request.method === 'POST';
  if (request.method !== 'GET' && request.method !== 'HEAD' && !isPost) refuse('cases.open311_path');
  const sent: Sent = isPost ? await bodyOf(request) : { entries: [], media: [] };
  const input = inputOf([...query, ...sent.entries]);
  const asked = input.one('jurisdiction_id');
  const sender = await senderOf(platform, input.one('api_key'), asked);
  const street = await jurisdictionOf(platform, asked, sender);
  const asking = { address, input, sender, street };
  const act = isPost ? await posted(platform, request, asking, sent.media) : got(platform, request, asking);
  return withWork(platform, { service: 'guest', street }, platform.clock(), isPost ? 'write' : 'read', act);
}

type Act = (work: Work) => Promise<Document>;

function got(
  platform: Platform,
  request: FastifyRequest,
  { address: { resource, id }, input, sender, street }: Asked,
): Act {
  const lang = langOf(String(request.headers['accept-language'] ?? ''));
  if (resource === 'services')
    return (work) => (id === null ? listServices(work, lang) : defineService(work, id, lang));
  if (resource === 'requests')
    return (work) =>
      id === null ? listRequests(work, input, { lang, sender }) : readRequest(work, id, lang);
  if (resource === 'servicerequestupdates' && id === null) return (work) => listUpdates(work, input, lang);
  if (resource !== 'tokens') return refuse('cases.open311_path');
  if (id === null) return wrong([missing('token')]);
  platform.limits.take('track', `${street}|${request.ip}`, PER_MINUTE.tokens);
  return (work) => readToken(work, id);
}

/** Pictures are looked at only once it is sure whose key this is. */
async function posted(
  platform: Platform,
  request: FastifyRequest,
  { address: { resource, id }, input, sender }: Asked,
  sent: readonly Buffer[],
): Promise<Act> {
  if ((resource !== 'requests' && resource !== 'servicerequestupdates') || id !== null)
    return refuse('cases.open311_path');
  if (sender === null) return refuse('cases.open311_key', { parameter: 'api_key' });
  platform.limits.take('open311', `${sender.street}|${sender.id}`, PER_MINUTE.key);
  const lang = langOf(String(request.headers['accept-language'] ?? ''));
  const media: Understood[] = [];
  const entry = { service: 'guest', street: sender.street } as const;
  for (const bytes of sent) {
    await demandClean(platform, bytes, { entry, ip: request.ip });
    media.push(await understand({ bytes, name: 'open311' }));
  }
  return (work) =>
    resource === 'requests'
      ? postRequest(work, input, { lang, sender, media })
      : postUpdate(work, input, sender);
}

/** The fields of a form, of JSON or of a form with pictures. */
async function bodyOf(request: FastifyRequest): Promise<Sent> {
  if (request.isMultipart()) return partsOf(request);
  const text = typeof request.body === 'string' ? request.body : '';
  if (/json/i.test(String(request.headers['content-type'] ?? '')))
    return { entries: entriesOfJson(jsonOf(text)), media: [] };
  return { entries: [...new URLSearchParams(text)], media: [] };
}

async function partsOf(request: FastifyRequest): Promise<Sent> {
  const entries: (readonly [string, string])[] = [];
  const media: Buffer[] = [];
  try {
    for await (const part of request.parts()) {
      if (part.type === 'field') entries.push([part.fieldname, String(part.value)]);
      else media.push(await part.toBuffer());
    }
  } catch (error) {
    if (error instanceof Error && 'statusCode' in error) throw error;
    return wrong([
      { parameter: '', zh: '表单不完整，无法识别', en: 'the form is not whole and cannot be read' },
    ]);
  }
  return { entries, media };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return wrong([{ parameter: '', zh: '不是合法的 JSON', en: 'is not JSON' }]);
  }
}
