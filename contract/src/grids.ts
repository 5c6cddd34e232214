import Type, { type Static } from 'typebox';
import { route, Shape } from './route.ts';
import { Bilingual, Instant, Lat, Lng, Maybe, OneOf, Page, Paging, Text, UnitId, Uuid } from './shapes.ts';

export const areaLevels = {
  street: { zh: '街道', en: 'Subdistrict' },
  community: { zh: '社区', en: 'Community' },
  grid: { zh: '网格', en: 'Grid' },
} as const;
export type AreaLevel = keyof typeof areaLevels;
export const AreaLevelName = OneOf(['street', 'community', 'grid']);

export const gridPurposes = {
  basic: { zh: '基础网格', en: 'Basic grid' },
  exclusive: { zh: '专属网格', en: 'Exclusive grid' },
} as const;
const Purpose = OneOf(['basic', 'exclusive']);

/** What coordinates may come in: GCJ02 is that of Chinese web maps and mini-programs, CGCS2000 that of surveyors. */
export const CrsName = OneOf(['WGS84', 'GCJ02', 'CGCS2000']);

/** A unit of the ground by its key and its name. */
export const NamedUnit = Shape({ id: UnitId, name: Bilingual });

/** What the law has published of a grid: its extent, who works there, and where to complain about them. */
export const GridView = Shape({
  id: UnitId,
  name: Bilingual,
  community: Maybe(NamedUnit),
  code: Maybe(Type.String()),
  purpose: Purpose,
  squareMetres: Type.Number(),
  households: Maybe(Type.Integer()),
  workers: Type.Array(Type.String()),
  phone: Maybe(Type.String()),
  supervisionPhone: Type.String(),
  box: Shape({ west: Lng, south: Lat, east: Lng, north: Lat }),
});
export type GridView = Static<typeof GridView>;

export const listGrids = route({
  id: 'grids.list',
  method: 'GET',
  path: '/grids',
  who: 'anyone',
  says: {
    zh: '网格名录：名称、范围、面积、户数、网格员姓名与监督电话，依规公开。',
    en: 'The grids: name, extent, area, households, the workers’ names and the phone of supervision, published as the rules demand.',
  },
  query: Shape({ community: Type.Optional(UnitId) }),
  reply: Shape({ items: Type.Array(GridView) }),
});

const feature = <T extends Record<string, Type.TSchema>>(properties: T) =>
  Shape({
    type: Type.Literal('Feature'),
    id: Type.String(),
    geometry: Shape({
      type: OneOf(['Point', 'LineString', 'Polygon', 'MultiPolygon']),
      coordinates: Type.Array(Type.Unknown()),
    }),
    properties: Shape(properties),
  });
const collection = <T extends Record<string, Type.TSchema>>(properties: T) =>
  Shape({ type: Type.Literal('FeatureCollection'), features: Type.Array(feature(properties)) });

export const AreaCollection = collection({
  level: AreaLevelName,
  community: Maybe(UnitId),
  zh: Type.String(),
  en: Type.String(),
  purpose: Purpose,
  code: Maybe(Type.String()),
  squareMetres: Type.Number(),
  households: Maybe(Type.Integer()),
});
export type AreaCollection = Static<typeof AreaCollection>;

export const listAreas = route({
  id: 'grids.areas',
  method: 'GET',
  path: '/grids/areas',
  who: 'anyone',
  says: {
    zh: '街道、社区、网格的边界（GeoJSON，WGS84，已简化，相邻边界保持一致；带 ETag）。',
    en: 'Boundaries of the subdistrict, communities and grids (GeoJSON, WGS84, simplified, shared borders stay shared; with an ETag).',
  },
  query: Shape({ level: Type.Optional(AreaLevelName) }),
  reply: AreaCollection,
});

export const baseKinds = {
  road: { zh: '道路', en: 'Roads' },
  water: { zh: '水系', en: 'Water' },
  place: { zh: '地点', en: 'Places' },
  building: { zh: '建筑', en: 'Buildings' },
} as const;
export type BaseKind = keyof typeof baseKinds;

/** `subkind` is the class of a road, the kind of a water or place, the use of a building; `width` in metres. */
export const BaseCollection = collection({
  zh: Type.String(),
  en: Type.String(),
  subkind: Type.String(),
  width: Type.Optional(Type.Number()),
  floors: Type.Optional(Type.Integer()),
});
export type BaseCollection = Static<typeof BaseCollection>;

export const readBase = route({
  id: 'grids.base',
  method: 'GET',
  path: '/grids/base',
  who: 'anyone',
  says: {
    zh: '底图要素：道路、水系、地点或建筑，每次一类（GeoJSON，WGS84；带 ETag）。',
    en: 'The base map: roads, water, places or buildings, one kind at a time (GeoJSON, WGS84; with an ETag).',
  },
  query: Shape({ kind: OneOf(['road', 'water', 'place', 'building']) }),
  reply: BaseCollection,
});

export const locatePlace = route({
  id: 'grids.locate',
  method: 'GET',
  path: '/grids/locate',
  who: 'anyone',
  says: {
    zh: '某处属于哪个社区、哪个网格，最近的地址是什么；坐标系由 crs 说明，默认 WGS84。',
    en: 'Which community and grid a place lies in, and the nearest address; crs names the coordinate system, WGS84 by default.',
  },
  query: Shape({ lng: Lng, lat: Lat, crs: Type.Optional(CrsName) }),
  reply: Shape({
    lng: Lng,
    lat: Lat,
    inside: Type.Boolean(),
    community: Maybe(NamedUnit),
    grid: Maybe(NamedUnit),
    address: Maybe(Type.String()),
  }),
});

export const FoundAddress = Shape({
  id: Uuid,
  kind: OneOf(['building', 'place']),
  address: Type.String(),
  name: Maybe(Type.String()),
  lng: Lng,
  lat: Lat,
  community: Maybe(UnitId),
  grid: Maybe(UnitId),
});
export type FoundAddress = Static<typeof FoundAddress>;

export const findAddresses = route({
  id: 'grids.addresses',
  method: 'GET',
  path: '/grids/addresses',
  who: 'anyone',
  says: {
    zh: '按地址、楼名或地点名的一部分查找（空格可有可无），最多十条。',
    en: 'Search addresses, buildings and places by any part of their words (spaces do not matter); at most ten.',
  },
  query: Shape({ q: Text(1, 60) }),
  reply: Shape({ items: Type.Array(FoundAddress) }),
});

/** One thing to mend, with a place to look at (WGS84); a notice is no obstacle. */
export const GroundProblem = Shape({
  unit: Type.String(),
  other: Maybe(Type.String()),
  kind: Type.String(),
  severity: OneOf(['error', 'notice']),
  size: Type.Number(),
  at: Maybe(Type.Tuple([Type.Number(), Type.Number()])),
  zh: Type.String(),
  en: Type.String(),
});
export type GroundProblem = Static<typeof GroundProblem>;

/** The most boundaries one file may hold; a grid code leaves room for 999 grids in a community. */
export const MOST_FEATURES = 3000;

export const importGround = route({
  id: 'grids.import',
  method: 'POST',
  path: '/grids/imports',
  who: ['admin'],
  bytes: 16 * 1024 * 1024,
  says: {
    zh: '导入边界（GeoJSON FeatureCollection，属性 unit 为单位编号，可带 code、purpose、households）：检查重叠、空隙、越界、自相交与重复编码，有错误则一律不写入。',
    en: 'Import boundaries (a GeoJSON FeatureCollection; property unit is the unit’s key, code, purpose and households may follow): overlaps, gaps, parts outside, crossings and repeated codes are listed, and any error applies nothing.',
  },
  body: Shape({
    level: AreaLevelName,
    crs: CrsName,
    dryRun: Type.Boolean(),
    geojson: Type.Object({
      type: Type.Literal('FeatureCollection'),
      features: Type.Array(Type.Unknown(), { minItems: 1, maxItems: MOST_FEATURES }),
    }),
  }),
  reply: Shape({
    units: Type.Integer(),
    ended: Type.Integer(),
    moved: Type.Integer(),
    applied: Type.Boolean(),
    errors: Type.Integer(),
    notices: Type.Integer(),
    problems: Type.Array(GroundProblem),
  }),
});

export const ImportView = Shape({
  id: Uuid,
  madeAt: Instant,
  madeBy: Maybe(Type.String()),
  level: AreaLevelName,
  crs: CrsName,
  units: Type.Integer(),
  dryRun: Type.Boolean(),
  applied: Type.Boolean(),
  errors: Type.Integer(),
  notices: Type.Integer(),
  problems: Type.Array(GroundProblem),
});
export type ImportView = Static<typeof ImportView>;

export const listImports = route({
  id: 'grids.imports',
  method: 'GET',
  path: '/grids/imports',
  who: ['admin'],
  says: {
    zh: '边界导入记录，新的在前，含各次的前二十个问题。',
    en: 'Imports of boundaries, newest first, each with its first twenty problems.',
  },
  query: Shape({ ...Paging, after: Type.Optional(Uuid) }),
  reply: Page(ImportView),
});
