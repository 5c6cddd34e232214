import Type, { type Static } from 'typebox';
import { route, Shape } from './route.ts';
import { Bilingual, Done, keysOf, Maybe, OneOf, Text, UnitId } from './shapes.ts';

export const unitKinds = {
  street: { zh: '街道', en: 'Subdistrict' },
  centre: { zh: '指挥中心', en: 'Command centre' },
  internal: { zh: '街道内设机构', en: 'Subdistrict office' },
  dispatched: { zh: '派驻机构', en: 'Dispatched office' },
  district: { zh: '区级部门', en: 'District department' },
  public_enterprise: { zh: '公共服务企业', en: 'Public utility' },
  community: { zh: '社区', en: 'Community' },
  grid: { zh: '网格', en: 'Grid' },
  team: { zh: '队伍', en: 'Team' },
  social: { zh: '社会组织', en: 'Social organization' },
} as const;
export type UnitKind = keyof typeof unitKinds;
export const UnitKindName = OneOf(keysOf(unitKinds));

const TimeOfDay = Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' });

/** When a unit's counter is open; hours of its clocks run within it. */
export const ServiceWindow = Shape({ from: TimeOfDay, to: TimeOfDay, workdaysOnly: Type.Boolean() });

export const UnitView = Shape({
  id: UnitId,
  kind: UnitKindName,
  parent: Maybe(UnitId),
  name: Bilingual,
  shortZh: Type.String(),
  hasPower: Type.Boolean(),
  dutiesZh: Type.String(),
  officialCode: Maybe(Type.String()),
  phone: Maybe(Type.String()),
  address: Maybe(Type.String()),
  window: ServiceWindow,
  current: Type.Boolean(),
});
export type UnitView = Static<typeof UnitView>;

const unitFields = {
  kind: UnitKindName,
  parent: Maybe(UnitId),
  name: Shape({ zh: Text(1, 60), en: Text(1, 120) }),
  shortZh: Text(1, 20),
  hasPower: Type.Optional(Type.Boolean()),
  dutiesZh: Type.Optional(Text(0, 500)),
  officialCode: Type.Optional(Maybe(Text(1, 30))),
  phone: Type.Optional(Maybe(Type.String({ pattern: '^[0-9+ -]{3,20}$' }))),
  address: Type.Optional(Maybe(Text(1, 100))),
  window: Type.Optional(ServiceWindow),
};

/** A unit as it is entered or imported; what is left out has the usual value. */
export const UnitRow = Shape({ id: UnitId, ...unitFields });
export type UnitRow = Static<typeof UnitRow>;

export const listUnits = route({
  id: 'identity.units',
  method: 'GET',
  path: '/units',
  who: 'anyone',
  says: {
    zh: '单位树：街道、部门、社区、网格。',
    en: 'The tree of units: subdistrict, departments, communities, grids.',
  },
  reply: Shape({ items: Type.Array(UnitView) }),
});

export const addUnit = route({
  id: 'identity.addUnit',
  method: 'POST',
  path: '/units',
  who: ['admin'],
  says: { zh: '新增单位。', en: 'Add a unit.' },
  body: UnitRow,
  reply: UnitView,
});

export const changeUnit = route({
  id: 'identity.changeUnit',
  method: 'PUT',
  path: '/units/:unit',
  who: ['admin'],
  says: { zh: '更改单位；改上级时，其下单位一并移动。', en: 'Change a unit; what lies below moves with it.' },
  params: Shape({ unit: UnitId }),
  body: Shape(unitFields),
  reply: UnitView,
});

export const endUnit = route({
  id: 'identity.endUnit',
  method: 'DELETE',
  path: '/units/:unit',
  who: ['admin'],
  says: {
    zh: '撤销单位（须先结束其岗位和下级单位）。',
    en: 'Close a unit, once nobody and nothing is below it.',
  },
  params: Shape({ unit: UnitId }),
  reply: Done,
});

export const UnitProblem = Shape({ row: Type.Integer(), zh: Type.String(), en: Type.String() });
export type UnitProblem = Static<typeof UnitProblem>;

/** Cells of a table as a spreadsheet or CSV gives them: column name → text. */
export const UnitCells = Type.Record(Type.String({ maxLength: 60 }), Type.String({ maxLength: 500 }));

export const importUnits = route({
  id: 'identity.importUnits',
  method: 'POST',
  path: '/units/imports',
  who: ['admin'],
  says: {
    zh: '批量导入单位；试运行只报告问题，有问题则全部不导入。',
    en: 'Import units; a dry run only reports, and any problem imports nothing.',
  },
  body: Shape({ rows: Type.Array(UnitCells, { minItems: 1, maxItems: 2000 }), dryRun: Type.Boolean() }),
  reply: Shape({
    added: Type.Integer(),
    changed: Type.Integer(),
    same: Type.Integer(),
    applied: Type.Boolean(),
    problems: Type.Array(UnitProblem),
  }),
});
