import Type, { type Static } from 'typebox';
import { route, Shape } from '../route.ts';
import { Bilingual, Instant, Maybe, OneOf, Text, TypeCode, UnitId, Uuid } from '../shapes.ts';
import { keysOf } from '../shapes.ts';
import { figures, parts, verdicts } from './figures.ts';
import { ChannelName } from './names.ts';

const lookers = ['supervisor', 'leader', 'district'] as const;
export const spans = ['7', '30', '90'] as const;
const Days = Type.Optional(OneOf(spans));
const Share = Type.Number({ minimum: -1, maximum: 1 });

export const PartName = OneOf(keysOf(parts));
const FigureView = Shape({
  id: OneOf(keysOf(figures)),
  /** A number of cases, or a share; null where there is nothing to divide by. */
  value: Maybe(Type.Number()),
  /** The 95 % interval of a share (Wilson) or of the difference of two (Newcombe). */
  low: Maybe(Share),
  high: Maybe(Share),
  verdict: OneOf(keysOf(verdicts)),
  counts: Type.Array(Shape({ part: PartName, count: Type.Integer() })),
  /** The same of the period before, and the type of which most cases stand in the way. */
  before: Maybe(Type.Number()),
  most: Maybe(Shape({ type: TypeCode, name: Bilingual, count: Type.Integer() })),
});
export type FigureView = Static<typeof FigureView>;

/** What is open at the end of a week by how long it has been so, and what came and was closed in it. Weeks are whole: the last ends with last Sunday. */
const Week = Shape({
  since: Instant,
  until: Instant,
  came: Type.Integer(),
  closed: Type.Integer(),
  ages: Type.Array(Type.Integer()),
});
export type Week = Static<typeof Week>;

export const readCockpit = route({
  id: 'cases.cockpit',
  method: 'GET',
  path: '/cockpit',
  who: lookers,
  says: {
    zh: '驾驶舱七个数：件数、分子分母、区间、目标带、什么在变；每个数都可打开它数的那些工单。',
    en: 'The seven numbers with counts, interval, band and what moved them; each opens the cases it counted.',
  },
  query: Shape({ days: Days }),
  reply: Shape({
    since: Instant,
    until: Instant,
    figures: Type.Array(FigureView),
    weeks: Type.Array(Week),
    /** What is open now by days since reported: under 7, to 30, to 90, and more; each with its bounds for the list. */
    ages: Type.Array(
      Shape({ days: Type.String(), count: Type.Integer(), since: Maybe(Instant), until: Maybe(Instant) }),
    ),
  }),
});

/** A quarter, the middle and three quarters of some times, in seconds. */
const Quartiles = Maybe(Shape({ low: Type.Number(), middle: Type.Number(), high: Type.Number() }));
const ChannelRow = Shape({
  channel: ChannelName,
  n: Type.Integer(),
  solved: Type.Integer(),
  low: Maybe(Share),
  high: Maybe(Share),
  few: Type.Boolean(),
  answer: Quartiles,
  close: Quartiles,
});
export type ChannelRow = Static<typeof ChannelRow>;

export const readParity = route({
  id: 'cases.parity',
  method: 'GET',
  path: '/cockpit/parity',
  who: lookers,
  says: {
    zh: '渠道同权：同类事项由居民端、热线、电话、窗口、来信反映，首次联系和解决各要多久、解决多少。',
    en: 'Parity of channels: how soon the same matter is answered and solved, and how often, by app, hotline, phone, window and letter.',
  },
  query: Shape({ days: Days, type: Type.Optional(TypeCode) }),
  reply: Shape({ since: Instant, until: Instant, channels: Type.Array(ChannelRow) }),
});

export const decisionKinds = ['designation', 'held', 'reopening', 'escalation', 'request'] as const;
const Decision = Shape({
  kind: OneOf(decisionKinds),
  /** Of what is to be decided: a request, a reopening, or the case itself. */
  id: Uuid,
  caseId: Uuid,
  no: Type.String(),
  title: Text(0, 400),
  unit: Maybe(UnitId),
  request: Maybe(Type.String()),
  since: Instant,
  by: Maybe(Instant),
});
export type Decision = Static<typeof Decision>;

export const readDecisions = route({
  id: 'cases.decisions',
  method: 'GET',
  path: '/cockpit/decisions',
  who: lookers,
  says: {
    zh: '等本岗位决定的事：待指定、挂账近上限、重办与异议、提级和其他申请；按最先到期排列。',
    en: 'What waits for this post to decide: designations, holds near their cap, reopenings and objections, escalations and other requests; by what falls due first.',
  },
  reply: Shape({ items: Type.Array(Decision), total: Type.Integer() }),
});
