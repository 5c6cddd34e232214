import type { In, Out, Route } from './route.ts';
import type { RefusalCode } from './refusals.ts';

/** What a refused call throws: the code, both sentences and the details the server gave. */
export class Refused extends Error {
  override name = 'Refused';
  readonly status: number;
  readonly code: RefusalCode;
  readonly zh: string;
  readonly en: string;
  readonly details: Record<string, unknown>;
  constructor(status: number, body: Saying) {
    super(`${body.code}: ${body.zh}`);
    this.status = status;
    this.code = body.code;
    this.zh = body.zh;
    this.en = body.en;
    this.details = body.details ?? {};
  }
}

export type Given<R extends Route> = {
  [K in keyof In<R> as In<R>[K] extends Record<string, never> ? never : K]?: In<R>[K];
} & {
  /** The same key replays the same answer, so a repeated press cannot act twice. */
  key?: string;
};

/** Calls an operation of the contract; `base` is '' in a browser. */
export async function call<R extends Route>(
  to: R,
  given: Given<R>,
  base = '',
  init: RequestInit = {},
): Promise<Out<R>> {
  const {
    params = {},
    query = {},
    body,
    key,
  } = given as { params?: object; query?: object; body?: unknown; key?: string };
  const headers = new Headers(init.headers);
  if (to.method !== 'GET') headers.set('idempotency-key', key ?? crypto.randomUUID());
  if (body !== undefined) headers.set('content-type', 'application/json');
  const reply = await fetch(`${base}/api${fill(to.path, params)}${search(query)}`, {
    credentials: 'same-origin',
    ...init,
    method: to.method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const said: unknown = await reply.json().catch(() => unreachable());
  if (!reply.ok) throw new Refused(reply.status, isSaying(said) ? said : unreachable());
  return said as Out<R>;
}

type Saying = { code: RefusalCode; zh: string; en: string; details?: Record<string, unknown> };
const isSaying = (said: unknown): said is Saying =>
  typeof said === 'object' && said !== null && 'code' in said && 'zh' in said;

const unreachable = () => ({
  code: 'platform.unavailable' as const,
  zh: '暂时连不上服务器，请检查网络后重试。',
  en: 'The server cannot be reached. Check your network and try again.',
});

const fill = (path: string, params: object) =>
  Object.entries(params).reduce(
    (filled, [name, value]) => filled.replace(`:${name}`, encodeURIComponent(String(value))),
    path,
  );

function search(query: object): string {
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue;
    for (const one of Array.isArray(value) ? value : [value]) asked.append(name, String(one));
  }
  const text = asked.toString();
  return text && `?${text}`;
}
