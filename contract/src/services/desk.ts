import Type, { type Static } from 'typebox';
import { route, Shape } from '../route.ts';
import { Day, Done, Instant, Maybe, Text, UnitId, Words } from '../shapes.ts';
import { ServiceWindow } from '../units.ts';
import { LifeEventName, ServiceCode } from './item.ts';

const keepers = ['admin', 'steward'] as const;

const BothLine = (max: number) => Shape({ zh: Words(1, max), en: Words(1, max) });
const Told = Shape({ zh: Words(1, 300), en: Words(1, 300), sure: Type.Boolean() });

/** A service item as a street keeps it. Units are named by their keys; `community` stands for that of whoever asks. */
export const ServiceBody = Shape({
  name: BothLine(80),
  events: Type.Array(LifeEventName, { minItems: 1, maxItems: 8, uniqueItems: true }),
  who: Told,
  bring: Type.Array(Shape({ zh: Words(1, 120), en: Words(1, 120), shared: Type.Boolean() }), {
    maxItems: 20,
  }),
  accepts: UnitId,
  decides: UnitId,
  term: Maybe(Told),
  basis: Maybe(Told),
  money: Maybe(Told),
  note: Maybe(BothLine(300)),
  /** Where the counter of the item differs from that of its unit. */
  counter: Shape({
    phone: Maybe(Type.String({ pattern: '^[0-9+ -]{3,20}$' })),
    address: Maybe(Text(1, 100)),
    hours: Maybe(ServiceWindow),
  }),
});
export type ServiceBody = Static<typeof ServiceBody>;

export const ServiceVersion = Shape({
  number: Type.Integer(),
  from: Day,
  /** Null where it takes the item off. */
  item: Maybe(ServiceBody),
  reason: Type.String(),
  by: Type.String(),
  at: Instant,
  revoked: Maybe(Shape({ by: Type.String(), at: Instant })),
});
export type ServiceVersion = Static<typeof ServiceVersion>;

export const ServiceDeskLine = Shape({
  code: ServiceCode,
  name: Shape({ zh: Type.String(), en: Type.String() }),
  /** Version in force; 0 is the item the product ships, null: none is. */
  number: Maybe(Type.Integer()),
  withdrawn: Type.Boolean(),
  /** When the next version begins. */
  next: Maybe(Day),
});
export type ServiceDeskLine = Static<typeof ServiceDeskLine>;

export const listServiceDesk = route({
  id: 'services.desk',
  method: 'GET',
  path: '/services-desk',
  who: keepers,
  says: {
    zh: '事项维护台：全部事项、现行版本、下一版从哪天起。',
    en: 'The desk of service items: all of them, the version in force, and when the next begins.',
  },
  reply: Shape({ items: Type.Array(ServiceDeskLine), today: Day }),
});

export const ServiceHistory = Shape({
  code: ServiceCode,
  shipped: Maybe(ServiceBody),
  /** Newest first. */
  versions: Type.Array(ServiceVersion),
  /** What is in force today; 0 is the item the product ships, null: none is. */
  number: Maybe(Type.Integer()),
  /** By which a change says what it has seen. */
  seen: Type.Integer(),
  today: Day,
});
export type ServiceHistory = Static<typeof ServiceHistory>;
const params = Shape({ code: ServiceCode });

export const readServiceHistory = route({
  id: 'services.history',
  method: 'GET',
  path: '/services-desk/:code',
  who: keepers,
  says: {
    zh: '一个事项的全部版本：谁在何时为什么改，从哪天起算。',
    en: 'All versions of an item: who changed it, when and why, and from which day it holds.',
  },
  params,
  reply: ServiceHistory,
});

const change = { from: Day, reason: Words(2, 300), seen: Type.Integer({ minimum: 0 }) };

export const changeService = route({
  id: 'services.change',
  method: 'POST',
  path: '/services-desk/:code/versions',
  who: keepers,
  says: {
    zh: '新增事项或改一版，从指定日子起生效，最早当天。旧版留存。',
    en: 'Add an item or a new version of one, in force from a day, today at the earliest. What held before is kept.',
  },
  params,
  body: Shape({ ...change, item: ServiceBody }),
  reply: ServiceHistory,
});

export const withdrawService = route({
  id: 'services.withdraw',
  method: 'POST',
  path: '/services-desk/:code/withdrawal',
  who: keepers,
  says: {
    zh: '从指定日子起下架一个事项；以后可以再加一版恢复。',
    en: 'Take an item off from a day on; a later version brings it back.',
  },
  params,
  body: Shape(change),
  reply: ServiceHistory,
});

export const revokeServiceVersion = route({
  id: 'services.revoke',
  method: 'POST',
  path: '/services-desk/:code/versions/:number/revocation',
  who: keepers,
  says: { zh: '撤回还没生效的一版。', en: 'Take back a version that has not begun yet.' },
  params: Shape({ code: ServiceCode, number: Type.Integer({ minimum: 1 }) }),
  reply: Done,
});
