import Type, { type Static } from 'typebox';
import { route, Shape } from '../route.ts';
import { Bilingual, ById, Day, Instant, keysOf, Maybe, OneOf, Page, Paging, Uuid, Words } from '../shapes.ts';
import { CareKindName, careEndings, careOccasions, careSeats, careStates } from './words.ts';

/** Who may call; the unit's duty and the record itself decide about everything else. */
export const careStaff = ['department'] as const;

const StateName = OneOf(keysOf(careStates));
const SeatName = OneOf(keysOf(careSeats));

/** What waits for whoever asks. */
export const careWaits = ['decision', 'handover'] as const;

/** One of my own records in the list: no word of what it is about. */
export const CareListed = Shape({
  id: Uuid,
  /** Masked; null once the person was erased. */
  name: Maybe(Type.String()),
  state: StateName,
  seat: Maybe(SeatName),
  contactOn: Maybe(Day),
  until: Day,
  waits: Maybe(OneOf(careWaits)),
});
export type CareListed = Static<typeof CareListed>;

export const CarePerson = Shape({ account: Uuid, name: Maybe(Type.String()) });
export type CarePerson = Static<typeof CarePerson>;

/** Acts that a record allows to whoever reads it. */
export const careActs = ['decide', 'note', 'measures', 'close', 'hand_over', 'decide_handover'] as const;
export type CareAct = (typeof careActs)[number];

export const CareView = Shape({
  id: Uuid,
  person: Shape({
    name: Maybe(Type.String()),
    phone: Maybe(Type.String()),
    address: Maybe(Type.String()),
  }),
  kind: CareKindName,
  /** The paper on which it rests, such as the number of a decision. */
  paper: Type.String(),
  why: Type.String(),
  measures: Type.Array(Type.String()),
  notes: Type.Array(Shape({ id: Uuid, at: Instant, by: Type.String(), text: Type.String() })),
  state: StateName,
  seat: Maybe(SeatName),
  worker: CarePerson,
  second: CarePerson,
  contactOn: Maybe(Day),
  until: Day,
  requestedAt: Instant,
  approvedAt: Maybe(Instant),
  closedAt: Maybe(Instant),
  ending: Maybe(OneOf(keysOf(careEndings))),
  /** What whoever refused or closed it said. */
  closing: Maybe(Type.String()),
  deleteOn: Maybe(Day),
  handover: Maybe(
    Shape({
      seat: SeatName,
      from: CarePerson,
      to: CarePerson,
      reason: Type.String(),
      requestedAt: Instant,
      mine: Type.Boolean(),
    }),
  ),
  may: Type.Array(OneOf(careActs)),
});
export type CareView = Static<typeof CareView>;

export const careDesk = route({
  id: 'care.desk',
  method: 'GET',
  path: '/care/desk',
  who: careStaff,
  apart: true,
  says: {
    zh: '本单位依法可以保管哪几类关爱记录，以及可以作为第二人的在岗同事；没有法定职责的单位为空。',
    en: 'Which kinds of special-care records one’s unit may keep by law, and colleagues who can be the second person; empty for units without the duty.',
  },
  reply: Shape({
    kinds: Type.Array(Shape({ kind: CareKindName, name: Bilingual, basis: Bilingual, latest: Day })),
    colleagues: Type.Array(Shape({ account: Uuid, name: Type.String() })),
  }),
});

export const myCareRecords = route({
  id: 'care.mine',
  method: 'GET',
  path: '/care/records',
  who: careStaff,
  reads: 'personal',
  apart: true,
  says: {
    zh: '本人承办、审批或待本人决定的关爱记录：姓名遮盖，只有下次联系日期和期限。',
    en: 'The special-care records one looks after, knows of, or has to decide on: name masked, next contact and term only.',
  },
  query: Shape({ ...Paging, after: Type.Optional(Uuid) }),
  reply: Page(CareListed),
});

export const viewCareRecord = route({
  id: 'care.view',
  method: 'POST',
  path: '/care/records/:id/look',
  who: careStaff,
  reads: 'personal',
  stepUp: true,
  secret: true,
  apart: true,
  says: {
    zh: '打开一份关爱记录：须说明场合和事由（不写姓名），当场留痕；每人每天可打开的份数有限。',
    en: 'Open one special-care record: the occasion and a reason (no names) are told and recorded; only so many a day.',
  },
  params: ById,
  body: Shape({ occasion: OneOf(keysOf(careOccasions)), reason: Words(4, 100) }),
  reply: CareView,
});
