import { createHash } from 'node:crypto';
import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { FileName, fileKinds, type FileView } from '@fengqiao/contract/platform.ts';
import { Uuid } from '@fengqiao/contract/shapes.ts';
import { entryOf, tokenHashOf } from '../http.ts';
import { refuse } from '../refusal.ts';
import { refuseForeignSite, type Platform } from '../serve.ts';
import { fits } from '../validate.ts';
import { withWork, type Work } from '../work.ts';
import { demandClean } from './clean.ts';
import { keepContent } from './disk.ts';
import { readPicture } from './picture.ts';
import { sniff } from './sniff.ts';
import { addFile, holdContent, spendNonce, type NewFile } from './store.ts';

const MOST = Math.max(...Object.values(fileKinds).map(({ most }) => most));
const PER_MINUTE = { guest: 12, known: 60 };

type Given = { readonly bytes: Buffer; readonly name: string };

/** POST /api/uploads, in a scope of its own since only here bodies are bytes. */
export async function uploads(app: FastifyInstance, platform: Platform): Promise<void> {
  await app.register(async (scope) => {
    await scope.register(multipart, { limits: { files: 1, fields: 4, fieldSize: 1000, fileSize: MOST } });
    scope.removeContentTypeParser('application/json');
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MOST }, (_request, body, done) =>
      done(null, body),
    );
    scope.post('/api/uploads', { config: { operation: 'platform.upload' } }, async (request, reply) => {
      refuseForeignSite(request);
      const view = await upload(platform, request);
      return reply.header('cache-control', 'no-store').send(view);
    });
  });
}

async function upload(platform: Platform, request: FastifyRequest): Promise<FileView> {
  const tokenHash = tokenHashOf(request);
  const entry = entryOf(request, tokenHash, platform.settings);
  const isGuest = await withWork(
    platform,
    entry,
    platform.clock(),
    'read',
    async ({ actor }) => actor.kind === 'guest',
  );
  if (isGuest) platform.limits.take('upload', request.ip, PER_MINUTE.guest);
  else platform.limits.take('upload', tokenHash ?? '', PER_MINUTE.known);
  platform.space.admit('file');
  const given = await take(request);
  await demandClean(platform, given.bytes, { entry, ip: request.ip });
  const understood = await understand(given);
  const nonce = request.headers['x-upload-nonce'];
  return withWork(platform, entry, platform.clock(), 'write', async (work) => {
    const fresh = typeof nonce === 'string' && fits(Uuid, nonce) && (await spendNonce(work, nonce));
    return keepUpload(work, understood, { fresh });
  });
}

/** Keeps content that was understood, as a loose file of the actor. */
export async function keepUpload(
  work: Work,
  { content, thumb, file }: Understood,
  how: Pick<NewFile, 'fresh' | 'givenSha256'>,
): Promise<FileView> {
  await holdContent(work, file.sha256);
  await keepContent(work.settings, file.sha256, { content, thumb });
  return addFile(work, { ...file, ...how });
}

async function take(request: FastifyRequest): Promise<Given> {
  if (!request.isMultipart())
    return {
      bytes: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
      name: nameOf(request.headers['x-file-name']),
    };
  const part = await request.file();
  if (part === undefined) return refuse('platform.unsupported_type');
  return { bytes: await part.toBuffer(), name: nameOf(part.filename) };
}

/** A file's name is a label for people; a bad one is not worth losing a report. */
export function nameOf(given: unknown): string {
  const text = typeof given === 'string' ? given : '';
  const name = decode(text)
    .replace(/^.*[/\\]/, '')
    .slice(0, 120);
  return fits(FileName, name) ? name : 'file';
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export type Understood = {
  readonly content: Buffer;
  readonly thumb: Buffer | null;
  readonly file: Omit<NewFile, 'fresh' | 'givenSha256'>;
};

/** What some bytes are; a picture is encoded anew without its traces. Refuses what is none of the kinds taken. */
export async function understand({ bytes, name }: Given): Promise<Understood> {
  const sniffed = sniff(bytes) ?? refuse('platform.unsupported_type');
  if (bytes.length > fileKinds[sniffed.kind].most)
    refuse('platform.too_large', { most: fileKinds[sniffed.kind].most });
  if (sniffed.kind !== 'image') {
    const file = {
      name,
      media: sniffed.media,
      bytes: bytes.length,
      width: null,
      height: null,
      phash: null,
      cuts: null,
      taken: {},
      thumb: false,
      sha256: sha256(bytes),
    };
    return { content: bytes, thumb: null, file };
  }
  const {
    bytes: content,
    thumb,
    media,
    width,
    height,
    phash,
    cuts,
    taken,
  } = await readPicture(bytes, sniffed.media);
  return {
    content,
    thumb,
    file: {
      name,
      media,
      bytes: content.length,
      width,
      height,
      phash,
      cuts,
      taken,
      thumb: true,
      sha256: sha256(content),
    },
  };
}

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
