import Type, { type Static } from 'typebox';
import { DrawnIn, TILE_MEDIA, TileAt } from '../grids/map.ts';
import type { Door } from '../platform.ts';
import { route, Shape } from '../route.ts';
import { Lat, Lng, Maybe, OneOf, TypeCode, UnitId, Uuid } from '../shapes.ts';
import { listCases } from './desk.ts';
import { mapKinds } from './map-words.ts';
import { Among, StateName } from './names.ts';

const {
  state,
  type,
  class: className,
  community,
  grid,
  lead,
  late,
  since,
  until,
  area,
  openOn,
} = listCases.query.properties;

/** What narrows the map: filters of the work list, so that every number on it leads to its cases. */
const MapFilters = {
  desk: Type.Optional(OneOf(['open', 'all'])),
  state,
  type,
  class: className,
  community,
  grid,
  lead,
  late,
  since,
  until,
  area,
  openOn,
};
const MapFilter = Shape(MapFilters);
export type MapFilter = Static<typeof MapFilter>;

const By = OneOf(['state', 'age', 'class']);
const Counted = <T extends Type.TSchema>(key: T) => Type.Array(Shape({ key, count: Type.Integer() }));

export const caseMapDoors = [
  {
    id: 'cases.mapTile',
    method: 'GET',
    path: '/map/cases/:z/:x/:y',
    who: 'staff',
    params: TileAt,
    query: Shape({
      ...MapFilters,
      by: Type.Optional(By),
      /** Counted together for reading, or as many small lights for the wall. */
      as: Type.Optional(OneOf(['clusters', 'lights'])),
      drawnIn: Type.Optional(DrawnIn),
    }),
    reply: Type.String(),
    takes: [],
    gives: TILE_MEDIA,
    says: {
      zh: '工单矢量瓦片：可查看范围内的工单，远看聚合计数、近看逐件；只有编号、状态、时长与类别，没有个人信息。',
      en: 'Vector tiles of the cases within reach: counted together from afar, one by one from near; number, state, age and type, nothing about people.',
    },
  },
] as const satisfies Door[];

export const mapCounts = route({
  id: 'cases.mapCounts',
  method: 'GET',
  path: '/map/counts',
  who: 'staff',
  says: {
    zh: '一张图的统计：筛选（及所画范围）内的工单按状态、时长、类别、主办单位计数。',
    en: 'The counts of the map: cases within the filters (and the drawn area) by state, age, type and lead unit.',
  },
  query: MapFilter,
  reply: Shape({
    total: Type.Integer(),
    late: Type.Integer(),
    states: Counted(Among(mapKinds.state)),
    ages: Counted(Among(mapKinds.age)),
    types: Counted(Maybe(TypeCode)),
    leads: Counted(Maybe(UnitId)),
  }),
});

export const GridCounts = Shape({
  grid: Maybe(UnitId),
  community: Maybe(UnitId),
  workers: Type.Integer(),
  total: Type.Integer(),
  late: Type.Integer(),
  waiting: Type.Integer(),
  handling: Type.Integer(),
  checking: Type.Integer(),
  held: Type.Integer(),
  ended: Type.Integer(),
});
export type GridCounts = Static<typeof GridCounts>;

export const mapGrids = route({
  id: 'cases.mapGrids',
  method: 'GET',
  path: '/map/grids',
  who: 'staff',
  says: {
    zh: '一张图的表格：各网格的工单数（按状态、逾期）与网格员人数；筛选与地图相同。',
    en: 'The map as a table: cases of each grid by state and lateness, and its workers; the same filters as the map.',
  },
  query: MapFilter,
  reply: Shape({ items: Type.Array(GridCounts) }),
});

const OfPair = Shape({ id: Uuid, no: Type.String(), lng: Lng, lat: Lat, state: StateName });
export const NearPair = Shape({ a: OfPair, b: OfPair, metres: Type.Integer(), likeness: Type.Number() });
export type NearPair = Static<typeof NearPair>;

export const mapPairs = route({
  id: 'cases.mapPairs',
  method: 'GET',
  path: '/map/pairs',
  who: 'staff',
  says: {
    zh: '疑似重复：筛选内近三十日反映、未并单、相距不远又说法相近的未办结工单，两两成对，最像的在前，最多一百对；只看最新的四千件。',
    en: 'Possible duplicates: open cases of the last thirty days within the filters that lie near each other and read alike, in pairs, the likeliest first; at most a hundred, among the newest four thousand.',
  },
  query: MapFilter,
  reply: Shape({ items: Type.Array(NearPair) }),
});
