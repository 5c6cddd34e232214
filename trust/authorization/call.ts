import type { LightMyRequestResponse } from 'fastify';
import type { Route, Who } from '@fengqiao/contract/route.ts';
import { COOKIE } from '../../server/src/platform/http.ts';
import type { TestPerson } from '../../server/test/people.ts';
import type { Person, World } from '../../server/test/world.ts';
import type { Actor } from './cast.ts';

export const letsIn = (who: Who, role: Actor['role']): boolean =>
  who === 'anyone' ||
  (who === 'signed-in'
    ? role !== 'guest'
    : who === 'resident'
      ? role === 'resident'
      : who === 'staff'
        ? role !== 'resident' && role !== 'guest'
        : role !== 'resident' && role !== 'guest' && who.includes(role));

/** One call as the contract tells it, with query and body as they are. */
export function send(
  world: World,
  person: Person | TestPerson,
  route: Route,
  input: { params: unknown; query: unknown; body: unknown },
): Promise<LightMyRequestResponse> {
  const filled = Object.entries((input.params ?? {}) as Record<string, unknown>).reduce(
    (path, [name, value]) => path.replace(`:${name}`, encodeURIComponent(asText(value).toWellFormed())),
    route.path,
  );
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries((input.query ?? {}) as Record<string, unknown>))
    for (const one of Array.isArray(value) ? (value as unknown[]) : [value])
      if (one !== undefined) asked.append(name, asText(one));
  const path = `/api${filled}${asked.size === 0 ? '' : `?${asked.toString()}`}`;
  return world.app.inject({
    method: route.method,
    url: path,
    headers: { 'x-street': world.street },
    ...(person === null ? {} : { cookies: { [COOKIE]: person.token } }),
    ...(route.method === 'GET' ? {} : { payload: (input.body ?? {}) as object }),
  });
}

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
