import type { Mapping } from '@fengqiao/contract/cases/imports.ts';
import { convert } from '#modules/grids';
import { openTable, type TableFile } from '#platform/table/reader.ts';

/** The places a table speaks of (WGS84 degrees), without rows that name none. */
export async function placesIn(
  file: TableFile,
  { fields, crs = 'WGS84' }: Mapping,
): Promise<(readonly [number, number])[]> {
  const found: (readonly [number, number])[] = [];
  for await (const { cells } of (await openTable(file)).rows) {
    const [lng, lat] = [cells.get(fields.lng), cells.get(fields.lat)].map((cell) =>
      cell === null || cell === undefined || cell === '' ? Number.NaN : Number(cell),
    );
    if (lng === undefined || lat === undefined || !(Math.abs(lng) <= 180) || !(Math.abs(lat) <= 90)) continue;
    found.push(convert([lng, lat], crs, 'WGS84'));
  }
  return found;
}
