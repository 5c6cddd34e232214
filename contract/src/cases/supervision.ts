import Type from 'typebox';
import { route, Shape } from '../route.ts';
import { ById, OneOf, Text, UnitId } from '../shapes.ts';
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
