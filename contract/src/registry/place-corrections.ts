import Type from 'typebox';
import { route, Shape } from '../route.ts';
import { ById, Text } from '../shapes.ts';
import { CorrectionView } from './corrections.ts';
import { placeWriters } from './people-words.ts';
import { HomeChangeableName, OrganizationFieldName } from './place-fields.ts';

const words = Type.Optional(Text(0, 500));

export const askHomeCorrection = route({
  id: 'registry.askHomeCorrection',
  method: 'POST',
  path: '/registry/homes/:id/corrections',
  who: placeWriters,
  says: {
    zh: '提出一处房屋的登记更正：十个工作日内由另一人核实、更正并答复。',
    en: 'Ask to correct what is written of a home: another person verifies, corrects and answers within ten work days.',
  },
  params: ById,
  body: Shape({
    wishes: Type.Array(Shape({ field: HomeChangeableName, value: Text(0, 120) }), {
      minItems: 1,
      maxItems: 9,
    }),
    words,
  }),
  reply: CorrectionView,
});

export const askOrganizationCorrection = route({
  id: 'registry.askOrganizationCorrection',
  method: 'POST',
  path: '/registry/organizations/:id/corrections',
  who: placeWriters,
  says: {
    zh: '提出一个单位的登记更正：十个工作日内由另一人核实、更正并答复。',
    en: 'Ask to correct what is written of an organization: another person verifies, corrects and answers within ten work days.',
  },
  params: ById,
  body: Shape({
    wishes: Type.Array(Shape({ field: OrganizationFieldName, value: Text(0, 120) }), {
      minItems: 1,
      maxItems: 9,
    }),
    words,
  }),
  reply: CorrectionView,
});
