import Type, { type Static } from 'typebox';
import { DrawnArea } from '../grids/map.ts';
import { route, Shape } from '../route.ts';
import {
  ById,
  Day,
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
import { PartName } from './cockpit.ts';
import { ChannelName, ClassName, GradeName, StateName } from './names.ts';
import { CaseLine, CaseView } from './views.ts';

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
  /** On hold, where the clock stands still; false leaves those out. */
  held: Type.Optional(Type.Boolean()),
  q: Type.Optional(Text(1, 60)),
  /** When it was reported or, with `part`, when that happened to it. */
  since: Type.Optional(Instant),
  until: Type.Optional(Instant),
  /** Within an area drawn on the map. */
  area: Type.Optional(DrawnArea),
  /** Open at the end of that day, whatever became of it since. */
  openOn: Type.Optional(Day),
  /** What a figure of the cockpit counts. */
  part: Type.Optional(PartName),
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

const View = Shape({
  id: Uuid,
  name: Type.String(),
  query: Type.String(),
  /** Made by oneself; only then one may drop it. */
  mine: Type.Boolean(),
  /** Lent to everybody of the unit. */
  shared: Type.Boolean(),
  /** Opens by itself where nothing else is asked for. */
  usual: Type.Boolean(),
});

export const savedViews = route({
  id: 'cases.savedViews',
  method: 'GET',
  path: '/saved-views',
  who: 'staff',
  says: { zh: '我的和本单位共用的常用筛选。', en: 'My saved filters and those of my unit.' },
  reply: Shape({ items: Type.Array(View) }),
});

export const saveView = route({
  id: 'cases.saveView',
  method: 'POST',
  path: '/saved-views',
  who: 'staff',
  says: { zh: '保存筛选，可与本单位共用。', en: 'Save a filter, for oneself or for the unit.' },
  body: Shape({ name: Text(1, 30), query: Text(0, 500), share: Type.Optional(Type.Boolean()) }),
  reply: View,
});

export const setUsualView = route({
  id: 'cases.setUsualView',
  method: 'PUT',
  path: '/usual-view',
  who: 'staff',
  says: { zh: '打开列表时默认用哪个筛选；空为不用。', en: 'Which filter the list opens with; null is none.' },
  body: Shape({ view: Maybe(Uuid) }),
  reply: Done,
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
