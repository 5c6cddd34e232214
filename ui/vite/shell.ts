import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

type Shell = {
  /** Paths below which another app or the server answers, so that the shell does not. */
  readonly others?: readonly string[];
  /** Answers of the server that are the same for everybody, such as a definition; shown at once and asked for anew behind. */
  readonly kept?: readonly string[];
};

const worker = fileURLToPath(new URL('../src/shell/worker.ts', import.meta.url));

/** Builds `sw.js` beside the app: its files are kept on the phone, so that it opens without a network. */
export function shell({ others = [], kept = [] }: Shell = {}): Plugin {
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
      const files = Object.entries(bundle)
        .filter(([name]) => !name.endsWith('.map'))
        .map(([name, file]) => ({
          url: base + name,
          // What has a hash in its name never changes.
          revision: name.startsWith('assets/') ? null : hashOf('code' in file ? file.code : file.source),
        }));
      await buildWorker(outDir, { base, files, others, kept });
    },
  };
}

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
