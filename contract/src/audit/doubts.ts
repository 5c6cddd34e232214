import Type, { type Static } from 'typebox';
import { AccessFlagName, CapacityName, DoubtStateName, PersonalFieldName, PurposeName } from '../audit.ts';
import { roleNames } from '../roles.ts';
import { route, Shape } from '../route.ts';
import { ById, Instant, Maybe, OneOf, Page, Paging, Text, UnitId, Uuid } from '../shapes.ts';

const RoleName = OneOf(roleNames);

/** The look that is doubted; `name` for the officer who decides, and for the person concerned once it was upheld. */
const DoubtedLook = Shape({
  id: Uuid,
  at: Instant,
  role: Maybe(RoleName),
  unit: Maybe(UnitId),
  name: Maybe(Type.String()),
  purpose: PurposeName,
  fields: Type.Array(PersonalFieldName),
  capacity: CapacityName,
});

/** A doubt: what the person said, by when it is answered, what was found. */
export const DoubtView = Shape({
  id: Uuid,
  state: DoubtStateName,
  text: Type.String(),
  openedAt: Instant,
  dueAt: Instant,
  acknowledgedAt: Maybe(Instant),
  decidedAt: Maybe(Instant),
  answer: Maybe(Type.String()),
  look: DoubtedLook,
});
export type DoubtView = Static<typeof DoubtView>;

export const raiseDoubt = route({
  id: 'audit.raiseDoubt',
  method: 'POST',
  path: '/me/accesses/:id/doubt',
  who: 'resident',
  says: {
    zh: '“这不对劲”：对一次查看提出疑问，由个人信息保护专员在 15 个工作日内答复，不经过被质疑的单位。',
    en: '"This does not seem right": doubt a look; the privacy officer answers within 15 workdays, and the unit in question has no part in it.',
  },
  params: ById,
  body: Shape({ text: Text(4, 1000) }),
  reply: DoubtView,
});

export const myDoubts = route({
  id: 'audit.myDoubts',
  method: 'GET',
  path: '/me/doubts',
  who: 'resident',
  says: { zh: '我提出的疑问和答复。', en: 'The doubts I raised, and what was answered.' },
  reply: Shape({ items: Type.Array(DoubtView) }),
});

export const ticketDesk = ['open', 'decided'] as const;

/** What only the officer sees of a doubt: how the look was made. */
export const TicketView = Shape({
  ...DoubtView.properties,
  object: Type.String(),
  reason: Maybe(Type.String()),
  flags: Type.Array(AccessFlagName),
});
export type TicketView = Static<typeof TicketView>;

export const listTickets = route({
  id: 'audit.tickets',
  method: 'GET',
  path: '/privacy/tickets',
  who: ['privacy', 'leader'],
  reads: 'personal',
  says: {
    zh: '居民对信息查看的疑问，先到期的在前；不含对本人的疑问，街道领导只看到对专员的疑问。',
    en: 'Doubts of residents, the first due first; never those about oneself, and for leaders only those about the officers.',
  },
  query: Shape({ ...Paging, after: Type.Optional(Uuid), state: OneOf(ticketDesk) }),
  reply: Page(TicketView),
});

export const countPrivacyDesk = route({
  id: 'audit.waiting',
  method: 'GET',
  path: '/privacy/waiting',
  who: ['privacy', 'leader'],
  says: {
    zh: '待办的隐私投诉和待复核的应急查看各有多少。',
    en: 'How many doubts and emergency looks wait for an officer.',
  },
  reply: Shape({ tickets: Type.Integer(), emergencies: Type.Integer() }),
});

export const acknowledgeTicket = route({
  id: 'audit.acknowledge',
  method: 'POST',
  path: '/privacy/tickets/:id/acknowledgement',
  who: ['privacy', 'leader'],
  reads: 'personal',
  says: { zh: '确认收到疑问，开始核查。', en: 'Acknowledge a doubt and look into it.' },
  params: ById,
  reply: TicketView,
});

export const decideTicket = route({
  id: 'audit.decide',
  method: 'POST',
  path: '/privacy/tickets/:id/decision',
  who: ['privacy', 'leader'],
  reads: 'personal',
  says: {
    zh: '答复疑问：属实、已说明或查看正当；属实的，居民将看到查看人姓名。',
    en: 'Answer a doubt: upheld, explained or proper; where it is upheld the person learns the name of who looked.',
  },
  params: ById,
  body: Shape({ verdict: OneOf(['upheld', 'explained', 'proper']), answer: Text(4, 1000) }),
  reply: TicketView,
});
