import { setTimeout as wait } from 'node:timers/promises';
import type { TestPerson } from '../server/test/people.ts';
import type { Home } from './server.ts';

export type Answer = { readonly status: number; readonly text: string; readonly retryAfter: string | null };
export type What = {
  readonly body: unknown;
  readonly key: string;
  /** Told of every answer on the way, and how many ms it took; null when none came. */
  readonly heard?: ((answer: Answer | null, ms: number) => void) | undefined;
};

/** One request over the network as one person; null when no answer came, or none in a minute. */
export async function send(
  home: Home,
  person: TestPerson,
  path: string,
  { body, key, heard }: What,
): Promise<Answer | null> {
  const began = performance.now();
  const answer = await ask(home, person, path, { body, key });
  heard?.(answer, performance.now() - began);
  return answer;
}

async function ask({ port }: Home, person: TestPerson, path: string, { body, key }: What) {
  try {
    const reply = await fetch(`http://127.0.0.1:${port}/api${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': key,
        cookie: `fengqiao=${person.token}`,
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(60_000),
    });
    return { status: reply.status, text: await reply.text(), retryAfter: reply.headers.get('retry-after') };
  } catch {
    return null;
  }
}

/** What a client does that wants to be sure: it asks again under the same key until it is told, for as long as it takes. */
export async function sendUntilTold(
  home: Home,
  person: TestPerson,
  path: string,
  what: What,
): Promise<Answer> {
  for (const until = Date.now() + 90_000; Date.now() < until; await wait(40)) {
    const answer = await send(home, person, path, what);
    if (answer !== null && answer.status < 500 && !isInFlight(answer)) return answer;
  }
  throw new Error(`No answer in 90 s: ${path} ${what.key}`);
}

const isInFlight = ({ status, text }: Answer): boolean =>
  status === 409 && text.includes('platform.in_flight');
