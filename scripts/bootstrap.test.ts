import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const launcher = fileURLToPath(new URL('./bootstrap.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), '启动 '));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const script = join(folder, 'wait.ts');
writeFileSync(
  script,
  `const words: readonly string[] = process.argv.slice(2);
   process.on('SIGTERM', () => { console.log('farewell'); process.exit(7); });
   setInterval(() => undefined, 1000);
   console.log(JSON.stringify({ pid: process.pid, version: process.version, words }));`,
);

/** An older Node cannot be replaced by the script, so there the launcher stands in for it. */
const olderNode = ['--import', 'data:text/javascript,process.execve=undefined'];

type Started = {
  child: ChildProcess;
  told: { pid: number; version: string; words: string[] };
  rest(): string;
};

async function start(command: string, args: string[], env: NodeJS.ProcessEnv): Promise<Started> {
  const { npm_lifecycle_event: _, ...clean } = process.env;
  const child = spawn(command, args, { env: { ...clean, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  while (!output.includes('\n')) await once(child.stdout, 'data');
  const [first = ''] = output.split('\n');
  return { child, told: JSON.parse(first), rest: () => output.slice(first.length + 1).trim() };
}

async function gone(pid: number): Promise<boolean> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return true;
    }
    if (existsSync('/proc') && !existsSync(`/proc/${pid}/exe`)) return true;
    await new Promise((next) => setImmediate(next));
  }
}

const launch = (before: string[], ...words: string[]): Promise<Started> =>
  start(process.execPath, [...before, launcher, '--', script, ...words], {});

test.for([
  { node: 'a new Node', before: [] },
  { node: 'an older Node', before: olderNode },
])('under $node a script gets its words as they were given, and may say farewell', async ({ before }) => {
  const { child, told, rest } = await launch(before, 'a b', '枫桥');
  expect(told.words).toEqual(['a b', '枫桥']);
  expect(told.version).toMatch(/^v26\./);
  child.kill('SIGTERM');
  expect(await once(child, 'close')).toEqual([7, null]);
  expect(rest()).toBe('farewell');
});

test('a script ends when its launcher is killed', async () => {
  const { child, told } = await launch(olderNode);
  child.kill('SIGKILL');
  expect(await gone(told.pid)).toBe(true);
});

test('a script started through the shell of npm ends when that shell is gone', async () => {
  const line = `"${process.execPath}" "${launcher}" -- "${script}"; true`;
  const { child, told } = await start('sh', ['-c', line], { npm_lifecycle_event: 'start' });
  child.kill('SIGKILL');
  expect(await gone(told.pid)).toBe(true);
});
