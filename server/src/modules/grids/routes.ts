import * as grids from '@fengqiao/contract/grids.ts';
import { readMap as toldMap } from '@fengqiao/contract/grids/map.ts';
import { serve, type Served } from '#platform/serve.ts';
import { findAddresses, whereIs } from './actions/find-place.ts';
import { listGrids } from './actions/grids.ts';
import { readMap } from './actions/ground-tiles.ts';
import { importGround, listImports } from './actions/import-ground.ts';
import { areasAnswer, baseAnswer } from './actions/map.ts';

export const gridsRoutes: readonly Served[] = [
  serve(grids.listGrids, async (work, { query }) => ({
    items: await listGrids(work, query.community ?? null),
  })),
  serve(grids.listAreas, (work, { query }) => areasAnswer(work, query.level ?? null)),
  serve(grids.readBase, (work, { query }) => baseAnswer(work, query.kind)),
  serve(toldMap, readMap),
  serve(grids.locatePlace, (work, { query }) => whereIs(work, { ...query, crs: query.crs ?? 'WGS84' })),
  serve(grids.findAddresses, async (work, { query }) => ({ items: await findAddresses(work, query.q) })),
  serve(grids.importGround, (work, { body: { geojson, ...asked } }) =>
    importGround(work, { ...asked, features: geojson.features }),
  ),
  serve(grids.listImports, (work, { query }) => listImports(work, query)),
];
