import Type, { type Static } from 'typebox';
import { route, Shape } from '../route.ts';
import { ById, Done, Instant, Maybe, UnitId, Uuid } from '../shapes.ts';

/** So many may stand in a street at a time: each is one person too many in its statistics. */
export const DECOYS_MOST = 20;

/** Somebody invented among the people of the register: whoever reveals one had nothing to do there. */
export const DecoyView = Shape({
  id: Uuid,
  name: Type.String(),
  community: UnitId,
  plantedAt: Instant,
  liftedAt: Maybe(Instant),
  /** Looks at them in clear, and when the last was. */
  looks: Type.Integer(),
  lastLookAt: Maybe(Instant),
});
export type DecoyView = Static<typeof DecoyView>;

export const listDecoys = route({
  id: 'registry.decoys',
  method: 'GET',
  path: '/registry/decoys',
  who: ['privacy', 'auditor'],
  says: {
    zh: '登记库中的诱饵人员：都是虚构的，谁明文查看过、最近一次何时。',
    en: 'The decoys among the people of the register: invented, each with how often somebody saw them in clear.',
  },
  reply: Shape({ items: Type.Array(DecoyView) }),
});

export const plantDecoy = route({
  id: 'registry.plantDecoy',
  method: 'POST',
  path: '/registry/decoys',
  who: ['privacy'],
  stepUp: true,
  says: {
    zh: '在一个社区放入一名虚构人员，看上去与他人无异；有人明文查看即告知个人信息保护专员。',
    en: 'Plant an invented person in a community, who looks like all others; a look at them in clear is told to the privacy officers.',
  },
  body: Shape({ community: UnitId }),
  reply: DecoyView,
});

export const liftDecoy = route({
  id: 'registry.liftDecoy',
  method: 'POST',
  path: '/registry/decoys/:id/lifting',
  who: ['privacy'],
  says: {
    zh: '撤下一名诱饵人员，其登记随之删除；查看记录保留。',
    en: 'Take a decoy out of the register; the looks at it stay on record.',
  },
  params: ById,
  reply: Done,
});
