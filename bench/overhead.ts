import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { fire, measure, print, type Report, type Shot } from './harness.ts';
import type { Ready } from './overhead-server.ts';

/** What a request costs that does nothing: transaction, session, kept answer. Run: node bench/overhead.ts [--json] [requests] */
const total = Number(process.argv.find((word) => /^\d+$/.test(word)) ?? 8000);
const server = fork(fileURLToPath(new URL('overhead-server.ts', import.meta.url)), {
  stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
});
const { base, cookie, postmaster } = await new Promise<Ready>((resolve) =>
  server.once('message', (ready: Ready) => resolve(ready)),
);
const watched = { server: server.pid ?? 0, postmaster };
const headers = { cookie };
const scenes: [string, Shot, boolean][] = [
  ['GET, one transaction', { method: 'GET', path: '/api/bench', headers }, false],
  ['POST without a key', { method: 'POST', path: '/api/bench', headers, body: { text: 'x' } }, false],
  ['POST with a key', { method: 'POST', path: '/api/bench', headers, body: { text: 'x' } }, true],
  [
    'POST with a key and a fact',
    { method: 'POST', path: '/api/bench/facts', headers, body: { text: 'x' } },
    true,
  ],
];
const reports: Report[] = [];
for (const [name, shot, freshKeys] of scenes) {
  const load = { base, shots: [shot], connections: 8, freshKeys };
  await fire({ ...load, total: Math.ceil(total / 4) });
  reports.push(await measure(name, { ...load, total }, watched));
}
print(reports);
server.disconnect();
