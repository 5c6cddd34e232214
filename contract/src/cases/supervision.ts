import Type from 'typebox';
import { route, Shape } from '../route.ts';
import { ById, Instant, Maybe, OneOf, Reason, Text, UnitId } from '../shapes.ts';
import { GradeName } from './names.ts';
import { SupervisionView, WhistleView } from './beside.ts';

export const supervise = route({
  id: 'cases.supervise',
  method: 'POST',
  path: '/cases/:id/supervision',
  who: ['supervisor', 'leader', 'district'],
  says: { zh: '发督办单。', en: 'Issue a supervision order.' },
  params: ById,
  body: Shape({ unit: UnitId, text: Text(5, 500) }),
  reply: SupervisionView,
});

export const answerSupervision = route({
  id: 'cases.answerSupervision',
  method: 'POST',
  path: '/supervisions/:id/answer',
  who: 'staff',
  says: { zh: '答复督办。', en: 'Answer a supervision order.' },
  params: ById,
  body: Shape({ text: Text(5, 500) }),
  reply: SupervisionView,
});

const percent = (minimum: number) => Type.Integer({ minimum, maximum: 1000 });
const shares = { grid: percent(10), community: percent(20), centre: percent(30), district: percent(40) };
const LadderShares = Shape(shares);

const Ladders = Shape({
  items: Type.Array(
    Shape({
      grade: GradeName,
      shares: LadderShares,
      /** Since when; null while it is the standard one. */
      since: Maybe(Instant),
      reason: Maybe(Type.String()),
      next: Maybe(Shape({ shares: LadderShares, beginsAt: Instant, reason: Type.String() })),
    }),
  ),
});

export const listLadders = route({
  id: 'cases.ladders',
  method: 'GET',
  path: '/ladders',
  who: 'staff',
  says: {
    zh: '各等级的督办阶梯：时限用到百分之几告知哪一级。',
    en: 'The ladder of supervision of each grade: at what percent of a term which level is told.',
  },
  reply: Ladders,
});

export const setLadder = route({
  id: 'cases.setLadder',
  method: 'PUT',
  path: '/ladders/:grade',
  who: ['leader'],
  says: {
    zh: '设定一个等级的督办阶梯；次日零时起对新开始的时钟生效。',
    en: 'Set the ladder of a grade; it counts for clocks that start from the next midnight on.',
  },
  params: Shape({ grade: GradeName }),
  body: Shape({ ...shares, reason: Reason }),
  reply: Ladders,
});

export const blowWhistle = route({
  id: 'cases.blowWhistle',
  method: 'POST',
  path: '/cases/:id/whistle',
  who: ['community', 'dispatcher', 'leader', 'department'],
  says: { zh: '吹哨：召集单位到场。', en: 'Whistle: call units to the place.' },
  params: ById,
  body: Shape({
    kind: OneOf(['enforcement', 'key_work', 'emergency'] as const),
    units: Type.Array(UnitId, { minItems: 1, maxItems: 12 }),
    text: Text(5, 500),
  }),
  reply: WhistleView,
});

export const answerWhistle = route({
  id: 'cases.answerWhistle',
  method: 'POST',
  path: '/whistles/:id/answers',
  who: ['department', 'community', 'grid_worker'],
  says: { zh: '报到。', en: 'Answer a whistle.' },
  params: ById,
  body: Shape({
    attends: Type.Boolean(),
    text: Text(2, 500),
    rating: Type.Optional(Type.Integer({ minimum: 1, maximum: 5 })),
  }),
  reply: WhistleView,
});

export const endWhistle = route({
  id: 'cases.endWhistle',
  method: 'POST',
  path: '/whistles/:id/result',
  who: ['community', 'dispatcher', 'leader', 'department'],
  says: { zh: '吹哨结果与双向评价。', en: 'Result of a whistle; both sides are rated.' },
  params: ById,
  body: Shape({
    result: Text(5, 500),
    attended: Type.Array(
      Shape({ unit: UnitId, attended: Type.Boolean(), rating: Type.Integer({ minimum: 1, maximum: 5 }) }),
      { maxItems: 12 },
    ),
  }),
  reply: WhistleView,
});
