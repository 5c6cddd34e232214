import Type, { type Static } from 'typebox';
import { route, Shape } from '../route.ts';
import { ById, Instant, Maybe, Page, Paging, Uuid, Words } from '../shapes.ts';

/** 法定保全: while it stands, nothing about its subject is erased, and no term runs out. */
export const LegalHoldView = Shape({
  id: Uuid,
  subject: Uuid,
  basis: Type.String(),
  reason: Type.String(),
  placedAt: Instant,
  liftedAt: Maybe(Instant),
  liftReason: Maybe(Type.String()),
  mine: Type.Boolean(),
});
export type LegalHoldView = Static<typeof LegalHoldView>;

export const listLegalHolds = route({
  id: 'retention.holds',
  method: 'GET',
  path: '/retention/holds',
  who: ['privacy', 'auditor'],
  says: { zh: '法定保全清单，新的在前。', en: 'Legal holds, newest first.' },
  query: Shape(Paging),
  reply: Page(LegalHoldView),
});

export const placeLegalHold = route({
  id: 'retention.hold',
  method: 'POST',
  path: '/retention/holds',
  who: ['privacy'],
  says: {
    zh: '对一个人、账户或工单设置法定保全。',
    en: 'Place a legal hold on a person, an account or a case.',
  },
  body: Shape({ subject: Uuid, basis: Words(4, 200), reason: Words(4, 500) }),
  reply: LegalHoldView,
});

export const liftLegalHold = route({
  id: 'retention.lift',
  method: 'POST',
  path: '/retention/holds/:id/lifting',
  who: ['privacy'],
  says: { zh: '解除法定保全；须由另一人解除。', en: 'Lift a legal hold; somebody else than who placed it.' },
  params: ById,
  body: Shape({ reason: Words(4, 500) }),
  reply: LegalHoldView,
});
