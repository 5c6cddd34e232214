import { HAND_OVER_SECONDS } from '@fengqiao/contract/hand-over.ts';
import { refuse } from '#platform/refusal.ts';
import { mobile } from './phone.ts';

/** What an app of the district says of somebody it has signed in. */
export type Claims = {
  readonly aud: string;
  readonly sub: string;
  readonly nonce: string;
  /** Seconds since 1970. */
  readonly iat: number;
  readonly exp: number;
};

export type HandOverToken = {
  readonly keyId: string;
  readonly claims: Claims;
  readonly signed: Buffer;
  readonly signature: Buffer;
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const nonceShape = /^[\w-]{16,80}$/;
/** Clocks of two houses differ a little. */
const SKEW_SECONDS = 5;

/** The parts of a token (JWT, EdDSA only), its signature not yet checked; null when it is none. */
export function readToken(token: string): HandOverToken | null {
  const [head = '', body = '', mark = '', more] = token.split('.');
  const header = parse(head);
  const claims = parse(body);
  if (more !== undefined || header?.['alg'] !== 'EdDSA' || claims === null) return null;
  const { kid } = header;
  const { aud, sub, nonce, iat, exp } = claims;
  if (typeof kid !== 'string' || !uuid.test(kid) || typeof aud !== 'string' || typeof sub !== 'string')
    return null;
  if (typeof nonce !== 'string' || !nonceShape.test(nonce)) return null;
  if (typeof iat !== 'number' || typeof exp !== 'number') return null;
  return {
    keyId: kid,
    claims: { aud, sub, nonce, iat, exp },
    signed: Buffer.from(`${head}.${body}`),
    signature: Buffer.from(mark, 'base64url'),
  };
}

function parse(part: string): Readonly<Record<string, unknown>> | null {
  try {
    const found: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof found === 'object' && found !== null && !Array.isArray(found) ? { ...found } : null;
  } catch {
    return null;
  }
}

/** The phone that a token vouches for, where it is for this host and its minute is not over; refuses it otherwise. */
export function phoneOf({ aud, sub, iat, exp }: Claims, host: string, now: Date): string {
  const seconds = now.getTime() / 1000;
  if (aud !== host) refuse('identity.hand_over_elsewhere');
  if (exp - iat > HAND_OVER_SECONDS || iat > seconds + SKEW_SECONDS) refuse('identity.hand_over_bad');
  if (seconds > exp) refuse('identity.hand_over_over');
  return mobile(sub) ?? refuse('identity.hand_over_bad');
}
