import type { FastifyInstance } from 'fastify';
import { TileAt, type DrawnIn } from '@fengqiao/contract/grids/map.ts';
import { caseMapDoors, type MapFilter } from '@fengqiao/contract/cases/map.ts';
import type { MapBy } from '@fengqiao/contract/cases/map-words.ts';
import { entryOf, tokenHashOf } from '#platform/http.ts';
import { mayCall, type Platform } from '#platform/serve.ts';
import { checker } from '#platform/validate.ts';
import { withGuess } from '#platform/work.ts';
import { caseTile } from '../actions/map/tiles.ts';

type Asked = MapFilter & { readonly by?: MapBy; readonly as?: Shown; readonly drawnIn?: DrawnIn };
type Shown = 'clusters' | 'lights';

/** GET /api/map/cases/:z/:x/:y: the cases that whoever asks may see, as a tile. */
export function mapDoor(app: FastifyInstance, platform: Platform): void {
  const [door] = caseMapDoors;
  const numbered = checker<TileAt>(TileAt, 'text');
  const asked = checker<Asked>(door.query, 'text');
  app.get(`/api${door.path}`, { config: { operation: door.id } }, async (request, reply) => {
    const at = numbered(request.params);
    const { by = 'state', as = 'clusters', drawnIn = 'WGS84', ...filter } = asked(request.query);
    const tokenHash = tokenHashOf(request);
    const entry = entryOf(request, tokenHash, platform.settings);
    const tile = await withGuess(platform, entry, platform.clock(), 'read', async (work) => {
      mayCall(door, work);
      platform.limits.know(tokenHash);
      return caseTile(work, at, { filter, by, as, drawnIn });
    });
    return tile.send(request, reply);
  });
}
