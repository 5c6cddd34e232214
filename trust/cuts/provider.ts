import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

type Got = { readonly to: string; readonly text: string; times: number };

/** Whoever sends the text messages: outlives every kill, and remembers what was handed over. */
export type Provider = {
  readonly url: string;
  /** By the id of the message. */
  readonly got: ReadonlyMap<string, Got>;
  /** Messages that came under an id known before, and said something else. */
  readonly odd: readonly string[];
  /** Waits until a message has come in that is not answered yet. */
  busy(): Promise<void>;
  close(): Promise<void>;
};

const TAKES_MS = 60;

export async function openProvider(): Promise<Provider> {
  const got = new Map<string, Got>();
  const odd: string[] = [];
  let came = Promise.withResolvers<void>();
  const server = createServer((request, reply) => {
    void (async () => {
      let said = '';
      for await (const part of request) said += String(part);
      const { id, to, text }: { id: string; to: string; text: string } = JSON.parse(said);
      const known = got.get(id);
      if (known === undefined) got.set(id, { to, text, times: 1 });
      else known.times += 1;
      if (
        (known !== undefined && (known.to !== to || known.text !== text)) ||
        request.headers['idempotency-key'] !== id
      )
        odd.push(`${id} ${to} ${text}`);
      came.resolve();
      came = Promise.withResolvers();
      await wait(TAKES_MS);
      reply.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ id: `ref-${id}` }));
    })().catch(() => reply.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = server.address();
  if (typeof at !== 'object' || at === null) throw new Error('the provider has no port');
  return {
    url: `http://127.0.0.1:${at.port}/send`,
    got,
    odd,
    busy: () => came.promise,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
