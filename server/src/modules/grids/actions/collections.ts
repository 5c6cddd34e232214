import type { DataItem } from '@fengqiao/contract/catalogue/resources.ts';
import type { Collection, Rows } from '#platform/collection.ts';
import type { Work } from '#platform/work.ts';
import {
  areasAfter,
  buildingsAfter,
  countAreas,
  countBuildings,
  groundLaidAt,
} from '../store/collections.ts';

const itemOf =
  (type: DataItem['type'], required: boolean) =>
  (name: string, zh: string, en: string): DataItem => ({ name, zh, en, type, required, grade: 1 });
const text = itemOf('text', true);
const code = itemOf('code', true);
const number = itemOf('number', false);

/** What the catalogue may tell of the ground: places, never who lives there. */
export const collections: readonly Collection[] = [
  {
    id: 'grids.building',
    base: 'geography',
    name: { zh: '建筑物', en: 'Buildings' },
    summary: {
      zh: '辖区楼幢的地址、用途、层数、所在网格和坐标（WGS84）',
      en: 'Buildings of the street: address, use, floors, grid and coordinates (WGS84)',
    },
    category: ['地理空间', '建筑物'],
    fields: [
      text('buildingAddress', '楼幢地址', 'Address of the building'),
      { ...text('buildingName', '楼幢名称', 'Name of the building'), required: false },
      code('use', '用途', 'Use'),
      number('floors', '层数', 'Floors'),
      number('households', '户数', 'Households'),
      code('grid', '所在网格', 'Grid'),
      { ...number('lng', '经度', 'Longitude'), required: true },
      { ...number('lat', '纬度', 'Latitude'), required: true },
    ],
    cycle: 'irregular',
    measure: measureBuildings,
    read: readBuildings,
  },
  {
    id: 'grids.area',
    base: 'geography',
    name: { zh: '社区和网格', en: 'Communities and grids' },
    summary: {
      zh: '社区、网格的编码、面积和户数',
      en: 'Communities and grids: code, size and number of households',
    },
    category: ['地理空间', '管理区划'],
    fields: [
      code('unit', '编号', 'Key'),
      code('level', '层级', 'Level'),
      { ...code('community', '所属社区', 'Community'), required: false },
      { ...code('gridCode', '网格编码', 'Code of the grid'), required: false },
      { ...number('area', '面积（平方米）', 'Area (m²)'), required: true },
      number('households', '户数', 'Households'),
    ],
    cycle: 'irregular',
    measure: measureAreas,
    read: readAreas,
  },
];

async function measureBuildings(work: Work) {
  const counted = await countBuildings(work);
  const of = (name: string) => counted[name] ?? 0;
  const rows = of('rows');
  return {
    rows,
    newest: await groundLaidAt(work),
    filled: {
      buildingAddress: of('buildingAddress'),
      buildingName: of('buildingName'),
      use: rows,
      floors: of('floors'),
      households: of('households'),
      grid: of('grid'),
      lng: rows,
      lat: rows,
    },
    valid: { floors: of('floorsRight'), lng: of('placeRight'), lat: of('placeRight') },
    distinct: { buildingAddress: of('different') },
  };
}

async function measureAreas(work: Work) {
  const counted = await countAreas(work);
  const of = (name: string) => counted[name] ?? 0;
  const rows = of('rows');
  return {
    rows,
    newest: await groundLaidAt(work),
    filled: {
      unit: rows,
      level: rows,
      community: of('community'),
      gridCode: of('gridCode'),
      area: rows,
      households: of('households'),
    },
    valid: { gridCode: of('gridCodeRight'), area: of('areaRight') },
    distinct: { unit: rows, gridCode: of('gridCodes') },
  };
}

type Asked = { readonly fields: readonly string[]; readonly after: string | null; readonly limit: number };

async function readBuildings(work: Work, { fields, after, limit }: Asked): Promise<Rows> {
  const found = await buildingsAfter(work, after, limit + 1);
  return page(
    found.map(({ id, address, name, ...rest }) => ({
      key: id,
      values: { ...rest, buildingAddress: address, buildingName: name },
    })),
    { fields, limit },
  );
}

async function readAreas(work: Work, { fields, after, limit }: Asked): Promise<Rows> {
  const found = await areasAfter(work, after, limit + 1);
  return page(
    found.map(({ unit, level, community, households, ...rest }) => ({
      key: unit,
      values: {
        unit,
        level,
        community,
        households,
        gridCode: rest.grid_code,
        area: Math.round(rest.square_metres),
      },
    })),
    { fields, limit },
  );
}

type Found = { readonly key: string; readonly values: Readonly<Record<string, string | number | null>> };

/** The asked fields of a page as text; nobody is named in them. */
function page(found: readonly Found[], { fields, limit }: Pick<Asked, 'fields' | 'limit'>): Rows {
  const shown = found.slice(0, limit);
  return {
    rows: shown.map(({ values }) =>
      Object.fromEntries(fields.map((field) => [field, values[field]?.toString() ?? null])),
    ),
    subjects: [],
    next: found.length > limit ? (shown.at(-1)?.key ?? null) : null,
  };
}
