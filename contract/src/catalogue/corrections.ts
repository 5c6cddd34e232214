import Type, { type Static } from 'typebox';
import { route, Shape } from '../route.ts';
import {
  Bilingual,
  ById,
  Instant,
  keysOf,
  Maybe,
  OneOf,
  Page,
  Paging,
  Reason,
  Text,
  UnitId,
  Uuid,
} from '../shapes.ts';
import { catalogueProviders, catalogueReaders } from './resources.ts';

export const doubtStates = {
  open: { zh: '待校核', en: 'To be checked' },
  corrected: { zh: '已更正', en: 'Corrected' },
  right: { zh: '核实无误', en: 'Found to be right' },
} as const;
export type DoubtState = keyof typeof doubtStates;
const DoubtStateName = OneOf(keysOf(doubtStates));

/** Somebody who uses a resource doubts its data 校核; the provider verifies, corrects and replies in ten work days (art. 26). */
export const DoubtView = Shape({
  id: Uuid,
  resource: Uuid,
  name: Bilingual,
  by: UnitId,
  byName: Bilingual,
  provider: UnitId,
  providerName: Bilingual,
  field: Maybe(Type.String()),
  text: Type.String(),
  state: DoubtStateName,
  openedAt: Instant,
  dueAt: Instant,
  overdue: Type.Boolean(),
  answer: Maybe(Type.String()),
  may: Shape({ answer: Type.Boolean() }),
});
export type DoubtView = Static<typeof DoubtView>;

export const listDoubts = route({
  id: 'catalogue.doubts',
  method: 'GET',
  path: '/catalogue/doubts',
  who: catalogueReaders,
  says: {
    zh: '数据校核：使用单位提出的疑问及答复时限。',
    en: 'Doubts about data, and until when they must be answered.',
  },
  query: Shape({
    ...Paging,
    after: Type.Optional(Uuid),
    state: Type.Optional(DoubtStateName),
    resource: Type.Optional(Uuid),
  }),
  reply: Page(DoubtView),
});

export const raiseDoubt = route({
  id: 'catalogue.raiseDoubt',
  method: 'POST',
  path: '/catalogue/resources/:id/doubts',
  who: catalogueProviders,
  says: { zh: '对一项资源的数据提出校核。', en: 'Doubt the data of a resource.' },
  params: ById,
  body: Shape({ field: Type.Optional(Text(1, 40)), text: Text(4, 500) }),
  reply: DoubtView,
});

export const answerDoubt = route({
  id: 'catalogue.answerDoubt',
  method: 'POST',
  path: '/catalogue/doubts/:id/answer',
  who: catalogueProviders,
  says: { zh: '核实、更正并答复。', en: 'Verify, correct and reply.' },
  params: ById,
  body: Shape({ corrected: Type.Boolean(), answer: Reason }),
  reply: DoubtView,
});
