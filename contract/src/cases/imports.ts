import Type, { type Static, type TSchema } from 'typebox';
import { FileView, type Door } from '../platform.ts';
import { route, Shape, type Both } from '../route.ts';
import {
  Bilingual,
  ById,
  Instant,
  Maybe,
  OneOf,
  Page,
  Paging,
  Text,
  TypeCode,
  UnitId,
  Uuid,
} from '../shapes.ts';
import { ChannelName } from './names.ts';

/** What may be wrong with a row of an import; a row with one of these is not taken in, all others are. */
export const rowProblems = {
  row_broken: {
    zh: '此行列数或引号与表头不符',
    en: 'The row does not have the columns of the header, or a quote is missing',
  },
  id_missing: { zh: '缺少编号', en: 'It has no id' },
  id_twice: { zh: '编号在文件中重复', en: 'Its id stands in the file twice' },
  type_unknown: {
    zh: '类别未在映射表中，或现行责任清单没有该类别',
    en: 'Its type is not in the mapping, or the list in force has none such',
  },
  status_unknown: { zh: '状态未在映射表中', en: 'Its status is not in the mapping' },
  owner_unknown: { zh: '责任单位未在映射表中', en: 'Its owner is not in the mapping' },
  channel_unknown: { zh: '来源渠道未在映射表中', en: 'Its channel is not in the mapping' },
  reported_missing: { zh: '缺少上报时间', en: 'It has no time of reporting' },
  time_unreadable: { zh: '时间无法识别', en: 'A time cannot be read' },
  time_future: { zh: '时间晚于现在', en: 'A time lies in the future' },
  closed_before_reported: { zh: '办结时间早于上报时间', en: 'It was closed before it was reported' },
  place_missing: { zh: '缺少坐标', en: 'It has no coordinates' },
  place_unreadable: { zh: '坐标不是数字', en: 'Its coordinates are not numbers' },
  place_out_of_range: {
    zh: '坐标超出范围（经度 ±180，纬度 ±90）',
    en: 'Its coordinates are out of range (longitude ±180, latitude ±90)',
  },
  place_outside: { zh: '位置不在本街道范围内', en: 'It lies outside the subdistrict' },
  text_too_long: { zh: '文字超过 4000 字', en: 'Its text has more than 4000 characters' },
} as const satisfies Record<string, Both>;
export type RowProblem = keyof typeof rowProblems;

/** What whoever imports should know of a row that was taken in. */
export const rowNotes = {
  closed_missing: {
    zh: '状态为已办结但没有办结时间，按更新或上报时间归档',
    en: 'Closed but without a closing time; filed by its last update or the time of reporting',
  },
  not_registered: { zh: '已受理，未能自动立案', en: 'Taken in, but could not be registered by itself' },
  not_dispatched: {
    zh: '已立案，未按原单位分拨：责任清单不支持',
    en: 'Registered, but not given to the owner it had: the list does not say so',
  },
  type_kept: {
    zh: '工单已在办理，类别未随文件更改',
    en: 'Somebody works on it, so its type was not changed by the file',
  },
  kept_in_hand: {
    zh: '原系统已办结，但本系统正在办理，保持现状',
    en: 'Closed elsewhere while it is in hand here; left as it is',
  },
  reopened_elsewhere: {
    zh: '原系统已重新打开；如需重办请在本系统提出',
    en: 'Open again elsewhere; ask to reopen it here if need be',
  },
} as const satisfies Record<string, Both>;
export type RowNote = keyof typeof rowNotes;

const Template = Text(0, 400);
const Column = Text(1, 120);
const Table = <T extends TSchema>(value: T) =>
  Type.Record(Type.String({ maxLength: 200 }), value, { maxProperties: 2000 });

/** How the columns of another system's table become cases. Names in `fields` are columns; a template holds {columns}. */
export const Mapping = Shape({
  /** The other system; with the id of a row it names a case for good. */
  system: Type.String({ pattern: '^[a-z][a-z0-9_.-]{1,39}$' }),
  /** IANA name of the zone in which times without an offset are meant. */
  zone: Text(1, 60),
  /** Order of day and month where a time is not written year first. */
  dates: Type.Optional(OneOf(['ymd', 'mdy', 'dmy'] as const)),
  crs: Type.Optional(OneOf(['WGS84', 'GCJ02', 'CGCS2000'] as const)),
  fields: Shape({
    id: Column,
    reportedAt: Column,
    lng: Column,
    lat: Column,
    type: Type.Optional(Column),
    status: Type.Optional(Column),
    owner: Type.Optional(Column),
    channel: Type.Optional(Column),
    closedAt: Type.Optional(Column),
    updatedAt: Type.Optional(Column),
    address: Type.Optional(Template),
    title: Type.Optional(Template),
    text: Template,
  }),
  types: Type.Optional(Table(TypeCode)),
  owners: Type.Optional(Table(UnitId)),
  channels: Type.Optional(Table(ChannelName)),
  statuses: Type.Optional(Table(OneOf(['open', 'closed', 'void'] as const))),
  /** Used where a cell is empty or, with `others`, where the table does not know its word. */
  defaults: Type.Optional(
    Shape({
      type: Type.Optional(TypeCode),
      owner: Type.Optional(UnitId),
      channel: Type.Optional(ChannelName),
      status: Type.Optional(OneOf(['open', 'closed', 'void'] as const)),
    }),
  ),
  others: Type.Optional(Type.Array(OneOf(['type', 'owner', 'channel', 'status'] as const), { maxItems: 4 })),
});
export type Mapping = Static<typeof Mapping>;

export const ImportRun = Shape({
  id: Uuid,
  system: Type.String(),
  fileName: Type.String(),
  sha256: Type.String(),
  dry: Type.Boolean(),
  state: OneOf(['running', 'done', 'failed'] as const),
  doneRows: Type.Integer(),
  created: Type.Integer(),
  updated: Type.Integer(),
  unchanged: Type.Integer(),
  rejected: Type.Integer(),
  notes: Type.Integer(),
  /** Why it stopped, when it failed. */
  error: Maybe(Bilingual),
  madeAt: Instant,
  endedAt: Maybe(Instant),
});
export type ImportRun = Static<typeof ImportRun>;

/** A run with what it takes to do it again; null where the table is somebody else's or came by the command line. */
export const ImportDetail = Shape({
  ...ImportRun.properties,
  /** Whether the table is kept here, so that its rejected rows can be had as a file. */
  kept: Type.Boolean(),
  again: Maybe(Shape({ file: Uuid, mapping: Mapping })),
});
export type ImportDetail = Static<typeof ImportDetail>;

/** A column with more different words than this is text, not a choice among kinds. */
export const WORDS_MOST = 60;

/** A column as the table has it: some of its cells, and its words with how often each stands where they are few. */
export const TableColumn = Shape({
  name: Type.String(),
  samples: Type.Array(Type.String(), { maxItems: 3 }),
  words: Maybe(Type.Array(Shape({ word: Type.String(), rows: Type.Integer() }), { maxItems: WORDS_MOST })),
});
export type TableColumn = Static<typeof TableColumn>;

export const ImportProblem = Shape({
  line: Type.Integer(),
  externalId: Maybe(Type.String()),
  code: Type.String(),
  rejects: Type.Boolean(),
  zh: Type.String(),
  en: Type.String(),
  value: Maybe(Type.String()),
});
export type ImportProblem = Static<typeof ImportProblem>;

const who = ['dispatcher', 'admin'] as const;

export const importCases = route({
  id: 'cases.import',
  method: 'POST',
  path: '/imports/cases',
  who,
  says: {
    zh: '导入其他系统的工单：先上传表格（/imports/tables），或直接给出较小的文本；在后台进行，可重复执行。',
    en: 'Import cases of another system from an uploaded table (/imports/tables) or a smaller text; runs in the background and may be repeated.',
  },
  body: Shape({
    file: Type.Optional(Uuid),
    text: Type.Optional(Type.String({ minLength: 1, maxLength: 900_000 })),
    fileName: Type.Optional(Text(1, 120)),
    mapping: Mapping,
    dryRun: Type.Optional(Type.Boolean()),
  }),
  reply: ImportRun,
});

export const lookAtTable = route({
  id: 'cases.lookAtTable',
  method: 'GET',
  path: '/imports/tables/:id',
  who,
  says: {
    zh: '查看自己上传的表格：行数、列名、样例和取值，用于填写字段映射。',
    en: 'Look at a table one has uploaded: rows, columns, samples and words, to write its mapping by.',
  },
  params: ById,
  reply: Shape({ rows: Type.Integer(), columns: Type.Array(TableColumn) }),
});
export type TableLook = Static<typeof lookAtTable.reply>;

export const listImports = route({
  id: 'cases.listImports',
  method: 'GET',
  path: '/imports',
  who,
  says: { zh: '导入记录，最新在前。', en: 'Imports, newest first.' },
  query: Shape(Paging),
  reply: Page(ImportRun),
});

export const readImport = route({
  id: 'cases.readImport',
  method: 'GET',
  path: '/imports/:id',
  who,
  says: { zh: '一次导入的进度与数量。', en: 'How far an import is, with its counts.' },
  params: ById,
  reply: ImportDetail,
});

export const importProblems = route({
  id: 'cases.importProblems',
  method: 'GET',
  path: '/imports/:id/problems',
  who,
  says: { zh: '逐行列出的问题与提示。', en: 'The problems and notes, row by row.' },
  params: ById,
  query: Shape(Paging),
  reply: Page(ImportProblem),
});

/** How large a table may be that is uploaded, in bytes; the command line takes larger ones. */
export const TABLE_MOST = 20 * 1024 * 1024;

const bare = Shape({});

export const importDoors = [
  {
    id: 'cases.uploadTable',
    method: 'POST',
    path: '/imports/tables',
    who,
    params: bare,
    query: bare,
    reply: FileView,
    takes: [
      'text/csv',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/octet-stream',
    ],
    gives: 'application/json',
    says: {
      zh: '上传要导入的表格：CSV（UTF-8、UTF-16 或 GBK）或 XLSX，最大 20 MB；文件名用 X-File-Name 头（百分号编码）。',
      en: 'Upload a table to import: CSV (UTF-8, UTF-16 or GBK) or XLSX, at most 20 MB; its name goes in the header X-File-Name (percent-encoded).',
    },
  },
  {
    id: 'cases.rejectedRows',
    method: 'GET',
    path: '/imports/:id/rejected',
    who,
    params: ById,
    query: bare,
    reply: Type.String(),
    takes: [],
    gives: 'text/csv',
    says: {
      zh: '未导入的行及原因，改正后可再次导入。',
      en: 'The rows that were not taken in, with the reasons; correct them and import the file again.',
    },
  },
] as const satisfies Door[];
