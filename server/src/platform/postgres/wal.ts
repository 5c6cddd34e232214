import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';

const self = fileURLToPath(import.meta.url);
const quoted = (path: string) => `"${path.replaceAll('%', '%%')}"`;

/** What PostgreSQL runs for each finished piece of its log: kept packed and on the disk before it may be reused. */
export const archiveCommand = (folder: string): string =>
  `${quoted(process.execPath)} ${quoted(self)} keep "%p" ${quoted(folder)}/%f.zst`;

/** What PostgreSQL runs to have a piece of its log back. */
export const restoreCommand = (folder: string): string =>
  `${quoted(process.execPath)} ${quoted(self)} fetch ${quoted(folder)}/%f.zst "%p"`;

/** The exit code: 0 done; 1 not there, or another piece already stands under that name. */
function run(act: string | undefined, from: string, to: string): number {
  if (!existsSync(from)) return 1;
  const bytes = readFileSync(from);
  if (act === 'fetch') {
    writeFileSync(to, zstdDecompressSync(bytes));
    return 0;
  }
  if (existsSync(to)) return zstdDecompressSync(readFileSync(to)).equals(bytes) ? 0 : 1;
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  writeFileSync(`${to}.part`, zstdCompressSync(bytes), { mode: 0o600, flush: true });
  renameSync(`${to}.part`, to);
  sync(dirname(to));
  return 0;
}

/** A name is kept through a power cut only when its folder is; Windows keeps it by itself and opens no folder. */
function sync(folder: string): void {
  if (process.platform === 'win32') return;
  const open = openSync(folder, 'r');
  fsyncSync(open);
  closeSync(open);
}

if (import.meta.main) process.exitCode = run(process.argv[2], process.argv[3] ?? '', process.argv[4] ?? '');
