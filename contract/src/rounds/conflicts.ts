import Type, { type Static } from 'typebox';
import { route, Shape } from '../route.ts';
import {
  ById,
  Done,
  Instant,
  keysOf,
  Maybe,
  OneOf,
  Page,
  Paging,
  Text,
  UnitId,
  Uuid,
  Words,
} from '../shapes.ts';
import type { Both } from '../both.ts';
import { OffsetMs } from './checkpoints.ts';

const workers = ['grid_worker', 'community', 'department', 'checker'] as const;
const settlers = ['community'] as const;

/** Every act that can wait on a phone. */
export const fieldActs = {
  found: { zh: '上报', en: 'Report' },
  acknowledge: { zh: '签收', en: 'Acknowledgement' },
  verification: { zh: '核实反馈', en: 'Verification' },
  handled: { zh: '处置反馈', en: 'Handling' },
  check: { zh: '核查', en: 'Check' },
  task: { zh: '协办反馈', en: 'Joint task' },
  patrol: { zh: '巡查', en: 'Patrol' },
  visit: { zh: '走访', en: 'Visit' },
  mandate: { zh: '上门帮办', en: 'Mandate' },
  appeal: { zh: '申诉', en: 'Objection' },
} as const satisfies Record<string, Both>;
export type FieldAct = keyof typeof fieldActs;

export const conflictStates = {
  open: { zh: '等工作人员决定', en: 'For the worker to decide' },
  aside: { zh: '留作备注，没有提交', en: 'Kept as a note, not sent' },
  sent: { zh: '后来已提交', en: 'Sent later' },
  settled: { zh: '社区已处理', en: 'Settled by the community' },
} as const satisfies Record<string, Both>;
export type ConflictState = keyof typeof conflictStates;

const toCheck = { zh: '请社区核对', en: 'For the community to check' };
/** Where a conflict stands, in words: what the server took but for a part leaves the worker nothing to decide. */
export const wordOf = ({ how, state }: Pick<ConflictView, 'how' | 'state'>): Both =>
  how === 'changed' && state === 'open' ? toCheck : conflictStates[state];

/** By which a phone names an act, once and for all. */
const OpName = Type.String({ pattern: '^[0-9a-f]{16,64}$' });
const How = OneOf(['refused', 'changed'] as const);

export const ConflictView = Shape({
  id: Uuid,
  op: Type.String(),
  kind: OneOf(keysOf(fieldActs)),
  how: How,
  code: Type.String(),
  caseId: Maybe(Uuid),
  unit: UnitId,
  by: Type.String(),
  title: Type.String(),
  words: Type.String(),
  /** What the server said to it. */
  said: Shape({ zh: Type.String(), en: Type.String() }),
  files: Type.Array(Shape({ id: Uuid, media: Type.String() })),
  doneAt: Instant,
  notedAt: Instant,
  state: OneOf(keysOf(conflictStates)),
  endedAt: Maybe(Instant),
  answer: Maybe(Type.String()),
});
export type ConflictView = Static<typeof ConflictView>;

export const noteConflict = route({
  id: 'rounds.noteConflict',
  method: 'POST',
  path: '/field/conflicts',
  who: workers,
  says: {
    zh: '手机告知：离线时做的一件事，服务器没有收下或改动了。按手机给这件事起的名字只记一次，换手机、丢手机都还在。',
    en: 'A phone tells what the server refused or changed of an act done without a network; kept once by the name of the act, so that a lost phone loses nothing of it.',
  },
  body: Shape({
    op: OpName,
    kind: OneOf(keysOf(fieldActs)),
    how: How,
    code: Type.String({ pattern: '^[a-z_]{2,20}\\.[a-z0-9_]{2,60}$' }),
    said: Shape({ zh: Text(1, 500), en: Text(1, 500) }),
    title: Text(0, 200),
    words: Text(0, 2000),
    caseId: Type.Optional(Uuid),
    person: Type.Optional(Uuid),
    files: Type.Array(Uuid, { maxItems: 20, uniqueItems: true }),
    at: Instant,
    offsetMs: Type.Optional(OffsetMs),
  }),
  reply: ConflictView,
});

export const endConflict = route({
  id: 'rounds.endConflict',
  method: 'POST',
  path: '/field/conflicts/ends',
  who: workers,
  says: {
    zh: '手机告知：这件事后来提交了，或留作备注不再提交。',
    en: 'A phone tells that the act was sent after all, or kept as a note.',
  },
  body: Shape({ op: OpName, how: OneOf(['sent', 'aside'] as const) }),
  reply: Done,
});

export const myConflicts = route({
  id: 'rounds.myConflicts',
  method: 'GET',
  path: '/field/conflicts/mine',
  who: workers,
  says: {
    zh: '我的冲突记录：没了结的在前，也包括别的手机上做的。',
    en: 'My conflicts, those that are not over first; also those of another phone.',
  },
  reply: Shape({ items: Type.Array(ConflictView) }),
});

export const listConflicts = route({
  id: 'rounds.conflicts',
  method: 'GET',
  path: '/conflicts',
  who: settlers,
  says: {
    zh: '本社区没了结的冲突：网格员离线时做的、服务器没有收下的事。不按人汇总。',
    en: 'What is not over of the acts in one’s community that the server did not take as they were. Nothing is summed up by person.',
  },
  query: Shape({ ...Paging, after: Type.Optional(Uuid) }),
  reply: Page(ConflictView),
});

export const settleConflict = route({
  id: 'rounds.settleConflict',
  method: 'POST',
  path: '/conflicts/:id/settlement',
  who: settlers,
  says: {
    zh: '了结一件冲突：写明怎么处理的，当事的工作人员看得到。',
    en: 'Settle a conflict: say what was done about it; the worker reads it.',
  },
  params: ById,
  body: Shape({ answer: Words(2, 500) }),
  reply: ConflictView,
});
