import type { Work } from '#platform/work.ts';
import type { Area } from '../domain/redraw.ts';
import { nextEdition } from '../store/areas.ts';
import {
  insertBuildings,
  insertFeatures,
  saveAreas,
  type NewBuilding,
  type NewFeature,
} from '../store/ground.ts';

export type Ground = {
  readonly areas: readonly Area[];
  readonly buildings: readonly NewBuilding[];
  readonly features: readonly NewFeature[];
};

/** Lays the whole ground of a street at once; its units must exist. */
export async function layGround(work: Work, { areas, buildings, features }: Ground): Promise<void> {
  await saveAreas(work, areas, await nextEdition(work));
  await insertBuildings(work, buildings);
  await insertFeatures(work, features);
}
