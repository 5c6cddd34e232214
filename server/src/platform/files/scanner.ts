import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';

/** Where a ClamAV daemon listens: a port, or a socket of this machine. */
export type Scanner = { readonly host: string; readonly port: number } | { readonly path: string };

const PATIENCE_MS = 30_000;

/** Reads an address such as tcp://127.0.0.1:3310 or unix:///run/clamav/clamd.ctl; null when it is none. */
export function scannerOf(address: string): Scanner | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol === 'tcp:' && url.hostname !== '' && url.port !== '')
    return { host: url.hostname.replaceAll(/[[\]]/g, ''), port: Number(url.port) };
  return url?.protocol === 'unix:' && url.hostname === '' && url.pathname.length > 1
    ? { path: decodeURIComponent(url.pathname) }
    : null;
}

/**
 * Has some bytes scanned (INSTREAM of the protocol of clamd); gives the name of what was found, or null for nothing. Rejects
 * when no verdict comes: the daemon is away, silent, or takes no file of this size (StreamMaxLength of clamd.conf).
 */
export async function scan(scanner: Scanner, bytes: Buffer): Promise<string | null> {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(bytes.length);
  // A piece of no bytes ends the stream.
  const said = await ask(scanner, [Buffer.from('zINSTREAM\0'), size, bytes, Buffer.alloc(4)]);
  if (said === 'stream: OK') return null;
  const found = /^stream: (.+) FOUND$/.exec(said)?.[1];
  if (found === undefined) throw new Error(`The scanner gave no verdict: ${said.slice(0, 200)}`);
  return found;
}

/** Whether a daemon answers there. */
export const isThere = (scanner: Scanner): Promise<boolean> =>
  ask(scanner, [Buffer.from('zPING\0')]).then(
    (said) => said === 'PONG',
    () => false,
  );

async function ask(scanner: Scanner, words: readonly Buffer[]): Promise<string> {
  const socket: Socket = connect(scanner);
  socket.setTimeout(PATIENCE_MS, () => socket.destroy(new Error('The scanner is silent')));
  for (const word of words) if (word.length > 0) socket.write(word);
  return (await text(socket)).replace(/\0$/, '').trim();
}
