import * as oidc from 'openid-client';
import type { Settings } from '#platform/config.ts';
import { refuse } from '#platform/refusal.ts';
import type { Vouched } from '../actions/sign-on.ts';

type Oidc = NonNullable<Settings['oidc']>;

/** What is kept between going to the provider and coming back. */
export type Errand = {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly next: string;
  /** It is to prove again who is signed in already. */
  readonly again: boolean;
};

const TIMEOUT_SECONDS = 10;
/** A sign-in at the provider older than a session of ours is asked for anew. */
const OLDEST_SECONDS = 12 * 3600;
const AGAIN_SECONDS = 60;

/** The provider as it describes itself; asked once, and again after it could not be reached. */
export function providerOf(settings: Oidc): () => Promise<oidc.Configuration> {
  let known: Promise<oidc.Configuration> | null = null;
  return () => {
    known ??= discover(settings).catch(() => {
      known = null;
      return refuse('identity.sign_on_failed');
    });
    return known;
  };
}

async function discover({ issuer, clientId, clientSecret }: Oidc): Promise<oidc.Configuration> {
  const url = new URL(issuer);
  const plain = url.protocol === 'http:';
  return oidc.discovery(url, clientId, clientSecret, undefined, {
    timeout: TIMEOUT_SECONDS,
    // Settings take plain HTTP on this machine only.
    execute: plain ? [oidc.allowInsecureRequests] : [],
  });
}

/** Where to send the browser, and what to keep until it comes back: code flow with PKCE, state and nonce. */
export async function leave(
  provider: oidc.Configuration,
  back: string,
  { next, again }: Pick<Errand, 'next' | 'again'>,
): Promise<{ to: URL; errand: Errand }> {
  const verifier = oidc.randomPKCECodeVerifier();
  const errand = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier, next, again };
  const to = oidc.buildAuthorizationUrl(provider, {
    redirect_uri: back,
    scope: 'openid profile',
    state: errand.state,
    nonce: errand.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(again ? { prompt: 'login', max_age: '0' } : { max_age: String(OLDEST_SECONDS) }),
  });
  return { to, errand };
}

/** Takes what the browser brought back, and asks the provider who it is. Whatever does not fit is refused without a word of why. */
export async function comeBack(
  provider: oidc.Configuration,
  { claim }: Oidc,
  came: URL,
  errand: Errand,
): Promise<Vouched> {
  try {
    const tokens = await oidc.authorizationCodeGrant(provider, came, {
      expectedState: errand.state,
      expectedNonce: errand.nonce,
      pkceCodeVerifier: errand.verifier,
      idTokenExpected: true,
      maxAge: errand.again ? AGAIN_SECONDS : OLDEST_SECONDS,
    });
    const claims = tokens.claims();
    if (claims === undefined) return refuse('identity.sign_on_failed');
    const login =
      claims[claim] ?? (await oidc.fetchUserInfo(provider, tokens.access_token, claims.sub))[claim];
    if (typeof login !== 'string' || login === '') return refuse('identity.sign_on_failed');
    const { auth_time: at } = claims;
    return { login: login.trim().toLowerCase(), provedAt: at === undefined ? null : new Date(at * 1000) };
  } catch {
    return refuse('identity.sign_on_failed');
  }
}

/** Where the browser ends the session at the provider as well; null when the provider knows no such place. */
export function partFrom(provider: oidc.Configuration, to: string): URL | null {
  if (provider.serverMetadata().end_session_endpoint === undefined) return null;
  return oidc.buildEndSessionUrl(provider, { post_logout_redirect_uri: to });
}
