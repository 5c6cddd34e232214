import Type from 'typebox';
import { route, Shape } from '../route.ts';
import { Bilingual, ById, Instant, Maybe, OneOf, Text, TypeCode, UnitId, Uuid } from '../shapes.ts';
import { ClassName, GradeName, StateName } from './names.ts';

export const suggest = route({
  id: 'cases.suggest',
  method: 'GET',
  path: '/cases/:id/suggestion',
  who: 'staff',
  says: {
    zh: '类别、承办单位与重复件建议及理由；由人决定。',
    en: 'Suggested type, owner and duplicates with reasons; a person decides.',
  },
  params: ById,
  reply: Shape({
    types: Type.Array(
      Shape({
        type: TypeCode,
        name: Bilingual,
        confidence: Type.Number(),
        whyZh: Type.String(),
        whyEn: Type.String(),
      }),
    ),
    decision: Maybe(
      Shape({
        basis: OneOf(['statutory', 'negotiated', 'designated'] as const),
        rowKey: Maybe(Type.String()),
        listVersion: Type.Integer(),
        lead: Maybe(UnitId),
        co: Type.Array(UnitId),
        whyZh: Type.String(),
        whyEn: Type.String(),
        alternatives: Type.Array(
          Shape({ rowKey: Type.String(), lead: UnitId, whyZh: Type.String(), whyEn: Type.String() }),
        ),
      }),
    ),
    duplicates: Type.Array(
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
    version: Type.String(),
  }),
});

export const suggestType = route({
  id: 'cases.suggestType',
  method: 'POST',
  path: '/types/suggestion',
  who: 'anyone',
  says: { zh: '按文字建议类别（附理由）。', en: 'Suggest types for a text, with reasons.' },
  body: Shape({ text: Text(2, 2000) }),
  reply: Shape({
    types: Type.Array(
      Shape({
        type: TypeCode,
        name: Bilingual,
        confidence: Type.Number(),
        whyZh: Type.String(),
        whyEn: Type.String(),
      }),
    ),
  }),
});

export const listTypes = route({
  id: 'cases.types',
  method: 'GET',
  path: '/types',
  who: 'anyone',
  says: { zh: '现行责任清单的类别。', en: 'The types of the list in force.' },
  reply: Shape({
    version: Type.Integer(),
    types: Type.Array(
      Shape({
        type: TypeCode,
        majorZh: Type.String(),
        name: Bilingual,
        class: ClassName,
        grade: GradeName,
        basis: Type.String(),
        limit: Shape({ value: Type.Number(), unit: Type.String() }),
        registerCondition: Type.String(),
        closeCondition: Type.String(),
        onTheSpot: Type.Boolean(),
        residentVisible: Type.Boolean(),
        elastic: Type.String(),
      }),
    ),
  }),
});
