import type { Work } from '#platform/work.ts';
import { insertAreas, insertBuildings, insertFeatures, type NewArea, type NewBuilding, type NewFeature } from '../store/ground.ts';

export type Ground = { readonly areas: readonly NewArea[]; readonly buildings: readonly NewBuilding[]; readonly features: readonly NewFeature[] };

/** Lays the whole ground of a new street at once; its units must exist and have no boundary yet. */
export async function layGround(work: Work, { areas, buildings, features }: Ground): Promise<void> {
  await insertAreas(work, areas);
  await insertBuildings(work, buildings);
  await insertFeatures(work, features);
}
