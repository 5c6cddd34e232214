import Type, { type Static } from 'typebox';
import { route, Shape } from '../route.ts';
import { ById, Instant, keysOf, Maybe, OneOf, Page, Paging, Uuid, Words } from '../shapes.ts';
import { KeepingName } from './keepings.ts';

export const runStates = {
  dry: { zh: '已清点，待批准', en: 'Counted, to be approved' },
  approved: { zh: '已批准，待执行', en: 'Approved, about to begin' },
  running: { zh: '执行中', en: 'Running' },
  done: { zh: '已完成', en: 'Done' },
  refused: { zh: '未批准', en: 'Not approved' },
  stale: { zh: '已作废，须重新清点', en: 'Out of date' },
} as const;
export type RunState = keyof typeof runStates;

/** Days after which what was counted no longer tells what would go. */
export const DRY_RUN_DAYS = 14;

/** One run of a timer: counted first, then approved by a second person, then done in batches. Nothing in it names anybody. */
export const RunView = Shape({
  id: Uuid,
  kind: KeepingName,
  version: Type.Integer(),
  /** What had reached this moment by the term of that version goes. */
  before: Instant,
  state: OneOf(keysOf(runStates)),
  counted: Type.Integer(),
  /** How many subjects stand under a legal hold and are passed over. */
  held: Type.Integer(),
  /** Some of what would go, by number or kind and day. */
  sample: Type.Array(Shape({ name: Type.String(), at: Instant })),
  madeAt: Instant,
  /** Null: by the regular round. */
  madeBy: Maybe(Uuid),
  /** Whether whoever reads this asked for it, or for the term it follows. */
  mine: Type.Boolean(),
  decidedAt: Maybe(Instant),
  note: Maybe(Type.String()),
  taken: Type.Integer(),
  endedAt: Maybe(Instant),
});
export type RunView = Static<typeof RunView>;

export const listRuns = route({
  id: 'retention.runs',
  method: 'GET',
  path: '/retention/runs',
  who: ['steward', 'privacy', 'auditor'],
  says: {
    zh: '到期处置的清点和执行，新的在前；样例只有编号和日期。',
    en: 'Dry runs and runs of the timers, newest first; samples are numbers and days only.',
  },
  query: Shape({ ...Paging, waiting: Type.Optional(Type.Boolean()) }),
  reply: Page(RunView),
});

export const startDryRun = route({
  id: 'retention.dryRun',
  method: 'POST',
  path: '/retention/terms/:kind/runs',
  who: ['steward', 'privacy'],
  says: {
    zh: '现在清点一类数据有多少已到期，不作任何处置。',
    en: 'Count now what is over its term; nothing is touched.',
  },
  params: Shape({ kind: KeepingName }),
  reply: RunView,
});

export const decideRun = route({
  id: 'retention.decideRun',
  method: 'POST',
  path: '/retention/runs/:id/decision',
  who: ['steward', 'privacy'],
  says: {
    zh: '看过清点结果后批准或不批准执行；发起清点的人、申请该期限的人不能批准。批准后分批执行，记入删除台账，法定保全的不动。',
    en: 'Approve or refuse a run after looking at what was counted; never by whoever asked for it or for its term. It then goes in batches, into the ledger, past every legal hold.',
  },
  params: ById,
  body: Shape({ approve: Type.Boolean(), note: Words(2, 500) }),
  reply: RunView,
  stepUp: true,
});
