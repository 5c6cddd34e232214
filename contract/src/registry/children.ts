import Type, { type Static } from 'typebox';
import { MyAccess } from '../audit.ts';
import { DoubtView, raiseDoubt } from '../audit/doubts.ts';
import { route, Shape } from '../route.ts';
import { ById, Page, Paging, Uuid } from '../shapes.ts';

/** From this birthday on a child's sensitive services are their own business. */
export const OWN_BUSINESS_FROM = 14;
/** Until this birthday whatever is known of somebody is sensitive (个人信息保护法第二十八条). */
export const SENSITIVE_BELOW = 14;
/** From this birthday on nobody is a minor (民法典第十七条). */
export const OF_AGE = 18;

/** A minor whose guardian I am by the household of the registry; masked, since the screen may be shared. */
export const ChildView = Shape({
  id: Uuid,
  name: Type.String(),
  /** Whether looks of sensitive services are left out. */
  ownBusiness: Type.Boolean(),
});
export type ChildView = Static<typeof ChildView>;

export const myChildren = route({
  id: 'registry.myChildren',
  method: 'GET',
  path: '/me/children',
  who: 'resident',
  reads: 'personal',
  says: {
    zh: '登记中与我同户、以我为父母的未满 18 岁子女（姓名脱敏）；须已实名。',
    en: 'Children under 18 of my household whose parent I am by the registry, masked; for those with a proven real name.',
  },
  reply: Shape({ items: Type.Array(ChildView) }),
});

export const childAccesses = route({
  id: 'registry.childAccesses',
  method: 'GET',
  path: '/me/children/:id/accesses',
  who: 'resident',
  reads: 'personal',
  says: {
    zh: '谁看过我孩子的信息；孩子满 14 周岁后不含敏感服务的记录。监护人的查询本身也留记录，孩子可以看到。',
    en: 'Who looked at my child’s data; from the 14th birthday on without looks of sensitive services. That a guardian asked is recorded too, and the child can read it.',
  },
  params: ById,
  query: Shape({ ...Paging, after: Type.Optional(Uuid) }),
  reply: Page(MyAccess),
});

export const doubtForChild = route({
  id: 'registry.doubtForChild',
  method: 'POST',
  path: '/me/children/:id/accesses/:access/doubt',
  who: 'resident',
  says: {
    zh: '代孩子对一次查看提出疑问，答复给监护人。',
    en: 'Doubt a look at one’s child; the guardian gets the answer.',
  },
  params: Shape({ id: Uuid, access: Uuid }),
  body: raiseDoubt.body,
  reply: DoubtView,
});
