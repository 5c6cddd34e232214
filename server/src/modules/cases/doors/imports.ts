import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { TABLE_MOST } from '@fengqiao/contract/cases/imports.ts';
import { FileName } from '@fengqiao/contract/platform.ts';
import { Uuid } from '@fengqiao/contract/shapes.ts';
import { entryOf, tokenHashOf } from '#platform/http.ts';
import { refuse } from '#platform/refusal.ts';
import { mayCall, refuseForeignSite, type Platform } from '#platform/serve.ts';
import { keepTable } from '#platform/table/keep.ts';
import { fits } from '#platform/validate.ts';
import { withWork, type Work } from '#platform/work.ts';
import { rejectedCsv, rejectedOf } from '../actions/import/rejected.ts';

const PER_MINUTE = 20;
const WHO = { who: ['dispatcher', 'admin'] } as const;

/** POST /api/imports/tables and GET /api/imports/:id/rejected; only whoever may import is listened to at all. */
export async function importDoors(app: FastifyInstance, platform: Platform): Promise<void> {
  const enter = <T>(request: FastifyRequest, access: 'read' | 'write', act: (work: Work) => Promise<T>) =>
    withWork(
      platform,
      entryOf(request, tokenHashOf(request), platform.settings),
      platform.clock(),
      access,
      async (work) => {
        mayCall(WHO, work);
        return act(work);
      },
    );
  await app.register(async (scope) => {
    scope.removeContentTypeParser('application/json');
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: TABLE_MOST }, (_request, body, done) =>
      done(null, body),
    );
    scope.route({
      method: 'POST',
      url: '/api/imports/tables',
      config: { operation: 'cases.uploadTable' },
      bodyLimit: TABLE_MOST,
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
    '/api/imports/:id/rejected',
    { config: { operation: 'cases.rejectedRows' } },
    async (request, reply) => {
      if (!fits(Uuid, request.params.id)) refuse('platform.not_found');
      const { file, reasons, name } = await enter(request, 'read', (work) =>
        rejectedOf(work, request.params.id),
      );
      void reply.headers({
        'cache-control': 'no-store',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`rejected-${name}.csv`)}`,
      });
      return reply.type('text/csv; charset=utf-8').send(Readable.from(rejectedCsv(file, reasons)));
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
