import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Text, Uuid } from '@fengqiao/contract/shapes.ts';
import { entryOf, tokenHashOf } from '../http.ts';
import { refuse } from '../refusal.ts';
import type { Platform } from '../serve.ts';
import { fits } from '../validate.ts';
import { withWork, type Work } from '../work.ts';
import type { Settings } from '../config.ts';
import { keptTable } from '../table/sealed-file.ts';
import { placeOf } from './disk.ts';
import { filesById, isOwn, type FileRow } from './store.ts';

const Ticket = Text(20, 200);

/** GET /api/files/:id for the one who brought it, and for those a room lets see what it is attached to. */
export function reading(app: FastifyInstance, platform: Platform): void {
  app.get<{ Params: { id: string }; Querystring: { size?: string; ticket?: string } }>(
    '/api/files/:id',
    { config: { operation: 'platform.file' } },
    async (request, reply) => {
      const { id } = request.params;
      const { size, ticket = null } = request.query;
      if (ticket !== null && !fits(Ticket, ticket)) refuse('platform.not_found');
      if (!fits(Uuid, id)) refuse('platform.not_found');
      const entry = entryOf(request, tokenHashOf(request), platform.settings);
      const file = await withWork(platform, entry, platform.clock(), 'read', (work) =>
        findReadable(platform, work, { id, ticket }),
      );
      return send(
        platform.settings,
        { file, size: size === 'thumb' && file.thumb ? 'thumb' : 'whole' },
        request,
        reply,
      );
    },
  );
}

type Asked = { readonly id: string; readonly ticket: string | null };

async function findReadable({ rooms }: Platform, work: Work, { id, ticket }: Asked): Promise<FileRow> {
  const [file] = await filesById(work, [id]);
  if (file === undefined) return refuse('platform.not_found');
  if (isOwn(work, file)) return file;
  for (const room of rooms) if (await room.files?.mayRead(work, id, ticket)) return file;
  return refuse('platform.not_found');
}

type Wanted = { readonly file: FileRow; readonly size: 'whole' | 'thumb' };

async function send(
  settings: Settings,
  { file, size }: Wanted,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const path = placeOf(settings.dataDir, file.sha256, size);
  const length = await stat(path).then(
    (found) => found.size,
    () => refuse('platform.not_found'),
  );
  const etag = `"${file.sha256.slice(0, 32)}-${size}"`;
  const media = size === 'thumb' ? 'image/webp' : file.media;
  const how = /^(image|audio)\//.test(media) ? 'inline' : 'attachment';
  void reply.headers({
    etag,
    'cache-control': 'private, no-cache',
    'content-security-policy': "default-src 'none'; sandbox",
    'content-disposition': `${how}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    'accept-ranges': isTable(file) ? 'none' : 'bytes',
  });
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  void reply.type(media);
  if (isTable(file))
    return reply.header('content-length', file.bytes).send(Readable.from(keptTable(settings, file.sha256)()));
  const range = rangeOf(request.headers.range, length);
  if (range === null) return reply.header('content-length', length).send(createReadStream(path));
  void reply
    .code(206)
    .header('content-range', `bytes ${range.start}-${range.end}/${length}`)
    .header('content-length', range.end - range.start + 1);
  return reply.send(createReadStream(path, range));
}

/** A table lies sealed on the disk; it is opened and given whole. */
const isTable = ({ media }: FileRow): boolean =>
  media === 'text/csv' || media.startsWith('application/vnd.openxmlformats');

/** One range, as phones ask for sound; anything else gets the whole. */
function rangeOf(asked: string | undefined, length: number): { start: number; end: number } | null {
  const match = /^bytes=(\d+)-(\d*)$/.exec(asked ?? '');
  if (match === null) return null;
  const start = Number(match[1]);
  const end = Math.min(match[2] ? Number(match[2]) : length - 1, length - 1);
  return start <= end ? { start, end } : null;
}
