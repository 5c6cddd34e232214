import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { FileName } from '@fengqiao/contract/platform.ts';
import { REGISTRY_TABLE_MOST } from '@fengqiao/contract/registry/import-doors.ts';
import { keepers } from '@fengqiao/contract/registry/people-words.ts';
import { Uuid } from '@fengqiao/contract/shapes.ts';
import { entryOf, tokenHashOf } from '#platform/http.ts';
import { refuse } from '#platform/refusal.ts';
import { mayCall, refuseForeignSite, type Platform } from '#platform/serve.ts';
import { keepTable } from '#platform/table/keep.ts';
import { rowsWithReasons } from '#platform/table/write.ts';
import { fits } from '#platform/validate.ts';
import { withWork, type Work } from '#platform/work.ts';
import { reportOf } from '../actions/import/read.ts';

const PER_MINUTE = 20;

/** POST /api/registry/tables and GET /api/registry/imports/:id/report; only whoever keeps the registry is listened to at all. */
export async function registryDoors(app: FastifyInstance, platform: Platform): Promise<void> {
  const enter = <T>(request: FastifyRequest, access: 'read' | 'write', act: (work: Work) => Promise<T>) =>
    withWork(
      platform,
      entryOf(request, tokenHashOf(request), platform.settings),
      platform.clock(),
      access,
      async (work) => {
        mayCall({ who: keepers }, work);
        return act(work);
      },
    );
  await app.register(async (scope) => {
    scope.removeContentTypeParser('application/json');
    scope.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: REGISTRY_TABLE_MOST },
      (_request, body, done) => done(null, body),
    );
    scope.route({
      method: 'POST',
      url: '/api/registry/tables',
      config: { operation: 'registry.uploadTable' },
      bodyLimit: REGISTRY_TABLE_MOST,
      onRequest: async (request) => {
        refuseForeignSite(request);
        await enter(request, 'read', async ({ actor }) =>
          platform.limits.take('upload', actor.session, PER_MINUTE),
        );
      },
      handler: async (request, reply) => {
        const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        if (bytes.length === 0) refuse('platform.table_unreadable');
        const view = await enter(request, 'write', (work) =>
          keepTable(work, bytes, nameOf(request.headers['x-file-name'])),
        );
        return reply.header('cache-control', 'no-store').send(view);
      },
    });
  });
  app.get<{ Params: { id: string } }>(
    '/api/registry/imports/:id/report',
    { config: { operation: 'registry.importReport' } },
    async (request, reply) => {
      if (!fits(Uuid, request.params.id)) refuse('platform.not_found');
      const { file, reasons, name } = await enter(request, 'write', (work) =>
        reportOf(work, request.params.id),
      );
      void reply.headers({
        'cache-control': 'no-store',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`report-${name}.csv`)}`,
      });
      return reply
        .type('text/csv; charset=utf-8')
        .send(Readable.from(rowsWithReasons(file, reasons, ['行号 row', '问题', 'what is wrong'])));
    },
  );
}

/** A file's name is a label for people. */
function nameOf(given: unknown): string {
  const name = decode(typeof given === 'string' ? given : '')
    .replace(/^.*[/\\]/, '')
    .slice(0, 120);
  return fits(FileName, name) ? name : 'table.csv';
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
