import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type pg from 'pg';
import type { Space } from './space.ts';

/** What is measured while the server works. */
export type Meters = {
  request(operation: string, status: number, ms: number): void;
  job(name: string, how: 'done' | 'failed', ms: number): void;
  /** Everything measured, in the text form Prometheus reads. */
  text(): Promise<string>;
};

type Sources = {
  readonly pool: pg.Pool;
  readonly lag: () => Promise<{ listener: string; waiting: number; parked: number }[]>;
  readonly live: () => number;
  readonly space: Pick<Space, 'free' | 'fullness'>;
};

export function makeMeters(sources: Sources): Meters {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Histogram({
    name: 'fengqiao_request_duration_seconds',
    help: 'Time to answer, by operation and status',
    labelNames: ['operation', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers,
  });
  const jobs = new Histogram({
    name: 'fengqiao_job_duration_seconds',
    help: 'Time of one batch of a regular job',
    labelNames: ['job', 'result'],
    buckets: [0.01, 0.1, 1, 10, 60],
    registers,
  });
  poolGauges(sources.pool, registers);
  eventGauges(sources.lag, registers);
  gauge('fengqiao_live_connections', 'Readers of live changes', sources.live, registers);
  diskGauges(sources.space, registers);
  processGauges(registers);
  return {
    request: (operation, status, ms) => requests.observe({ operation, status: String(status) }, ms / 1000),
    job: (job, result, ms) => jobs.observe({ job, result }, ms / 1000),
    text: () => registry.metrics(),
  };
}

function gauge(name: string, help: string, read: () => number, registers: Registry[]): void {
  void new Gauge({
    name,
    help,
    registers,
    collect() {
      this.set(read());
    },
  });
}

function poolGauges(pool: pg.Pool, registers: Registry[]): void {
  gauge('fengqiao_pool_connections', 'Open database connections', () => pool.totalCount, registers);
  gauge('fengqiao_pool_idle_connections', 'Database connections at rest', () => pool.idleCount, registers);
  gauge(
    'fengqiao_pool_waiting_requests',
    'Acts waiting for a database connection',
    () => pool.waitingCount,
    registers,
  );
}

function diskGauges(space: Sources['space'], registers: Registry[]): void {
  void new Gauge({
    name: 'fengqiao_disk_free_bytes',
    help: 'Room left on the disk of DATA_DIR, and of BACKUP_DIR where that is another one',
    labelNames: ['disk'],
    registers,
    collect() {
      for (const [disk, bytes] of space.free()) this.set({ disk }, bytes);
    },
  });
  gauge(
    'fengqiao_disk_full',
    '1 while nothing can be saved for want of room, else 0',
    () => Number(space.fullness() === 'full'),
    registers,
  );
}

function eventGauges(lag: Sources['lag'], registers: Registry[]): void {
  const perListener = (name: string, help: string, figure: 'waiting' | 'parked') =>
    void new Gauge({
      name,
      help,
      labelNames: ['listener'],
      registers,
      async collect() {
        for (const row of await lag().catch(() => [])) this.set({ listener: row.listener }, row[figure]);
      },
    });
  perListener('fengqiao_events_waiting', 'Facts announced and not yet heard', 'waiting');
  perListener('fengqiao_events_parked', 'Facts a listener set aside after failing', 'parked');
}

function processGauges(registers: Registry[]): void {
  const startedAt = Math.floor(Date.now() / 1000 - process.uptime());
  gauge('process_start_time_seconds', 'When the process started, in Unix time', () => startedAt, registers);
  gauge(
    'process_resident_memory_bytes',
    'Memory held by the process',
    () => process.memoryUsage.rss(),
    registers,
  );
  gauge('nodejs_heap_used_bytes', 'Memory used by objects', () => process.memoryUsage().heapUsed, registers);
  void new Counter({
    name: 'process_cpu_seconds_total',
    help: 'CPU time used by the process',
    registers,
    collect() {
      const { user, system } = process.cpuUsage();
      this.reset();
      this.inc((user + system) / 1e6);
    },
  });
  gauge(
    'nodejs_eventloop_utilization_ratio',
    'Share of time the event loop was busy',
    () => performance.eventLoopUtilization().utilization,
    registers,
  );
}
