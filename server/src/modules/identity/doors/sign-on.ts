import type { FastifyInstance, FastifyRequest } from 'fastify';
import { COOKIE, entryOf, httpOf, tokenHashOf } from '#platform/http.ts';
import { fromJson } from '#platform/json.ts';
import { Refusal, refuse } from '#platform/refusal.ts';
import { recordSecurity } from '#modules/audit';
import type { Platform } from '#platform/serve.ts';
import { withWork, type Work } from '#platform/work.ts';
import { signInVouched, stepUpVouched } from '../actions/sign-on.ts';
import { comeBack, leave, partFrom, providerOf, type Errand } from './provider.ts';

const ERRAND = 'fengqiao_sign_on';
const ERRAND_SECONDS = 600;
const PER_MINUTE = 60;
const PATH = '/api/sign-on';

/** Staff single sign-on with the street's OpenID Connect provider: out, back in, and away again. */
export function signOnDoors(app: FastifyInstance, platform: Platform): void {
  const { oidc } = platform.settings;
  const provider = oidc === null ? null : providerOf(oidc);
  const known = () => (provider === null ? refuse('identity.sign_on_off') : provider());

  app.get(PATH, { config: { operation: 'identity.signOn' } }, async (request, reply) => {
    platform.limits.take('sign-on', request.ip, PER_MINUTE);
    const { next, again } = queryOf(request);
    const { to, errand } = await leave(await known(), here(request, `${PATH}/back`), {
      next: inside(next),
      again: again === '1',
    });
    const sealed = await inStreet(platform, request, 'read', async ({ vault }) =>
      vault.seal(JSON.stringify(errand), place).toString('base64url'),
    );
    return reply.setCookie(ERRAND, sealed, { ...cookie(platform), maxAge: ERRAND_SECONDS }).redirect(to.href);
  });

  app.get(`${PATH}/back`, { config: { operation: 'identity.signOnBack' } }, async (request, reply) => {
    platform.limits.take('sign-on', request.ip, PER_MINUTE);
    void reply.clearCookie(ERRAND, cookie(platform));
    try {
      if (oidc === null) return refuse('identity.sign_on_off');
      const errand = await errandOf(platform, request);
      const vouched = await comeBack(await known(), oidc, new URL(here(request, request.url)), errand);
      const http = httpOf(request, reply, platform);
      if (errand.again) await inStreet(platform, request, 'write', (work) => stepUpVouched(work, vouched));
      else {
        const opened = await inStreet(platform, request, 'write', (work) =>
          signInVouched(work, vouched, http.agent),
        );
        http.keep(opened.token, opened.seconds);
      }
      return await reply.redirect(`/console${errand.next}`);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await inStreet(platform, request, 'write', (work) =>
        recordSecurity(work, { act: 'identity.signOnBack', code: error.code }),
      );
      return reply.redirect(`/console/sign-in?refused=${error.code}`);
    }
  });

  app.get(`${PATH}/end`, { config: { operation: 'identity.signOnEnd' } }, async (request, reply) => {
    const home = here(request, '/console/sign-in');
    const to = partFrom(await known(), home);
    return reply.clearCookie(COOKIE, cookie(platform)).redirect(to?.href ?? home);
  });
}

const place = { table: 'identity.sign_on', column: 'errand', row: 'cookie' };

const cookie = ({ settings }: Platform) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: settings.secureCookies }) as const;

const here = (request: FastifyRequest, path: string) => `${request.protocol}://${request.host}${path}`;

const queryOf = ({ query }: FastifyRequest): { next?: string; again?: string } => fromJson(query);

/** Only an address of the console is a place to return to. */
const inside = (next: string | undefined) =>
  typeof next === 'string' && /^\/(?![/\\])[\x21-\x7e]{0,500}$/.test(next) ? next : '/';

const inStreet = <T>(
  platform: Platform,
  request: FastifyRequest,
  access: 'read' | 'write',
  act: (work: Work) => Promise<T>,
): Promise<T> =>
  withWork(
    platform,
    entryOf(request, tokenHashOf(request), platform.settings, true),
    platform.clock(),
    access,
    (work) => act({ ...work, address: request.ip }),
  );

/** What this browser was sent out with; one that was not sent by us brings nothing that fits. */
async function errandOf(platform: Platform, request: FastifyRequest): Promise<Errand> {
  const sealed = request.cookies[ERRAND] ?? refuse('identity.sign_on_failed');
  return inStreet(platform, request, 'read', async ({ vault }) => {
    try {
      return fromJson<Errand>(JSON.parse(vault.open(Buffer.from(sealed, 'base64url'), place)));
    } catch {
      return refuse('identity.sign_on_failed');
    }
  });
}
