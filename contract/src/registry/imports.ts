import Type, { type Static } from 'typebox';
import { route, Shape } from '../route.ts';
import {
  Bilingual,
  ById,
  Day,
  Done,
  Instant,
  Maybe,
  OneOf,
  Page,
  Paging,
  Reason,
  Text,
  UnitId,
  Uuid,
} from '../shapes.ts';
import { ImportKindName } from './columns.ts';
import { ImportStateName, RegistryMapping } from './import-words.ts';
import { keepers } from './people-words.ts';

/** A table may change at most this share of the rows known before; beyond it somebody says why it may. */
export const CHANGES_MOST = 0.05;

/** Of a column with more different words than these nobody tells what each means. */
export const WORDS_MOST = 40;

export const RegistryImport = Shape({
  id: Uuid,
  kind: ImportKindName,
  state: ImportStateName,
  fileName: Type.String(),
  source: Type.String(),
  asOf: Day,
  unit: Maybe(UnitId),
  /** About how many rows the table has, for its progress; null where that is not told before it was read. */
  totalRows: Maybe(Type.Integer()),
  doneRows: Type.Integer(),
  created: Type.Integer(),
  updated: Type.Integer(),
  unchanged: Type.Integer(),
  rejected: Type.Integer(),
  notes: Type.Integer(),
  appliedRows: Type.Integer(),
  /** It would change more of the known rows than it may by itself. */
  halted: Type.Boolean(),
  goOnReason: Maybe(Type.String()),
  error: Maybe(Bilingual),
  madeAt: Instant,
  endedAt: Maybe(Instant),
});
export type RegistryImport = Static<typeof RegistryImport>;

export const lookAtRegistryTable = route({
  id: 'registry.lookAtTable',
  method: 'GET',
  path: '/registry/tables/:id',
  who: keepers,
  says: {
    zh: '查看自己上传的表格的列名、行数与各列的少数取值，并给出建议的字段映射。',
    en: 'The columns and rows of a table one has uploaded, the few words of its columns, and a proposed mapping.',
  },
  params: ById,
  query: Shape({ kind: ImportKindName }),
  reply: Shape({
    rows: Type.Integer(),
    header: Type.Array(Type.String()),
    fields: Type.Record(Type.String(), Type.String()),
    /** The different words of a column with how many rows each, where they are few and short; others may be anything. */
    words: Type.Record(
      Type.String(),
      Type.Array(Shape({ word: Type.String(), rows: Type.Integer() }), { maxItems: WORDS_MOST }),
    ),
    /** What is understood by itself: field → word → ours. */
    known: Type.Record(Type.String(), Type.Record(Type.String(), Type.String())),
  }),
});

export const startRegistryImport = route({
  id: 'registry.startImport',
  method: 'POST',
  path: '/registry/imports',
  who: keepers,
  says: {
    zh: '校验一份上传的表格（试运行）：逐行检查，统计新增、变更、未变，不写入；在后台进行，可中断续跑。',
    en: 'Check an uploaded table (a dry run): every row is read, what is new, changed or the same is counted, nothing is written; runs in the background and goes on after a stop.',
  },
  body: Shape({
    kind: ImportKindName,
    file: Uuid,
    fileName: Type.Optional(Text(1, 120)),
    mapping: RegistryMapping,
    source: Text(2, 60),
    asOf: Day,
    unit: Type.Optional(UnitId),
    saveAs: Type.Optional(Text(1, 40)),
  }),
  reply: RegistryImport,
});

export const listRegistryImports = route({
  id: 'registry.listImports',
  method: 'GET',
  path: '/registry/imports',
  who: keepers,
  says: { zh: '数据导入批次，最新在前。', en: 'Imports of the registry, newest first.' },
  query: Shape({ ...Paging, after: Type.Optional(Uuid) }),
  reply: Page(RegistryImport),
});

export const readRegistryImport = route({
  id: 'registry.readImport',
  method: 'GET',
  path: '/registry/imports/:id',
  who: keepers,
  says: {
    zh: '一个批次的进度、数量与各类问题的行数。',
    en: 'How far an import is, its counts, and how many rows each problem concerns.',
  },
  params: ById,
  reply: Shape({
    ...RegistryImport.properties,
    problems: Type.Array(
      Shape({
        code: Type.String(),
        zh: Type.String(),
        en: Type.String(),
        rejects: Type.Boolean(),
        rows: Type.Integer(),
      }),
    ),
  }),
});
export type RegistryImportDetail = Static<typeof readRegistryImport.reply>;

export const ImportProblemRow = Shape({
  line: Type.Integer(),
  code: Type.String(),
  zh: Type.String(),
  en: Type.String(),
  rejects: Type.Boolean(),
});

export const listRegistryProblems = route({
  id: 'registry.importProblems',
  method: 'GET',
  path: '/registry/imports/:id/problems',
  who: keepers,
  says: {
    zh: '逐行问题；不含单元格内容，内容见可下载的报告。',
    en: 'Problems row by row, without what the cells say; that is in the report to download.',
  },
  params: ById,
  query: Shape(Paging),
  reply: Page(ImportProblemRow),
});

export const importDifferences = route({
  id: 'registry.importDifferences',
  method: 'GET',
  path: '/registry/imports/:id/differences',
  who: keepers,
  reads: 'personal',
  says: {
    zh: '写入前的差异：哪些行会变更哪些字段（不显示具体内容）。',
    en: 'Before applying: which rows would change which fields (not what they say).',
  },
  params: ById,
  query: Shape({
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    after: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000_000 })),
  }),
  reply: Shape({
    items: Type.Array(
      Shape({
        line: Type.Integer(),
        id: Uuid,
        act: OneOf(['new', 'change'] as const),
        label: Type.String(),
        fields: Type.Array(Type.String()),
      }),
    ),
    next: Maybe(Type.Integer()),
  }),
});

export const applyRegistryImport = route({
  id: 'registry.applyImport',
  method: 'POST',
  path: '/registry/imports/:id/application',
  who: keepers,
  stepUp: true,
  says: {
    zh: '确认写入一个校验过的批次；若变更超过已知记录的 5%，须写明理由。',
    en: 'Apply a checked import; when it changes more than 5 % of the known rows, a reason is needed.',
  },
  params: ById,
  body: Shape({ reason: Type.Optional(Reason) }),
  reply: RegistryImport,
});

export const undoRegistryImport = route({
  id: 'registry.undoImport',
  method: 'POST',
  path: '/registry/imports/:id/undoing',
  who: keepers,
  says: {
    zh: '撤销一个批次，恢复到写入前的状态；写入后又被改动的，不能撤销。',
    en: 'Take an import back to the state before; not when something of it was changed since.',
  },
  params: ById,
  body: Shape({ reason: Reason }),
  reply: RegistryImport,
});

export const SavedMapping = Shape({
  kind: ImportKindName,
  name: Type.String(),
  mapping: RegistryMapping,
  madeAt: Instant,
});
export type SavedMapping = Static<typeof SavedMapping>;

export const listMappings = route({
  id: 'registry.mappings',
  method: 'GET',
  path: '/registry/mappings',
  who: keepers,
  says: { zh: '保存过的字段映射。', en: 'Mappings kept for the next table.' },
  reply: Shape({ items: Type.Array(SavedMapping) }),
});

export const forgetMapping = route({
  id: 'registry.forgetMapping',
  method: 'DELETE',
  path: '/registry/mappings/:kind/:name',
  who: keepers,
  says: { zh: '删除一个保存过的字段映射。', en: 'Forget a kept mapping.' },
  params: Shape({ kind: ImportKindName, name: Text(1, 40) }),
  reply: Done,
});
