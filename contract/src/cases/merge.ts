import Type from 'typebox';
import { route, Shape } from '../route.ts';
import { ById, Text, Uuid } from '../shapes.ts';
import { CaseState } from './views.ts';

export const mergeCases = route({
  id: 'cases.merge',
  method: 'POST',
  path: '/merges',
  who: ['intake', 'dispatcher'],
  says: {
    zh: '并单（可批量、可撤销）：诉求人、时钟、件数都保留。',
    en: 'Merge, in bulk and reversibly; every reporter, clock and count is kept.',
  },
  body: Shape({ into: Uuid, from: Type.Array(Uuid, { minItems: 1, maxItems: 50 }), reason: Text(2, 300) }),
  reply: Shape({
    merged: Type.Array(Shape({ id: Uuid, fromCase: Uuid })),
    refused: Type.Array(Shape({ fromCase: Uuid, code: Type.String(), zh: Type.String(), en: Type.String() })),
  }),
});

export const unmerge = route({
  id: 'cases.unmerge',
  method: 'POST',
  path: '/merges/:id/undoing',
  who: ['intake', 'dispatcher'],
  says: { zh: '撤销并单。', en: 'Undo a merge.' },
  params: ById,
  body: Shape({ reason: Text(2, 300) }),
  reply: CaseState,
});
