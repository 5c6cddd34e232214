import { totalmem } from 'node:os';
import { archiveCommand } from './wal.ts';

const MB = 1024 * 1024;

/** Settings for one machine shared with the application; a production database is tuned by whoever runs it. */
export function settings(throwaway: boolean, archive?: string): Record<string, string | number> {
  const memory = Math.floor(totalmem() / MB);
  return {
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'warning',
    jit: 'off',
    max_connections: 120,
    random_page_cost: 1.1,
    work_mem: '16MB',
    shared_buffers: `${throwaway ? 128 : clamp(memory / 8, 128, 1_024)}MB`,
    effective_cache_size: `${clamp(memory / 2, 512, 8_192)}MB`,
    maintenance_work_mem: '128MB',
    checkpoint_timeout: '15min',
    max_wal_size: '2GB',
    ...(throwaway ? forgetful : archive === undefined ? {} : archived(archive)),
  };
}

/** The log goes to the backups piece by piece, at the latest a minute after a change. */
const archived = (folder: string) => ({
  archive_mode: 'on',
  archive_command: archiveCommand(folder),
  archive_timeout: '60s',
});

/** Nothing a test writes needs to survive the machine. */
const forgetful = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: 0,
  autovacuum: 'off',
};

function clamp(value: number, least: number, most: number): number {
  return Math.floor(Math.min(most, Math.max(least, value)));
}
