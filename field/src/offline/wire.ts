import { call, Refused } from '@fengqiao/contract/client.ts';
import type { PieceView } from '@fengqiao/contract/platform.ts';
import type { RefusalCode } from '@fengqiao/contract/refusals.ts';
import type { Route } from '@fengqiao/contract/route.ts';
import type { BlobRow } from './base.ts';
import { operations } from './operations.ts';
import type { Wire } from './sync.ts';

/** Small enough that a weak network brings one whole. */
const PIECE_BYTES = 256 * 1024;

/** The network of a browser; `tell` hears how much of a photo is there. */
export const wireOf = (tell: (sha256: string, part: number) => void): Wire => ({
  upload: (blob, bytes) => uploadInPieces(blob, bytes, tell),
  send: (type, payload, key) => {
    const route: Route = operations[type];
    return call(route, { ...payload, key });
  },
});

/** Asks what is there, then sends the rest piece by piece; the answer to each says where the next begins. */
async function uploadInPieces(
  { sha256, kind, nonce }: BlobRow,
  bytes: ArrayBuffer,
  tell: (sha256: string, part: number) => void,
): Promise<string> {
  const headers = {
    'content-type': 'application/octet-stream',
    'x-file-name': `${kind}-${sha256.slice(0, 8)}`,
    'x-upload-length': String(bytes.byteLength),
    ...(nonce !== null && { 'x-upload-nonce': nonce }),
  };
  const address = `/api/uploads/${sha256}`;
  let { have, file } = await said(await fetch(address, { credentials: 'same-origin' }));
  while (file === null) {
    tell(sha256, have / bytes.byteLength);
    const body = bytes.slice(have, have + PIECE_BYTES);
    ({ have, file } = await said(
      await fetch(address, {
        method: 'POST',
        credentials: 'same-origin',
        headers: { ...headers, 'x-upload-offset': String(have) },
        body,
      }),
    ));
  }
  tell(sha256, 1);
  return file.id;
}

async function said(reply: Response): Promise<PieceView> {
  const told: unknown = await reply.json().catch(() => null);
  if (reply.ok && isPiece(told)) return told;
  throw new Refused(reply.ok ? 0 : reply.status, isSaying(told) ? told : unreachable);
}

type Saying = { code: RefusalCode; zh: string; en: string };
const isPiece = (told: unknown): told is PieceView =>
  typeof told === 'object' && told !== null && 'have' in told && 'file' in told;
const isSaying = (told: unknown): told is Saying =>
  typeof told === 'object' && told !== null && 'code' in told && 'zh' in told;
const unreachable: Saying = {
  code: 'platform.unavailable',
  zh: '暂时连不上服务器，请检查网络后重试。',
  en: 'The server cannot be reached. Check your network and try again.',
};
