import { tilesOver, type TileNumber } from '../server/src/modules/grids/domain/mercator.ts';
import { startCases } from './cases.ts';
import type { CasesReady } from './cases-server.ts';
import { fire, measure, print, type Shot } from './harness.ts';

/** A look at the map and how long the 95th percentile of its answers may take; of a first look nothing is ready yet. */
type Scene = {
  readonly name: string;
  readonly shots: readonly Shot[];
  readonly p95Ms: number;
  readonly total?: number;
};

const STREET = { west: 120.1379, south: 31.2154, east: 120.1752, north: 31.2431 };
const MIDDLE = { west: 120.153, south: 31.226, east: 120.159, north: 31.231 };
const AREA = '120.15,31.224;120.162,31.224;120.162,31.233;120.15,31.233';
const CONNECTIONS = 4;
const TOTAL = 2_000;
const TILE_MS = 40;

const path = ({ z, x, y }: TileNumber) => `${z}/${x}/${y}`;
const over = (box: typeof STREET, ...zooms: readonly number[]) =>
  zooms.flatMap((z) => tilesOver(box, z).map(path));

function scenesOf({ cookies }: CasesReady): Scene[] {
  const get = (who: string, address: string): Shot => ({
    method: 'GET',
    path: `/api/map/${address}`,
    headers: { cookie: cookies[who] ?? '', 'accept-encoding': 'gzip' },
  });
  const cases = (who: string, tiles: readonly string[], query: string) =>
    tiles.map((tile) => get(who, `cases/${tile}?${query}`));
  const far = over(STREET, 12, 13, 14, 15);
  const near = over(MIDDLE, 17, 18);
  const days = Array.from({ length: 300 }, (_, i) => new Date(Date.UTC(2024, 6, 1 + i)).toISOString());
  return [
    {
      name: 'ground',
      shots: over(STREET, 12, 13, 14, 15, 16).map((tile) => get('dispatcher', `ground/${tile}`)),
      p95Ms: TILE_MS,
    },
    { name: 'open cases from afar', shots: cases('dispatcher', far, 'by=state'), p95Ms: TILE_MS },
    { name: 'all cases from afar', shots: cases('dispatcher', far, 'desk=all&by=age'), p95Ms: TILE_MS },
    { name: 'open cases from near', shots: cases('dispatcher', near, 'by=state'), p95Ms: TILE_MS },
    { name: 'all cases from near', shots: cases('dispatcher', near, 'desk=all&by=state'), p95Ms: TILE_MS },
    { name: 'a department’s open cases', shots: cases('urban_ops', far, 'by=class'), p95Ms: TILE_MS },
    {
      name: 'first look, open cases',
      shots: days.map((since) => get('dispatcher', `cases/${far[0]}?since=${since}`)),
      p95Ms: 400,
      total: 100,
    },
    {
      name: 'first look, all cases',
      shots: days.map((since) => get('dispatcher', `cases/${far[0]}?desk=all&since=${since}`)),
      p95Ms: 4_000,
      total: 24,
    },
    {
      name: 'counts of an area, open',
      shots: days.map((since) => get('dispatcher', `counts?since=${since}&area=${AREA}`)),
      p95Ms: 400,
      total: 100,
    },
  ];
}

/** Loads so many cases and looks at them on the map. */
export async function measureMap(count: number): Promise<void> {
  const { ready, server } = await startCases(count, { bare: true });
  const watched = { server: server.pid ?? 0, postmaster: ready.postmaster };
  const reports = [];
  for (const { name, shots, p95Ms, total = TOTAL } of scenesOf(ready)) {
    const load = { base: ready.base, connections: CONNECTIONS, freshKeys: false };
    // Where nothing is kept for a second look, there is nothing to warm.
    if (total === TOTAL) await fire({ ...load, shots, total: shots.length });
    const report = await measure(name, { ...load, shots, total }, watched);
    reports.push({
      ...report,
      limitMs: p95Ms,
      kept: report.p95Ms <= p95Ms && report.statuses[200] === total,
    });
  }
  server.disconnect();
  if (!process.argv.includes('--json')) console.log(`${count} cases`);
  print(reports);
  process.exitCode = reports.every(({ kept }) => kept) ? 0 : 1;
}
