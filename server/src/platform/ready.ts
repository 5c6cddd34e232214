import { createHash } from 'node:crypto';
import { brotliCompressSync, constants } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** An answer that is the same for many: written, packed and tagged once, then handed out until what it tells changes. */
export class Ready {
  readonly text: string;
  readonly tag: string;
  readonly #packed: Buffer;

  constructor(value: unknown) {
    this.text = JSON.stringify(value);
    this.tag = `W/"${createHash('sha256').update(this.text).digest('base64url').slice(0, 22)}"`;
    this.#packed = brotliCompressSync(this.text, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 6,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      },
    });
  }

  /** The browser may keep it and asks each time whether it still holds; the street follows from the session, so no shared cache keeps it. */
  send(request: FastifyRequest, answer: FastifyReply): FastifyReply {
    void answer
      .header('cache-control', 'private, no-cache')
      .header('etag', this.tag)
      .header('vary', 'accept-encoding, cookie, x-street');
    const held = request.headers['if-none-match']?.split(',').map((tag) => tag.trim()) ?? [];
    if (held.includes(this.tag)) return answer.code(304).send();
    void answer.type('application/json; charset=utf-8');
    if (!/\bbr\b/.test(String(request.headers['accept-encoding'] ?? ''))) return answer.send(this.text);
    return answer.header('content-encoding', 'br').send(this.#packed);
  }
}

/** What an act gives when its answer is ready; the one who made it ready promises that it is of the type. */
export const handOut = <T>(ready: Ready): T => ready as unknown as T;
