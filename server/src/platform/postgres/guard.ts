import { spawnSync } from 'node:child_process';
import { chownSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const NOBODY = 65_534;

/**
 * The words to put before a PostgreSQL command so that it may run here: not as root (PostgreSQL refuses), and not
 * longer than this process lives, even when this process is killed. `owned` is the folder it will write to.
 */
export function guard(postgres: string, owned: string): string[] {
  if (process.platform !== 'linux') return [];
  const mortal = works(['setpriv', '--pdeathsig', 'INT', 'true']) ? ['setpriv', '--pdeathsig', 'INT'] : [];
  if (process.getuid?.() !== 0) return mortal;
  const owner = statSync(owned).uid;
  // In a user namespace without a mapping, root is nobody to itself yet still the owner of its files.
  const veiled = ['unshare', '--user', ...mortal];
  if (owner === 0 && works([...veiled, postgres, '--version']) && works([...veiled, 'test', '-w', owned]))
    return veiled;
  const user = owner !== 0 ? owner : postgresUser();
  giveTo(owned, user);
  const able = '-all,+dac_override';
  const other = [
    'setpriv',
    '--reuid',
    String(user),
    '--regid',
    String(user === owner ? statSync(owned).gid : user),
  ];
  // Folders above may be closed to that user (/root): it keeps the one capability to pass them.
  const words = [
    ...other,
    '--clear-groups',
    `--inh-caps=${able}`,
    `--ambient-caps=${able}`,
    '--pdeathsig',
    'INT',
  ];
  if (works([...words, postgres, '--version'])) return words;
  throw new Error(
    'PostgreSQL does not run as root, and neither unshare nor setpriv works here. Start as an ordinary user, or name a server in DATABASE_URL.',
  );
}

function works(words: string[]): boolean {
  const [command = '', ...args] = words;
  return spawnSync(command, args, { stdio: 'ignore', cwd: '/' }).status === 0;
}

function postgresUser(): number {
  const found = Number(spawnSync('id', ['-u', 'postgres'], { encoding: 'utf8' }).stdout);
  return found > 0 ? found : NOBODY;
}

function giveTo(path: string, user: number): void {
  const now = lstatSync(path);
  if (now.uid !== user) chownSync(path, user, user);
  if (now.isDirectory()) for (const name of readdirSync(path)) giveTo(join(path, name), user);
}
