import Type, { type Static } from 'typebox';
import { route, Shape } from '../route.ts';
import {
  Bilingual,
  ById,
  Done,
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
import { RequestView, ConsultationView, SupervisionView, HoldView } from './beside.ts';
import { ListRow } from './list-row.ts';
import { ChannelName, ClassName, GradeName, RequestKindName, StateName } from './names.ts';
import { CaseLine, CaseView, TaskView } from './views.ts';

/** Desks are the work lists a post opens first; each is a fixed filter the server knows. */
export const desks = [
  'all',
  'open',
  'mine',
  'intake',
  'to_verify',
  'to_register',
  'to_dispatch',
  'arbitration',
  'to_acknowledge',
  'in_hand',
  'to_check',
  'to_close',
  'to_archive',
  'held',
  'overdue',
  'reopening',
] as const;
export const sorts = ['due', 'newest', 'oldest', 'changed'] as const;

const CaseQuery = {
  desk: Type.Optional(OneOf(desks)),
  state: Type.Optional(StateName),
  type: Type.Optional(TypeCode),
  grade: Type.Optional(GradeName),
  class: Type.Optional(ClassName),
  channel: Type.Optional(ChannelName),
  community: Type.Optional(UnitId),
  grid: Type.Optional(UnitId),
  lead: Type.Optional(UnitId),
  late: Type.Optional(Type.Boolean()),
  q: Type.Optional(Text(1, 60)),
  since: Type.Optional(Instant),
  until: Type.Optional(Instant),
  sort: Type.Optional(OneOf(sorts)),
  ...Paging,
};

export const listCases = route({
  id: 'cases.list',
  method: 'GET',
  path: '/cases',
  who: 'staff',
  says: { zh: '工单列表：筛选、排序、全文检索。', en: 'The work list: filters, order, text search.' },
  query: Shape(CaseQuery),
  reply: Page(CaseLine),
});
export type CaseQuery = Static<typeof listCases.query>;

export const countDesks = route({
  id: 'cases.countDesks',
  method: 'GET',
  path: '/cases/counts',
  who: 'staff',
  says: { zh: '各工作台待办数。', en: 'How much waits on each desk.' },
  reply: Shape({
    desks: Type.Array(Shape({ desk: OneOf(desks), count: Type.Integer() })),
    tasks: Type.Integer(),
    requests: Type.Integer(),
    consultations: Type.Integer(),
    supervisions: Type.Integer(),
    callbacks: Type.Integer(),
    revisions: Type.Integer(),
    /** Problems that stay unsolved, by age, beside the closing rate. */
    stock: Type.Array(Shape({ days: Type.String(), count: Type.Integer() })),
    closedLast30: Type.Integer(),
    solvedLast30: Type.Integer(),
    reopenedLast30: Type.Integer(),
    lateOpen: Type.Integer(),
  }),
});

export const readCase = route({
  id: 'cases.read',
  method: 'GET',
  path: '/cases/:id',
  who: 'staff',
  says: {
    zh: '案件详情：时间线、时钟分段、下一步可做什么。',
    en: 'One case: timeline, clock segments and what may be done next.',
  },
  params: ById,
  reply: CaseView,
});

export const exportCases = route({
  id: 'cases.export',
  method: 'GET',
  path: '/cases/export',
  who: ['dispatcher', 'supervisor', 'leader'],
  says: {
    zh: '导出列表（不含个人信息，最多 5000 行）。',
    en: 'Export the list (no personal data, at most 5 000 rows).',
  },
  query: Shape(CaseQuery),
  reply: Shape({ csv: Type.String(), rows: Type.Integer() }),
});

export const suggest = route({
  id: 'cases.suggest',
  method: 'GET',
  path: '/cases/:id/suggestion',
  who: 'staff',
  says: {
    zh: '类别、承办单位与重复件建议及理由；由人决定。',
    en: 'Suggested type, owner and duplicates with reasons; a person decides.',
  },
  params: ById,
  reply: Shape({
    types: Type.Array(
      Shape({
        type: TypeCode,
        name: Bilingual,
        confidence: Type.Number(),
        whyZh: Type.String(),
        whyEn: Type.String(),
      }),
    ),
    decision: Maybe(
      Shape({
        basis: OneOf(['statutory', 'negotiated', 'designated'] as const),
        rowKey: Maybe(Type.String()),
        listVersion: Type.Integer(),
        lead: Maybe(UnitId),
        co: Type.Array(UnitId),
        whyZh: Type.String(),
        whyEn: Type.String(),
        alternatives: Type.Array(
          Shape({ rowKey: Type.String(), lead: UnitId, whyZh: Type.String(), whyEn: Type.String() }),
        ),
      }),
    ),
    duplicates: Type.Array(
      Shape({
        caseId: Uuid,
        no: Type.String(),
        title: Type.String(),
        state: StateName,
        reports: Type.Integer(),
        metres: Type.Number(),
        likeness: Type.Number(),
        whyZh: Type.String(),
        whyEn: Type.String(),
        reportedAt: Instant,
      }),
    ),
    version: Type.String(),
  }),
});

export const suggestType = route({
  id: 'cases.suggestType',
  method: 'POST',
  path: '/types/suggestion',
  who: 'anyone',
  says: { zh: '按文字建议类别（附理由）。', en: 'Suggest types for a text, with reasons.' },
  body: Shape({ text: Text(2, 2000) }),
  reply: Shape({
    types: Type.Array(
      Shape({
        type: TypeCode,
        name: Bilingual,
        confidence: Type.Number(),
        whyZh: Type.String(),
        whyEn: Type.String(),
      }),
    ),
  }),
});

export const listTypes = route({
  id: 'cases.types',
  method: 'GET',
  path: '/types',
  who: 'anyone',
  says: { zh: '现行责任清单的类别。', en: 'The types of the list in force.' },
  reply: Shape({
    version: Type.Integer(),
    types: Type.Array(
      Shape({
        type: TypeCode,
        majorZh: Type.String(),
        name: Bilingual,
        class: ClassName,
        grade: GradeName,
        basis: Type.String(),
        limit: Shape({ value: Type.Number(), unit: Type.String() }),
        registerCondition: Type.String(),
        closeCondition: Type.String(),
        onTheSpot: Type.Boolean(),
        residentVisible: Type.Boolean(),
        elastic: Type.String(),
      }),
    ),
  }),
});

export const myTasks = route({
  id: 'cases.myTasks',
  method: 'GET',
  path: '/tasks',
  who: 'staff',
  says: {
    zh: '本单位的协办任务与待认可任务。',
    en: "My unit's joint tasks and those waiting for its judgement.",
  },
  query: Shape({
    ...Paging,
    state: Type.Optional(OneOf(['open', 'reported', 'accepted', 'rejected', 'cancelled'] as const)),
  }),
  reply: Page(
    Shape({ ...TaskView.properties, no: Type.String(), title: Type.String(), dueAt: Maybe(Instant) }),
  ),
});

export const listRequests = route({
  id: 'cases.requests',
  method: 'GET',
  path: '/requests',
  who: 'staff',
  says: { zh: '待审批与已审批的旁路申请。', en: 'Side requests, waiting and decided.' },
  query: Shape({
    ...Paging,
    kind: Type.Optional(RequestKindName),
    state: Type.Optional(OneOf(['pending', 'approved', 'rejected', 'withdrawn'] as const)),
  }),
  reply: Page(Shape({ ...RequestView.properties, no: Type.String(), title: Type.String() })),
});

export const listConsultations = route({
  id: 'cases.consultations',
  method: 'GET',
  path: '/consultations',
  who: 'staff',
  says: { zh: '商定会商室。', en: 'The consultation room.' },
  query: Shape({ ...Paging, state: Type.Optional(OneOf(['open', 'agreed', 'failed'] as const)) }),
  reply: Page(Shape({ ...ConsultationView.properties, no: Type.String(), title: Type.String() })),
});

export const listSupervisions = route({
  id: 'cases.supervisions',
  method: 'GET',
  path: '/supervisions',
  who: 'staff',
  says: { zh: '督办单。', en: 'Supervision orders.' },
  query: Shape({ ...Paging, open: Type.Optional(Type.Boolean()) }),
  reply: Page(Shape({ ...SupervisionView.properties, no: Type.String(), title: Type.String() })),
});

export const listHolds = route({
  id: 'cases.holds',
  method: 'GET',
  path: '/holds',
  who: 'staff',
  says: { zh: '挂账与节点。', en: 'Cases on hold and their milestones.' },
  query: Shape(Paging),
  reply: Page(
    Shape({ ...HoldView.properties, no: Type.String(), title: Type.String(), lead: Maybe(UnitId) }),
  ),
});

const View = Shape({ id: Uuid, name: Type.String(), query: Type.String() });
export const savedViews = route({
  id: 'cases.savedViews',
  method: 'GET',
  path: '/saved-views',
  who: 'staff',
  says: { zh: '我的常用筛选。', en: 'My saved filters.' },
  reply: Shape({ items: Type.Array(View) }),
});
export const saveView = route({
  id: 'cases.saveView',
  method: 'POST',
  path: '/saved-views',
  who: 'staff',
  says: { zh: '保存筛选。', en: 'Save a filter.' },
  body: Shape({ name: Text(1, 30), query: Text(0, 500) }),
  reply: View,
});
export const dropView = route({
  id: 'cases.dropView',
  method: 'DELETE',
  path: '/saved-views/:id',
  who: 'staff',
  says: { zh: '删除筛选。', en: 'Delete a saved filter.' },
  params: ById,
  reply: Done,
});

/** Versions of the responsibility list, their analysis and what they would have changed. */
const ListHead = Shape({
  version: Type.Integer(),
  state: OneOf(['draft', 'published', 'retired'] as const),
  note: Type.String(),
  rows: Type.Integer(),
  effectiveFrom: Maybe(Instant),
  madeAt: Instant,
  publishedAt: Maybe(Instant),
});
/** `key` is what somebody who publishes nevertheless accepts. */
export const ListProblem = Shape({
  key: Type.String(),
  kind: OneOf(['gap', 'overlap', 'unreachable', 'unknown_unit', 'duty', 'evidence'] as const),
  type: TypeCode,
  rowKeys: Type.Array(Type.String()),
  zh: Type.String(),
  en: Type.String(),
});
const ByVersion = Shape({ version: Type.Integer({ minimum: 1, maximum: 100_000 }) });

export const listLists = route({
  id: 'cases.lists',
  method: 'GET',
  path: '/lists',
  who: 'staff',
  says: { zh: '责任清单各版本。', en: 'Versions of the responsibility list.' },
  reply: Shape({ items: Type.Array(ListHead), inForce: Maybe(Type.Integer()) }),
});
export const readList = route({
  id: 'cases.readList',
  method: 'GET',
  path: '/lists/:version',
  who: 'staff',
  says: { zh: '一个版本的全部条目。', en: 'All rows of one version.' },
  params: ByVersion,
  reply: Shape({ ...ListHead.properties, items: Type.Array(ListRow) }),
});
export const draftList = route({
  id: 'cases.draftList',
  method: 'POST',
  path: '/lists',
  who: ['dispatcher', 'leader', 'admin'],
  says: { zh: '以现行版本为底新建草稿。', en: 'Make a draft from the version in force.' },
  body: Shape({ note: Text(2, 300) }),
  reply: ListHead,
});
export const putRow = route({
  id: 'cases.putRow',
  method: 'PUT',
  path: '/lists/:version/rows/:rowKey',
  who: ['dispatcher', 'leader', 'admin'],
  says: { zh: '写入草稿的一条。', en: 'Write one row of the draft.' },
  params: Shape({ ...ByVersion.properties, rowKey: ListRow.properties.rowKey }),
  body: ListRow,
  reply: ListRow,
});
export const dropRow = route({
  id: 'cases.dropRow',
  method: 'DELETE',
  path: '/lists/:version/rows/:rowKey',
  who: ['dispatcher', 'leader', 'admin'],
  says: { zh: '删除草稿的一条。', en: 'Delete a row of the draft.' },
  params: Shape({ ...ByVersion.properties, rowKey: ListRow.properties.rowKey }),
  reply: Done,
});
export const discardList = route({
  id: 'cases.discardList',
  method: 'DELETE',
  path: '/lists/:version',
  who: ['dispatcher', 'leader', 'admin'],
  says: { zh: '放弃草稿。', en: 'Discard the draft.' },
  params: ByVersion,
  reply: Done,
});
export const analyseList = route({
  id: 'cases.analyseList',
  method: 'GET',
  path: '/lists/:version/analysis',
  who: 'staff',
  says: { zh: '发布分析：缺口、重叠、无法命中。', en: 'Publish analysis: gaps, overlaps, unreachable rows.' },
  params: ByVersion,
  reply: Shape({ problems: Type.Array(ListProblem) }),
});
/** `from` and `to` are a basis and a unit, such as statutory:urban_ops; without a unit when nobody is named. */
export const replayList = route({
  id: 'cases.replayList',
  method: 'GET',
  path: '/lists/:version/replay',
  who: 'staff',
  says: { zh: '用过去的工单回放：会改变什么。', en: 'Replay past cases: what would change.' },
  params: ByVersion,
  query: Shape({ days: Type.Optional(Type.Integer({ minimum: 1, maximum: 366 })) }),
  reply: Shape({
    cases: Type.Integer(),
    same: Type.Integer(),
    changes: Type.Array(
      Shape({
        type: TypeCode,
        name: Bilingual,
        count: Type.Integer(),
        from: Type.String(),
        to: Type.String(),
        sample: Type.Array(Shape({ id: Uuid, no: Type.String() })),
      }),
    ),
  }),
});
export const publishList = route({
  id: 'cases.publishList',
  method: 'POST',
  path: '/lists/:version/publication',
  who: ['leader', 'admin'],
  says: {
    zh: '发布并指定生效时间；须处理或确认全部分析问题。',
    en: 'Publish with its effective date; every problem is corrected or accepted.',
  },
  params: ByVersion,
  body: Shape({
    effectiveFrom: Type.Optional(Instant),
    accepted: Type.Optional(Type.Array(Text(1, 120), { maxItems: 500 })),
    note: Type.Optional(Text(0, 300)),
  }),
  reply: ListHead,
});
const Revision = Shape({
  id: Uuid,
  type: TypeCode,
  name: Maybe(Bilingual),
  reasonZh: Type.String(),
  reasonEn: Type.String(),
  mandatory: Type.Boolean(),
  cases: Type.Array(Uuid),
  state: OneOf(['open', 'done'] as const),
  openedAt: Instant,
  doneAt: Maybe(Instant),
  doneVersion: Maybe(Type.Integer()),
});
export const listRevisions = route({
  id: 'cases.revisions',
  method: 'GET',
  path: '/list-revisions',
  who: 'staff',
  says: {
    zh: '清单修订任务（指定过多即须修订）。',
    en: 'Revision tasks of the list; too many designations make one mandatory.',
  },
  reply: Shape({ items: Type.Array(Revision) }),
});
export const finishRevision = route({
  id: 'cases.finishRevision',
  method: 'POST',
  path: '/list-revisions/:id/completion',
  who: ['dispatcher', 'leader', 'admin'],
  says: { zh: '完成修订。', en: 'Finish a revision.' },
  params: ById,
  body: Shape({ version: Type.Optional(Type.Integer()), note: Text(2, 300) }),
  reply: Revision,
});
