import type { FastifyInstance } from 'fastify';
import { groundDoors, TileAt, type DrawnIn } from '@fengqiao/contract/grids/map.ts';
import { entryOf, tokenHashOf } from '#platform/http.ts';
import type { Platform } from '#platform/serve.ts';
import { checker } from '#platform/validate.ts';
import { withWork } from '#platform/work.ts';
import { groundTile } from '../actions/ground-tiles.ts';

type Asked = { readonly edition?: string; readonly drawnIn?: DrawnIn };

/** GET /api/map/ground/:z/:x/:y: the ground of the street one stands in, for whoever asks. */
export function groundDoor(app: FastifyInstance, platform: Platform): void {
  const [door] = groundDoors;
  const numbered = checker<TileAt>(TileAt, 'text');
  const asked = checker<Asked>(door.query, 'text');
  app.get(`/api${door.path}`, { config: { operation: door.id } }, async (request, reply) => {
    const at = numbered(request.params);
    const { edition, drawnIn = 'WGS84' } = asked(request.query);
    const entry = entryOf(request, tokenHashOf(request), platform.settings, true);
    const made = await withWork(platform, entry, platform.clock(), 'read', (work) =>
      groundTile(work, at, drawnIn),
    );
    return made.tile.send(request, reply, edition === made.edition);
  });
}
