import Type, { type Static } from 'typebox';
import { readers } from '../registry/people-words.ts';
import { route, Shape } from '../route.ts';
import { Bilingual, ById, Instant, Maybe } from '../shapes.ts';

/** What may be told in a work chat: what kind of matter, where roughly, how far, and a link that asks to sign in. */
export const ShareCard = Shape({
  title: Bilingual,
  no: Maybe(Type.String()),
  community: Maybe(Bilingual),
  grid: Maybe(Bilingual),
  state: Maybe(Bilingual),
  dueAt: Maybe(Instant),
  late: Type.Boolean(),
  /** Below the address of the console. */
  path: Type.String(),
});
export type ShareCard = Static<typeof ShareCard>;

export const caseCard = route({
  id: 'exports.caseCard',
  method: 'GET',
  path: '/cases/:id/card',
  who: 'staff',
  says: {
    zh: '工作群分享卡片：类别、社区、网格、状态、时限和登录后可见的链接；没有任何人的信息。',
    en: 'A card for a work chat: type, community, grid, state, clock and a link behind the login; nothing about anybody.',
  },
  params: ById,
  reply: ShareCard,
});

export const personCard = route({
  id: 'exports.personCard',
  method: 'GET',
  path: '/registry/people/:id/card',
  who: readers,
  says: {
    zh: '人员登记的分享卡片：只有社区、网格和登录后可见的链接。',
    en: 'A card for an entry of the registry: community, grid and a link behind the login, nothing else.',
  },
  params: ById,
  reply: ShareCard,
});
