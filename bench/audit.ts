import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { AuditReady } from './audit-server.ts';
import { fire, measure, type Report, type Shot } from './harness.ts';

// What looking at personal data costs, record included: `node scripts/bootstrap.mjs -- bench/audit.ts [records] [--json] [--profile]`.
const RECORDS = process.argv[2] !== undefined && /^\d+$/.test(process.argv[2]) ? process.argv[2] : '1000000';
const CONNECTIONS = 8;
const TOTAL = 3000;
const SEALED_A_SECOND = 30_000;

type Scene = {
  readonly name: string;
  readonly shots: (ready: AuditReady) => Shot[];
  readonly cpuMs?: number;
  readonly p95Ms?: number;
};

const reason = encodeURIComponent('入户核对前查看');

/** Each steward has people of their own to look at, so that no limit of the day is met. */
const scenes: readonly Scene[] = [
  {
    name: 'one person, two facts in clear, with the record and the limit',
    shots: ({ stewards, people }) =>
      people.slice(0, TOTAL).map((id, n) => ({
        method: 'POST',
        path: `/api/registry/people/${id}/reveal`,
        headers: { cookie: stewards[n % stewards.length] ?? '', 'x-access-reason': reason },
        body: { purpose: 'register', fields: ['name', 'phone'] },
      })),
    cpuMs: 2.5,
  },
  {
    name: 'a list of 50 people, masked, with its one record',
    shots: ({ stewards, communities }) =>
      communities.map((community, n) => ({
        method: 'POST',
        path: '/api/registry/people/search',
        headers: { cookie: stewards[n % stewards.length] ?? '' },
        body: { purpose: 'register', community, limit: 50 },
      })),
    cpuMs: 3,
  },
  {
    name: `a resident reads who looked, among ${RECORDS}`,
    shots: ({ resident }) => [
      { method: 'GET', path: '/api/me/accesses?limit=20', headers: { cookie: resident } },
    ],
    p95Ms: 20,
  },
];

const flags = process.argv.includes('--profile') ? ['--cpu-prof', '--cpu-prof-dir=/tmp/bench-prof'] : [];
const server = fork(fileURLToPath(new URL('audit-server.ts', import.meta.url)), [RECORDS], {
  stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  execArgv: flags,
});
const ready = await new Promise<AuditReady>((resolve, reject) => {
  server.once('message', (said: AuditReady) => resolve(said));
  server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
});
const watched = { server: server.pid ?? 0, postmaster: ready.postmaster };
const lines: (Report & { limit: string; kept: boolean })[] = [];
for (const { name, shots: of, cpuMs, p95Ms } of scenes) {
  const shots = of(ready);
  const load = { base: ready.base, connections: CONNECTIONS, freshKeys: true };
  await fire({ ...load, shots, total: TOTAL / 6 });
  const report = await measure(name, { ...load, shots, total: TOTAL }, watched);
  const cpu = report.serverCpuMs + report.postgresCpuMs;
  const answered = Object.keys(report.statuses).every((status) => status === '200');
  lines.push(
    cpuMs === undefined
      ? { ...report, limit: `p95 ≤ ${p95Ms} ms`, kept: answered && report.p95Ms <= (p95Ms ?? 0) }
      : { ...report, limit: `CPU ${cpu.toFixed(2)} ≤ ${cpuMs} ms`, kept: answered && cpu <= cpuMs },
  );
}
server.disconnect();
const { records, seconds } = ready.sealed;
const sealing = Math.round(records / seconds);
const kept = lines.every((line) => line.kept) && sealing >= SEALED_A_SECOND;
if (process.argv.includes('--json')) console.log(JSON.stringify({ lines, sealing, kept }));
else {
  console.table(
    Object.fromEntries(
      lines.map(({ name, statuses, ...figures }) => [
        name,
        { ...figures, statuses: JSON.stringify(statuses) },
      ]),
    ),
  );
  console.log(
    `${records} records sealed in ${seconds.toFixed(1)} s: ${sealing} a second (at least ${SEALED_A_SECOND})`,
  );
}
process.exitCode = kept ? 0 : 1;
