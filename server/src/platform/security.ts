import type { FastifyHelmetOptions } from '@fastify/helmet';
import type { Settings } from './config.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The operation of the contract a route serves; the name in logs and metrics. */
    operation?: string;
  }
}

/** The headers of every answer. Styles may be inline since antd writes its own; scripts may not. */
export function security({ secureCookies }: Pick<Settings, 'secureCookies'>): FastifyHelmetOptions {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
      },
    },
    // Only where TLS is: on a plain local address it would lock the browser out.
    strictTransportSecurity: secureCookies ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' },
    frameguard: { action: 'sameorigin' },
  };
}
