import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { TestPerson } from '../../server/test/people.ts';

/** What somebody asks for: a look at a case when it has no body. */
export type Ask = { readonly who: TestPerson; readonly path: string; readonly body?: object };

/** An invocation and its answer. */
export type Heard = Ask & {
  readonly id: string;
  readonly key: string;
  readonly begin: number;
  readonly end: number;
  readonly status: number;
  readonly said: Readonly<Record<string, unknown>>;
};

/** Lets clients ask at one moment, over the network; everything is remembered. */
export type Bell = {
  readonly heard: Heard[];
  ring(asked: readonly Ask[]): Promise<Heard[]>;
};

const LATEST_MS = 6;

/** Each asks after some ms of chance, so that sometimes this one and sometimes that one is first, and most meet. */
export function hang(base: string, chance: () => number): Bell {
  const heard: Heard[] = [];
  const ask = async (given: Ask, late: number): Promise<Heard> => {
    await wait(late);
    const { who, path, body } = given;
    const key = `history-${randomBytes(9).toString('base64url')}`;
    const begin = performance.now();
    const reply = await fetch(`${base}/api${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        cookie: `fengqiao=${who.token}`,
        'idempotency-key': key,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const said = (await reply.json()) as Record<string, unknown>;
    const id = `${who.name} ${path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{23}([0-9a-f]{4})/g, '…$1')} ${reply.status} (${key.slice(-4)})`;
    return { ...given, id, key, begin, end: performance.now(), status: reply.status, said };
  };
  return {
    heard,
    ring: async (asked) => {
      const now = await Promise.all(asked.map((one) => ask(one, Math.floor(chance() * LATEST_MS))));
      heard.push(...now);
      return now;
    },
  };
}

export const told = (heard: readonly Heard[], path: string): Heard[] =>
  heard.filter((one) => one.status === 200 && one.body !== undefined && one.path.endsWith(path));

/** Faults of ours among the answers: being busy is none, for a client asks again. */
export const faults = (heard: readonly Heard[]): string[] =>
  heard.filter(({ status }) => status >= 500).map((one) => `${one.id}: ${JSON.stringify(one.said)}`);
