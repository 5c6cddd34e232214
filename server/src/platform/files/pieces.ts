import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { fileKinds, Sha256, type PieceView } from '@fengqiao/contract/platform.ts';
import { Uuid } from '@fengqiao/contract/shapes.ts';
import { entryOf, tokenHashOf } from '../http.ts';
import { Refusal, refuse } from '../refusal.ts';
import { refuseForeignSite, type Platform } from '../serve.ts';
import { fits } from '../validate.ts';
import { withWork, type Work } from '../work.ts';
import { demandClean } from './clean.ts';
import { fileGiven, holdContent, spendNonce } from './store.ts';
import { keepUpload, nameOf, understand } from './upload.ts';

const MOST = Math.max(...Object.values(fileKinds).map(({ most }) => most));
const PER_MINUTE = 240;
const KEPT_MS = 24 * 3_600_000;

type Asked = { readonly sha256: string; readonly whose: string; readonly entry: ReturnType<typeof entryOf> };

/**
 * /api/uploads/:sha256, for phones that lose the network in the middle of a photo: a file comes in pieces under the address
 * of its content, goes on where it stopped, and is stored once however often it is sent.
 */
export async function pieces(app: FastifyInstance, platform: Platform): Promise<void> {
  await app.register(async (scope) => {
    scope.removeContentTypeParser('application/json');
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MOST }, (_request, body, done) =>
      done(null, body),
    );
    const told = (operation: string) => ({ config: { operation } });
    scope.get('/api/uploads/:sha256', told('platform.pieces'), async (request, reply) => {
      const said = await howMuch(platform, await askedBy(platform, request));
      return reply.header('cache-control', 'no-store').send(said);
    });
    scope.post('/api/uploads/:sha256', told('platform.piece'), async (request, reply) => {
      refuseForeignSite(request);
      const said = await takePiece(platform, await askedBy(platform, request), request);
      return reply.header('cache-control', 'no-store').send(said);
    });
  });
}

/** Whose content it is; a guest has no account that it could wait under. */
async function askedBy(platform: Platform, request: FastifyRequest): Promise<Asked> {
  const { sha256 } = request.params as { sha256: string };
  if (!fits(Sha256, sha256)) return refuse('platform.not_found');
  const tokenHash = tokenHashOf(request);
  const entry = entryOf(request, tokenHash, platform.settings);
  const whose = await withWork(platform, entry, platform.clock(), 'read', async ({ actor, street }) =>
    actor.account === null ? refuse('platform.not_signed_in') : `${street}|${actor.account}`,
  );
  platform.limits.take('piece', tokenHash ?? '', PER_MINUTE);
  return { sha256, whose, entry };
}

async function howMuch(platform: Platform, { sha256, whose, entry }: Asked): Promise<PieceView> {
  const file = await withWork(platform, entry, platform.clock(), 'read', (work) => fileGiven(work, sha256));
  return { have: file?.bytes ?? (await sizeOf(partOf(platform, whose, sha256))), file };
}

async function takePiece(platform: Platform, asked: Asked, request: FastifyRequest): Promise<PieceView> {
  platform.space.admit('file');
  const known = await howMuch(platform, asked);
  const piece = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const offset = Number(request.headers['x-upload-offset']);
  const length = Number(request.headers['x-upload-length']);
  if (!(length > 0 && length <= MOST)) refuse('platform.too_large', { most: MOST });
  if (known.file !== null || offset !== known.have || offset + piece.length > length) return known;
  const part = partOf(platform, asked.whose, asked.sha256);
  await writeAt(part, piece, offset);
  const have = offset + piece.length;
  return have < length ? { have, file: null } : finish(platform, asked, request);
}

/** All of it is there: it must be what its address says, and becomes a loose file of whoever sent it. */
async function finish(platform: Platform, asked: Asked, request: FastifyRequest): Promise<PieceView> {
  const { sha256, whose, entry } = asked;
  const part = partOf(platform, whose, sha256);
  const bytes = await readFile(part);
  const isWhat = createHash('sha256').update(bytes).digest('hex') === sha256;
  if (!isWhat) await rm(part, { force: true });
  if (!isWhat) refuse('platform.file_unreadable', { reason: 'sha256' });
  const name = nameOf(request.headers['x-file-name']);
  const understood = await demandClean(platform, bytes, { entry, ip: request.ip })
    .then(() => understand({ bytes, name }))
    .catch(async (error: unknown) => {
      // What only could not be looked at now is not sent a second time.
      const waits = error instanceof Refusal && error.code === 'platform.not_scanned';
      if (!waits) await rm(part, { force: true });
      throw error;
    });
  const nonce = request.headers['x-upload-nonce'];
  const file = await withWork(platform, entry, platform.clock(), 'write', async (work: Work) => {
    await holdContent(work, `${whose}|${sha256}`);
    const known = await fileGiven(work, sha256);
    if (known !== null) return known;
    const fresh = typeof nonce === 'string' && fits(Uuid, nonce) && (await spendNonce(work, nonce));
    return keepUpload(work, understood, { fresh, givenSha256: sha256 });
  });
  await rm(part, { force: true });
  return { have: bytes.length, file };
}

const folderIn = (dataDir: string) => join(dataDir, 'parts');

/** Where the beginning of a file waits for its end; the name tells nothing of whose it is. */
const partOf = ({ settings }: Platform, whose: string, sha256: string) =>
  join(folderIn(settings.dataDir), createHash('sha256').update(`${whose}|${sha256}`).digest('hex'));

async function writeAt(path: string, piece: Buffer, offset: number): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 });
  const file = await open(path, offset === 0 ? 'w' : 'r+', 0o600);
  try {
    // A disk that is nearly full takes the first part and says so by the number alone.
    for (let at = 0; at < piece.length;)
      at += (await file.write(piece, at, piece.length - at, offset + at)).bytesWritten;
  } finally {
    await file.close();
  }
}

const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  );

/** Removes beginnings whose end did not come within a day. */
export async function forgetParts(dataDir: string, now: Date): Promise<void> {
  const folder = folderIn(dataDir);
  const names = await readdir(folder).catch((): string[] => []);
  const ages = await Promise.all(
    names.map(async (name) => {
      const made = await stat(join(folder, name)).catch(() => null);
      return made !== null && now.getTime() - made.mtimeMs > KEPT_MS ? name : null;
    }),
  );
  const old = ages.filter((name) => name !== null);
  await Promise.all(old.map((name) => rm(join(folder, name), { force: true })));
}
