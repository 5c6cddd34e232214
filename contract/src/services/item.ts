import Type, { type Static } from 'typebox';
import { Receipt } from '../cases/report.ts';
import { Phone } from '../identity.ts';
import { route, Shape } from '../route.ts';
import { Bilingual, Day, keysOf, Lat, Lng, Maybe, OneOf, Text } from '../shapes.ts';
import { ServiceWindow } from '../units.ts';

/** Where a life brings somebody to the counter; people look here first, not under a department. */
export const lifeEvents = {
  birth: { zh: '出生', en: 'A birth' },
  school: { zh: '上学', en: 'School' },
  work: { zh: '就业', en: 'Work' },
  home: { zh: '住房', en: 'A home' },
  family: { zh: '婚姻家庭', en: 'Family' },
  elder: { zh: '养老', en: 'Old age' },
  illness: { zh: '疾病残疾', en: 'Illness' },
  end: { zh: '身后事', en: 'A death' },
} as const;
export type LifeEvent = keyof typeof lifeEvents;
export const lifeEventNames = keysOf(lifeEvents);
export const LifeEventName = OneOf(lifeEventNames);

export const ServiceCode = Type.String({ pattern: '^[A-Z]{2,4}[0-9]{2,3}$' });

/** `sure` is false where the text of the norm was not at hand: a reader is then told to ask the window. */
const Told = Shape({ zh: Type.String(), en: Type.String(), sure: Type.Boolean() });

const line = {
  code: ServiceCode,
  name: Bilingual,
  events: Type.Array(LifeEventName),
  who: Told,
};

/** A service item 事项 in a list. */
export const ServiceLine = Shape(line);
export type ServiceLine = Static<typeof ServiceLine>;

/** What somebody has to know before they set out: who gets it, what to bring, where, how long by law, and by which norm. */
export const ServiceItem = Shape({
  ...line,
  /** `shared`: the window looks it up where data are shared, so it may not be asked of people. */
  bring: Type.Array(Shape({ zh: Type.String(), en: Type.String(), shared: Type.Boolean() })),
  /** The longest it may take by law; null where no norm was found. */
  term: Maybe(Told),
  basis: Maybe(Told),
  money: Maybe(Told),
  note: Maybe(Bilingual),
  window: Shape({
    unit: Bilingual,
    phone: Type.String(),
    address: Maybe(Type.String()),
    hours: ServiceWindow,
    /** Each community has such a window of its own. */
    everyCommunity: Type.Boolean(),
  }),
  decidedBy: Maybe(Bilingual),
  /** Since when the street says so; null for the item as the product ships it. */
  since: Maybe(Day),
});
export type ServiceItem = Static<typeof ServiceItem>;

export const listServices = route({
  id: 'services.list',
  method: 'GET',
  path: '/services',
  who: 'anyone',
  says: { zh: '按人生阶段的服务事项。', en: 'Service items by life event.' },
  query: Shape({ event: Type.Optional(LifeEventName) }),
  reply: Shape({ items: Type.Array(ServiceLine) }),
});

export const readService = route({
  id: 'services.item',
  method: 'GET',
  path: '/services/:code',
  who: 'anyone',
  says: {
    zh: '一个事项：谁能办、带什么、到哪里、法定多久、依据；没有核对过原文的，标明请向窗口确认。',
    en: 'One item: who gets it, what to bring, where, how long by law, the norm; what was not checked against the text says so.',
  },
  params: Shape({ code: ServiceCode }),
  reply: ServiceItem,
});

/** How somebody would like to be helped with an item. */
export const serviceWays = {
  call: { zh: '请回电', en: 'Call me back' },
  visit: { zh: '请上门', en: 'Come to me' },
} as const;
export type ServiceWay = keyof typeof serviceWays;

export const askService = route({
  id: 'services.ask',
  method: 'POST',
  path: '/services/:code/requests',
  who: 'anyone',
  says: {
    zh: '请工作人员就这个事项回电或上门；与反映问题同一个编号、同一个时限。',
    en: 'Ask to be called back or visited about an item; it gets a number and a clock like every report.',
  },
  params: Shape({ code: ServiceCode }),
  body: Shape({
    way: OneOf(keysOf(serviceWays)),
    text: Type.Optional(Text(0, 500)),
    name: Type.Optional(Text(1, 50)),
    /** Without an account, whom to call; with one, the phone of the account is known. */
    phone: Type.Optional(Phone),
    /** Where to come to. */
    place: Type.Optional(Shape({ lng: Lng, lat: Lat, address: Text(2, 200) })),
  }),
  reply: Receipt,
});
