import * as told from '@fengqiao/contract/cases/map.ts';
import { serve, type Served } from '#platform/serve.ts';
import { mapCounts, mapGrids } from './actions/map/counts.ts';
import { mapPairs } from './actions/map/pairs.ts';

export const mapRoutes: Served[] = [
  serve(told.mapCounts, (work, { query }) => mapCounts(work, query)),
  serve(told.mapGrids, async (work, { query }) => ({ items: await mapGrids(work, query) })),
  serve(told.mapPairs, async (work, { query }) => ({ items: await mapPairs(work, query) })),
];
