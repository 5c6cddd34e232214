import type { FastifyInstance, FastifyRequest } from 'fastify';
import { PULL_MOST, pullDoors, PullQuery, ShareNo, type Pulled } from '@fengqiao/contract/catalogue/pull.ts';
import { findApiKey } from '#modules/identity';
import { refuse } from '#platform/refusal.ts';
import type { Platform } from '#platform/serve.ts';
import { checker, fits } from '#platform/validate.ts';
import { withWork } from '#platform/work.ts';
import { pullGranted, type PullKey } from '../actions/use.ts';
import type { Collections } from '../actions/view-request.ts';

const PER_MINUTE = 60;
const [door] = pullDoors;
const read = checker<PullQuery>(PullQuery, 'text');

type Asked = { Params: { no: string }; Querystring: unknown };

/** GET /api/shares/:no/rows: another system of the asking unit pulls exactly what was granted to that unit. */
export const pullDoor =
  (collections: () => Collections) =>
  (app: FastifyInstance, platform: Platform): void => {
    app.get<Asked>(`/api${door.path}`, { config: { operation: door.id } }, async (request, reply) => {
      const key = await keyOf(platform, request);
      const { no } = request.params;
      if (!fits(ShareNo, no)) refuse('platform.not_found');
      const { why, after = null, limit = PULL_MOST } = read(request.query);
      const asked = { no, why, after, limit };
      const said = await withWork(
        platform,
        { service: 'guest', street: key.street },
        platform.clock(),
        'write',
        (work): Promise<Pulled> => pullGranted(work, key, asked, collections()),
      );
      return reply.header('cache-control', 'no-store').send(said);
    });
  };

/** Whose key stands in the header; 403 catalogue.pull_key. */
async function keyOf(
  { db, limits }: Platform,
  request: FastifyRequest,
): Promise<PullKey & { readonly street: string }> {
  const given = /^Bearer ([\x21-\x7e]{8,200})$/.exec(request.headers.authorization ?? '')?.[1];
  const holder = given === undefined ? null : await findApiKey(db, given, 'shares');
  if (holder?.unit == null) return refuse('catalogue.pull_key');
  limits.take('shares', holder.id, PER_MINUTE);
  return { id: holder.id, unit: holder.unit, street: holder.street };
}
