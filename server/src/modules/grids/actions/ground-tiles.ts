import { createHash } from 'node:crypto';
import { GeoJSONVT, type GeoJSONVTTile } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { DrawnIn, readMap as told } from '@fengqiao/contract/grids/map.ts';
import type { Out } from '@fengqiao/contract/route.ts';
import type { Settings } from '#platform/config.ts';
import { refuse } from '#platform/refusal.ts';
import { Tile } from '#platform/tile.ts';
import type { Work } from '#platform/work.ts';
import { convertDrawing } from '../domain/crs.ts';
import { boxOf, positionsOf, type Box, type Drawing } from '../domain/geojson.ts';
import { groundLayers, layersOf, type GroundLayer, type Layers } from '../domain/ground-layers.ts';
import { boxOfTile, isTile, type TileNumber } from '../domain/mercator.ts';
import { areaNames, areaShapes, edition } from '../store/areas.ts';
import { buildingOutlines, features } from '../store/base.ts';

/** A street's ground, cut where it is asked for. */
type Laid = {
  readonly stamp: string;
  readonly box: Box | null;
  readonly layers: ReadonlyMap<GroundLayer, GeoJSONVT>;
  readonly tiles: Map<string, Tile>;
};

// One process may serve several databases, as tests do; the settings stand for the one at hand.
const laid = new WeakMap<Settings, Map<string, Laid>>();
/** A street has some hundred tiles; whoever asks for all of the world’s gets no more memory than this. */
const MOST_TILES = 4_000;
const NEAREST = 17;

/** Where the map of the street lies, the edition of its drawing, and what stands under it. */
export async function readMap(work: Work): Promise<Out<typeof told>> {
  const { box, stamp } = await groundOf(work, 'WGS84');
  return { box, edition: stamp, base: work.settings.baseMap };
}

/** A tile of the street's ground; made once per edition. Outside the street there is none. */
export async function groundTile(
  work: Work,
  at: TileNumber,
  drawnIn: DrawnIn,
): Promise<{ tile: Tile; edition: string }> {
  if (!isTile(at)) refuse('grids.tile_out_of_range', at);
  const ground = await groundOf(work, drawnIn);
  if (ground.box === null || !meet(ground.box, boxOfTile(at))) refuse('platform.not_found');
  const key = `${at.z}/${at.x}/${at.y}`;
  const tile = ground.tiles.get(key) ?? new Tile(cut(ground, at));
  if (ground.tiles.size >= MOST_TILES) ground.tiles.clear();
  ground.tiles.set(key, tile);
  return { tile, edition: ground.stamp };
}

const meet = (a: Box, b: Box) =>
  a.west <= b.east && a.east >= b.west && a.south <= b.north && a.north >= b.south;

function cut({ layers }: Laid, { z, x, y }: TileNumber): Uint8Array {
  const cutLayers: Record<string, GeoJSONVTTile> = {};
  for (const [name, index] of layers) {
    if (z < groundLayers[name]) continue;
    const found = index.getTile(z, x, y);
    if (found !== null && found.features.length > 0) cutLayers[name] = found;
  }
  return fromGeojsonVt(cutLayers, { version: 2, extent: 4096 });
}

async function groundOf(work: Work, drawnIn: DrawnIn): Promise<Laid> {
  const names = await areaNames(work);
  const stamp = createHash('sha256')
    .update(JSON.stringify([await edition(work), names]))
    .digest('base64url')
    .slice(0, 12);
  const ofDatabase = laid.get(work.settings) ?? new Map<string, Laid>();
  const key = `${work.street} ${drawnIn}`;
  const kept = ofDatabase.get(key);
  if (kept?.stamp === stamp) return kept;
  const made = { stamp, ...(await lay(work, names, drawnIn)), tiles: new Map<string, Tile>() };
  laid.set(work.settings, ofDatabase.set(key, made));
  return made;
}

type Names = Awaited<ReturnType<typeof areaNames>>;

async function lay(work: Work, names: Names, drawnIn: DrawnIn): Promise<Pick<Laid, 'box' | 'layers'>> {
  const nameOf = new Map(names.map((one) => [one.id, one]));
  const areas = (await areaShapes(work)).map((area) => ({
    ...area,
    // The sign at a place says 石栏社区, not the full name of its committee.
    zh: nameOf.get(area.unit)?.short ?? '',
    en: nameOf.get(area.unit)?.en ?? '',
    shape: convertDrawing(area.shape, drawnIn),
  }));
  const layers = layersOf(areas, await drawnOf(work, drawnIn));
  return {
    box: areas.length === 0 ? null : boxOf(areas.flatMap(({ shape }) => positionsOf(shape))),
    layers: new Map(namesOf(layers).map((name) => [name, indexOf(layers[name])])),
  };
}

const namesOf = (layers: Layers) =>
  (['area', 'water', 'green', 'road', 'building', 'place', 'name'] as const).filter(
    (name) => layers[name].length > 0,
  );

async function drawnOf(work: Work, drawnIn: DrawnIn) {
  const drawn = [];
  for (const kind of ['road', 'water', 'place'] as const)
    drawn.push(...(await features(work, kind)).map((one) => ({ ...one, kind })));
  drawn.push(...(await buildingOutlines(work)).map((one) => ({ ...one, kind: 'building' as const })));
  return drawn.map((one) => ({ ...one, shape: convertDrawing(one.shape, drawnIn) }));
}

const indexOf = (features: Layers[GroundLayer]) =>
  new GeoJSONVT(
    {
      type: 'FeatureCollection',
      features: features.map(({ tags, shape }) => ({
        type: 'Feature' as const,
        properties: { ...tags },
        geometry: geometryOf(shape),
      })),
    },
    { maxZoom: NEAREST, indexMaxZoom: 0, tolerance: 2, buffer: 80, extent: 4096 },
  );

/** The same drawing in arrays that the cutter may call its own. */
function geometryOf(shape: Drawing) {
  switch (shape.type) {
    case 'Point':
      return { type: 'Point' as const, coordinates: [...shape.coordinates] };
    case 'LineString':
      return { type: 'LineString' as const, coordinates: shape.coordinates.map((one) => [...one]) };
    case 'Polygon':
      return {
        type: 'Polygon' as const,
        coordinates: shape.coordinates.map((ring) => ring.map((one) => [...one])),
      };
    case 'MultiPolygon':
      return {
        type: 'MultiPolygon' as const,
        coordinates: shape.coordinates.map((rings) => rings.map((ring) => ring.map((one) => [...one]))),
      };
  }
}
