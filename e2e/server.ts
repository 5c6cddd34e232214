import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const HOUR = 3_600_000;

/** The real server with the demo street. */
export type Server = {
  readonly base: string;
  /** How far its clock runs ahead of the real one, in ms. */
  ahead(): number;
  /** Stops it and starts it again on the same street, these hours later. */
  startLater(hours: number): Promise<void>;
  stop(): Promise<void>;
};

export async function startServer(port: number): Promise<Server> {
  mkdirSync(join(root, '.cache'), { recursive: true });
  const dataDir = mkdtempSync(join(root, '.cache', 'e2e-'));
  const base = `http://127.0.0.1:${port}`;
  let hoursAhead = 0;
  let running = await start({ dataDir, port, hoursAhead }, base);
  return {
    base,
    ahead: () => hoursAhead * HOUR,
    startLater: async (hours) => {
      await end(running);
      hoursAhead += hours;
      running = await start({ dataDir, port, hoursAhead }, base);
    },
    stop: async () => {
      await end(running);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

type Start = { readonly dataDir: string; readonly port: number; readonly hoursAhead: number };

async function start({ dataDir, port, hoursAhead }: Start, base: string): Promise<ChildProcess> {
  const server = spawn(process.execPath, ['server/src/main.ts', 'serve'], {
    cwd: root,
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORT: String(port),
      DEMO_AHEAD: String(hoursAhead),
      LOG_LEVEL: 'error',
      DATABASE_URL: '',
      RATE_LIMIT: '100000',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  server.stdout.setEncoding('utf8').on('data', (text: string) => (said = `${said}${text}`.slice(-2_000)));
  await untilReady(server, base, () => said);
  return server;
}

async function untilReady(server: ChildProcess, base: string, said: () => string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}: ${said()}`);
    const ready = await fetch(`${base}/api/health`).then(
      (reply) => reply.ok,
      () => false,
    );
    if (ready) return;
    await wait(200);
  }
  throw new Error('the server did not get ready in two minutes');
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = new Promise((told) => server.once('exit', told));
  server.kill('SIGTERM');
  await ended;
}
