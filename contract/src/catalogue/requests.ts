import Type, { type Static } from 'typebox';
import { CertaintyName } from '../certainty.ts';
import { route, Shape } from '../route.ts';
import {
  Bilingual,
  ById,
  Day,
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
import {
  DisputeForumName,
  DisputeStepName,
  FindingName,
  RefusalGroundName,
  RequestActName,
  RequestKindName,
  RequestStateName,
  ShareMethodName,
} from './words.ts';
import { OutsideAnswer } from './outside-view.ts';
import { catalogueProviders, catalogueReaders, FIELD_NAME } from './resources.ts';

export const FieldName = Type.String({ pattern: FIELD_NAME });

/** What an application must say (Order 809, art. 20). */
const asked = {
  kind: RequestKindName,
  /** Left out when the data of an upper level stands in no catalogue of ours. */
  resource: Type.Optional(Uuid),
  /** Who is asked, where no resource says so: a bureau of the district. */
  provider: Type.Optional(UnitId),
  /** What is wanted, where no resource says so. */
  wanted: Type.Optional(Text(2, 200)),
  fields: Type.Array(FieldName, { minItems: 1, maxItems: 80, uniqueItems: true }),
  /** 使用依据: the article that lets the unit use it. */
  basis: Text(4, 500),
  /** 使用场景 */
  scenario: Text(4, 500),
  /** 使用范围 */
  scope: Text(4, 500),
  method: ShareMethodName,
  from: Day,
  until: Day,
};

export const MayDo = Shape({
  approve: Type.Boolean(),
  withdraw: Type.Boolean(),
  supply: Type.Boolean(),
  decide: Type.Boolean(),
  extend: Type.Boolean(),
  deliver: Type.Boolean(),
  use: Type.Boolean(),
  suspend: Type.Boolean(),
  resume: Type.Boolean(),
  terminate: Type.Boolean(),
  dispose: Type.Boolean(),
  dispute: Type.Boolean(),
  settle: Type.Boolean(),
  coordinate: Type.Boolean(),
  arbitrate: Type.Boolean(),
  recordOutside: Type.Boolean(),
  confirmOutside: Type.Boolean(),
});

export const RequestRow = Shape({
  id: Uuid,
  no: Type.String(),
  kind: RequestKindName,
  resource: Maybe(Uuid),
  name: Bilingual,
  requester: UnitId,
  requesterName: Bilingual,
  provider: UnitId,
  providerName: Bilingual,
  fields: Type.Integer(),
  state: RequestStateName,
  dispute: Maybe(DisputeStepName),
  /** Where the dispute is judged. */
  forum: Maybe(DisputeForumName),
  /** Whose move it is; null when nobody's. */
  waitsOn: Maybe(UnitId),
  waitsOnName: Maybe(Bilingual),
  dueAt: Maybe(Instant),
  overdue: Type.Boolean(),
  askedAt: Instant,
});
export type RequestRow = Static<typeof RequestRow>;

export const RequestStep = Shape({
  at: Instant,
  act: RequestActName,
  /** Null where time alone did it. */
  by: Maybe(Type.String()),
  unit: Maybe(UnitId),
  text: Maybe(Type.String()),
});

export const RequestView = Shape({
  row: RequestRow,
  asked: Shape({ ...asked, resource: Maybe(Uuid), provider: UnitId, wanted: Maybe(Type.String()) }),
  /** Fields as the resource names them; what is not granted is not delivered. */
  items: Type.Array(
    Shape({
      name: Type.String(),
      zh: Type.String(),
      en: Type.String(),
      grade: Type.Integer(),
      granted: Maybe(Type.Boolean()),
    }),
  ),
  findings: Type.Array(FindingName),
  missing: Maybe(Type.String()),
  ground: Maybe(RefusalGroundName),
  answer: Maybe(Type.String()),
  delivery: Maybe(Type.String()),
  /** The number of the paper that decided a dispute. */
  decisionNo: Maybe(Type.String()),
  /** Whether the rows can be read here. */
  connected: Type.Boolean(),
  provisional: Type.Boolean(),
  uses: Shape({ times: Type.Integer(), rows: Type.Integer(), last: Maybe(Instant) }),
  /** What came through a platform of an upper level or by letter, newest first. */
  outside: Type.Array(OutsideAnswer),
  steps: Type.Array(RequestStep),
  may: MayDo,
});
export type RequestView = Static<typeof RequestView>;

export const listShares = route({
  id: 'catalogue.requests',
  method: 'GET',
  path: '/catalogue/requests',
  who: catalogueReaders,
  says: {
    zh: '共享申请：本单位提出的、等本单位答复的，或（数据管理员、领导）全部。',
    en: 'Requests to share: those of my unit, those my unit must answer, or all for stewards and leaders.',
  },
  query: Shape({
    ...Paging,
    after: Type.Optional(Uuid),
    desk: Type.Optional(OneOf(['mine', 'to_answer', 'all'])),
    state: Type.Optional(RequestStateName),
  }),
  reply: Page(RequestRow),
});

export const readShare = route({
  id: 'catalogue.request',
  method: 'GET',
  path: '/catalogue/requests/:id',
  who: catalogueReaders,
  says: { zh: '一件共享申请的全过程。', en: 'One request with all that happened to it.' },
  params: ById,
  reply: RequestView,
});

export const checkShare = route({
  id: 'catalogue.check',
  method: 'POST',
  path: '/catalogue/requests/check',
  who: catalogueProviders,
  says: {
    zh: '提交前的合规检查：有哪些问题、哪些会被挡住。',
    en: 'Check a request before it is made: what is wrong with it, and what would stop it.',
  },
  body: Shape(asked),
  reply: Shape({ findings: Type.Array(FindingName) }),
});

export const askForShare = route({
  id: 'catalogue.ask',
  method: 'POST',
  path: '/catalogue/requests',
  who: catalogueProviders,
  says: {
    zh: '提出共享申请：写明依据、场景、范围、方式、期限和数据项；先由本单位另一人审核。',
    en: 'Ask for data: basis, scenario, scope, method, term and fields; another person of the unit approves first.',
  },
  body: Shape(asked),
  reply: RequestView,
});

export const useShare = route({
  id: 'catalogue.use',
  method: 'POST',
  path: '/catalogue/requests/:id/use',
  who: catalogueProviders,
  reads: 'personal',
  says: {
    zh: '按批准的数据项取用共享数据；每次取用都有记录。',
    en: 'Read the shared rows, only the fields that were granted; every reading is recorded.',
  },
  params: ById,
  body: Shape({
    after: Type.Optional(Text(1, 80)),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    why: Reason,
  }),
  reply: Shape({
    columns: Type.Array(Shape({ name: Type.String(), zh: Type.String(), en: Type.String() })),
    rows: Type.Array(Type.Array(Maybe(Type.String()))),
    next: Maybe(Type.String()),
  }),
});

/** How long one unit lets another wait. */
export const Wait = Shape({
  waiting: UnitId,
  waitingName: Bilingual,
  on: UnitId,
  onName: Bilingual,
  requests: Type.Integer(),
  overdue: Type.Integer(),
  longestDays: Type.Integer(),
});
export type Wait = Static<typeof Wait>;

export const listWaits = route({
  id: 'catalogue.waits',
  method: 'GET',
  path: '/catalogue/waits',
  who: ['leader', 'district', 'steward', 'supervisor', 'auditor'],
  says: { zh: '谁在等谁：各单位之间未了结的共享申请。', en: 'Who waits on whom for data.' },
  reply: Shape({ items: Type.Array(Wait) }),
});

/** Sets the street usually lacks, with the law to cite. */
export const Template = Shape({
  id: Type.String(),
  name: Bilingual,
  bureau: Bilingual,
  /** Whether it is asked of an upper level, or local data that comes back (art. 24). */
  kind: OneOf(['upward', 'return']),
  basis: Bilingual,
  read: CertaintyName,
  scenario: Bilingual,
  fields: Type.Array(Shape({ name: FieldName, zh: Type.String(), en: Type.String() })),
});
export type Template = Static<typeof Template>;

export const listTemplates = route({
  id: 'catalogue.templates',
  method: 'GET',
  path: '/catalogue/templates',
  who: catalogueReaders,
  says: {
    zh: '向上级申请数据的模板：人口、法人、房屋、婚姻、社保、残联、死亡。',
    en: 'Templates for what an upper level holds: population, organizations, homes, marriage, insurance, disability, deaths.',
  },
  reply: Shape({ items: Type.Array(Template) }),
});
