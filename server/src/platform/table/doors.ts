import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { FileName } from '@fengqiao/contract/platform.ts';
import type { Role } from '@fengqiao/contract/roles.ts';
import { Uuid } from '@fengqiao/contract/shapes.ts';
import { demandClean } from '../files/clean.ts';
import { entryOf, tokenHashOf } from '../http.ts';
import { refuse } from '../refusal.ts';
import { mayCall, refuseForeignSite, type Platform } from '../serve.ts';
import { fits } from '../validate.ts';
import { withWork, type Work } from '../work.ts';
import { keepTable } from './keep.ts';

const PER_MINUTE = 20;

/** What a room says of its tables: who may bring one, how large it may be, and where the report on it is fetched. */
export type TableDoors = {
  readonly who: readonly Role[];
  readonly upload: { readonly url: string; readonly operation: string; readonly most: number };
  readonly report: {
    /** With `:id` for the import. */
    readonly url: string;
    readonly operation: string;
    /** Whether fetching it writes something down. */
    readonly access: 'read' | 'write';
    /** The lines of the report and the name to keep it under, without its ending. */
    readonly of: (
      work: Work,
      id: string,
    ) => Promise<{ readonly name: string; readonly lines: () => AsyncIterable<string> }>;
  };
};

/** Takes a table as the body of a request, and gives the report on an import as CSV; nobody else is listened to at all. */
export async function tableDoors(
  app: FastifyInstance,
  platform: Platform,
  { who, upload, report }: TableDoors,
): Promise<void> {
  const enter = <T>(request: FastifyRequest, access: 'read' | 'write', act: (work: Work) => Promise<T>) =>
    withWork(
      platform,
      entryOf(request, tokenHashOf(request), platform.settings),
      platform.clock(),
      access,
      async (work) => {
        mayCall({ who }, work);
        return act(work);
      },
    );
  await app.register(async (scope) => {
    scope.removeContentTypeParser('application/json');
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: upload.most }, (_request, body, done) =>
      done(null, body),
    );
    scope.route({
      method: 'POST',
      url: upload.url,
      config: { operation: upload.operation },
      bodyLimit: upload.most,
      onRequest: async (request) => {
        refuseForeignSite(request);
        await enter(request, 'read', async ({ actor }) =>
          platform.limits.take('upload', actor.session, PER_MINUTE),
        );
      },
      handler: async (request, reply) => {
        const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        if (bytes.length === 0) refuse('platform.table_unreadable');
        const entry = entryOf(request, tokenHashOf(request), platform.settings);
        await demandClean(platform, bytes, { entry, ip: request.ip });
        const view = await enter(request, 'write', (work) =>
          keepTable(work, bytes, nameOf(request.headers['x-file-name'])),
        );
        return reply.header('cache-control', 'no-store').send(view);
      },
    });
  });
  app.get<{ Params: { id: string } }>(
    report.url,
    { config: { operation: report.operation } },
    async (request, reply) => {
      if (!fits(Uuid, request.params.id)) refuse('platform.not_found');
      const { name, lines } = await enter(request, report.access, (work) =>
        report.of(work, request.params.id),
      );
      void reply.headers({
        'cache-control': 'no-store',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.csv`)}`,
      });
      return reply.type('text/csv; charset=utf-8').send(Readable.from(lines()));
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
