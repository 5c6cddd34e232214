import Type, { type Static } from 'typebox';
import type { Door } from '../platform.ts';
import { route, Shape } from '../route.ts';
import { Lat, Lng, Maybe, OneOf, Text } from '../shapes.ts';

/** The nearest a tile is made for; nearer, the browser enlarges it. */
export const NEAREST_ZOOM = 20;
const most = 2 ** NEAREST_ZOOM - 1;

/** A tile of the web map: 512 pixels wide, numbered from the north-west at each zoom. */
export const TileAt = Shape({
  z: Type.Integer({ minimum: 0, maximum: NEAREST_ZOOM }),
  x: Type.Integer({ minimum: 0, maximum: most }),
  y: Type.Integer({ minimum: 0, maximum: most }),
});
export type TileAt = Static<typeof TileAt>;

/** In which coordinates a tile is drawn: ours, or those of a base map whose licence shifts them. */
export const DrawnIn = OneOf(['WGS84', 'GCJ02']);
export type DrawnIn = Static<typeof DrawnIn>;

export const TILE_MEDIA = 'application/vnd.mapbox-vector-tile';

/** The most corners of an area drawn by hand. */
export const MOST_CORNERS = 60;
const corner = String.raw`-?\d{1,3}(\.\d{1,6})?,-?\d{1,2}(\.\d{1,6})?`;

/** An area drawn by hand, as its corners in WGS84 degrees: "120.15,31.22;120.16,31.22;120.16,31.23". */
export const DrawnArea = Type.String({
  pattern: `^${corner}(;${corner}){2,${MOST_CORNERS - 1}}$`,
  maxLength: MOST_CORNERS * 24,
});

const Box = Shape({ west: Lng, south: Lat, east: Lng, north: Lat });

/** What an operator has put under our own drawing. */
export const BaseMap = Shape({
  tiles: Type.String(),
  attribution: Type.String(),
  drawnIn: DrawnIn,
});
export type BaseMap = Static<typeof BaseMap>;

export const readMap = route({
  id: 'grids.map',
  method: 'GET',
  path: '/map',
  who: 'anyone',
  says: {
    zh: '一张图的底：范围、图形版本（随瓦片地址带上，变更即换新），以及运营单位配置的底图。',
    en: 'What the map stands on: its extent, the edition of the drawing (sent with the address of a tile, so that a change is seen at once), and the base map an operator has set.',
  },
  reply: Shape({ box: Maybe(Box), edition: Text(1, 40), base: Maybe(BaseMap) }),
});

export const groundDoors = [
  {
    id: 'grids.groundTile',
    method: 'GET',
    path: '/map/ground/:z/:x/:y',
    who: 'anyone',
    params: TileAt,
    query: Shape({ edition: Type.Optional(Text(1, 40)), drawnIn: Type.Optional(DrawnIn) }),
    reply: Type.String(),
    takes: [],
    gives: TILE_MEDIA,
    says: {
      zh: '街道底图矢量瓦片：边界、道路、水系、建筑、地点与名称；范围外为 404。带 ETag，可压缩。',
      en: 'Vector tiles of the street’s ground: boundaries, roads, water, buildings, places and names; 404 outside it. With an ETag, packed.',
    },
  },
] as const satisfies Door[];
