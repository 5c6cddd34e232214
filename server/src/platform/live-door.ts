import type { ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isPassing } from './errors.ts';
import { eventsAfter, type Cursor, type Event } from './event.ts';
import { tokenHashOf } from './http.ts';
import type { Reader, Sieve } from './live.ts';
import { Refusal, refuse } from './refusal.ts';
import type { Platform } from './serve.ts';
import { withWork, type Actor } from './work.ts';

const MOST_READERS = 2_000;
const MOST_OF_ONE = 8;
const HEARTBEAT = 20_000;
const MOST_MISSED = 500;
/** A reader who cannot keep up is let go; the browser comes back with the last id it saw. */
const MOST_UNSENT = 256 * 1024;

/** GET /api/live: tells a signed-in reader which things within their scope changed, by server-sent events. */
export function liveDoor(app: FastifyInstance, platform: Platform): void {
  app.get('/api/live', { config: { operation: 'platform.live' } }, async (request, reply) => {
    const tokenHash = tokenHashOf(request) ?? refuse('platform.not_signed_in');
    if (platform.live.size() >= MOST_READERS || platform.live.sizeOf(tokenHash) >= MOST_OF_ONE)
      refuse('platform.too_many', { retryAfter: 30 });
    const actor = await withWork(
      platform,
      { tokenHash },
      platform.clock(),
      'read',
      async (work) => work.actor,
    );
    await open(platform, request, reply, { actor, tokenHash });
  });
  app.addHook('preClose', async () => platform.live.close());
}

async function open(
  platform: Platform,
  request: FastifyRequest,
  reply: FastifyReply,
  { actor, tokenHash }: { actor: Actor; tokenHash: string },
): Promise<void> {
  const out = reply.raw;
  const heartbeat = setInterval(() => out.write(': still here\n\n'), HEARTBEAT).unref();
  const reader: Reader = {
    street: actor.street,
    group: groupOf(actor),
    tokenHash,
    send: (events) => send(out, events),
    end: () => out.end(),
  };
  const sieve: Sieve = (of, events) => visibleTo(platform, of.tokenHash, events);
  const missed = await missedSince(platform, reader, sieve, request.headers['last-event-id']);
  reply.hijack();
  out.writeHead(200, {
    ...headersOf(reply),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  out.write('retry: 3000\n\n');
  if (missed === 'too many') out.write('event: reset\ndata: {}\n\n');
  else send(out, missed);
  const leave = platform.live.add(reader, sieve);
  out.on('close', () => {
    clearInterval(heartbeat);
    leave();
  });
}

const headersOf = (reply: FastifyReply) =>
  Object.fromEntries(Object.entries(reply.getHeaders()).filter(([, value]) => value !== undefined));

/** Staff of one post in one unit see the same, so one look serves them all; a resident sees only their own. */
const groupOf = ({ kind, role, unit, wide, account, behalf }: Actor) =>
  kind === 'staff' ? `${role}|${unit}|${wide}` : `account|${account}|${behalf?.mandate}`;

function send(out: ServerResponse, events: readonly Event[]): void {
  if (out.writableLength > MOST_UNSENT) return void out.destroy();
  const told = new Set<string>();
  for (const { xid, seq, kind, subject, at } of events) {
    if (told.has(`${kind}|${subject}`)) continue;
    told.add(`${kind}|${subject}`);
    out.write(`id: ${xid}-${seq}\nevent: change\ndata: ${JSON.stringify({ kind, subject, at })}\n\n`);
  }
}

async function visibleTo(
  platform: Platform,
  tokenHash: string,
  events: readonly Event[],
): Promise<readonly Event[] | null> {
  const subjects = [...new Set(events.map((event) => event.subject))];
  try {
    return await withWork(platform, { tokenHash }, platform.clock(), 'read', async (work) => {
      const seen = new Set<string>();
      for (const room of platform.rooms)
        for (const subject of (await room.live?.visible(work, subjects)) ?? []) seen.add(subject);
      return events.filter((event) => event.street === work.street && seen.has(event.subject));
    });
  } catch (error) {
    if (error instanceof Refusal) return null;
    if (isPassing(error)) return [];
    throw error;
  }
}

async function missedSince(
  platform: Platform,
  reader: Reader,
  sieve: Sieve,
  lastId: string | string[] | undefined,
): Promise<readonly Event[] | 'too many'> {
  const match = /^(\d{1,19})-(\d{1,15})$/.exec(String(lastId ?? ''));
  if (match === null) return [];
  const place: Cursor = { xid: match[1] ?? '0', seq: Number(match[2]) };
  const events = await platform.db
    .transaction()
    .setAccessMode('read only')
    .execute((db) => eventsAfter(db, place, MOST_MISSED + 1));
  if (events.length > MOST_MISSED) return 'too many';
  return (await sieve(reader, events)) ?? [];
}
