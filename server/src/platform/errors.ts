import type { FastifyReply, FastifyRequest } from 'fastify';
import { AbortedTransactionError } from 'kysely';
import { Refusal, wordsOf } from './refusal.ts';

/** PostgreSQL states after which the same act may well succeed: lost connections, deadlocks, a full disk, a restart. */
const PASSING = /^(08...|40001|40P01|53...|55000|55P03|28...|3D000|57P0[1-5]|57014|25006)$/;
const LOST = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
const LOST_WORDS =
  /connection terminated|connection error|timeout exceeded when trying to connect|client has encountered a connection error|not queryable/i;
/** A disk or a quota is used up: PostgreSQL's state, the system's names, and what both say where they name it otherwise. */
const NO_ROOM = new Set(['53100', 'ENOSPC', 'EDQUOT']);
const NO_ROOM_WORDS = /no space left on device|disk quota exceeded/i;
/** Bytes that PostgreSQL cannot store as text, such as a zero character. */
const UNSTORABLE = new Set(['22021', '22P05']);

/** Whether the database could not do it now, rather than never. */
export function isPassing(error: unknown): boolean {
  if (error instanceof AbortedTransactionError || hasNoRoom(error)) return true;
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  return PASSING.test(code) || LOST.has(code) || LOST_WORDS.test(error.message);
}

/** Whether it failed because nothing more could be written. */
export function hasNoRoom(error: unknown): boolean {
  if (error instanceof Refusal) return error.code === 'platform.disk_full';
  return error instanceof Error && (NO_ROOM.has(codeOf(error)) || NO_ROOM_WORDS.test(error.message));
}

/** Whether running the whole transaction once more is the cure. */
export const isConflict = (error: unknown): boolean =>
  error instanceof Error && /^(40001|40P01)$/.test(codeOf(error));

/** Whether a key was there already. */
export const isTaken = (error: unknown): error is Error & { readonly constraint?: string } =>
  error instanceof Error && codeOf(error) === '23505';

export const codeOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' ? error.code : '';

/** Turns whatever was thrown into a named refusal; what nobody foresaw becomes platform.failed. */
export function refusalFor(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (!(error instanceof Error)) return new Refusal('platform.failed');
  const code = codeOf(error);
  if ('statusCode' in error && typeof error.statusCode === 'number' && error.statusCode < 500)
    return fromHttp(error.statusCode, error.message);
  if (UNSTORABLE.has(code))
    return new Refusal('platform.invalid_input', {
      problems: [{ at: '', zh: '含有无法保存的字符', en: 'contains a character that cannot be stored' }],
    });
  if (hasNoRoom(error)) return diskFull();
  if (isPassing(error)) return new Refusal('platform.unavailable', { retryAfter: 2 });
  return new Refusal('platform.failed');
}

/** Seconds after which whoever was refused for want of room may ask again. */
const FULL_FOR = 10;
export const diskFull = (): Refusal => new Refusal('platform.disk_full', { retryAfter: FULL_FOR });

/** What Fastify and its plugins refuse by themselves, before an act is reached. */
function fromHttp(status: number, text: string): Refusal {
  if (status === 413) return new Refusal('platform.too_large');
  if (status === 415 || status === 406) return new Refusal('platform.unsupported_type');
  if (status === 403 || status === 404) return new Refusal('platform.not_found');
  return new Refusal('platform.invalid_input', {
    problems: [{ at: '', zh: '请求无法解析', en: text.slice(0, 200) }],
  });
}

/** The one place where an error becomes an answer: code, both sentences, details; never a stack. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refusal = refusalFor(error);
  // A full disk is told by `space`, once.
  if (refusal.status >= 500 && !hasNoRoom(refusal))
    request.log.error({ request: request.id, ...describe(error) }, 'failed');
  return say(refusal, request, reply);
}

export function say(refusal: Refusal, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const words = wordsOf(refusal);
  const retryAfter = words.details.retryAfter;
  if (typeof retryAfter === 'number') void reply.header('retry-after', String(retryAfter));
  const details = refusal.status >= 500 ? { ...words.details, request: request.id } : words.details;
  const body = JSON.stringify({ ...words, details });
  return reply
    .code(refusal.status)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(body);
}

/** What the log may know of an error: PostgreSQL's `detail` and words that quote what was stored or sent stay out. */
export function describe(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const constraint = 'constraint' in error ? error.constraint : undefined;
  return {
    error: error.name,
    code: codeOf(error),
    constraint,
    text: quotes(error) ? '' : error.message.slice(0, 500),
    stack: error.stack?.split('\n').slice(1, 12).join('\n'),
  };
}

/** A data exception of PostgreSQL (class 22) and a parser both repeat what they could not read. */
const quotes = (error: Error): boolean => /^22...$/.test(codeOf(error)) || error instanceof SyntaxError;
