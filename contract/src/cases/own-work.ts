import Type, { type Static } from 'typebox';
import { route, Shape } from '../route.ts';
import { Instant } from '../shapes.ts';

const N = Type.Integer();

/** What somebody did, in numbers for their own eyes; nobody else can ask for it, and nothing is compared. */
export const OwnWork = Shape({
  since: Instant,
  reported: N,
  verified: N,
  handled: N,
  checked: N,
  helped: N,
  patrols: N,
  visits: N,
});
export type OwnWork = Static<typeof OwnWork>;

export const ownWork = route({
  id: 'cases.ownWork',
  method: 'GET',
  path: '/field/own-work',
  who: ['grid_worker', 'community'],
  says: {
    zh: '我自己近 7 天或 30 天办了什么（件数）；只给本人看，不汇总、不比较、不用于考核。',
    en: 'What I did in the last 7 or 30 days, in numbers; for my own eyes, never summed up, compared or appraised.',
  },
  query: Shape({ days: Type.Integer({ minimum: 1, maximum: 30 }) }),
  reply: OwnWork,
});
