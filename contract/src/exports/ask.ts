import Type, { type Static } from 'typebox';
import { listCases } from '../cases/desk.ts';
import { HomeUseName, OrganizationKindName, PersonKindName } from '../registry/words.ts';
import { route, Shape } from '../route.ts';
import { Bilingual, ById, Done, Instant, Maybe, Text, UnitId, Uuid, Words } from '../shapes.ts';
import {
  ApprovalName,
  exportApprovers,
  exportAskers,
  ExportFormatName,
  ExportPurposeName,
  ExportSourceName,
  ExportStateName,
} from './words.ts';

const Place = { community: Type.Optional(UnitId), grid: Type.Optional(UnitId) };
const { limit: _limit, after: _after, ...CaseFilters } = listCases.query.properties;

/** What the list holds: the filters of the screen it is asked on, or the share by which a resource was granted. */
export const ExportWhat = Type.Union([
  Shape({ source: Type.Literal('cases'), filters: Shape(CaseFilters) }),
  Shape({
    source: Type.Literal('people'),
    filters: Shape({ ...Place, kind: Type.Optional(PersonKindName) }),
  }),
  Shape({
    source: Type.Literal('homes'),
    filters: Shape({ ...Place, building: Type.Optional(Uuid), use: Type.Optional(HomeUseName) }),
  }),
  Shape({
    source: Type.Literal('organizations'),
    filters: Shape({
      ...Place,
      q: Type.Optional(Text(1, 60)),
      kind: Type.Optional(OrganizationKindName),
    }),
  }),
  Shape({ source: Type.Literal('resource'), share: Uuid }),
]);
export type ExportWhat = Static<typeof ExportWhat>;

const FieldNames = Type.Array(Text(1, 60), { minItems: 1, maxItems: 60, uniqueItems: true });

export const ExportPreview = Shape({
  rows: Type.Integer(),
  /** Where more rows fit than are counted, `rows` is where the counting stopped. */
  more: Type.Boolean(),
  grade: Type.Integer(),
  fields: Type.Array(Shape({ name: Type.String(), ...Bilingual.properties, grade: Type.Integer() })),
  approval: ApprovalName,
  /** Why it cannot be asked for so; null when it can. */
  barred: Maybe(Shape({ code: Type.String(), ...Bilingual.properties })),
});
export type ExportPreview = Static<typeof ExportPreview>;

export const previewExport = route({
  id: 'exports.preview',
  method: 'POST',
  path: '/exports/preview',
  who: exportAskers,
  says: {
    zh: '申请前先看：多少行、各字段几级、需要谁审批。不读任何人的信息。',
    en: 'Before asking: how many rows, which grades, whose approval. Nobody’s data are read.',
  },
  body: Shape({ what: ExportWhat, fields: FieldNames }),
  reply: ExportPreview,
});

/** The term of a file and how far it has come, for whoever asked and whoever answers for it. */
export const ExportView = Shape({
  id: Uuid,
  no: Type.String(),
  source: ExportSourceName,
  fields: Type.Array(Shape({ name: Type.String(), ...Bilingual.properties, grade: Type.Integer() })),
  filters: Type.Array(Bilingual),
  format: ExportFormatName,
  purpose: ExportPurposeName,
  reason: Type.String(),
  grade: Type.Integer(),
  approval: ApprovalName,
  state: ExportStateName,
  /** What the preview told, and how many are made by now. */
  rowsTold: Type.Integer(),
  rows: Type.Integer(),
  people: Type.Integer(),
  askedBy: Type.String(),
  unit: UnitId,
  askedAt: Instant,
  decidedBy: Maybe(Type.String()),
  decidedAt: Maybe(Instant),
  answer: Maybe(Type.String()),
  why: Maybe(Bilingual),
  bytes: Maybe(Type.Integer()),
  readyAt: Maybe(Instant),
  expiresAt: Maybe(Instant),
  wipedAt: Maybe(Instant),
  downloads: Type.Integer(),
  downloadsMost: Type.Integer(),
  mine: Type.Boolean(),
  may: Shape({
    decide: Type.Boolean(),
    withdraw: Type.Boolean(),
    download: Type.Boolean(),
    wipe: Type.Boolean(),
  }),
});
export type ExportView = Static<typeof ExportView>;

export const askExport = route({
  id: 'exports.ask',
  method: 'POST',
  path: '/exports',
  who: exportAskers,
  says: {
    zh: '申请导出：目的、理由、字段、格式。无需审批的立即排队生成，其余等审批；含敏感信息的须再次证明本人。',
    en: 'Ask for an export: purpose, reason, fields, format. What needs no approval is made at once; with sensitive facts, who asks has proved again that it is they.',
  },
  body: Shape({
    what: ExportWhat,
    fields: FieldNames,
    format: ExportFormatName,
    purpose: ExportPurposeName,
    reason: Words(4, 500),
  }),
  reply: ExportView,
});

export const decideExport = route({
  id: 'exports.decide',
  method: 'POST',
  path: '/exports/:id/decision',
  who: exportApprovers,
  says: {
    zh: '批准或不批准导出并说明理由；不能审批自己的申请；含敏感信息的须再次证明本人。',
    en: 'Approve or refuse an export, with reasons; never one’s own; with sensitive facts, whoever decides has proved again that it is they.',
  },
  params: ById,
  body: Shape({ approve: Type.Boolean(), answer: Words(2, 500) }),
  reply: ExportView,
});

export const withdrawExport = route({
  id: 'exports.withdraw',
  method: 'DELETE',
  path: '/exports/:id',
  who: exportAskers,
  says: { zh: '在批准之前撤回导出申请。', en: 'Withdraw an export before it is approved.' },
  params: ById,
  reply: Done,
});

export const wipeExport = route({
  id: 'exports.wipe',
  method: 'POST',
  path: '/exports/:id/wiping',
  who: [...exportAskers, 'privacy'],
  says: {
    zh: '提前清除导出文件：申请人用完即清，个人信息保护专员可随时收回。',
    en: 'Wipe the file of an export early: by whoever asked when it has served, or by a privacy officer at any time.',
  },
  params: ById,
  body: Shape({ reason: Words(2, 200) }),
  reply: ExportView,
});
