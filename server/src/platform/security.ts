import type { FastifyHelmetOptions } from '@fastify/helmet';
import type { Settings } from './config.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The operation of the contract a route serves; the name in logs and metrics. */
    operation?: string;
  }
}

/** Where a page of ours may take things from. Styles may be inline since antd writes its own; scripts may not. */
const policy = (foreign: string) =>
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
    "frame-ancestors 'self'",
  ].join(';');

/** Headers that are the same on every answer, with the one host of a base map where an operator has set it; helmet would put the policy together anew for each. */
export const fixedHeaders = ({ baseMap }: Pick<Settings, 'baseMap'>) => ({
  'content-security-policy': policy(baseMap === null ? '' : ` ${new URL(baseMap.tiles).origin}`),
  'permissions-policy':
    'geolocation=(self), camera=(self), microphone=(self), payment=(), usb=(), interest-cohort=()',
});

export function security({ secureCookies }: Pick<Settings, 'secureCookies'>): FastifyHelmetOptions {
  return {
    contentSecurityPolicy: false,
    // Only where TLS is: on a plain local address it would lock the browser out.
    strictTransportSecurity: secureCookies ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' },
    frameguard: { action: 'sameorigin' },
  };
}
