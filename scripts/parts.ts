import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type Counts = { readonly passed: number; readonly failed: number };

/** One child process and how to read its result: `counts` gets what it printed and whether it ended well. */
export type Part = {
  readonly name: string;
  readonly command: readonly string[];
  /** Shown while it runs; a quiet part is shown only when it fails. */
  readonly loud?: boolean;
  readonly counts: (output: string, ended: boolean) => Counts;
};

const root = fileURLToPath(new URL('..', import.meta.url));
// A part ends with the script that started it, however that ends.
const node = [process.execPath, '--import', new URL('./bootstrap/watch-parent.mjs', import.meta.url).href];
const bin = (...path: string[]): string[] => [...node, join(root, 'node_modules', ...path)];

/** A tool that says yes or no. */
const verdict = (_: string, ended: boolean): Counts => ({ passed: Number(ended), failed: Number(!ended) });

/** A script of ours ends with a line of its own: "12 passed, 0 failed". */
function lastLine(output: string, ended: boolean): Counts {
  const lines = output.trimEnd().split('\n');
  const found = /^(\d+) passed, (\d+) failed$/.exec(lines.at(-1)?.trim() ?? '');
  return honest({ passed: Number(found?.[1] ?? 0), failed: Number(found?.[2] ?? 0) }, ended);
}

/** Nothing executed is a failure, and so is a bad ending whose counts claim that all is well. */
function honest({ passed, failed }: Counts, ended: boolean): Counts {
  return failed === 0 && (!ended || passed === 0) ? { passed, failed: 1 } : { passed, failed };
}

/** Format, lint, types, unused code: what a reader would otherwise have to look for. */
export const readings: readonly Part[] = [
  { name: 'format', command: [...bin('oxfmt', 'bin', 'oxfmt'), '--check', '.'], counts: verdict },
  {
    name: 'lint',
    command: [...bin('oxlint', 'bin', 'oxlint'), '--report-unused-disable-directives'],
    counts: verdict,
  },
  { name: 'types', command: [...bin('typescript', 'bin', 'tsc'), '-p', 'tsconfig.json'], counts: verdict },
  {
    name: 'types of the web',
    command: [...bin('typescript', 'bin', 'tsc'), '-p', 'tsconfig.web.json'],
    counts: verdict,
  },
  {
    name: 'types of the journeys',
    command: [...bin('typescript', 'bin', 'tsc'), '-p', 'e2e'],
    counts: verdict,
  },
  { name: 'lock file', command: [...node, 'scripts/complete-lock.mjs', '--check'], counts: verdict },
  { name: 'unused code', command: [...bin('knip', 'bin', 'knip.js')], counts: verdict },
];

/** A script of this repository that counts its own tests. */
export function script(name: string, ...words: readonly string[]): Part {
  return { name, command: [...node, ...words], loud: true, counts: lastLine };
}

/** A script of this repository that only ends well or badly. */
export function task(name: string, ...words: readonly string[]): Part {
  return { name, command: [...node, ...words], counts: verdict };
}

/** Vitest, counted from its own report. */
export function vitest(name: string, ...words: readonly string[]): Part {
  const report = join(root, '.cache', 'reports', `${name.replaceAll(' ', '-')}.json`);
  mkdirSync(join(report, '..'), { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return {
    name,
    command: [...bin('vitest', 'vitest.mjs'), 'run', ...reporters, ...words],
    loud: true,
    counts: (_, ended) => honest(reported(report), ended),
  };
}

type Report = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly { status: string; assertionResults: readonly unknown[] }[];
};

/** A file that could not even be loaded has no tests to count: it counts as one failure. */
function reported(report: string): Counts {
  if (!existsSync(report)) return { passed: 0, failed: 0 };
  const told: Report = JSON.parse(readFileSync(report, 'utf8'));
  const broken = told.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return { passed: told.numPassedTests, failed: told.numFailedTests + broken.length };
}

/** Runs the parts one after another, says what each did, and ends with the sum; the exit code tells it too. */
export async function runAll(parts: readonly Part[]): Promise<void> {
  const all: Counts[] = [];
  const started = performance.now();
  for (const part of parts) all.push(await runPart(part));
  const sum = (key: keyof Counts): number => all.reduce((total, counts) => total + counts[key], 0);
  const bad = parts.filter((_, i) => (all[i]?.failed ?? 0) > 0).map((part) => part.name);
  console.log(`\n${bad.length === 0 ? 'All is well' : `Failed: ${bad.join(', ')}`} (${seconds(started)})`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = bad.length === 0 ? 0 : 1;
}

async function runPart(part: Part): Promise<Counts> {
  const started = performance.now();
  if (part.loud) console.log(`\n— ${part.name}`);
  const [command = '', ...args] = part.command;
  const env = { ...process.env, FENGQIAO_LAUNCHER: String(process.pid) };
  const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (part.loud) process.stdout.write(text);
    });
  }
  const ended = await new Promise<boolean>((done) => {
    child.once('error', () => done(false));
    child.once('close', (code) => done(code === 0));
  });
  const counts = part.counts(output, ended);
  if (counts.failed > 0 && !part.loud) process.stdout.write(output);
  const sign = counts.failed === 0 ? '✓' : '✗';
  console.log(`${sign} ${part.name}: ${counts.passed} passed, ${counts.failed} failed (${seconds(started)})`);
  return counts;
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
