import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TILE_MEDIA } from '@fengqiao/contract/grids/map.ts';

const DAY_SECONDS = 86_400;

/** A tile of the map, packed and tagged once, then handed out to whoever may see it. */
export class Tile {
  readonly bytes: Uint8Array;
  readonly tag: string;
  readonly #packed: Buffer;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.tag = `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
    this.#packed = gzipSync(bytes, { level: 5 });
  }

  /** `lasting` when its address names its edition: the browser then need not ask again. No shared cache keeps it. */
  send(request: FastifyRequest, answer: FastifyReply, lasting = false): FastifyReply {
    void answer
      .header('cache-control', lasting ? `private, max-age=${DAY_SECONDS}` : 'private, no-cache')
      .header('etag', this.tag)
      .header('vary', 'accept-encoding, cookie, x-street');
    const held = request.headers['if-none-match']?.split(',').map((tag) => tag.trim()) ?? [];
    if (held.includes(this.tag)) return answer.code(304).send();
    void answer.type(TILE_MEDIA);
    if (!/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? '')))
      return answer.send(Buffer.from(this.bytes));
    return answer.header('content-encoding', 'gzip').send(this.#packed);
  }
}
