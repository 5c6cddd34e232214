import { Secret, TOTP } from 'otpauth';

const STEP_SECONDS = 30;

export type NewTotp = { readonly secret: string; readonly uri: string };

const of = (secret: string, login: string) =>
  new TOTP({
    issuer: '枫桥 Fengqiao',
    label: login,
    algorithm: 'SHA1',
    digits: 6,
    period: STEP_SECONDS,
    secret: Secret.fromBase32(secret),
  });

/** A new authenticator secret (20 bytes, base32) and the otpauth address an authenticator app reads. */
export function newTotp(login: string): NewTotp {
  const secret = new Secret({ size: 20 }).base32;
  return { secret, uri: of(secret, login).toString() };
}

/** The time step a code belongs to (one step of drift either way), or null when it fits none (RFC 6238). */
export function totpStep(secret: string, code: string, now: Date): number | null {
  const drift = of(secret, '').validate({ token: code, timestamp: now.getTime(), window: 1 });
  return drift === null ? null : Math.floor(now.getTime() / 1000 / STEP_SECONDS) + drift;
}

/** The code of a moment; what an authenticator app would show. */
export const totpCode = (secret: string, now: Date): string =>
  of(secret, '').generate({ timestamp: now.getTime() });
