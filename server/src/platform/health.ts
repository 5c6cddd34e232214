import { readFileSync } from 'node:fs';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { Health } from '@fengqiao/contract/platform.ts';
import type { Db } from './db.ts';
import { missingMigrations } from './migrate.ts';
import { refuse } from './refusal.ts';
import type { Platform } from './serve.ts';

type Manifest = { readonly version: string };

const manifest: Manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
export const version = manifest.version;

/** GET /api/health for load balancers, and /metrics for Prometheus. */
export function healthDoors(app: FastifyInstance, platform: Platform): void {
  app.get('/api/health', { config: { operation: 'platform.health' } }, async (_request, reply) => {
    const health = await healthOf(platform.db);
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

export async function healthOf(db: Db): Promise<Health> {
  try {
    await sql`select 1`.execute(db);
    const missing = await missingMigrations(db);
    return {
      ok: missing.length === 0,
      version,
      database: 'up',
      migrations: missing.length === 0 ? 'current' : 'pending',
    };
  } catch {
    return { ok: false, version, database: 'down', migrations: 'unknown' };
  }
}

/** Figures are for the operator's own network: a request that came through a proxy or from elsewhere finds nothing. */
function isFromInside({ socket, headers }: FastifyRequest): boolean {
  if (headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined) return false;
  return /^(::ffff:)?(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)|^::1$|^f[cd]/.test(
    socket.remoteAddress ?? '',
  );
}
