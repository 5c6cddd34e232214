import Type, { type Static } from 'typebox';
import { route, Shape } from '../route.ts';
import { ById, Done, Instant, keysOf, Maybe, OneOf, Page, Paging, UnitId, Uuid } from '../shapes.ts';

/** The ways by which word reaches somebody, from the lightest to the one that always works. */
export const rungs = {
  app: { zh: '站内消息', en: 'In the app' },
  sms: { zh: '短信', en: 'Text message' },
  call: { zh: '打电话', en: 'Phone call' },
  visit: { zh: '上门', en: 'Visit' },
} as const;
export type Rung = keyof typeof rungs;
export const rungNames = keysOf(rungs);
export const RungName = OneOf(rungNames);

export const attemptOutcomes = {
  sent: { zh: '已发出', en: 'Sent' },
  failed: { zh: '没发出去', en: 'Could not be sent' },
  asked: { zh: '已交给工作人员', en: 'Given to staff' },
  missed: { zh: '没联系上', en: 'Not reached' },
  reached: { zh: '已告知', en: 'Told' },
} as const;
export type AttemptOutcome = keyof typeof attemptOutcomes;

/** One try: by which way, how it went, when. */
export const Attempt = Shape({ rung: RungName, outcome: OneOf(keysOf(attemptOutcomes)), at: Instant });
export type Attempt = Static<typeof Attempt>;

/** Posts that call people, and communities that go to their door. */
const tellers = ['callback', 'intake', 'community'] as const;

/** Somebody whom no message reached; their number is revealed one by one, on record. */
export const ToTell = Shape({
  id: Uuid,
  rung: OneOf(['call', 'visit'] as const),
  name: Maybe(Type.String()),
  phone: Maybe(Type.String()),
  unit: Maybe(UnitId),
  kind: Type.String(),
  zh: Type.String(),
  en: Type.String(),
  caseId: Maybe(Uuid),
  dueAt: Instant,
  attempts: Type.Array(Attempt),
});
export type ToTell = Static<typeof ToTell>;

export const listToTell = route({
  id: 'notices.toTell',
  method: 'GET',
  path: '/deliveries',
  who: tellers,
  says: {
    zh: '站内消息和短信都没有看到的人：要打电话或上门告知，等得最久的在前。',
    en: 'People whom neither app nor text message reached: to be called or visited, the longest waiting first.',
  },
  query: Shape({
    ...Paging,
    after: Type.Optional(Uuid),
    rung: Type.Optional(OneOf(['call', 'visit'] as const)),
  }),
  reply: Page(ToTell),
});

export const revealToTell = route({
  id: 'notices.revealToTell',
  method: 'POST',
  path: '/deliveries/:id/number',
  who: tellers,
  reads: 'personal',
  says: {
    zh: '为了告知，查看这个人的称呼和电话（留痕，本人可见）。',
    en: 'Reveal name and phone of this person in order to tell them; recorded, and they can see it.',
  },
  params: ById,
  reply: Shape({ name: Maybe(Type.String()), phone: Maybe(Type.String()) }),
});

export const tellOutcome = route({
  id: 'notices.tellOutcome',
  method: 'POST',
  path: '/deliveries/:id/outcome',
  who: tellers,
  says: {
    zh: '登记打电话或上门的结果；三次电话都没联系上，改为上门。',
    en: 'Note how a call or visit went; after three calls in vain somebody goes there.',
  },
  params: ById,
  body: Shape({ reached: Type.Boolean() }),
  reply: Done,
});
