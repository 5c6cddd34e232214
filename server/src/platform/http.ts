import { hash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Settings } from './config.ts';
import type { Limits } from './limits.ts';
import type { Entry } from './work.ts';

export const COOKIE = 'fengqiao';

/** What an act may know of the HTTP request beside its input, and how it hands out or ends a session. */
export type Http = {
  readonly ip: string;
  readonly agent: string;
  /** The host the request was made to, with its port where it is not the usual one. */
  readonly host: string;
  readonly tokenHash: string | null;
  /** Whether this act handed out a session; such an answer is never kept for repetition. */
  readonly handedOut: boolean;
  /** `embedded`: the page stands in a frame of another site, whose requests a usual cookie would not travel with. */
  keep(token: string, seconds: number, how?: { readonly embedded: boolean }): void;
  forget(): void;
  /** Counts one act of this name for this key, or refuses platform.too_many: for sign-in, phone codes, look-ups. */
  limitBy(name: string, key: string, perMinute: number): void;
};

export function httpOf(
  request: FastifyRequest,
  answer: FastifyReply,
  { settings, limits }: { settings: Settings; limits: Limits },
): Http {
  const common = { path: '/', httpOnly: true, sameSite: 'lax' as const, secure: settings.secureCookies };
  let handedOut = false;
  return {
    ip: request.ip,
    host: request.host,
    agent: String(request.headers['user-agent'] ?? '').slice(0, 200),
    tokenHash: tokenHashOf(request),
    get handedOut() {
      return handedOut;
    },
    keep: (value, seconds, { embedded } = { embedded: false }) => {
      handedOut = true;
      void answer.setCookie(COOKIE, value, {
        ...common,
        ...(embedded ? inFrame(settings) : {}),
        maxAge: seconds,
      });
    },
    forget: () => void answer.clearCookie(COOKIE, common),
    limitBy: (name, key, perMinute) => limits.take(name, key, perMinute),
  };
}

/** Kept apart for each site that embeds the page. Browsers take such a cookie over TLS only; without it the usual one is given. */
const inFrame = ({ secureCookies }: Pick<Settings, 'secureCookies'>) =>
  secureCookies ? { sameSite: 'none' as const, secure: true, partitioned: true } : {};

/** The session someone holds, or the guest session of the street they stand in. */
export function entryOf(
  request: FastifyRequest,
  tokenHash: string | null,
  settings: Settings,
  orGuest = false,
): Entry {
  const asked = request.headers['x-street'];
  const street = typeof asked === 'string' && asked !== '' ? asked : settings.defaultStreet;
  if (tokenHash === null) return { service: 'guest', street };
  return orGuest ? { tokenHash, orGuestOf: street } : { tokenHash };
}

const REASON_MOST = 500;

/** Why somebody looks at personal data, said beside a request of any kind, percent-encoded; nothing else may hide in it. */
export function reasonOf(given: unknown): string | undefined {
  if (typeof given !== 'string' || given.length > REASON_MOST * 9) return undefined;
  try {
    const text = decodeURIComponent(given).trim();
    return text.length >= 2 && text.length <= REASON_MOST && !/[\u0000-\u001f]/.test(text) ? text : undefined;
  } catch {
    return undefined;
  }
}

const hashes = new WeakMap<FastifyRequest, string>();

/** The hash of the session token a request carries; hashed once, though the limits and the act both ask. */
export function tokenHashOf(request: FastifyRequest): string | null {
  const token = request.cookies[COOKIE];
  if (token === undefined || token === '') return null;
  const known = hashes.get(request) ?? hashOf(token);
  hashes.set(request, known);
  return known;
}

export const hashOf = (token: string): string => hash('sha256', token, 'base64url');
