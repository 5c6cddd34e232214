import { generateKeyPair } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import Provider from 'oidc-provider';

export const CLIENT = { id: 'fengqiao', secret: 'a secret that only the test knows, long enough' };

/** A real OpenID Connect provider on this machine, with a sign-in page of its own, for the time of a test. */
export type TestProvider = {
  readonly issuer: string;
  /** Walks a browser through the sign-in page as somebody, and gives the address it is sent back to. */
  walk(to: string, login: string): Promise<string>;
  close(): Promise<void>;
};

export async function startProvider(back: readonly string[], home: string): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [...back],
        post_logout_redirect_uris: [home],
      },
    ],
    claims: { openid: ['sub'], profile: ['preferred_username'] },
    cookies: { keys: ['only for a test'] },
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'test' }] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: true }, rpInitiatedLogout: { enabled: true } },
    findAccount: async (_: unknown, id: string) => ({
      accountId: id,
      claims: async () => ({ sub: id, preferred_username: id }),
    }),
  });
  server.on('request', provider.callback());
  return { issuer, walk: (to, login) => walk(issuer, to, login), close: () => stop(server) };
}

const stop = async (server: Server): Promise<void> => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
};

const MOST_STEPS = 12;

/** Follows redirects with a jar of cookies and fills in the two forms of the provider, as somebody at a browser would. */
async function walk(issuer: string, to: string, login: string): Promise<string> {
  const jar = new Map<string, string>();
  let at = to;
  let form: URLSearchParams | null = null;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (!at.startsWith(issuer)) return at;
    const reply: Response = await fetch(at, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === null ? {} : { method: 'POST', body: form }),
    });
    for (const line of reply.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      jar.set(name, value);
    }
    form = null;
    const next = reply.headers.get('location');
    if (next !== null) {
      at = new URL(next, at).href;
      continue;
    }
    const page = await reply.text();
    const [, action] = /<form[^>]*action="([^"]+)"/.exec(page) ?? [];
    if (action === undefined) throw new Error(`The provider said ${reply.status}: ${page.slice(0, 300)}`);
    at = new URL(action, at).href;
    form = new URLSearchParams(
      page.includes('name="login"')
        ? { prompt: 'login', login, password: 'anything' }
        : { prompt: 'consent' },
    );
  }
  throw new Error('The provider never sent the browser back.');
}
