import Type, { type Static } from 'typebox';
import { Shape } from '../route.ts';
import { Maybe, OneOf, Text, TypeCode, UnitId } from '../shapes.ts';
import {
  BasisName,
  CheckMethodName,
  ClassName,
  DutyName,
  GradeName,
  PlaceKindName,
  TimeUnitName,
} from './names.ts';

/** Something to ask whoever reports a matter of this type; what kind of answer is meant follows Open311. */
export const Ask = Shape({
  code: Type.String({ pattern: '^[A-Z][A-Z0-9_]{0,39}$' }),
  datatype: OneOf(['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist'] as const),
  required: Type.Boolean(),
  zh: Text(1, 120),
  en: Text(1, 120),
  /** The answers of a list to choose from. */
  values: Type.Optional(
    Type.Array(
      Shape({ key: Type.String({ pattern: '^[A-Za-z0-9_]{1,40}$' }), zh: Text(1, 60), en: Text(1, 60) }),
      { minItems: 1, maxItems: 40 },
    ),
  ),
});
export type Ask = Static<typeof Ask>;

/** A row of the responsibility list 责任清单: one type, under conditions, and who answers for it. */
export const ListRow = Shape({
  rowKey: Type.String({ pattern: '^[0-9]{5}(\\.[0-9]{1,2})?$' }),
  type: TypeCode,
  duty: DutyName,
  majorZh: Text(1, 40),
  zh: Text(1, 80),
  en: Text(1, 80),
  class: ClassName,
  basis: BasisName,
  lead: UnitId,
  co: Type.Array(UnitId, { maxItems: 12 }),
  grade: GradeName,
  limit: Shape({ value: Type.Number({ exclusiveMinimum: 0, maximum: 2000 }), unit: TimeUnitName }),
  elastic: OneOf(['N', 'Y', 'P2'] as const),
  elasticReason: Text(0, 300),
  placeKinds: Type.Array(PlaceKindName),
  communities: Type.Array(UnitId, { maxItems: 40 }),
  /** Hours of the day in which the row holds, such as [22, 6] for the night; null is always. */
  hours: Maybe(
    Type.Tuple([Type.Integer({ minimum: 0, maximum: 23 }), Type.Integer({ minimum: 0, maximum: 23 })]),
  ),
  registerCondition: Text(0, 500),
  closeCondition: Text(0, 500),
  checkMethods: Type.Array(CheckMethodName, { minItems: 1, maxItems: 4 }),
  verifyPublic: Type.Boolean(),
  onTheSpot: Type.Boolean(),
  selfGovernance: Type.Boolean(),
  residentVisible: Type.Boolean(),
  sensitive: Type.Boolean(),
  exitRoute: Text(0, 300),
  evidence: Type.Array(
    Shape({
      stage: OneOf(['handle', 'check'] as const),
      kind: OneOf(['photo', 'document', 'record'] as const),
      least: Type.Integer({ minimum: 1, maximum: 5 }),
    }),
    { maxItems: 6 },
  ),
  keywords: Type.Array(Text(1, 20), { maxItems: 40 }),
  asks: Type.Optional(Type.Array(Ask, { maxItems: 12 })),
  gbRef: Text(0, 40),
  source: Text(0, 300),
  certainty: OneOf(['S', 'M', 'ML', 'D'] as const),
});
export type ListRow = Static<typeof ListRow>;
