import { fork, type ChildProcess } from 'node:child_process';
import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { cpuOf, cpuOfPostgres, fire, measure, type Report, type Shot } from './harness.ts';
import type { RegistryReady, Step, Stepped } from './registry-server.ts';

/**
 * npm run bench -- --only registry: a table of 210 000 people with planted errors is brought into an empty registry and brought
 * again, then people are looked for. `--million` with 2 000 000, `--count N`, `--profile`, `--json`.
 */
const flag = (name: string) => process.argv.includes(`--${name}`);
const valueOf = (name: string) => process.argv[process.argv.indexOf(`--${name}`) + 1] ?? '';
const count = flag('million') ? 2_000_000 : flag('count') ? Number(valueOf('count')) : 210_000;
/** For 210 000 people on two cores. */
const IMPORT_SECONDS = 10;
const SEARCH_P95_MS = 20;
const CONNECTIONS = 8;
/** Of both scenes with numbers, as many as these accounts may look up in a minute. */
const WARM = 800;
const SEARCHES = 1600;
const MEASURED_PEOPLE = 210_000;

type Phase = {
  readonly phase: string;
  readonly rows: number;
  readonly seconds: number;
  readonly serverCpu: number;
  readonly postgresCpu: number;
  readonly peakMb: number;
};

const home = mkdtempSync(join(tmpdir(), 'fengqiao-bench-registry-'));
const script = (name: string) => fileURLToPath(new URL(name, import.meta.url));
await new Promise<void>((resolve, reject) => {
  const tables = fork(script('registry-tables.ts'), [home, String(count)]);
  tables.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`no tables: ${code}`))));
});
const server = fork(script('registry-server.ts'), [home], {
  stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  execArgv: flag('profile') ? ['--cpu-prof', '--cpu-prof-dir=/tmp/bench-prof'] : [],
});
const ready = await heard<RegistryReady>(server);
const watched = { server: server.pid ?? 0, postmaster: ready.postmaster };

const phases: Phase[] = [];
for (const kind of ['homes', 'people'] as const)
  for (const step of ['look', 'check', 'differences', 'apply'] as const)
    phases.push(await take(`${kind}: ${step}`, { step, kind }));
for (const step of ['look', 'check', 'apply'] as const)
  phases.push(await take(`the same people again: ${step}`, { step, kind: 'people' }));
const brought = phases.filter(({ phase }) => phase.startsWith('people'));
const seconds = sum(brought, 'seconds');
const cpu = sum(brought, 'serverCpu') + sum(brought, 'postgresCpu');
const limit = (IMPORT_SECONDS * count) / MEASURED_PEOPLE;
const searches = await search();
server.disconnect();
await new Promise((resolve) => server.once('exit', resolve));
rmSync(home, { recursive: true, force: true });

const kept = seconds <= limit && searches.every(({ p95Ms }) => p95Ms <= SEARCH_P95_MS);
if (flag('json')) console.log(JSON.stringify({ count, seconds, cpu, limit, kept, phases, searches }));
else {
  console.table(Object.fromEntries(phases.map(({ phase, ...figures }) => [phase, figures])));
  console.log(
    `${count} people brought in: ${seconds.toFixed(1)} s, ${cpu.toFixed(1)} s of CPU (limit ${limit.toFixed(1)} s on two cores)`,
  );
  console.table(
    Object.fromEntries(
      searches.map(({ name, statuses, ...figures }) => [
        name,
        { ...figures, limit: `p95 ≤ ${SEARCH_P95_MS} ms`, statuses: JSON.stringify(statuses) },
      ]),
    ),
  );
}
process.exitCode = kept ? 0 : 1;

function heard<T>(from: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const gone = (code: number | null) => reject(new Error(`the server ended with ${code}`));
    from.once('exit', gone);
    from.once('message', (said: T) => {
      from.off('exit', gone);
      resolve(said);
    });
  });
}

/** One step of an import, with what it cost. */
async function take(phase: string, step: Step): Promise<Phase> {
  writeFileSync(`/proc/${watched.server}/clear_refs`, '5');
  const before = { server: cpuOf(watched.server), postgres: cpuOfPostgres(watched.postmaster) };
  const began = performance.now();
  server.send(step);
  const { rows } = await heard<Stepped>(server);
  const taken: Phase = {
    phase,
    rows,
    seconds: round((performance.now() - began) / 1000),
    serverCpu: round(cpuOf(watched.server) - before.server),
    postgresCpu: round(cpuOfPostgres(watched.postmaster) - before.postgres),
    peakMb: peakOf(watched.server),
  };
  console.error(`${phase}: ${taken.seconds} s`);
  return taken;
}

/** The most memory the process held since its mark was last cleared. */
function peakOf(pid: number): number {
  const met = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Math.round(Number(met?.[1] ?? 0) / 1024);
}

type Sought = {
  readonly name: string;
  readonly phone: string;
  readonly idNumber: string;
  readonly address: string;
};

/** Rows spread over the whole table. */
async function someRows(most: number): Promise<Sought[]> {
  const found: Sought[] = [];
  const every = Math.max(1, Math.floor(count / most));
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(join(home, 'people.csv')) })) {
    if ((line += 1) % every !== 1 || line === 1) continue;
    const [, name = '', idNumber = '', , , phone = '', address = ''] = text.split(',');
    if (/^\d{17}[\dX]$/.test(idNumber) && phone.length === 11 && name.length > 1)
      found.push({ name, idNumber, phone, address });
  }
  return found;
}

async function search(): Promise<Report[]> {
  const rows = await someRows(1200);
  const shots = (bodyOf: (row: Sought) => object): Shot[] =>
    rows.map((row, n) => ({
      method: 'POST',
      path: '/api/registry/people/search',
      headers: { cookie: ready.stewards[n % ready.stewards.length] ?? '' },
      body: { purpose: 'register', ...bodyOf(row) },
    }));
  const scenes: Readonly<Record<string, Shot[]>> = {
    'by name': shots(({ name }) => ({ name })),
    'by phone': shots(({ phone }) => ({ phone })),
    'by ID number': shots(({ idNumber }) => ({ idNumber })),
    'by address of a home': shots(({ address }) => ({ address })),
    'by address of a building': shots(({ address }) => ({ address: address.replace(/\d+单元.*$/, '') })),
  };
  const load = { base: ready.base, connections: CONNECTIONS, freshKeys: true };
  const reports: Report[] = [];
  for (const [name, asked] of Object.entries(scenes)) {
    await fire({ ...load, shots: asked, total: WARM });
    const report = await measure(name, { ...load, shots: asked, total: SEARCHES }, watched);
    console.error(`${name}: p95 ${report.p95Ms} ms`);
    reports.push(report);
  }
  return reports;
}

function sum(of: readonly Phase[], figure: 'seconds' | 'serverCpu' | 'postgresCpu'): number {
  return of.reduce((total, phase) => total + phase[figure], 0);
}
function round(value: number): number {
  return Math.round(value * 100) / 100;
}
