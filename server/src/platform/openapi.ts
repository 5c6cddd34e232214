import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { FastifyInstance } from 'fastify';
import type { TSchema } from 'typebox';
import type { Door } from '@fengqiao/contract/platform.ts';
import { refusals } from '@fengqiao/contract/refusals.ts';
import { roles } from '@fengqiao/contract/roles.ts';
import type { Route, Who } from '@fengqiao/contract/route.ts';
import { COOKIE } from './http.ts';
import type { Room } from './room.ts';
import type { Platform } from './serve.ts';

type Told = Route | Door;
type Json = Record<string, unknown>;

/** The whole interface as OpenAPI 3.1, made of the operations the rooms serve, so that it cannot say something else. */
export function openapiOf(rooms: readonly Room[], version: string): Json {
  const told: Told[] = rooms.flatMap((room) => [
    ...room.routes.map((served) => served.route),
    ...(room.told ?? []),
  ]);
  const paths: Record<string, Json> = {};
  for (const one of told.toSorted(
    (a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method),
  )) {
    const path = one.path.replaceAll(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[one.method.toLowerCase()] = operationOf(one);
  }
  const modules = [...new Set(told.map(moduleOf))].sort();
  return {
    openapi: '3.1.0',
    info: {
      title: '枫桥 Fengqiao',
      version,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description:
        '街道治理平台的全部接口。拒绝时返回 {code, zh, en, details}，两种语言都说明该怎么办。\n\nEvery operation of the platform. A refusal is {code, zh, en, details}; both sentences say what to do.',
    },
    servers: [{ url: '/api' }],
    tags: modules.map((name) => ({ name })),
    security: [{ session: [] }],
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: COOKIE },
        key: { type: 'http', scheme: 'bearer' },
      },
      parameters: { key: idempotencyKey, street, reason },
      schemas: { Refusal },
      responses: Object.fromEntries(modules.flatMap(responsesOf)),
    },
  };
}

const moduleOf = ({ id }: Told) => id.split('.', 1)[0] ?? '';

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', minLength: 8, maxLength: 200 },
  description:
    '同一键与同一内容只执行一次，重复请求返回原答复，保留七天。The same key and content act once; a repetition gets the first answer, for seven days.',
};

const street = {
  name: 'X-Street',
  in: 'header',
  required: false,
  schema: { type: 'string', pattern: '^[a-z][a-z0-9_-]{0,39}$' },
  description: '未登录者所在街道。The subdistrict a guest stands in.',
};

const reason = {
  name: 'X-Access-Reason',
  in: 'header',
  required: false,
  schema: { type: 'string', minLength: 2, maxLength: 500 },
  description:
    '查看个人信息的理由（百分号编码）；超过岗位提醒额度时须给出。Why personal data is looked at, percent-encoded; asked for beyond the usual number of people.',
};

const Refusal = {
  type: 'object',
  required: ['code', 'zh', 'en', 'details'],
  properties: {
    code: { type: 'string' },
    zh: { type: 'string' },
    en: { type: 'string' },
    details: { type: 'object' },
  },
};

/** The refusals of one module and of the platform, one response for each status. */
function responsesOf(module: string): [string, Json][] {
  const mine = Object.entries(refusals).filter(
    ([code]) => code.startsWith(`${module}.`) || code.startsWith('platform.'),
  );
  return statusesOf(module).map((status) => {
    const same = mine.filter(([, text]) => text.status === status);
    const description = same.map(([code, { zh, en }]) => `\`${code}\` ${zh} ${en}`).join('\n\n');
    const schema = {
      allOf: [
        { $ref: '#/components/schemas/Refusal' },
        { properties: { code: { enum: same.map(([code]) => code) } } },
      ],
    };
    return [`${module}${status}`, { description, content: { 'application/json': { schema } } }];
  });
}

const statusesOf = (module: string): number[] =>
  [
    ...new Set(
      Object.entries(refusals)
        .filter(([code]) => code.startsWith(`${module}.`) || code.startsWith('platform.'))
        .map(([, { status }]) => status),
    ),
  ].toSorted((a, b) => a - b);

function operationOf(told: Told): Json {
  const gives = 'gives' in told ? told.gives : 'application/json';
  const takes = 'takes' in told ? told.takes : bodyTypes(told);
  const body = 'body' in told ? told.body : { type: 'string', format: 'binary' };
  const refs = statusesOf(moduleOf(told)).map((status) => [
    status,
    { $ref: `#/components/responses/${moduleOf(told)}${status}` },
  ]);
  return {
    operationId: told.id,
    tags: [moduleOf(told)],
    summary: told.says.zh,
    description: `${told.says.en}\n\n${whoText(told.who)}`,
    ...securityOf(told),
    parameters: [
      ...parametersOf(told.params, 'path'),
      ...parametersOf(told.query, 'query'),
      ...commonParameters(told),
    ],
    ...(takes.length === 0
      ? {}
      : {
          requestBody: {
            required: true,
            content: Object.fromEntries(takes.map((type) => [type, { schema: body }])),
          },
        }),
    responses: {
      200: { description: '成功 Done', content: { [gives]: { schema: told.reply } } },
      ...Object.fromEntries(refs),
    },
  };
}

function securityOf(told: Told): Json {
  if ('key' in told && told.key !== undefined) return { security: [{ key: [told.key] }] };
  return told.who === 'anyone' ? { security: [] } : {};
}

const bodyTypes = ({ method, body }: Route) =>
  method === 'GET' || Object.keys(propertiesOf(body)).length === 0 ? [] : ['application/json'];

const propertiesOf = (schema: TSchema): Record<string, TSchema> =>
  'properties' in schema ? (schema.properties as Record<string, TSchema>) : {};

function parametersOf(schema: TSchema, where: 'path' | 'query'): Json[] {
  const required: readonly string[] = 'required' in schema ? (schema.required as string[]) : [];
  return Object.entries(propertiesOf(schema)).map(([name, one]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: one,
  }));
}

function commonParameters(told: Told): Json[] {
  const named = (name: string) => ({ $ref: `#/components/parameters/${name}` });
  return [
    ...(told.method === 'GET' ? [] : [named('key')]),
    ...(told.who === 'anyone' ? [named('street')] : []),
    ...('reads' in told && told.reads === 'personal' ? [named('reason')] : []),
  ];
}

function whoText(who: Who): string {
  if (typeof who !== 'string')
    return `谁可调用 Who: ${who.map((role) => `${roles[role].zh} ${roles[role].en}`).join(', ')}`;
  const words = {
    anyone: '任何人 anyone',
    'signed-in': '已登录者 signed in',
    resident: '居民 residents',
    staff: '工作人员 staff',
  };
  return `谁可调用 Who: ${words[who]}`;
}

const scalar = createRequire(import.meta.url)
  .resolve('@scalar/api-reference')
  .replace(/dist[/\\].*$/, 'dist/browser/standalone.js');

/** The description, and a page that shows it; nothing of the page comes from another machine. */
export function openapiDoors(app: FastifyInstance, platform: Platform, version: string): void {
  const text = JSON.stringify(openapiOf(platform.rooms, version));
  app.get('/api/openapi.json', { config: { operation: 'platform.openapi' } }, (_request, reply) =>
    reply.header('cache-control', 'no-cache').type('application/json; charset=utf-8').send(text),
  );
  app.get('/api/docs', { config: { operation: 'platform.docs' } }, (_request, reply) =>
    reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page),
  );
  app.get('/api/docs/reference.js', { config: { operation: 'platform.docs' } }, async (_request, reply) =>
    reply
      .header('cache-control', 'public, max-age=86400')
      .type('text/javascript; charset=utf-8')
      .send(await readFile(scalar)),
  );
}

const wishes = {
  url: '/api/openapi.json',
  withDefaultFonts: false,
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  hideClientButton: true,
  showDeveloperTools: 'never',
};

const page = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>枫桥接口 Fengqiao API</title></head>
<body><script id="api-reference" type="application/json" data-configuration='${JSON.stringify(wishes)}'></script><script src="/api/docs/reference.js"></script></body></html>`;
