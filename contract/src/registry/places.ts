import Type, { type Static } from 'typebox';
import { PurposeName } from '../audit.ts';
import { route, Shape } from '../route.ts';
import { ById, Day, Instant, Maybe, Page, Paging, Reason, Text, UnitId, Uuid } from '../shapes.ts';
import { readers } from './people-words.ts';
import { CodeSchemeName, HomeUseName, OrganizationKindName, OrganizationStateName } from './words.ts';
import { FactSource, HomeFieldName, OrganizationFieldName } from './place-fields.ts';

const Code = Shape({ scheme: CodeSchemeName, value: Type.String(), from: Day, until: Maybe(Day) });

export const HomeView = Shape({
  id: Uuid,
  building: Uuid,
  address: Type.String(),
  door: Type.String(),
  community: Maybe(UnitId),
  grid: Maybe(UnitId),
  use: HomeUseName,
  squareMetres: Maybe(Type.Number()),
  rooms: Maybe(Type.Integer()),
  people: Type.Integer(),
});
export type HomeView = Static<typeof HomeView>;

export const listHomes = route({
  id: 'registry.homes',
  method: 'GET',
  path: '/registry/homes',
  who: readers,
  says: {
    zh: '岗位范围内的房屋：按网格、楼栋或使用情况筛选；只说住了几人，不说是谁。',
    en: 'Homes within the reach of the post, by grid, building or use; how many live there, not who.',
  },
  query: Shape({
    ...Paging,
    after: Type.Optional(Text(1, 200)),
    grid: Type.Optional(UnitId),
    community: Type.Optional(UnitId),
    building: Type.Optional(Uuid),
    use: Type.Optional(HomeUseName),
  }),
  reply: Page(HomeView),
});

export const readHome = route({
  id: 'registry.home',
  method: 'GET',
  path: '/registry/homes/:id',
  who: readers,
  says: {
    zh: '一处房屋：面积、用途、编码；每项有来源、日期与核实单位。',
    en: 'One home: size, use, codes; each fact with its source, day and who vouches for it.',
  },
  params: ById,
  reply: Shape({
    ...HomeView.properties,
    codes: Type.Array(Code),
    /** How many have to do with it beside living there; who they are is told for a purpose. */
    linked: Type.Integer(),
    /** How many of the building are in no home yet; whoever is written down with this door may be among them. */
    unhoused: Type.Integer(),
    sources: Type.Array(Shape({ field: HomeFieldName, ...FactSource })),
    openCorrections: Type.Integer(),
    version: Type.Integer(),
    changedAt: Instant,
  }),
});
export type HomeDetail = Static<typeof readHome.reply>;

export const OrganizationView = Shape({
  id: Uuid,
  kind: OrganizationKindName,
  state: OrganizationStateName,
  name: Type.String(),
  creditCode: Maybe(Type.String()),
  address: Type.String(),
  community: Maybe(UnitId),
  grid: Maybe(UnitId),
  trade: Maybe(Type.String()),
  staff: Maybe(Type.Integer()),
});
export type OrganizationView = Static<typeof OrganizationView>;

export const listOrganizations = route({
  id: 'registry.organizations',
  method: 'GET',
  path: '/registry/organizations',
  who: readers,
  says: {
    zh: '岗位范围内的单位：按名称、信用代码、网格或类别查找。',
    en: 'Organizations within the reach of the post, by name, credit code, grid or kind.',
  },
  query: Shape({
    ...Paging,
    q: Type.Optional(Text(1, 60)),
    grid: Type.Optional(UnitId),
    community: Type.Optional(UnitId),
    kind: Type.Optional(OrganizationKindName),
  }),
  reply: Page(OrganizationView),
});

export const readOrganization = route({
  id: 'registry.organization',
  method: 'GET',
  path: '/registry/organizations/:id',
  who: readers,
  says: {
    zh: '一个单位：编码及有效期；每项有来源、日期与核实单位；负责人与电话脱敏。',
    en: 'One organization: codes with their validity, each fact with its source, day and who vouches for it; the responsible person and phone masked.',
  },
  params: ById,
  reply: Shape({
    ...OrganizationView.properties,
    contact: Maybe(Type.String()),
    phone: Maybe(Type.String()),
    codes: Type.Array(Code),
    sources: Type.Array(Shape({ field: OrganizationFieldName, ...FactSource })),
    openCorrections: Type.Integer(),
    version: Type.Integer(),
    changedAt: Instant,
  }),
});
export type OrganizationDetail = Static<typeof readOrganization.reply>;

export const revealOrganization = route({
  id: 'registry.revealOrganization',
  method: 'POST',
  path: '/registry/organizations/:id/reveal',
  who: readers,
  reads: 'personal',
  says: {
    zh: '显示单位负责人姓名与电话，说明目的，留查看记录。',
    en: 'Show the responsible person and phone, for a purpose, recorded.',
  },
  params: ById,
  body: Shape({ purpose: PurposeName, reason: Type.Optional(Reason) }),
  reply: Shape({ contact: Maybe(Type.String()), phone: Maybe(Type.String()), seconds: Type.Integer() }),
});
