import type { FastifyHelmetOptions } from '@fastify/helmet';
import type { Settings } from './config.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The operation of the contract a route serves; the name in logs and metrics. */
    operation?: string;
  }
}

/** Where a page of ours may take things from. Styles may be inline since antd writes its own; scripts may not. */
const policy = (foreign: string, framedBy: readonly string[]) =>
  [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob:${foreign}`,
    "media-src 'self' blob:",
    "font-src 'self' data:",
    `connect-src 'self'${foreign}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    ["frame-ancestors 'self'", ...framedBy].join(' '),
  ].join(';');

const permissions =
  'geolocation=(self), camera=(self), microphone=(self), payment=(), usb=(), interest-cohort=()';

const closed = /^\/(api|console|field|open311|metrics)(\/|\?|$)/;

/**
 * Headers of an answer by its address, with the one host of a base map where an operator has set it; put together once, since
 * helmet would do so anew for each. Nobody else's page may show ours in a frame but those of residents, and only the origins the
 * operator named; the older header knows no list, so it is left out there.
 */
export function headersFor({
  baseMap,
  embedOrigins,
}: Pick<Settings, 'baseMap' | 'embedOrigins'>): (url: string) => Record<string, string> {
  const foreign = baseMap === null ? '' : ` ${new URL(baseMap.tiles).origin}`;
  const own = {
    'content-security-policy': policy(foreign, []),
    'x-frame-options': 'SAMEORIGIN',
    'permissions-policy': permissions,
  };
  if (embedOrigins.length === 0) return () => own;
  const embeddable = {
    'content-security-policy': policy(foreign, embedOrigins),
    'permissions-policy': permissions,
  };
  return (url) => (closed.test(url) ? own : embeddable);
}

export function security({ secureCookies }: Pick<Settings, 'secureCookies'>): FastifyHelmetOptions {
  return {
    contentSecurityPolicy: false,
    // Only where TLS is: on a plain local address it would lock the browser out.
    strictTransportSecurity: secureCookies ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' },
    frameguard: false,
  };
}
