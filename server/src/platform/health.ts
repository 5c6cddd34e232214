import { readFileSync } from 'node:fs';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Health } from '@fengqiao/contract/platform.ts';
import { askWithin, type Db } from './db.ts';
import { missingMigrations } from './migrate.ts';
import { refuse } from './refusal.ts';
import type { Platform } from './serve.ts';

type Manifest = { readonly version: string };

const manifest: Manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
export const version = manifest.version;

/** GET /api/health for load balancers, and /metrics for Prometheus. */
export function healthDoors(app: FastifyInstance, platform: Platform): void {
  app.get('/api/health', { config: { operation: 'platform.health' } }, async (_request, reply) => {
    const health = await healthOf(platform);
    return reply
      .code(health.ok ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(health);
  });
  app.get('/metrics', { config: { operation: 'platform.metrics' } }, async (request, reply) => {
    if (!isFromInside(request)) refuse('platform.not_found');
    return reply
      .header('cache-control', 'no-store')
      .type('text/plain; version=0.0.4; charset=utf-8')
      .send(await platform.meters.text());
  });
}

/** A disk too full for the database is as bad as none; where only uploads have no room, the rest goes on. */
async function healthOf({ db, space }: Pick<Platform, 'db' | 'space'>): Promise<Health> {
  const state = await databaseOf(db);
  const said = [
    space.says(),
    state.database === 'down' ? words.down : null,
    state.migrations === 'pending' ? words.pending : null,
  ];
  return {
    ok: state.database === 'up' && state.migrations === 'current' && !space.isClosed(),
    version,
    ...state,
    disk: space.fullness(),
    says: said.filter((one) => one !== null),
  };
}

/** Whoever watches over the service asks every few seconds, and must hear of a silent database too. */
const PATIENCE_MS = 3_000;

async function databaseOf(db: Db): Promise<Pick<Health, 'database' | 'migrations'>> {
  try {
    const missing = await askWithin(db, PATIENCE_MS, missingMigrations);
    return { database: 'up', migrations: missing.length === 0 ? 'current' : 'pending' };
  } catch {
    return { database: 'down', migrations: 'unknown' };
  }
}

const words = {
  down: {
    zh: '数据库没有应答：请检查它是否在运行；恢复后自动接上。',
    en: 'The database does not answer: see whether it runs; once it is back, everything goes on by itself.',
  },
  pending: {
    zh: '数据库结构比程序旧：备份后运行 fengqiao migrate。',
    en: 'The database is older than the program: take a backup, then run fengqiao migrate.',
  },
};

/** Figures are for the operator's own network: a request that came through a proxy or from elsewhere finds nothing. */
function isFromInside({ socket, headers }: FastifyRequest): boolean {
  if (headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined) return false;
  return /^(::ffff:)?(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)|^::1$|^f[cd]/.test(
    socket.remoteAddress ?? '',
  );
}
