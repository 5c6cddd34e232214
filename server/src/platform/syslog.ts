import { createSocket } from 'node:dgram';
import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

/** Where the security log is sent on to. */
export type Collector = {
  readonly by: 'udp' | 'tcp' | 'tls';
  readonly host: string;
  readonly port: number;
};

const PATIENCE_MS = 5_000;

/** Reads an address such as udp://10.0.0.9:514, tcp://log.example:601 or tls://log.example:6514; null when it is none. */
export function collectorOf(text: string): Collector | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  const by = (['udp', 'tcp', 'tls'] as const).find((one) => url?.protocol === `${one}:`);
  if (url === null || by === undefined || url.hostname === '' || url.port === '') return null;
  return { by, host: url.hostname.replaceAll(/[[\]]/g, ''), port: Number(url.port) };
}

/**
 * Sends messages of RFC 5424: each a datagram (RFC 5426), or one after another with its length before it (RFC 6587, RFC 5425).
 * Rejects when the collector cannot be reached. No way of syslog tells whether it was kept: who must know compares the ids.
 */
export async function sendSyslog({ by, host, port }: Collector, messages: readonly string[]): Promise<void> {
  if (by === 'udp') return sendDatagrams(host, port, messages);
  const framed = messages.map((one) => `${Buffer.byteLength(one)} ${one}`).join('');
  await new Promise<void>((resolve, reject) => {
    const socket: Socket = by === 'tls' ? connectTls({ host, port }) : connectTcp({ host, port });
    socket.setTimeout(PATIENCE_MS, () =>
      socket.destroy(new Error('The collector of the security log is silent')),
    );
    socket.once(by === 'tls' ? 'secureConnect' : 'connect', () => socket.end(framed));
    socket.once('error', reject);
    socket.once('close', (failed) => (failed ? undefined : resolve()));
    // A collector that keeps its side open has all of it once our side is sent.
    socket.once('finish', () => setTimeout(() => socket.destroy(), 200).unref());
    socket.resume();
  });
}

async function sendDatagrams(host: string, port: number, messages: readonly string[]): Promise<void> {
  const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4');
  try {
    for (const message of messages)
      await new Promise<void>((resolve, reject) =>
        socket.send(message, port, host, (error) => (error === null ? resolve() : reject(error))),
      );
  } finally {
    socket.close();
  }
}
