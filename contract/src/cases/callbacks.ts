import Type, { type Static } from 'typebox';
import { route, Shape } from '../route.ts';
import { ById, Instant, Maybe, OneOf, Page, Paging, Text, UnitId, Uuid, keysOf } from '../shapes.ts';
import { callOutcomes } from './callback-words.ts';
import { spans } from './cockpit.ts';
import { CaseLine, CaseState } from './views.ts';
import { unsolvedReasons } from './words.ts';

const callers = ['callback', 'supervisor'] as const;
const watchers = ['callback', 'supervisor', 'leader', 'district'] as const;
const OutcomeOfCall = OneOf(keysOf(callOutcomes));

const Attempt = Shape({ at: Instant, outcome: OutcomeOfCall, nextAt: Maybe(Instant) });
const Drawn = Shape({
  ...CaseLine.properties,
  ask: Uuid,
  report: Uuid,
  askAt: Instant,
  tries: Type.Integer(),
  /** Handled by the caller's own unit: somebody else calls. */
  own: Type.Boolean(),
});

export const listCallbacks = route({
  id: 'cases.callbacks',
  method: 'GET',
  path: '/callbacks',
  who: callers,
  says: {
    zh: '系统抽取的回访：现在该打的，或约好以后再打的。',
    en: 'Callbacks drawn by the system: those due now, or those to be tried again later.',
  },
  query: Shape({ ...Paging, part: Type.Optional(OneOf(['due', 'later'] as const)) }),
  reply: Page(Drawn),
});

export const readCallback = route({
  id: 'cases.readCallback',
  method: 'GET',
  path: '/callbacks/:id',
  who: callers,
  says: {
    zh: '一次回访：遮盖的联系方式、打过几次、怎么抽中的。',
    en: 'One callback: whom to reach, masked; the calls made; how it was drawn.',
  },
  params: ById,
  reply: Shape({
    ...Drawn.properties,
    masked: Maybe(Shape({ name: Maybe(Type.String()), phone: Maybe(Type.String()) })),
    attempts: Type.Array(Attempt),
    /** Which of the five closings of the unit it is, and how many there were by now; null for older ones. */
    draw: Maybe(Shape({ unit: UnitId, block: Type.Integer(), place: Type.Integer() })),
    /** Whether the caller is outside the handling; the server refuses whoever is not. */
    mayCall: Type.Boolean(),
  }),
});
export type CallbackView = Static<typeof readCallback.reply>;

export const answerCallback = route({
  id: 'cases.answerCallback',
  method: 'POST',
  path: '/callbacks/:id/outcome',
  who: callers,
  says: {
    zh: '登记一次回访通话：问到结果的记答复；没打通的由系统安排换个时段再打，三次为止。',
    en: 'Write down a call: the answer, or that nobody was reached, and then the system tries at another time of day, three times in all.',
  },
  params: ById,
  body: Shape({
    outcome: OutcomeOfCall,
    /** For `answered`: what was said. */
    solved: Type.Optional(Type.Boolean()),
    score: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
    reasons: Type.Optional(Type.Array(OneOf(keysOf(unsolvedReasons)), { maxItems: 8 })),
    text: Type.Optional(Text(0, 1000)),
    /** For `later`: when. */
    at: Type.Optional(Instant),
  }),
  reply: CaseState,
});

const Days = Type.Optional(OneOf(spans));
const UnitResult = Shape({
  unit: UnitId,
  drawn: Type.Integer(),
  ended: Type.Integer(),
  answered: Type.Integer(),
  solved: Type.Integer(),
  low: Maybe(Type.Number()),
  high: Maybe(Type.Number()),
  few: Type.Boolean(),
});
export type UnitResult = Static<typeof UnitResult>;

export const readCallResults = route({
  id: 'cases.callResults',
  method: 'GET',
  path: '/callback-results',
  who: watchers,
  says: {
    zh: '回访结果：各单位抽了多少、问到多少、确认解决多少及区间，按单位固定顺序；件数少的不显示比例。',
    en: 'What the callbacks found, by unit in their fixed order: drawn, answered, solved with interval; no share where there is little.',
  },
  query: Shape({ days: Days }),
  reply: Shape({
    since: Instant,
    until: Instant,
    units: Type.Array(UnitResult),
    calls: Type.Array(Shape({ outcome: OutcomeOfCall, count: Type.Integer() })),
  }),
});

const Closing = Shape({
  place: Type.Integer(),
  caseId: Uuid,
  no: Type.String(),
  at: Instant,
  drawn: Type.Boolean(),
});
const Block = Shape({
  id: Type.String(),
  unit: UnitId,
  block: Type.Integer(),
  seed: Type.String(),
  slot: Type.Integer(),
  openedAt: Instant,
  closings: Type.Array(Closing),
  /** Done over: the seed gives this place, and this case and no other was drawn. */
  agrees: Type.Boolean(),
});
export type CallbackBlock = Static<typeof Block>;

export const listDraws = route({
  id: 'cases.callbackDraws',
  method: 'GET',
  path: '/callback-draws',
  who: watchers,
  says: {
    zh: '抽取记录：每单位每五件结案抽一件，满五件后公开种子，可重算核对。',
    en: 'The draws: one of each five closings of a unit; once there are five the seed is told and can be done over.',
  },
  query: Shape(Paging),
  reply: Page(Block),
});
