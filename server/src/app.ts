import fastify, { type FastifyInstance } from 'fastify';
import cookie from '@fastify/cookie';
import type { Room } from './platform/room.ts';
import { mount, type Platform } from './platform/serve.ts';

/** Every room of the house, in floor order; the only place that knows them all. */
export const rooms: readonly Room[] = [];

export async function buildApp(platform: Platform): Promise<FastifyInstance> {
  const app = fastify({ bodyLimit: 1_048_576, trustProxy: platform.settings.trustProxy });
  await app.register(cookie);
  for (const room of rooms) {
    for (const served of room.routes) mount(app, platform, served);
    await room.doors?.(app, platform);
  }
  return app;
}
