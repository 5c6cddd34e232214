import Type, { type Static } from 'typebox';
import { route, Shape } from '../route.ts';
import {
  Bilingual,
  ById,
  Done,
  Instant,
  Maybe,
  keysOf,
  OneOf,
  Page,
  Paging,
  Reason,
  Text,
  UnitId,
  Uuid,
} from '../shapes.ts';
import {
  BaseName,
  ClassificationName,
  CycleName,
  FormatName,
  ItemTypeName,
  OpenTypeName,
  QualityAspectName,
  ResourceStateName,
  ShareMethodName,
  ShareTypeName,
  ThemeName,
} from './words.ts';

/** Whoever works with data of the street; residents and grid workers have no business in the catalogue. */
const readers = [
  'community',
  'department',
  'intake',
  'dispatcher',
  'supervisor',
  'leader',
  'district',
  'steward',
  'privacy',
  'auditor',
] as const;
const providers = ['community', 'department', 'dispatcher', 'district', 'steward'] as const;

/** The short name of a field, as programs say it. */
export const FIELD_NAME = '^[A-Za-z][A-Za-z0-9_]{0,39}$';

/** One field of a resource 数据项; its grade decides who may ever get it. */
export const DataItem = Shape({
  name: Type.String({ pattern: FIELD_NAME }),
  zh: Text(1, 40),
  en: Text(1, 60),
  type: ItemTypeName,
  /** How many characters or digits at most 长度. */
  length: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })),
  grade: Type.Integer({ minimum: 0, maximum: 4 }),
  required: Type.Boolean(),
});
export type DataItem = Static<typeof DataItem>;

const content = {
  name: Bounded(60),
  summary: Bounded(500),
  base: BaseName,
  /** A theme of several departments; else it belongs to a base library or to its department. */
  theme: Type.Optional(ThemeName),
  /** 项/目/细目, from wide to narrow. */
  category: Type.Array(Text(1, 30), { minItems: 1, maxItems: 4 }),
  /** Who leads in collecting it 数源部门. */
  source: UnitId,
  /** 提供方代码: unified social credit code of the provider (GB 32100). */
  providerCode: Type.Optional(Type.String({ pattern: '^[0-9A-HJ-NPQRTUWXY]{18}$' })),
  /** Codes of resources that belong with it 关联资源代码. */
  related: Type.Optional(Type.Array(Text(3, 40), { maxItems: 10, uniqueItems: true })),
  /** What its data has to keep to 质量规则. */
  qualityRules: Type.Optional(
    Type.Array(Shape({ aspect: QualityAspectName, rule: Text(2, 200) }), { maxItems: 12 }),
  ),
  items: Type.Array(DataItem, { minItems: 1, maxItems: 80 }),
  format: FormatName,
  cycle: CycleName,
  shareType: ShareTypeName,
  /** Which law says that it is not shared; needed when it is not. */
  shareBasis: Type.Optional(Text(4, 500)),
  /** For whom and what for; needed when there are conditions. */
  shareScope: Type.Optional(Text(4, 500)),
  methods: Type.Array(ShareMethodName, { minItems: 1, maxItems: 3, uniqueItems: true }),
  useConditions: Text(2, 500),
  classification: ClassificationName,
  openType: OpenTypeName,
  /** What the review of secrecy found. */
  secrecyReview: Text(2, 300),
  /** Number of the impact assessment; needed for personal data. */
  assessmentNo: Type.Optional(Text(2, 60)),
  /** How many months personal data is kept; needed for personal data. */
  keptMonths: Type.Optional(Type.Integer({ minimum: 1, maximum: 1200 })),
};

/** What the catalogue says of a resource 目录核心元数据 (Order 809, art. 13). */
export const ResourceContent = Shape(content);
export type ResourceContent = Static<typeof ResourceContent>;

/** The same before anybody has reviewed it. */
export const DraftContent = Shape({ ...content, secrecyReview: Type.Optional(content.secrecyReview) });
export type DraftContent = Static<typeof DraftContent>;

function Bounded(most: number) {
  return Shape({ zh: Text(2, most), en: Text(2, most * 2) });
}

/** Shares from 0 to 1, computed from the data itself. */
export const Quality = Shape({
  measuredAt: Instant,
  /** Null where it is about people and they are fewer than ten. */
  rows: Maybe(Type.Integer()),
  newestAt: Maybe(Instant),
  completeness: Type.Number(),
  validity: Type.Number(),
  uniqueness: Type.Number(),
  /** Null where no cycle is promised. */
  timeliness: Maybe(Type.Number()),
  score: Type.Number(),
});
export type Quality = Static<typeof Quality>;

export const ResourceRow = Shape({
  id: Uuid,
  code: Type.String(),
  name: Bilingual,
  base: BaseName,
  provider: UnitId,
  providerName: Bilingual,
  shareType: ShareTypeName,
  cycle: CycleName,
  /** The highest grade among its fields. */
  grade: Type.Integer(),
  fields: Type.Integer(),
  state: ResourceStateName,
  /** Whether its data lies in this platform, so that it can be measured and delivered. */
  connected: Type.Boolean(),
  quality: Maybe(Quality),
  publishedAt: Instant,
});
export type ResourceRow = Static<typeof ResourceRow>;

/** How one field stands: shares of rows from 0 to 1. */
export const FieldQuality = Shape({
  name: Type.String(),
  /** Null where it is about people and fewer than ten have it, or have it not; so are the others then. */
  filled: Maybe(Type.Number()),
  valid: Maybe(Type.Number()),
  distinct: Maybe(Type.Number()),
});

export const lineageKinds = {
  imported: { zh: '导入', en: 'Imported' },
  published: { zh: '发布', en: 'Published' },
  measured: { zh: '测算', en: 'Measured' },
  granted: { zh: '同意', en: 'Granted' },
  delivered: { zh: '提供', en: 'Delivered' },
  used: { zh: '取用', en: 'Used' },
  ended: { zh: '结束', en: 'Ended' },
} as const;

/** Where it came from and what became of it, from import to use 血缘. */
export const LineageStep = Shape({
  at: Instant,
  kind: OneOf(keysOf(lineageKinds)),
  unit: Maybe(UnitId),
  /** Who brought a table in. */
  by: Maybe(Type.String()),
  zh: Type.String(),
  en: Type.String(),
});

export type LineageStep = Static<typeof LineageStep>;

export const ResourceView = Shape({
  row: ResourceRow,
  content: ResourceContent,
  version: Type.Integer(),
  /** Who reviewed the entry for its unit, and who published it 部门负责人审核; null where it came with the installation. */
  approval: Maybe(
    Shape({
      reviewedBy: Maybe(Type.String()),
      reviewedAt: Maybe(Instant),
      publishedBy: Maybe(Type.String()),
      publishedAt: Maybe(Instant),
    }),
  ),
  /** Resources that belong with it, as far as they stand in the catalogue. */
  related: Type.Array(Shape({ id: Uuid, code: Type.String(), name: Bilingual })),
  withdrawnReason: Maybe(Type.String()),
  fieldQuality: Type.Array(FieldQuality),
  history: Type.Array(Quality),
  lineage: Type.Array(LineageStep),
  /** The open proposal to change it, where there is one. */
  proposal: Maybe(Uuid),
});
export type ResourceView = Static<typeof ResourceView>;

export const listResources = route({
  id: 'catalogue.resources',
  method: 'GET',
  path: '/catalogue/resources',
  who: readers,
  says: {
    zh: '数据资源目录：按名称、数据项、单位、基础库、共享属性查找。',
    en: 'The catalogue of data resources, found by name, field, unit, base library or kind of sharing.',
  },
  query: Shape({
    ...Paging,
    q: Type.Optional(Text(1, 40)),
    base: Type.Optional(BaseName),
    provider: Type.Optional(UnitId),
    shareType: Type.Optional(ShareTypeName),
    connected: Type.Optional(Type.Boolean()),
  }),
  reply: Page(ResourceRow),
});

export const readCatalogue = route({
  id: 'catalogue.summary',
  method: 'GET',
  path: '/catalogue',
  who: readers,
  says: {
    zh: '目录概况：各基础库、各共享属性、各单位的资源数与平均质量。',
    en: 'The catalogue at a glance: resources by base library, kind of sharing and provider, with mean quality.',
  },
  reply: Shape({
    resources: Type.Integer(),
    connected: Type.Integer(),
    meanScore: Maybe(Type.Number()),
    stale: Type.Integer(),
    byBase: Type.Array(Shape({ base: BaseName, resources: Type.Integer() })),
    byShareType: Type.Array(Shape({ shareType: ShareTypeName, resources: Type.Integer() })),
    byProvider: Type.Array(Shape({ provider: UnitId, name: Bilingual, resources: Type.Integer() })),
  }),
});

export const readResource = route({
  id: 'catalogue.resource',
  method: 'GET',
  path: '/catalogue/resources/:id',
  who: readers,
  says: {
    zh: '一项数据资源：目录信息、数据项与分级、质量、来龙去脉。',
    en: 'One resource: what it is, its fields and grades, its quality, and what became of it.',
  },
  params: ById,
  reply: ResourceView,
});

export const withdrawResource = route({
  id: 'catalogue.withdraw',
  method: 'POST',
  path: '/catalogue/resources/:id/withdrawal',
  who: ['steward'],
  says: {
    zh: '撤下一项资源；仍在使用的共享须先终止。',
    en: 'Withdraw a resource; shares still in use must be ended first.',
  },
  params: ById,
  body: Shape({ reason: Reason }),
  reply: Done,
});

/** A field somebody is about to collect, and where the street already holds it. */
export const Held = Shape({
  asked: Type.String(),
  resource: Uuid,
  name: Bilingual,
  field: Type.String(),
  provider: UnitId,
  providerName: Bilingual,
  shareType: ShareTypeName,
});
export type Held = Static<typeof Held>;

export const findHeld = route({
  id: 'catalogue.held',
  method: 'POST',
  path: '/catalogue/held',
  who: readers,
  says: {
    zh: '重复采集检查：这些数据项或材料街道是否已经掌握，同义的名称算同一项（能共享的不得重复收集，809 号令第十九条）。',
    en: 'Check against collecting twice: which of these fields or papers the street already holds, by any of their names (Order 809, art. 19).',
  },
  body: Shape({
    fields: Type.Array(Text(1, 120), { minItems: 1, maxItems: 80 }),
    /** What is being filled or described itself: a resource, or what a room keeps. */
    besides: Type.Optional(Text(1, 60)),
  }),
  reply: Shape({ items: Type.Array(Held) }),
});

export { readers as catalogueReaders, providers as catalogueProviders };
