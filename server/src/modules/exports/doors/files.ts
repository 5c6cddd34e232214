import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Who } from '@fengqiao/contract/route.ts';
import { exportDoors, TRACE_MOST, traceDoors } from '@fengqiao/contract/exports.ts';
import { Uuid } from '@fengqiao/contract/shapes.ts';
import { entryOf, tokenHashOf } from '#platform/http.ts';
import { refuse } from '#platform/refusal.ts';
import { mayCall, refuseForeignSite, type Platform } from '#platform/serve.ts';
import { fits } from '#platform/validate.ts';
import { withWork, type Work } from '#platform/work.ts';
import { takeFile } from '../actions/take.ts';
import { traceFile } from '../actions/trace.ts';

const PER_MINUTE = 20;

/** POST /api/exports/:id/file hands a file out; POST /api/exports/trace-file compares a leaked one. */
export async function exportsDoors(app: FastifyInstance, platform: Platform): Promise<void> {
  const enter = <T>(request: FastifyRequest, who: Who, act: (work: Work) => Promise<T>) =>
    withWork(
      platform,
      entryOf(request, tokenHashOf(request), platform.settings),
      platform.clock(),
      'write',
      async (work) => {
        mayCall({ who }, work);
        return act(work);
      },
    );
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: TRACE_MOST }, (_request, body, done) =>
      done(null, body),
    );
    scope.route<{ Params: { id: string } }>({
      method: 'POST',
      url: '/api/exports/:id/file',
      config: { operation: exportDoors[0].id },
      bodyLimit: 1_024,
      onRequest: async (request) => refuseForeignSite(request),
      handler: async (request, reply) => {
        const { id } = request.params;
        if (!fits(Uuid, id)) refuse('platform.not_found');
        const { source, name, media } = await enter(request, exportDoors[0].who, (work) =>
          takeFile(work, id),
        );
        void reply.headers({
          'cache-control': 'no-store',
          'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
        });
        return reply.type(media).send(Readable.from(source()));
      },
    });
    scope.route({
      method: 'POST',
      url: '/api/exports/trace-file',
      config: { operation: traceDoors[0].id },
      bodyLimit: TRACE_MOST,
      onRequest: async (request) => {
        refuseForeignSite(request);
        await enter(request, traceDoors[0].who, async ({ actor }) =>
          platform.limits.take('upload', actor.session, PER_MINUTE),
        );
      },
      handler: async (request, reply) => {
        const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        if (bytes.length === 0) refuse('platform.table_unreadable');
        const found = await enter(request, traceDoors[0].who, (work) => traceFile(work, bytes));
        return reply.header('cache-control', 'no-store').send(found);
      },
    });
  });
}
