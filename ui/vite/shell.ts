import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'vite';

type Shell = {
  /** Paths below which another app or the server answers, so that the shell does not. */
  readonly others?: readonly string[];
  /** Answers of the server that are the same for everybody, such as a definition; shown at once and asked for anew behind. */
  readonly kept?: readonly string[];
  /** Files by the beginning of their names that only some phones need: kept once they were asked for, and no part of the shell. */
  readonly later?: readonly string[];
  /** How heavy the shell may be, in bytes of gzip: a heavier one keeps somebody with a weak network waiting at the door. */
  readonly most?: number;
};

const worker = fileURLToPath(new URL('../src/shell/worker.ts', import.meta.url));

/** Builds `sw.js` beside the app: its files are kept on the phone, so that it opens without a network. */
export function shell({ others = [], kept = [], later = [], most = Infinity }: Shell = {}): Plugin {
  let base = '/';
  let outDir = 'dist';
  return {
    name: 'fengqiao:shell',
    apply: 'build',
    configResolved: (config) => {
      base = config.base;
      outDir = `${config.root}/${config.build.outDir}`;
    },
    writeBundle: async (_options, bundle) => {
      const shelf = Object.entries(bundle)
        .filter(([name]) => !name.endsWith('.map') && !later.some((begins) => name.startsWith(begins)))
        .map(([name, file]) => ({ name, content: 'code' in file ? file.code : file.source }));
      demandLight(
        shelf.map(({ name, content }) => [name, gzipSync(content).length]),
        most,
      );
      const files = shelf.map(({ name, content }) => ({
        url: base + name,
        // What has a hash in its name never changes.
        revision: name.startsWith('assets/') ? null : hashOf(content),
      }));
      const asked = later.map((begins) => base + begins);
      await buildWorker(outDir, { base, files, others, kept: [...kept, ...asked] });
    },
  };
}

/** Throws with the largest files when a shell is heavier than it may be; sizes in bytes. */
export function demandLight(files: readonly (readonly [name: string, size: number])[], most: number): void {
  const sum = files.reduce((all, [, size]) => all + size, 0);
  if (sum <= most) return;
  const largest = files.toSorted((a, b) => b[1] - a[1]).slice(0, 8);
  const told = largest.map(([name, size]) => `  ${name} ${kb(size)}`).join('\n');
  throw new Error(`The shell is ${kb(sum)} gzip, at most ${kb(most)}; largest:\n${told}`);
}

const kb = (size: number) => `${(size / 1024).toFixed(1)} KB`;

const hashOf = (content: string | Uint8Array) =>
  createHash('sha256').update(content).digest('hex').slice(0, 16);

const buildWorker = (outDir: string, told: unknown) =>
  build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { __SHELL__: JSON.stringify(told), 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir,
      emptyOutDir: false,
      target: ['chrome111', 'safari16.4', 'firefox114'],
      rolldownOptions: { input: worker, output: { format: 'iife', entryFileNames: 'sw.js' } },
    },
  });
