import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** The way from the server to its database, which fails as networks do. */
export type Line = {
  readonly port: number;
  /** Ends every connection, in the middle of what it carries. */
  cut(): void;
  /** Carries nothing any more, and tells nobody; whoever comes while it lasts is let in and not heard. */
  freeze(): void;
  /** Carries for whoever comes from now on. Those from before are reset, or left for ever to wait for what does not come. */
  thaw(before: 'reset' | 'forgotten'): void;
  close(): Promise<void>;
};

type Pair = { readonly sockets: readonly Socket[]; dead: boolean };

/** Listens on 127.0.0.1 and carries to a port there. */
export async function lay(to: number): Promise<Line> {
  const pairs = new Set<Pair>();
  let frozen = false;
  const end = (pair: Pair) => {
    pairs.delete(pair);
    for (const socket of pair.sockets) socket.resetAndDestroy();
  };
  const silence = (pair: Pair) => {
    pair.dead = true;
    for (const socket of pair.sockets) socket.pause();
  };
  const server = createServer((here) => {
    const there = frozen ? null : connect(to, '127.0.0.1');
    const pair: Pair = { sockets: there === null ? [here] : [here, there], dead: frozen };
    pairs.add(pair);
    for (const socket of pair.sockets) socket.setNoDelay(true).on('error', () => undefined);
    if (there === null) return void here.pause();
    for (const [from, into] of [
      [here, there],
      [there, here],
    ] as const) {
      from.on('data', (chunk) => (pair.dead ? undefined : into.write(chunk)));
      from.on('close', () => (pair.dead ? undefined : end(pair)));
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = server.address();
  if (typeof at !== 'object' || at === null) throw new Error('the line has no port');
  return {
    port: at.port,
    cut: () => [...pairs].forEach(end),
    freeze: () => {
      frozen = true;
      pairs.forEach(silence);
    },
    thaw: (before) => {
      frozen = false;
      if (before === 'reset') for (const pair of pairs) if (pair.dead) end(pair);
    },
    close: async () => {
      [...pairs].forEach(end);
      server.close();
      await once(server, 'close');
    },
  };
}
