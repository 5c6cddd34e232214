import { fork } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export type Shot = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
};

/** What to send: the shots in turn, over so many connections, until `total` are answered. */
export type Load = {
  readonly base: string;
  readonly shots: readonly Shot[];
  readonly connections: number;
  readonly total: number;
  /** Gives every write an Idempotency-Key of its own, as our clients do. */
  readonly freshKeys: boolean;
};

export type Shots = {
  readonly waits: readonly number[];
  readonly seconds: number;
  readonly statuses: Readonly<Record<number, number>>;
};

/** Whose CPU is counted: the server, and PostgreSQL's postmaster with all its backends. */
export type Watched = { readonly server: number; readonly postmaster: number };

export type Report = {
  readonly name: string;
  readonly total: number;
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly p99Ms: number;
  readonly serverCpuMs: number;
  readonly postgresCpuMs: number;
  readonly statuses: Readonly<Record<number, number>>;
};

/** Fires a load from a process of its own; returns latencies in ms, throughput, and CPU in ms per request. Linux only. */
export async function measure(name: string, load: Load, watched: Watched): Promise<Report> {
  const before = { server: cpuOf(watched.server), postgres: cpuOfPostgres(watched.postmaster) };
  const { waits, seconds, statuses } = await fire(load);
  const server = cpuOf(watched.server) - before.server;
  const postgres = cpuOfPostgres(watched.postmaster) - before.postgres;
  const sorted = waits.toSorted((a, b) => a - b);
  const at = (share: number) =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return {
    name,
    total: load.total,
    perSecond: Math.round(load.total / seconds),
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    p99Ms: at(0.99),
    serverCpuMs: round((server * 1000) / load.total),
    postgresCpuMs: round((postgres * 1000) / load.total),
    statuses,
  };
}

/** Prints reports as a table, or as JSON when the program was called with --json. */
export function print(reports: readonly Report[]): void {
  if (process.argv.includes('--json')) console.log(JSON.stringify(reports));
  else
    console.table(
      Object.fromEntries(
        reports.map(({ name, statuses, ...figures }) => [
          name,
          { ...figures, statuses: JSON.stringify(statuses) },
        ]),
      ),
    );
}

export function fire(load: Load): Promise<Shots> {
  const client = fork(fileURLToPath(new URL('client.ts', import.meta.url)), { serialization: 'advanced' });
  client.send(load);
  return new Promise((resolve, reject) => {
    client.once('message', (shots: Shots) => resolve(shots));
    client.once('error', reject);
    client.once('exit', (code) => reject(new Error(`the client ended with ${code}`)));
  });
}

const round = (value: number) => Math.round(value * 1000) / 1000;

// Of proc(5): fields 14 to 17 after the name, which may hold spaces and stands in brackets.
const TICKS_PER_SECOND = 100;
const statOf = (pid: number) =>
  readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')
    .map(Number);

/** CPU seconds a process and its ended children have used. */
export function cpuOf(pid: number): number {
  const stat = statOf(pid);
  return [11, 12, 13, 14].reduce((sum, field) => sum + (stat[field] ?? 0), 0) / TICKS_PER_SECOND;
}

/** The same for the postmaster with every backend that lives; one that ended was added to its parent. */
export function cpuOfPostgres(postmaster: number): number {
  const pids = readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0);
  const children = pids.filter((pid) => {
    try {
      return statOf(pid)[1] === postmaster;
    } catch {
      return false;
    }
  });
  return [postmaster, ...children].reduce((sum, pid) => sum + cpuOf(pid), 0);
}
