import Type from 'typebox';
import { route, Shape } from '../route.ts';
import { Instant, Lat, Lng, Maybe, Text, TypeCode, Uuid, Words } from '../shapes.ts';
import { ChannelName, PlaceKindName, StateName } from './names.ts';
import { EvidenceList } from './views.ts';

const place = {
  lng: Lng,
  lat: Lat,
  accuracy: Type.Optional(Type.Number({ minimum: 0, maximum: 100_000 })),
  address: Text(0, 200),
};

const Contact = Shape({
  name: Type.Optional(Text(1, 50)),
  phone: Type.Optional(Type.String({ pattern: '^[+0-9 -]{5,20}$' })),
  email: Type.Optional(Text(3, 120)),
});

/** What one person says, by whatever channel; the same fields at the window, by phone and on paper. */
export const ReportGiven = Shape({
  text: Words(2, 2000),
  ...place,
  type: Type.Optional(TypeCode),
  placeKind: Type.Optional(PlaceKindName),
  files: Type.Optional(Type.Array(Uuid, { maxItems: 9 })),
  anonymous: Type.Optional(Type.Boolean()),
  /** Joins this case instead of opening another: "neighbours reported this". */
  join: Type.Optional(Uuid),
  facts: Type.Optional(
    Type.Record(
      Type.String({ maxLength: 60 }),
      Type.Union([Text(0, 500), Type.Number(), Type.Boolean(), Type.Array(Text(0, 200), { maxItems: 20 })]),
      { maxProperties: 30 },
    ),
  ),
});

export const Receipt = Shape({
  report: Uuid,
  caseId: Uuid,
  no: Type.String(),
  code: Type.String(),
  joined: Type.Boolean(),
  dueAt: Maybe(Instant),
  hotline: Type.String(),
});

export const reportProblem = route({
  id: 'cases.reportProblem',
  method: 'POST',
  path: '/reports',
  who: 'anyone',
  says: {
    zh: '居民或访客反映问题，返回编号和查询码。',
    en: 'A resident or guest reports a problem; answers with a number and a tracking code.',
  },
  body: Shape({ ...ReportGiven.properties, contact: Type.Optional(Contact) }),
  reply: Receipt,
});

export const findNearby = route({
  id: 'cases.findNearby',
  method: 'GET',
  path: '/reports/nearby',
  who: 'anyone',
  says: {
    zh: '查附近是否已有邻居反映过同一问题。',
    en: 'Whether neighbours have already reported this near here.',
  },
  query: Shape({ lng: Lng, lat: Lat, text: Type.Optional(Text(0, 500)), type: Type.Optional(TypeCode) }),
  reply: Shape({
    items: Type.Array(
      Shape({
        caseId: Uuid,
        no: Type.String(),
        title: Type.String(),
        state: StateName,
        reports: Type.Integer(),
        metres: Type.Number(),
        likeness: Type.Number(),
        whyZh: Type.String(),
        whyEn: Type.String(),
        reportedAt: Instant,
      }),
    ),
  }),
});

/** Staff write down what somebody says by phone, at the window or on paper, or what was passed on; same number, same clock. */
export const takeReport = route({
  id: 'cases.takeReport',
  method: 'POST',
  path: '/cases',
  who: ['intake', 'dispatcher', 'community', 'leader', 'supervisor'],
  says: {
    zh: '受理录入：电话、窗口、来信、热线、上级交办。',
    en: 'Take a report by phone, window, letter, hotline or from above.',
  },
  body: Shape({
    ...ReportGiven.properties,
    channel: ChannelName,
    contact: Type.Optional(Contact),
    title: Type.Optional(Text(2, 60)),
  }),
  reply: Receipt,
});

/** A grid worker reports what they found; with `onTheSpot` also what they did about it. */
export const reportFound = route({
  id: 'cases.reportFound',
  method: 'POST',
  path: '/field/reports',
  who: ['grid_worker', 'community'],
  says: { zh: '网格员上报，或顺手办结。', en: 'A grid worker reports, or solves it on the spot.' },
  body: Shape({
    ...ReportGiven.properties,
    evidence: Type.Optional(EvidenceList),
    onTheSpot: Type.Optional(Shape({ done: Text(2, 500), evidence: EvidenceList })),
    /** The visit at which it was heard, of whoever reports. */
    visit: Type.Optional(Uuid),
    /** For an emergency: who was phoned, and when. */
    calledOut: Type.Optional(Text(2, 200)),
  }),
  reply: Receipt,
});
