import Type from 'typebox';
import { route, Shape } from '../route.ts';
import { Bilingual, ById, Done, Instant, Maybe, OneOf, Text, TypeCode, Uuid } from '../shapes.ts';
import { ListRow } from './list-row.ts';

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
