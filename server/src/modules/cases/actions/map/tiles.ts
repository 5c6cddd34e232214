import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { GeoJSONVTFeature, GeoJSONVTTile } from '@maplibre/geojson-vt';
import type { DrawnIn } from '@fengqiao/contract/grids/map.ts';
import type { MapFilter } from '@fengqiao/contract/cases/map.ts';
import type { MapBy } from '@fengqiao/contract/cases/map-words.ts';
import {
  boxOfTile,
  convert,
  FINEST,
  fromSquare,
  isTile,
  quadsOf,
  stepsOf,
  tilesOver,
  toSquare,
  type TileNumber,
} from '#modules/grids';
import { refuse } from '#platform/refusal.ts';
import { Tile } from '#platform/tile.ts';
import type { Work } from '#platform/work.ts';
import { binsAt, EXTENT, gather, type Cluster, type Spot } from '../../domain/map/gather.ts';
import { mapPoints, type Point, type Range } from '../../store/map.ts';
import { cellsFor, spotsIn } from './cells.ts';

export type Asked = {
  readonly filter: MapFilter;
  readonly by: MapBy;
  readonly as: 'clusters' | 'lights';
  readonly drawnIn: DrawnIn;
};

/** From this zoom on cases stand alone where they can. */
const SINGLE_ZOOM = 17;
/** A tile with more than this is counted together even from near. */
const MOST_SINGLE = 300;
const LAYER = 'cases';
/** A light for every 16 pixels. */
const LIGHT_BINS = 32;

/** The cases in one tile, within reach and filter: counted together from afar, one by one from near. */
export async function caseTile(work: Work, at: TileNumber, asked: Asked): Promise<Tile> {
  if (!isTile(at)) refuse('grids.tile_out_of_range', at);
  const ranges = rangesUnder(at, asked.drawnIn);
  const points = at.z < SINGLE_ZOOM ? null : await mapPoints(work, asked, ranges, MOST_SINGLE + 1);
  const features =
    points !== null && points.length <= MOST_SINGLE
      ? near(points, at, asked)
      : far(spotsIn(await cellsFor(work, asked.filter, asked.by), ranges), at, asked);
  return new Tile(
    fromGeojsonVt(features.length === 0 ? {} : { [LAYER]: layerOf(features, at) }, {
      version: 2,
      extent: EXTENT,
    }),
  );
}

const far = (spots: Iterable<Spot>, at: TileNumber, { drawnIn, as }: Asked): GeoJSONVTFeature[] =>
  gather(shifted(spots, drawnIn), squareOf(at), as === 'lights' ? LIGHT_BINS : binsAt(at.z)).map(
    clusterFeature,
  );

/** Cases that share a bin are counted together; the others stand where they are. */
function near(points: readonly Point[], at: TileNumber, { drawnIn }: Asked): GeoJSONVTFeature[] {
  const square = squareOf(at);
  const bins = binsAt(at.z);
  const placed = points.map((point) => {
    const [x, y] = stepsOf(point.quad);
    const spot = { x, y, kind: point.kind, count: 1, late: point.late ? 1 : 0 };
    return { point, spot: drawnIn === 'WGS84' ? spot : shift(spot) };
  });
  const groups = Map.groupBy(placed, ({ spot }) =>
    [(spot.x - square.x) / square.side, (spot.y - square.y) / square.side]
      .map((share) => Math.floor(share * bins))
      .join(),
  );
  return [...groups.values()].flatMap((group) => {
    const [only] = group;
    if (group.length > 1 || only === undefined)
      return gather(
        group.map(({ spot }) => spot),
        square,
        bins,
      ).map(clusterFeature);
    const x = Math.round(((only.spot.x - square.x) / square.side) * EXTENT);
    const y = Math.round(((only.spot.y - square.y) / square.side) * EXTENT);
    return x < 0 || y < 0 || x >= EXTENT || y >= EXTENT ? [] : [singleFeature(only.point, x, y)];
  });
}

const clusterFeature = ({ x, y, count, late, kinds }: Cluster): GeoJSONVTFeature => ({
  type: 1,
  geometry: [[x, y]],
  tags: {
    n: count,
    late,
    ...Object.fromEntries(kinds.flatMap((n, kind) => (n === 0 ? [] : [[`k${kind}`, n]]))),
    ...(count === 1 ? { kind: kinds.findIndex((n) => n > 0) } : {}),
  },
});

const singleFeature = (point: Point, x: number, y: number): GeoJSONVTFeature => ({
  type: 1,
  geometry: [[x, y]],
  tags: {
    n: 1,
    late: point.late ? 1 : 0,
    kind: point.kind,
    id: point.id,
    no: point.no,
    state: point.state,
    type: point.type ?? '',
    reported: point.reportedAt.toISOString(),
  },
});

const layerOf = (features: GeoJSONVTFeature[], { z, x, y }: TileNumber): GeoJSONVTTile => ({
  features,
  transformed: true,
  source: null,
  z,
  x,
  y,
});

/** A tile on the finest square: where it begins and how wide it is, in steps. */
function squareOf({ z, x, y }: TileNumber) {
  const side = 2 ** (FINEST - z);
  return { x: x * side, y: y * side, side };
}

/** The places whose cases may be drawn in a tile: its own, or those that a shifted base map moves into it. */
function rangesUnder(at: TileNumber, drawnIn: DrawnIn): Range[] {
  if (drawnIn === 'WGS84') return [quadsOf(at)];
  const { west, south, east, north } = boxOfTile(at);
  const [a, b] = [convert([west, north], drawnIn, 'WGS84'), convert([east, south], drawnIn, 'WGS84')];
  return tilesOver({ west: a[0], north: a[1], east: b[0], south: b[1] }, at.z).map(quadsOf);
}

function* shifted(spots: Iterable<Spot>, drawnIn: DrawnIn): Generator<Spot> {
  for (const spot of spots) yield drawnIn === 'WGS84' ? spot : shift(spot);
}

const STEPS = 2 ** FINEST;

function shift(spot: Spot): Spot {
  const [x, y] = toSquare(convert(fromSquare([spot.x / STEPS, spot.y / STEPS]), 'WGS84', 'GCJ02'));
  return { ...spot, x: x * STEPS, y: y * STEPS };
}
