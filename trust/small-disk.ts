import { execFile, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { CannotTry } from './experiment.ts';

const execute = promisify(execFile);

/** A disk in memory that can be filled without harm to anything else; only those see it who are started `within`. */
export type SmallDisk = {
  readonly path: string;
  /** Words before a command that is to see the disk. */
  readonly within: readonly string[];
  /** Runs a command that sees it, and gives what it said. */
  run(...words: readonly string[]): Promise<string>;
  /** Fills it to the last byte and tells how much that took. */
  fill(): Promise<number>;
  /** Takes away again what filled it. */
  free(): Promise<void>;
  drop(): Promise<void>;
};

/**
 * Mounts a disk under a folder, in a namespace that ends with us, however we end: as root, or as an ordinary user where the
 * system lets one be root in a namespace of their own. Where neither is allowed it cannot be tried.
 */
export async function smallDisk(under: string, megabytes: number): Promise<SmallDisk> {
  if (process.platform !== 'linux')
    throw new CannotTry(`a disk of its own is mounted on Linux only, not on ${process.platform}`);
  mkdirSync(under, { recursive: true });
  const path = mkdtempSync(join(under, 'disk-'));
  const mount = ['mount', '-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0700`, 'fengqiao-trust', path];
  for (const kinds of [['--mount'], ['--user', '--mount']]) {
    const held = await hold(kinds, mount);
    if (held === null) continue;
    return diskAt(path, held.within, async () => {
      await held.end();
      rmSync(path, { recursive: true });
    });
  }
  rmSync(path, { recursive: true });
  throw new CannotTry('this user may neither mount a disk nor make a namespace to mount it in');
}

type Held = { readonly within: readonly string[]; end(): Promise<void> };

/** A process that holds a namespace with the mount in it for as long as its standard input is open. */
async function hold(kinds: readonly string[], mount: readonly string[]): Promise<Held | null> {
  const asRoot = kinds.includes('--user') ? ['--map-root-user'] : [];
  const shell = ['sh', '-c', '"$@" && echo mounted && exec cat', 'sh', ...mount];
  const [unshare, ...options] = ['unshare', ...kinds, ...asRoot, '--propagation', 'private', ...shell];
  const holder = spawn(unshare, options, { stdio: ['pipe', 'pipe', 'ignore'] });
  const ended = new Promise<void>((resolve) => {
    holder.once('error', () => resolve());
    holder.once('exit', () => resolve());
  });
  const isMounted = await Promise.race([
    new Promise<boolean>((said) => createInterface({ input: holder.stdout }).once('line', () => said(true))),
    ended.then(() => false),
  ]);
  const keep = kinds.includes('--user') ? ['--preserve-credentials'] : [];
  const within = ['nsenter', '--target', String(holder.pid), ...kinds, ...keep];
  const end = async () => {
    holder.stdin.end();
    await ended;
  };
  const [command, ...words] = [...within, 'true'];
  const isOpen =
    isMounted &&
    (await execute(command, words).then(
      () => true,
      () => false,
    ));
  if (isOpen) return { within, end };
  await end();
  return null;
}

function diskAt(path: string, within: readonly string[], drop: () => Promise<void>): SmallDisk {
  const filler = join(path, 'filler');
  const run = async (...words: readonly string[]) => {
    const [command = '', ...rest] = [...within, ...words];
    return (await execute(command, rest)).stdout;
  };
  return {
    path,
    within,
    run,
    fill: async () => {
      // In large blocks, then what is left of the last one; each ends with the error that was wanted.
      for (const block of ['1M', '4k'])
        await run('dd', 'if=/dev/zero', `of=${filler}`, `bs=${block}`, 'oflag=append', 'conv=notrunc').catch(
          () => undefined,
        );
      return Number(await run('stat', '-c', '%s', filler));
    },
    free: async () => void (await run('rm', '-f', filler)),
    drop,
  };
}
