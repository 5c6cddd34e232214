import type { GridView } from '@fengqiao/contract/grids.ts';
import type { Work } from '#platform/work.ts';
import { gridRows } from '../store/areas.ts';

/** The published list of grids, of the street or of one community. */
export async function listGrids(work: Work, community: string | null): Promise<GridView[]> {
  return (await gridRows(work, community)).map((row) => ({
    id: row.id,
    name: { zh: row.zh, en: row.en },
    community:
      row.community === null
        ? null
        : { id: row.community, name: { zh: row.communityZh ?? '', en: row.communityEn ?? '' } },
    code: row.code,
    purpose: row.purpose,
    squareMetres: Math.round(row.squareMetres),
    households: row.households,
    workers: row.workers,
    phone: row.phone,
    supervisionPhone: row.supervision,
    box: { west: row.west, south: row.south, east: row.east, north: row.north },
  }));
}
