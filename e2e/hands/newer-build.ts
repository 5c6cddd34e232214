import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a newer build has in its page. */
const NEWER = 'data-build="newer"';
export const newerPage = `html[${NEWER}]`;

/** Stands before the server as a proxy does, so that a newer build can be put up and the interface can be out of reach. */
export type Front = {
  readonly base: string;
  /** From now on `/field/` is served as a newer build. */
  release(): void;
  /** Whether calls of the interface come through. */
  reach(api: boolean): void;
  close(): Promise<void>;
};

export async function standBefore(base: string): Promise<Front> {
  let newer = false;
  let api = true;
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    if (!api && path.startsWith('/api/')) return void response.destroy();
    const changes = newer && (path === '/field/sw.js' || path.startsWith('/field/index.html'));
    passOn(base, request, response, changes);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${port}`,
    release: () => (newer = true),
    reach: (may) => (api = may),
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function passOn(base: string, request: IncomingMessage, response: ServerResponse, changes: boolean): void {
  const { method = 'GET', url = '/', headers } = request;
  const given = changes ? { ...headers, 'accept-encoding': 'identity', 'if-none-match': '' } : headers;
  const onward = ask(`${base}${url}`, { method, headers: given }, (reply) => {
    if (!changes) {
      response.writeHead(reply.statusCode ?? 502, reply.headers);
      return void reply.pipe(response);
    }
    const pieces: Buffer[] = [];
    reply.on('data', (piece: Buffer) => pieces.push(piece));
    reply.on('end', () => {
      const { 'content-length': _length, etag: _etag, ...kept } = reply.headers;
      response.writeHead(reply.statusCode ?? 502, kept);
      response.end(newerOf(Buffer.concat(pieces).toString()));
    });
  });
  onward.on('error', () => response.destroy());
  request.pipe(onward);
}

/** The page says that it is newer, and the worker knows the page by another revision, as after a build. */
const newerOf = (text: string): string =>
  text
    .replace('<html', `<html ${NEWER}`)
    .replace(/(\/index\.html[`'"],revision:[`'"])[0-9a-f]+/, `$1${'0'.repeat(16)}`);
